package org.ariane.directory.inclusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.ImportedOrganisation;
import org.ariane.directory.exchange.ImportedService;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.SourceIds;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.json.JsonText;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;

/// Reads files of structures and services: a list, a page with `items`, or one record. A record is
/// a service where it names its structure. Structures without a service of ours are not taken.
///
/// @see <a href="https://github.com/gip-inclusion/data-inclusion-schema">schema</a>
public final class InclusionImport {
  private static final int MOST_RECORDS = 500_000;
  private static final int LONGEST_NAME = 300;

  private final Assumptions assumptions;
  private final AreasOfCodes areas;
  private final Map<String, Item> structures = new HashMap<>();
  private final List<Item> services = new ArrayList<>();

  private InclusionImport(Assumptions assumptions, AreasOfCodes areas) {
    this.assumptions = assumptions;
    this.areas = areas;
  }

  /// What the files bring.
  ///
  /// @param areas what the codes of communes and departments are in the directory
  public static Imported read(
      List<SourceText> files, Assumptions assumptions, AreasOfCodes areas, Findings findings) {
    InclusionImport reader = new InclusionImport(assumptions, areas);
    return reader.read(files, findings);
  }

  private Imported read(List<SourceText> files, Findings told) {
    for (SourceText file : files) {
      JsonText.read(file, told).ifPresent(root -> sort(root, told));
    }
    if (told.unreadable()) {
      return new Imported(List.of(), List.of(), told);
    }
    Map<String, ImportedOrganisation> organisations = new LinkedHashMap<>();
    List<ImportedService> found = new ArrayList<>();
    for (Item service : services) {
      Optional<String> of = service.code("structure_id");
      Optional<Item> structure =
          of.flatMap(id -> Optional.ofNullable(structures.get(id)))
              .or(() -> service.item("structure"));
      Optional<ImportedOrganisation> organisation =
          structure.flatMap(each -> organisation(each, of.orElse("")));
      Optional<ImportedService> read =
          service.orLeftOut(() ->
              new InclusionService(service, structure, assumptions, areas, told)
                  .read(organisation.map(each -> each.organisation().id())));
      read.ifPresent(each -> {
        found.add(each);
        organisation.ifPresent(by -> organisations.putIfAbsent(by.organisation().id().value(), by));
      });
    }
    return new Imported(List.copyOf(organisations.values()), found, told);
  }

  private void sort(Raw root, Findings told) {
    Raw list =
        root instanceof Raw.Entry page && page.fields().get("items") instanceof Raw.Items items
            ? items
            : root;
    String pointer = list.equals(root) ? "" : "/items";
    for (Item item : Item.each(list, pointer, MOST_RECORDS, told)) {
      if (item.has("structure_id")) {
        services.add(item);
        continue;
      }
      Optional<String> id = item.code("id");
      if (id.isEmpty()) {
        item.leaveOut("it has no id");
      } else if (structures.putIfAbsent(id.get(), item) != null) {
        item.leaveOut("a structure with this id was already here");
      }
    }
    if (services.isEmpty() && structures.isEmpty()) {
      told.add(
          Finding.Severity.UNREADABLE, root.place(), "", "there are no structures and no services");
    }
  }

  private Optional<ImportedOrganisation> organisation(Item structure, String id) {
    return structure
        .text("nom", LONGEST_NAME)
        .filter(any -> !id.isEmpty())
        .map(name -> {
          OrganisationId ours = new OrganisationId(SourceIds.of(assumptions.name(), id));
          return new ImportedOrganisation(
              new Organisation(ours, name.replace('\n', ' '), false), structure.place());
        });
  }
}
