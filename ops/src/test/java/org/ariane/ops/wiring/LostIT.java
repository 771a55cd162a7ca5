package org.ariane.ops.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ariane.ops.bench.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// LoST through the running server. Needs a `redis-server`: without one it is skipped, in CI it
/// fails.
class LostIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int UNUSED_SIP_PORT = 5060;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String FIND =
      """
      <findService xmlns="urn:ietf:params:xml:ns:lost1" serviceBoundary="%s">
        <location id="here" profile="geodetic-2d">
          <Point xmlns="http://www.opengis.net/gml" srsName="urn:ogc:def:crs:EPSG::4326">
            <pos>48.79 2.455</pos>
          </Point>
        </location>
        <service>urn:service:sos.police</service>
      </findService>
      """;

  private static Optional<Workbench> bench = Optional.empty();
  private static Optional<Server> server = Optional.empty();
  private static String url = "";

  @BeforeAll
  static void start() throws Exception {
    if (Workbench.missing().isPresent()) {
      Assumptions.assumeTrue("1".equals(System.getenv("ARIANE_CI")), Workbench.missing().get());
      throw new IllegalStateException(Workbench.missing().get());
    }
    Workbench on = Workbench.open(ROOT);
    bench = Optional.of(on);
    int port = Workbench.freePort();
    url = "http://127.0.0.1:" + port + "/lost";
    server = Optional.of(Server.start(on.deployment(), on.data(), port, UNUSED_SIP_PORT, false));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(Server::close);
    bench.ifPresent(Workbench::close);
  }

  private static HttpResponse<String> send(String method, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(10))
            .header("content-type", "application/lost+xml")
            .header("cache-control", "no-cache")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void anybodyIsToldWhoAnswersThere() throws Exception {
    HttpResponse<String> answer = send("POST", FIND.formatted("value"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/lost+xml");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.body())
        .contains("sourceId=\"fr-94-creteil\"")
        .contains("<serviceNumber>112</serviceNumber>")
        .contains("<gml:posList>")
        .contains("<via source=\"ariane.invalid\"/>");
  }

  @Test
  void aReferenceLeadsToItsBoundary() throws Exception {
    String answer = send("POST", FIND.formatted("reference")).body();
    String key = answer.replaceAll("(?s).* key=\"([0-9a-f]{32})\".*", "$1");

    assertThat(
            send(
                    "POST",
                    "<getServiceBoundary xmlns='urn:ietf:params:xml:ns:lost1' key='" + key + "'/>")
                .body())
        .contains("<getServiceBoundaryResponse")
        .contains("<gml:posList>");
  }

  @Test
  void errorsOfLostAreAnswersAndErrorsOfHttpAreNot() throws Exception {
    HttpResponse<String> bad = send("POST", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>");
    assertThat(bad.statusCode()).isEqualTo(200);
    assertThat(bad.headers().firstValue("content-type")).contains("application/lost+xml");
    assertThat(bad.body()).contains("<badRequest");
    assertThat(send("POST", "").body()).contains("<badRequest");
    assertThat(send("POST", " ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(send("GET", "").statusCode()).isEqualTo(405);
  }
}
