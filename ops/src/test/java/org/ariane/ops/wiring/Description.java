package org.ariane.ops.wiring;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.router.access.Role;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;

/// The document of the interface, as a program outside would read it.
final class Description {
  private static final String BESIDE = "x-kind";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonObject document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  Description(JsonObject document) {
    this.document = document;
  }

  /// A route as document and server both name it.
  ///
  /// @param path with its parameters as `{id}`
  /// @param roles in the order of the alphabet; empty means everybody
  record Route(String method, String path, Set<String> roles, boolean socket) {
    static Route of(Endpoint endpoint) {
      return new Route(
          endpoint.method().name(), braced(endpoint.path()), names(endpoint.roles()), false);
    }

    static Route of(Socket socket) {
      return new Route("GET", braced(socket.path()), names(socket.roles()), true);
    }

    private static String braced(String path) {
      return path.replaceAll(":([A-Za-z]+)", "{$1}");
    }

    private static Set<String> names(Set<Role> roles) {
      return roles.stream().map(Role::wireName).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  List<Route> routes() {
    JsonObject paths = document.getJsonObject("paths");
    return paths.fieldNames().stream().flatMap(path -> routes(path, paths)).toList();
  }

  /// Pages, probes and metrics, which are described but are no part of the table of endpoints.
  List<String> besideTheTable() {
    JsonObject paths = document.getJsonObject("paths");
    return paths.fieldNames().stream()
        .filter(path -> paths.getJsonObject(path).containsKey("get"))
        .filter(path -> paths.getJsonObject(path).getJsonObject("get").containsKey(BESIDE))
        .toList();
  }

  private static Stream<Route> routes(String path, JsonObject paths) {
    JsonObject item = paths.getJsonObject(path);
    return item.fieldNames().stream()
        .filter(METHODS::contains)
        .filter(method -> !item.getJsonObject(method).containsKey(BESIDE))
        .map(method -> {
          JsonObject operation = item.getJsonObject(method);
          Set<String> roles =
              operation.getJsonArray("x-roles").stream()
                  .map(String.class::cast)
                  .collect(Collectors.toCollection(TreeSet::new));
          return new Route(
              method.toUpperCase(Locale.ROOT),
              path,
              roles,
              operation.getBoolean("x-websocket", false));
        });
  }

  /// What is wrong with an answer; empty where it is as described. Members that are not described
  /// are wrong, too.
  ///
  /// @param path as the document writes it
  List<String> faults(String method, String path, int status, String contentType, String body) {
    JsonObject response =
        document
            .getJsonObject("paths")
            .getJsonObject(path)
            .getJsonObject(method.toLowerCase(Locale.ROOT))
            .getJsonObject("responses")
            .getJsonObject("" + status);
    if (response == null) {
      return List.of(method + " " + path + " does not describe a " + status);
    }
    String mediaType = contentType.replaceFirst(";.*", "");
    JsonObject content = resolve(response).getJsonObject("content").getJsonObject(mediaType);
    if (content == null) {
      return List.of(method + " " + path + " does not describe a " + status + " " + mediaType);
    }
    if (!mediaType.endsWith("json")) {
      return List.of();
    }
    return schema(content.getJsonObject("schema")).validate(body, InputFormat.JSON).stream()
        .map(Error::toString)
        .toList();
  }

  private JsonObject resolve(JsonObject response) {
    String ref = response.getString("$ref");
    return ref == null
        ? response
        : document
            .getJsonObject("components")
            .getJsonObject("responses")
            .getJsonObject(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private Schema schema(JsonObject schema) {
    JsonObject whole = schema.copy().put("components", document.getJsonObject("components").copy());
    close(whole);
    return registry.getSchema(whole.encode(), InputFormat.JSON);
  }

  /// No members but those that are described, except where the document says otherwise.
  private static void close(Object value) {
    switch (value) {
      case JsonObject object -> {
        if (object.getValue("properties") instanceof JsonObject
            && !object.containsKey("additionalProperties")) {
          object.put("additionalProperties", false);
        }
        object.fieldNames().forEach(name -> close(object.getValue(name)));
      }
      case JsonArray array -> array.forEach(Description::close);
      default -> {}
    }
  }
}
