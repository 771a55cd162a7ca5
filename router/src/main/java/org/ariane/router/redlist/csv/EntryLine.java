package org.ariane.router.redlist.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListFacts;
import org.ariane.router.redlist.RedListLine;
import org.ariane.router.redlist.RedListMark.Kind;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;
import org.ariane.router.redlist.Terms;

/// The cells of one entry, strictly: what is half understood is a fault.
final class EntryLine {
  private static final int MOST_TEXT = 200;
  private static final int DEFAULT_RADIUS_M = 50;
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{1,20})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

  private final Map<String, String> cells;

  private EntryLine(Map<String, String> cells) {
    this.cells = cells;
  }

  /// One line, or what is wrong with it first.
  sealed interface Read {
    record Good(RedListLine line) implements Read {}

    record Bad(RedListLine.Fault fault) implements Read {}
  }

  /// Unwinds to [#read]; never leaves this class.
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final String what;

    Wrong(String column, String expected) {
      super(column, null, false, false);
      this.what = column + ": " + expected;
    }
  }

  static Read read(int line, Map<String, String> cells) {
    try {
      EntryLine it = new EntryLine(cells);
      return new Read.Good(new RedListLine(line, it.id(), it.subject(), it.facts(), it.zone()));
    } catch (Wrong e) {
      return new Read.Bad(new RedListLine.Fault(line, e.what));
    }
  }

  private Optional<RedListEntryId> id() throws Wrong {
    Optional<String> id = text("id");
    if (id.filter(it -> !RedListEntryId.isValid(it)).isPresent()) {
      throw new Wrong("id", "an id as it was exported, or nothing");
    }
    return id.map(RedListEntryId::new);
  }

  private ZoneId zone() throws Wrong {
    try {
      return new ZoneId(needed("zone", "the id of a zone"));
    } catch (IllegalArgumentException e) {
      throw new Wrong("zone", "the id of a zone");
    }
  }

  private RedListSubject subject() throws Wrong {
    Kind kind =
        text("kind")
            .flatMap(Kind::parse)
            .orElseThrow(() -> new Wrong("kind", "phone, place or address"));
    RedListSubject subject =
        switch (kind) {
          case PHONE -> phone();
          case PLACE -> place();
          case ADDRESS ->
              new OfAddress(
                  new Address(text("address"), text("postcode"), text("city"), text("country")));
        };
    if (Terms.of(subject).isEmpty()) {
      throw new Wrong("address", "street, and postcode or city");
    }
    return subject;
  }

  private RedListSubject phone() throws Wrong {
    return text("phone")
        .flatMap(told -> PhoneNumber.e164(told.replaceAll("[\\s.()-]", "")))
        .map(OfPhone::new)
        .orElseThrow(() -> new Wrong("phone", "a number with its country, as +33…"));
  }

  private RedListSubject place() throws Wrong {
    double lat = decimal("lat");
    double lon = decimal("lon");
    int radius =
        text("radiusM").isEmpty() ? DEFAULT_RADIUS_M : whole("radiusM", OfPlace.MOST_METRES);
    try {
      return new OfPlace(new Position(lat, lon), radius);
    } catch (IllegalArgumentException e) {
      throw new Wrong("lat, lon", "a position in degrees");
    }
  }

  private RedListFacts facts() throws Wrong {
    int seriousness = whole("seriousness", 5);
    String reason = needed("reasonCode", "a code");
    String basis = needed("legalBasis", "the agreement or order");
    List<RedListFacts.Recorded> incidents =
        IncidentCell.read(text("incidents").orElse(""))
            .orElseThrow(() -> new Wrong("incidents", IncidentCell.EXPECTED));
    return new RedListFacts(seriousness, reason, incidents, basis, date("reviewBy"));
  }

  private LocalDate date(String column) throws Wrong {
    try {
      return LocalDate.parse(needed(column, "a day as 2027-05-21"));
    } catch (DateTimeParseException e) {
      throw new Wrong(column, "a day as 2027-05-21");
    }
  }

  private double decimal(String column) throws Wrong {
    String told = needed(column, "degrees as 48.8065");
    if (!DECIMAL.matcher(told).matches()) {
      throw new Wrong(column, "degrees as 48.8065");
    }
    return Double.parseDouble(told.replace(',', '.'));
  }

  private int whole(String column, int most) throws Wrong {
    String expected = "a whole number from 1 to " + most;
    String told = needed(column, expected);
    if (!WHOLE.matcher(told).matches()) {
      throw new Wrong(column, expected);
    }
    int number = Integer.parseInt(told);
    if (number < 1 || number > most) {
      throw new Wrong(column, expected);
    }
    return number;
  }

  private String needed(String column, String expected) throws Wrong {
    return text(column).orElseThrow(() -> new Wrong(column, expected));
  }

  private Optional<String> text(String column) throws Wrong {
    String told = cells.getOrDefault(column, "");
    int most = column.equals("incidents") ? IncidentCell.MOST_TEXT : MOST_TEXT;
    if (told.length() > most) {
      throw new Wrong(column, most + " characters at most");
    }
    return told.isBlank() ? Optional.empty() : Optional.of(told);
  }

  static Map<String, String> write(RedListEntry entry) {
    RedListFacts facts = entry.facts();
    Map<String, String> cells = new HashMap<>();
    cells.put("id", entry.id().value());
    cells.put("zone", entry.zone().value());
    cells.put("kind", entry.subject().kind().wireName());
    switch (entry.subject()) {
      case OfPhone(PhoneNumber phone) -> cells.put("phone", phone.dialled());
      case OfPlace(Position centre, int radiusM) -> {
        cells.put("lat", BigDecimal.valueOf(centre.lat()).toPlainString());
        cells.put("lon", BigDecimal.valueOf(centre.lon()).toPlainString());
        cells.put("radiusM", Integer.toString(radiusM));
      }
      case OfAddress(Address address) -> {
        address.text().ifPresent(text -> cells.put("address", text));
        address.postcode().ifPresent(postcode -> cells.put("postcode", postcode));
        address.city().ifPresent(city -> cells.put("city", city));
        address.country().ifPresent(country -> cells.put("country", country));
      }
    }
    cells.put("seriousness", Integer.toString(facts.seriousness()));
    cells.put("reasonCode", facts.reasonCode());
    cells.put("incidents", IncidentCell.write(facts.incidents()));
    cells.put("legalBasis", facts.legalBasis());
    cells.put("reviewBy", facts.reviewBy().toString());
    return cells;
  }
}
