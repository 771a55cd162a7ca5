package org.ariane.directory.lost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ariane.directory.Sample;
import org.junit.jupiter.api.Test;

/// Requests damaged at random are answered, never with a fault of ours, and always validly. 1,500
/// of them; 10,000 with `-Dariane.soak=true`; `-Dariane.seed=N` repeats a run.
class LostFuzzTest {
  private static final int REQUESTS = Boolean.getBoolean("ariane.soak") ? 10_000 : 1_500;
  private static final long SEED = Long.getLong("ariane.seed", 5222);
  private static final List<String> BITS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "/>",
          "</",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<?x?>",
          "&#0;",
          "&#x10FFFF;",
          "&amp;",
          "&x;",
          "xmlns=''",
          "xml:lang='x'",
          "-",
          "1e99",
          "NaN",
          "\u0000",
          "\uFFFE",
          "é",
          "<!DOCTYPE a>",
          "99999999999999999999",
          " ",
          "urn:service:",
          ".",
          "..");

  private static final List<String> WORDS =
      List.of(
          "FR",
          "BE",
          "59000",
          "94700",
          "1000",
          "Lille",
          "Liège",
          "civic",
          "geodetic-2d",
          "true",
          "0",
          "value",
          "reference",
          "urn:service:sos",
          "urn:service:counseling.children",
          "urn:service:shelter",
          "urn:ogc:def:crs:EPSG::4979",
          "50.63 3.06",
          "48.79 2.455 12",
          "180 90",
          "http://www.opengis.net/gml",
          "urn:ietf:params:xml:ns:lost1",
          "lost.example");

  /// What stands in quotes or between tags.
  private static final Pattern VALUE =
      Pattern.compile("(?<=\"|'|>)[^<>\"'=]*[^<>\"'=\\s][^<>\"'=]*(?=\"|'|<)");

  private static final Pattern NAMESPACE = Pattern.compile("urn:ietf|http");

  @Test
  void damagedRequestsAreAnsweredValidly() {
    Lost lost = new Lost(Sample.directory(), Lost.WEDNESDAY_MORNING);
    Random random = new Random(SEED);
    List<String> good = requests();
    Map<String, Integer> roots = new HashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      byte[] request = good.get(random.nextInt(good.size())).getBytes(UTF_8);
      int damages = random.nextInt(3) == 0 ? 3 : 1;
      for (int damage = 0; damage < damages; damage++) {
        request = damaged(request, random);
      }
      String answer = lost.raw(request);
      String asked = new String(request, UTF_8);
      assertThat(lost.schema().faults(answer)).as("%s%n%s", asked, answer).isEmpty();
      assertThat(answer).as(asked).doesNotContain("internalError");
      roots.merge(answer.replaceAll("(?s).*?\\?><([a-zA-Z]+).*", "$1"), 1, Integer::sum);
    }
    System.out.println("LoST requests damaged: " + REQUESTS + ", answers " + roots);
    assertThat(roots.get("errors")).isGreaterThan(REQUESTS / 4);
    assertThat(roots.get("findServiceResponse")).isGreaterThan(REQUESTS / 8);
  }

  private static List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (String service :
        List.of("urn:service:sos.police", "urn:service:counseling", "urn:service:sos.fire")) {
      for (String location :
          List.of(
              Lost.point(48.79, 2.455),
              Lost.circle(50.63, 3.06, 3_000),
              Lost.civic("<country>FR</country><A3>Lille</A3><PC>59000</PC><HNO>6</HNO>"),
              Lost.civic("<country>BE</country><A3>Luik</A3>"))) {
        requests.add(Lost.findService(service, location, "serviceBoundary='value'"));
        requests.add(
            Lost.findService(service, location, "validateLocation='true' recursive='true'")
                .replace("</findService>", "<path><via source='a.b'/></path></findService>"));
      }
    }
    requests.add(
        "<listServicesByLocation xmlns='urn:ietf:params:xml:ns:lost1'"
            + " xmlns:gml='http://www.opengis.net/gml'>"
            + Lost.point(50.63, 3.06)
            + "<service>urn:service:sos</service></listServicesByLocation>");
    requests.add(
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'><service>urn:service:counseling</service></listServices>");
    requests.add(
        "<getServiceBoundary xmlns='urn:ietf:params:xml:ns:lost1' key='7214148E0433AFE2FA2D48003D31172E'/>");
    return requests;
  }

  private static byte[] damaged(byte[] request, Random random) {
    return random.nextInt(5) == 0 ? broken(request, random) : altered(request, random);
  }

  /// Another value in the place of one: still XML, mostly.
  private static byte[] altered(byte[] request, Random random) {
    String text = new String(request, UTF_8);
    boolean namespacesToo = random.nextInt(10) == 0;
    List<MatchResult> values =
        VALUE
            .matcher(text)
            .results()
            .filter(value -> namespacesToo || !NAMESPACE.matcher(value.group()).lookingAt())
            .toList();
    if (values.isEmpty()) {
      return request;
    }
    MatchResult value = values.get(random.nextInt(values.size()));
    String other =
        switch (random.nextInt(5)) {
          case 0 -> String.valueOf(random.nextGaussian() * 60);
          case 1 -> random.nextInt(100) + " " + random.nextDouble() * 10;
          case 2 -> BITS.get(random.nextInt(BITS.size()));
          case 3 -> value.group() + value.group();
          default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    return (text.substring(0, value.start()) + other + text.substring(value.end())).getBytes(UTF_8);
  }

  /// Bytes lost, changed, put in, or said twice.
  private static byte[] broken(byte[] request, Random random) {
    int at = request.length == 0 ? 0 : random.nextInt(request.length);
    int to = Math.min(request.length, at + random.nextInt(12));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(request, 0, at);
    switch (random.nextInt(4)) {
      case 0 -> out.write(request, to, request.length - to);
      case 1 -> {
        out.write(random.nextInt(256));
        out.write(request, to, request.length - to);
      }
      case 2 -> {
        out.writeBytes(BITS.get(random.nextInt(BITS.size())).getBytes(UTF_8));
        out.write(request, at, request.length - at);
      }
      default -> out.write(request, at / 2, request.length - at / 2);
    }
    return out.toByteArray();
  }
}
