package org.ariane.directory.hsds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.ServiceDraft;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.ServiceKind;

/// What attributes of our taxonomies say; those of others are not held.
record HsdsAttributes(Map<String, List<Item>> byTaxonomy) {
  private static final String NEED = "urn:service:[a-z0-9-]{1,64}(\\.[a-z0-9-]{1,64}){0,5}";

  static HsdsAttributes of(List<Item> attributes, Findings findings) {
    Map<String, List<Item>> ours = new HashMap<>();
    for (Item attribute : attributes) {
      String taxonomy =
          attribute.item("taxonomy_term").flatMap(term -> term.code("taxonomy")).orElse("");
      if (taxonomy.startsWith("ariane:")) {
        ours.computeIfAbsent(taxonomy, any -> new ArrayList<>()).add(attribute);
      } else {
        findings.notHeld("service.attributes of other taxonomies");
      }
    }
    return new HsdsAttributes(ours);
  }

  private List<Item> all(String taxonomy) {
    return byTaxonomy.getOrDefault(taxonomy, List.of());
  }

  Optional<String> first(String taxonomy) {
    return all(taxonomy).stream().flatMap(each -> each.code("value").stream()).findFirst();
  }

  void read(ServiceDraft draft) {
    each(Terms.KIND, ServiceKind::parse, draft::kind);
    each(Terms.PUBLIC, Audience::parse, draft::takes);
    each(
        Terms.NEED, text -> text.matches(NEED) ? Optional.of(text) : Optional.empty(), draft::need);
  }

  private <T> void each(String taxonomy, Function<String, Optional<T>> parse, Consumer<T> take) {

    for (Item attribute : all(taxonomy)) {
      attribute
          .code("value")
          .ifPresent(text ->
              parse
                  .apply(text)
                  .ifPresentOrElse(
                      take, () -> attribute.drop("value", "unknown word of " + taxonomy)));
    }
  }

  Set<ListenerGender> listeners() {
    Set<ListenerGender> genders = EnumSet.noneOf(ListenerGender.class);
    for (Item attribute : all(Terms.LISTENER)) {
      attribute.code("value").flatMap(ListenerGender::parse).ifPresent(genders::add);
    }
    return genders;
  }

  Cost.Charge charge() {
    return first(Terms.CHARGE).flatMap(Cost.Charge::parse).orElse(Cost.Charge.UNKNOWN);
  }

  /// Where the record came from before we exported it.
  Optional<Provenance> provenance() {
    return first(Terms.SOURCE)
        .map(source ->
            new Provenance(
                source,
                first(Terms.SOURCE_ID),
                first(Terms.SOURCE_DATE).flatMap(HsdsAttributes::day),
                first(Terms.SOURCE_LICENCE),
                first(Terms.SOURCE_URL)));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
