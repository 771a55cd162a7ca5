package org.ariane.directory.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Particulars;

/// Description, cost, accessibility and listeners.
final class HsdsParticulars {
  private static final int LONGEST_TERMS = 1_000;
  private static final int LONGEST_ACCESSIBILITY = 2_000;

  private HsdsParticulars() {}

  static Particulars read(Item service, List<Item> places, HsdsAttributes attributes) {
    Optional<String> accessibility =
        places.stream()
            .flatMap(place -> place.items("accessibility").stream())
            .flatMap(each ->
                Stream.of("description", "details")
                    .flatMap(key -> each.text(key, LONGEST_ACCESSIBILITY).stream()))
            .reduce((one, other) -> one + "\n" + other)
            .filter(text -> text.length() <= LONGEST_ACCESSIBILITY);
    return new Particulars(
        service.text("description", Particulars.LONGEST_DESCRIPTION),
        cost(service, attributes.charge()),
        accessibility,
        attributes.listeners(),
        Optional.empty());
  }

  /// The description of fees, and each option in words. Free is what has options that all cost
  /// nothing; without an amount it is unknown whether there is anything to pay.
  private static Cost cost(Item service, Cost.Charge said) {
    List<String> terms =
        new ArrayList<>(service.text("fees_description", LONGEST_TERMS).stream().toList());
    List<Double> amounts = new ArrayList<>();
    for (Item option : service.items("cost_options")) {
      OptionalDouble amount = option.number("amount");
      amount.ifPresent(amounts::add);
      String words =
          Stream.of("option", "amount", "currency", "amount_description")
              .flatMap(key -> option.text(key, LONGEST_TERMS).stream())
              .collect(Collectors.joining(" "));
      if (!words.isEmpty()) {
        terms.add(words);
      }
    }
    Cost.Charge charge =
        said != Cost.Charge.UNKNOWN || amounts.isEmpty()
            ? said
            : amounts.stream().allMatch(each -> each == 0) ? Cost.Charge.FREE : Cost.Charge.PAID;
    String all = String.join("\n", terms);
    if (all.length() > LONGEST_TERMS) {
      service.drop("cost_options", "more than " + LONGEST_TERMS + " characters");
      return new Cost(charge, Optional.empty());
    }
    return new Cost(charge, all.isEmpty() ? Optional.empty() : Optional.of(all));
  }
}
