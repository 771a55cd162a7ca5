package org.ariane.router.dispatch;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts that were told, each once, oldest first by the time of telling; the newest are kept. Its
/// text form is masked.
public record Remarks(List<Told<String>> told) {
  private static final int MOST = 20;

  static final Remarks NONE = new Remarks(List.of());

  public Remarks {
    told = List.copyOf(told);
  }

  public List<String> texts() {
    return told.stream().map(Told::value).toList();
  }

  /// The same text again counts as told at the later time.
  Remarks with(Optional<String> text, Instant at) {
    if (text.isEmpty()) {
      return this;
    }
    Told<String> fresh = new Told<>(text.get(), at);
    Optional<Told<String>> same =
        told.stream().filter(known -> known.value().equals(fresh.value())).findFirst();
    if (same.filter(known -> !known.at().isBefore(at)).isPresent()) {
      return this;
    }
    List<Told<String>> more = new ArrayList<>(told);
    same.ifPresent(more::remove);
    more.add(fresh);
    more.sort(comparing((Told<String> known) -> known.at()).thenComparing(Told::value));
    return new Remarks(more.subList(Math.max(0, more.size() - MOST), more.size()));
  }

  @Override
  public String toString() {
    return "Remarks[masked]";
  }
}
