package org.ariane.ops.demo;

import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.ivr.asterisk.ExerciseLine;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;

/// The three journeys, one after the other. Throws when one of them does not arrive.
public final class Demo {
  private Demo() {}

  public static void play(DataFolder data, Path home, int port, int sipPort, boolean telephony)
      throws Exception {
    Vertx vertx = Vertx.vertx();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Stage stage =
          new Stage(
              vertx,
              http,
              Credentials.read(data.credentials()),
              ExerciseLine.of(new PhoneNumber("3919"), Keys.in(data.keys()).switchPassword()),
              port,
              sipPort,
              home,
              new Narrator(System.out));
      new AlarmDemo(stage).play();
      if (telephony) {
        new CallDemo(stage).play();
      }
      new ChatDemo(stage).play();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }
}
