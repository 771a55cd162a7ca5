package org.ariane.directory.service;

import java.time.LocalDate;
import java.util.Optional;

/// Where a record comes from, so that it can be corrected there and used as its licence allows.
///
/// @param source who publishes it, as `dora` or `Soliguide`
/// @param id its name there; empty where the source names none
/// @param date the day it was last changed there
/// @param licence as the source names it, at best an SPDX identifier, as `etalab-2.0`
/// @param url of the record there
public record Provenance(
    String source,
    Optional<String> id,
    Optional<LocalDate> date,
    Optional<String> licence,
    Optional<String> url) {
  private static final int LONGEST = 200;
  private static final int LONGEST_URL = 2_000;

  public Provenance {
    PlainText.check(source, LONGEST);
    id.ifPresent(text -> PlainText.check(text, LONGEST));
    licence.ifPresent(text -> PlainText.check(text, LONGEST));
    url.ifPresent(text -> {
      PlainText.check(text, LONGEST_URL);
      if (!text.startsWith("https://") && !text.startsWith("http://")) {
        throw new IllegalArgumentException("a web address begins with https:// or http://");
      }
    });
  }
}
