package org.ariane.directory.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.Reach;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.exchange.ZoneDefaults;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Postcode;

/// Zones from a table with a row for each place: `zone` (its id), and `postcode` or `commune` (its
/// INSEE or NIS code) or both. Any row of a zone may also say `name`, `chain` (centres separated by
/// `,`), `agreed_number` and `emergency_number`; `commune_name` beside a postcode is what callers
/// spell.
public final class ZonesImport {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_CHAIN = 10;
  private static final int MOST_ZONES = 5_000;

  private final ZoneDefaults defaults;
  private final Map<String, Written> zones = new LinkedHashMap<>();
  private final Set<Commune> communes = new LinkedHashSet<>();

  private ZonesImport(ZoneDefaults defaults) {
    this.defaults = defaults;
  }

  /// One zone while its rows are read.
  private static final class Written {
    private final Item first;
    private final Set<String> postcodes = new LinkedHashSet<>();
    private final Set<String> communes = new LinkedHashSet<>();
    private final Map<String, String> said = new LinkedHashMap<>();
    private List<ChainStep> chain = List.of();

    Written(Item first) {
      this.first = first;
    }
  }

  /// Files of the directory's folder, by name; none where nothing can be used.
  public static SortedMap<String, String> read(
      SourceText source, ZoneDefaults defaults, Findings findings) {
    Optional<CsvTable> table = CsvTable.read(source, findings);
    if (table.isEmpty()) {
      return new TreeMap<>();
    }
    List<String> columns = table.get().columns();
    if (!columns.contains("zone")
        || !(columns.contains("postcode") || columns.contains("commune"))) {
      findings.add(
          Finding.Severity.UNREADABLE,
          new Place(source.file(), 1),
          "",
          "the table needs the columns zone and postcode or commune");
      return new TreeMap<>();
    }
    ZonesImport reader = new ZonesImport(defaults);
    for (Raw.Entry row : table.get().rows()) {
      Item item = new Item(row, "", findings);
      item.orLeftOut(() -> reader.row(item));
      item.tellUnread("row");
    }
    return reader.written();
  }

  private Optional<String> row(Item item) {
    Optional<String> id = item.code("zone");
    if (id.isEmpty() || id.get().length() > 64 || !ID.matcher(id.get()).matches()) {
      item.leaveOut("the id of a zone is lower-case words joined by hyphens");
      return Optional.empty();
    }
    Optional<Postcode> postcode = postcode(item);
    Optional<CommuneCode> commune =
        item.code("commune").map(code -> new CommuneCode(defaults.country(), padded(item, code)));
    if (postcode.isEmpty() && commune.isEmpty()) {
      item.leaveOut("it names no postcode and no commune");
      return Optional.empty();
    }
    if (!zones.containsKey(id.get()) && zones.size() >= MOST_ZONES) {
      item.leaveOut("more than " + MOST_ZONES + " zones");
      return Optional.empty();
    }
    Written zone = zones.computeIfAbsent(id.get(), any -> new Written(item));
    postcode.ifPresent(each -> zone.postcodes.add(each.digits()));
    commune.ifPresent(each -> zone.communes.add(each.code()));
    item.text("name", LONGEST_NAME).ifPresent(name -> zone.said.putIfAbsent("name", name));
    for (String key : List.of("agreed_number", "emergency_number")) {
      Reach.number(item, key, defaults.country())
          .map(PhoneNumber::dialled)
          .ifPresent(number -> zone.said.putIfAbsent(key.replace('_', '-'), number));
    }
    List<String> chain = item.codes("chain");
    if (Set.copyOf(chain).size() < chain.size() || chain.size() > LONGEST_CHAIN) {
      item.drop("chain", "a step is in the chain twice, or more than " + LONGEST_CHAIN + " are");
    } else if (!chain.isEmpty()) {
      zone.chain = chain.stream().map(ChainStep::parse).toList();
    }
    Optional<String> spelled = item.text("commune_name", LONGEST_NAME);
    postcode.ifPresent(
        of -> spelled.ifPresent(name -> communes.add(new Commune(name.replace('\n', ' '), of))));
    return id;
  }

  private Optional<Postcode> postcode(Item item) {
    Optional<String> written = Reach.postcode(item, "postcode", defaults.country());
    Optional<Postcode> postcode =
        written.flatMap(Postcode::parse).filter(each -> each.country().equals(defaults.country()));
    if (written.isPresent() && postcode.isEmpty()) {
      item.drop("postcode", "not a postcode of " + defaults.country().code());
    }
    return postcode;
  }

  /// A spreadsheet makes 1053 of 01053.
  private static String padded(Item item, String code) {
    if (code.length() == 4) {
      item.repaired("commune", "the leading zero of the commune's code was lost");
      return "0" + code;
    }
    return code;
  }

  private SortedMap<String, String> written() {
    List<Object> entries = new ArrayList<>();
    zones.forEach((id, zone) -> {
      List<ChainStep> chain = zone.chain.isEmpty() ? defaults.chain() : zone.chain;
      if (chain.isEmpty()) {
        zone.first.leaveOut("zone " + id + " has no chain of centres, and none was named");
        return;
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", id);
      entry.put("name", zone.said.getOrDefault("name", id));
      entry.put("country", defaults.country().code());
      put(entry, "postcodes", zone.postcodes);
      put(entry, "communes", zone.communes);
      entry.put("chain", chain.stream().map(String::valueOf).toList());
      zone.said.entrySet().stream()
          .filter(each -> each.getKey().endsWith("number"))
          .forEach(each -> entry.put(each.getKey(), each.getValue()));
      entry.putIfAbsent("emergency-number", defaults.emergencyNumber());
      entries.add(entry);
    });
    SortedMap<String, String> files = new TreeMap<>();
    if (!entries.isEmpty()) {
      Map<String, Object> lists = new LinkedHashMap<>();
      lists.put("zones", entries);
      lists.put(
          "communes",
          communes.stream()
              .map(each -> Map.of("name", each.name(), "postcode", each.postcode().digits()))
              .toList());
      files.put("import-" + defaults.source() + "-zones.yaml", JsonLines.text(lists));
    }
    return files;
  }

  private static void put(Map<String, Object> entry, String key, Set<String> values) {
    if (!values.isEmpty()) {
      entry.put(key, values.stream().sorted().toList());
    }
  }
}
