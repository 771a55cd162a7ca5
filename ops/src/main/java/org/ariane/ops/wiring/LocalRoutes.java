package org.ariane.ops.wiring;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.ariane.ops.health.Health;
import org.ariane.router.http.Problem;

/// Probes and metrics, for programs on the same machine only: to anybody else they do not exist. A
/// request that came through a proxy is from somebody else.
final class LocalRoutes {
  private final Health health;
  private final PrometheusMeterRegistry metrics;

  LocalRoutes(Health health, PrometheusMeterRegistry metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  void mount(Router router) {
    router.get("/health/live").handler(this::onlyLocal).handler(this::live);
    router.get("/health/ready").handler(this::onlyLocal).handler(this::ready);
    router.get("/metrics").handler(this::onlyLocal).handler(this::metrics);
  }

  private void onlyLocal(RoutingContext context) {
    var request = context.request();
    boolean loopback =
        request.remoteAddress() != null
            && (request.remoteAddress().hostAddress().startsWith("127.")
                || request.remoteAddress().hostAddress().equals("0:0:0:0:0:0:0:1"));
    boolean proxied =
        request.headers().contains("x-forwarded-for") || request.headers().contains("forwarded");
    if (loopback && !proxied) {
      context.next();
    } else {
      context
          .response()
          .setStatusCode(404)
          .putHeader("content-type", Problem.MEDIA_TYPE)
          .end(Problem.notFound().toJson().toBuffer());
    }
  }

  private void live(RoutingContext context) {
    json(context, 200, new JsonObject().put("status", "live"));
  }

  private void ready(RoutingContext context) {
    Health.Report report = health.report();
    json(context, report.ready() ? 200 : 503, report.body());
  }

  private void metrics(RoutingContext context) {
    context
        .response()
        .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
        .end(metrics.scrape());
  }

  private static void json(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body.toBuffer());
  }
}
