package org.ariane.ops.wiring;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/// Serves the pages with headers that keep them from leaving a trace, from being framed, and from
/// asking anybody but this server for anything.
final class Pages {
  private static final List<String> PAGES = List.of("chat", "desk", "dispatch", "admin");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Pages() {}

  static void mount(Router router) {
    mountPhone(router);
    mountReferral(router);
    for (String page : PAGES) {
      router.get("/" + page).handler(Pages::protect).handler(context -> entry(context, page));
      mountFolder(router, "/" + page, page);
    }
    mountFolder(router, "/shared", "shared");
  }

  /// The softphone lies below `/desk` and is the one page that may hear a microphone.
  private static void mountPhone(Router router) {
    router
        .get("/desk/phone")
        .handler(Pages::protect)
        .handler(context -> {
          context
              .response()
              .putHeader("permissions-policy", "geolocation=(), microphone=(self), camera=()");
          entry(context, "phone");
        });
    mountFolder(router, "/desk/phone", "phone");
  }

  /// Where professionals search lies below `/directory`, which is a page without script.
  private static void mountReferral(Router router) {
    router
        .get("/directory/refer")
        .handler(Pages::protect)
        .handler(context -> entry(context, "refer"));
    mountFolder(router, "/directory/refer", "refer");
  }

  private static void entry(RoutingContext context, String page) {
    context
        .response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .sendFile("web/" + page + "/index.html")
        .onFailure(context::fail);
  }

  private static void mountFolder(Router router, String path, String folder) {
    router
        .get(path + "/*")
        .handler(Pages::protect)
        .handler(
            StaticHandler.create(FileSystemAccess.RELATIVE, "web/" + folder)
                .setDirectoryListing(false)
                .setIncludeHidden(false)
                .setCachingEnabled(false)
                .setDefaultContentEncoding("utf-8"));
  }

  /// Nothing is kept by the browser: neither on disk nor in its memory of pages.
  private static void protect(RoutingContext context) {
    context
        .response()
        .putHeader("content-security-policy", POLICY)
        .putHeader("cache-control", "no-store")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("permissions-policy", "geolocation=(), microphone=(), camera=()")
        .putHeader("cross-origin-opener-policy", "same-origin")
        .putHeader("cross-origin-resource-policy", "same-origin");
    context.next();
  }
}
