package org.ariane.router.redlist.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.ImportPlan;
import org.ariane.router.redlist.ImportPlan.Effect;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListExchange;
import org.ariane.router.redlist.RedListLine;
import org.ariane.router.redlist.csv.EntryTable;

/// The list as files (CSV), for registrars. The export is the one answer that has numbers, places
/// and addresses in it.
public final class FileEndpoints {
  private static final int LARGEST_FILE = 1024 * 1024;

  private final RedListExchange exchange;
  private final Territory territory;
  private final Ulid ulids;

  public FileEndpoints(RedListExchange exchange, DirectorySource directory, Ulid ulids) {
    this.exchange = exchange;
    this.territory = new Territory(directory);
    this.ulids = ulids;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get(
            "/v1/red-list/export", RedListEndpoints.REGISTRARS, Answers.stored(this::export)),
        new Endpoint(
            HttpMethod.POST,
            "/v1/red-list/import",
            RedListEndpoints.REGISTRARS,
            LARGEST_FILE,
            Answers.stored(this::take)));
  }

  private Reply export(Exchange call) {
    ZoneId zone = zone(call);
    return exchange
        .exported(call.principal(), zone)
        .map(EntryTable::write)
        .map(text ->
            new Reply(
                200, new Reply.Body.File("text/csv", "red-list-" + zone.value() + ".csv", text)))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private static ZoneId zone(Exchange call) {
    try {
      return new ZoneId(call.query("zone").orElse(""));
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "invalid", "The request is not understood", "Look at: zone")
          .asException();
    }
  }

  /// A dry run unless told otherwise.
  private Reply take(Exchange call) {
    String dry = call.query("dryRun").orElse("true");
    if (!dry.equals("true") && !dry.equals("false")) {
      throw Problem.of(400, "invalid", "The request is not understood", "Look at: dryRun")
          .asException();
    }
    Principal registrar = call.principal();
    List<RedListLine> lines =
        switch (EntryTable.read(call.rawBody().getBytes())) {
          case EntryTable.Read.Wrong(List<RedListLine.Fault> faults) -> throw wrong(faults);
          case EntryTable.Read.Lines(List<RedListLine> read) -> read;
        };
    ImportPlan plan = exchange.plan(registrar, lines, territory::holds);
    if (!plan.faults().isEmpty()) {
      throw wrong(plan.faults());
    }
    return dry.equals("true")
        ? Reply.ok(report(exchange.tried(plan)).put("dryRun", true))
        : Reply.ok(
            report(exchange.done(registrar, plan, () -> RedListEntryId.mint(ulids)))
                .put("dryRun", false));
  }

  private static RuntimeException wrong(List<RedListLine.Fault> faults) {
    JsonArray lines = new JsonArray();
    faults.stream()
        .limit(EntryTable.MOST_FAULTS)
        .forEach(fault ->
            lines.add(new JsonObject().put("line", fault.line()).put("what", fault.what())));
    return Problem.of(
            400, "wrong-lines", "Lines of the file are wrong", "Nothing was done. Look at: lines")
        .with("lines", lines)
        .asException();
  }

  private static JsonObject report(List<RedListExchange.Done> all) {
    JsonObject counts = new JsonObject();
    var byEffect =
        all.stream()
            .collect(Collectors.groupingBy(RedListExchange.Done::effect, Collectors.counting()));
    for (Effect effect : Effect.values()) {
      counts.put(effect.wireName(), byEffect.getOrDefault(effect, 0L));
    }
    JsonArray lines = new JsonArray();
    all.forEach(done -> {
      JsonObject line =
          new JsonObject().put("line", done.line()).put("effect", done.effect().wireName());
      done.entry().ifPresent(id -> line.put("id", id.value()));
      lines.add(line);
    });
    return new JsonObject().put("counts", counts).put("lines", lines);
  }
}
