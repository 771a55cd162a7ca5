package org.ariane.directory.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.csv.CsvTable;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;

/// Tables that name each other, put together to the records that JSON nests. Each table is a file
/// called as in the standard, `services.csv` and so on; only that one must be there.
final class TabularPackage {
  private static final int DEEPEST = 4;

  /// What is nested in what: the key of the list, its table, and the column that names the parent.
  private record Nested(String key, String table, String column) {}

  private static final Map<String, List<Nested>> CHILDREN =
      Map.of(
          "services.csv",
          List.of(
              new Nested("phones", "phones.csv", "service_id"),
              new Nested("schedules", "schedules.csv", "service_id"),
              new Nested("languages", "languages.csv", "service_id"),
              new Nested("service_areas", "service_areas.csv", "service_id"),
              new Nested("cost_options", "cost_options.csv", "service_id"),
              new Nested("attributes", "attributes.csv", "link_id"),
              new Nested("service_at_locations", "service_at_locations.csv", "service_id")),
          "organizations.csv",
          List.of(new Nested("phones", "phones.csv", "organization_id")),
          "service_at_locations.csv",
          List.of(
              new Nested("phones", "phones.csv", "service_at_location_id"),
              new Nested("schedules", "schedules.csv", "service_at_location_id")),
          "locations.csv",
          List.of(
              new Nested("phones", "phones.csv", "location_id"),
              new Nested("schedules", "schedules.csv", "location_id"),
              new Nested("addresses", "addresses.csv", "location_id"),
              new Nested("accessibility", "accessibility.csv", "location_id")),
          "phones.csv",
          List.of(new Nested("languages", "languages.csv", "phone_id")));

  /// What a row names by id: the key of the record, its table, and the column.
  private static final Map<String, List<Nested>> PARENTS =
      Map.of(
          "services.csv",
          List.of(new Nested("organization", "organizations.csv", "organization_id")),
          "service_at_locations.csv",
          List.of(new Nested("location", "locations.csv", "location_id")),
          "attributes.csv",
          List.of(new Nested("taxonomy_term", "taxonomy_terms.csv", "taxonomy_term_id")));

  private final Map<String, CsvTable> tables = new HashMap<>();
  private final Map<String, Map<String, List<Raw.Entry>>> indexes = new HashMap<>();
  private final Findings findings;

  private TabularPackage(Findings findings) {
    this.findings = findings;
  }

  static List<Item> services(List<CsvTable> tables, Findings findings) {
    TabularPackage all = new TabularPackage(findings);
    for (CsvTable table : tables) {
      String file = table.file();
      all.tables.put(file.substring(file.lastIndexOf('/') + 1), table);
    }
    CsvTable services = all.tables.get("services.csv");
    if (services == null) {
      Place place = new Place(tables.getFirst().file(), 1);
      findings.add(Finding.Severity.UNREADABLE, place, "", "the package has no services.csv");
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Raw.Entry row : services.rows()) {
      String id = text(row, "id").orElse("");
      if (!id.isEmpty() && !seen.add(id)) {
        new Item(row, "", findings).leaveOut("a service with this id was already here");
        continue;
      }
      items.add(new Item(all.nested("services.csv", row, 0), "", findings));
    }
    return items;
  }

  private Raw.Entry nested(String table, Raw.Entry row, int depth) {
    if (depth > DEEPEST) {
      return row;
    }
    Map<String, Raw> fields = new LinkedHashMap<>(row.fields());
    Optional<String> id = text(row, "id");
    for (Nested child : CHILDREN.getOrDefault(table, List.of())) {
      List<Raw> rows = new ArrayList<>();
      id.map(of -> index(child.table(), child.column()).getOrDefault(of, List.of()))
          .orElse(List.of())
          .forEach(each -> rows.add(nested(child.table(), each, depth + 1)));
      if (!rows.isEmpty()) {
        fields.put(child.key(), new Raw.Items(rows, row.place()));
      }
    }
    for (Nested parent : PARENTS.getOrDefault(table, List.of())) {
      Optional<String> of = text(row, parent.column());
      of.flatMap(name ->
              index(parent.table(), "id").getOrDefault(name, List.of()).stream().findFirst())
          .ifPresentOrElse(
              found -> fields.put(parent.key(), nested(parent.table(), found, depth + 1)),
              () ->
                  of.ifPresent(any ->
                      findings.add(
                          Finding.Severity.DROPPED,
                          row.place(),
                          parent.column(),
                          "there is no such row in " + parent.table())));
      fields.remove(parent.column());
    }
    for (String column : List.of("service_id", "service_at_location_id", "link_id", "phone_id")) {
      fields.remove(column);
    }
    return new Raw.Entry(fields, row.place());
  }

  private static Optional<String> text(Raw.Entry row, String column) {
    return row.fields().get(column) instanceof Raw.Text(String text, Place _)
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private Map<String, List<Raw.Entry>> index(String table, String column) {
    return indexes.computeIfAbsent(
        table + " " + column,
        any -> {
          Map<String, List<Raw.Entry>> rows = new HashMap<>();
          CsvTable from = tables.get(table);
          if (from != null) {
            for (Raw.Entry row : from.rows()) {
              text(row, column)
                  .ifPresent(
                      name -> rows.computeIfAbsent(name, none -> new ArrayList<>()).add(row));
            }
          }
          return rows;
        });
  }
}
