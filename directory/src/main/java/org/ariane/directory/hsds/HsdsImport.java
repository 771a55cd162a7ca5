package org.ariane.directory.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.csv.CsvTable;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.ImportedOrganisation;
import org.ariane.directory.exchange.ImportedService;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.SourceIds;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.json.JsonText;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;

/// Reads services with their organisations: JSON as one record, a list or a page with `contents`,
/// of services, of organisations with their `services`, or of services at locations; and `.csv`
/// files, which together are a tabular package.
public final class HsdsImport {
  private static final int MOST_RECORDS = 500_000;
  private static final int LONGEST_NAME = 300;

  private final Assumptions assumptions;
  private final Findings findings;
  private final Map<String, Item> organisations = new HashMap<>();
  private final List<Found> services = new ArrayList<>();

  private record Found(Item service, Optional<Item> organisation) {}

  private HsdsImport(Assumptions assumptions, Findings findings) {
    this.assumptions = assumptions;
    this.findings = findings;
  }

  /// What the files bring. Who runs a service is nested in it or comes in any of the files.
  public static Imported read(List<SourceText> files, Assumptions assumptions, Findings findings) {
    HsdsImport reader = new HsdsImport(assumptions, findings);
    List<CsvTable> tables = new ArrayList<>();
    for (SourceText file : files) {
      if (file.file().endsWith(".csv")) {
        CsvTable.read(file, findings).ifPresent(tables::add);
      } else if (!file.file().endsWith("datapackage.json")) {
        JsonText.read(file, findings).ifPresent(reader::document);
      }
    }
    if (!tables.isEmpty()) {
      TabularPackage.services(tables, findings).forEach(reader::record);
    }
    if (!findings.unreadable() && reader.services.isEmpty()) {
      Place place = new Place(files.isEmpty() ? "." : files.getFirst().file(), 1);
      findings.add(Finding.Severity.UNREADABLE, place, "", "there are no services");
    }
    return findings.unreadable() ? new Imported(List.of(), List.of(), findings) : reader.imported();
  }

  private void document(Raw root) {
    boolean page =
        root instanceof Raw.Entry entry && entry.fields().get("contents") instanceof Raw.Items;
    if (page && root instanceof Raw.Entry(Map<String, Raw> fields, Place place)) {
      Raw contents = fields.getOrDefault("contents", new Raw.Nothing(place));
      Item.each(contents, "/contents", MOST_RECORDS, findings).forEach(this::record);
    } else {
      Item.each(root, "", MOST_RECORDS, findings).forEach(this::record);
    }
  }

  private void record(Item item) {
    if (item.has("location") && item.has("service")) {
      item.items("service").forEach(each -> found(each, each.item("organization")));
    } else if (item.has("services")) {
      organisation(item);
      item.items("services").forEach(each -> found(each, Optional.of(item)));
    } else if (item.has("status") || item.has("organization") || item.has("organization_id")) {
      found(item, item.item("organization"));
    } else {
      organisation(item);
    }
  }

  private void found(Item service, Optional<Item> organisation) {
    services.add(new Found(service, organisation));
  }

  private void organisation(Item item) {
    item.code("id").ifPresent(id -> organisations.putIfAbsent(id, item));
  }

  private Imported imported() {
    Map<OrganisationId, ImportedOrganisation> by = new LinkedHashMap<>();
    List<ImportedService> read = new ArrayList<>();
    for (Found each : services) {
      Optional<Item> nested =
          each.organisation()
              .or(() ->
                  each.service()
                      .code("organization_id")
                      .flatMap(id -> Optional.ofNullable(organisations.get(id))));
      Optional<ImportedOrganisation> runs = nested.flatMap(this::named);
      Optional<ImportedService> service =
          each.service()
              .orLeftOut(() ->
                  new HsdsService(each.service(), nested, assumptions, findings)
                      .read(runs.map(one -> one.organisation().id())));
      service.ifPresent(one -> {
        read.add(one);
        runs.ifPresent(them -> by.putIfAbsent(them.organisation().id(), them));
      });
    }
    return new Imported(List.copyOf(by.values()), read, findings);
  }

  private Optional<ImportedOrganisation> named(Item item) {
    Optional<String> name = item.text("name", LONGEST_NAME);
    return item.code("id")
        .flatMap(id ->
            name.map(text ->
                new ImportedOrganisation(
                    new Organisation(
                        new OrganisationId(SourceIds.of(assumptions.name(), id)),
                        text.replace('\n', ' '),
                        false),
                    item.place())));
  }
}
