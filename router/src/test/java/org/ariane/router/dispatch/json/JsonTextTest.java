package org.ariane.router.dispatch.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void isWhatTheLibraryWrites() {
    String every =
        IntStream.range(0, 0x250)
            .mapToObj(c -> String.valueOf((char) c))
            .collect(Collectors.joining());
    JsonObject json =
        new JsonObject()
            .put("text", every + "\u2028 \uD83D\uDE00 \uD83D")
            .put("a \"name\"\\\n", "")
            .put("numbers", new JsonArray(List.of(1, -7L, Long.MAX_VALUE, 48.8065, 1e-9, 18.0)))
            .put("odd", Double.NaN)
            .put("flags", new JsonArray().add(true).add(false).addNull())
            .put("nothing", null)
            .put("map", Map.of("list", List.of("x", Map.of())))
            .put("empty", new JsonObject().put("array", new JsonArray()));
    assertThat(JsonText.of(json)).isEqualTo(json.encode());
  }

  @Test
  void isWhatTheLibraryWritesForAnyText() {
    Random random = new Random(94);
    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(random.nextInt(40), 0, 0x10000)
              .mapToObj(c -> String.valueOf((char) c))
              .collect(Collectors.joining());
      JsonObject json = new JsonObject().put("text", text);
      assertThat(JsonText.of(json)).isEqualTo(json.encode());
    }
  }
}
