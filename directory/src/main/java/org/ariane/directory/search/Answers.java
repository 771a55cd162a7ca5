package org.ariane.directory.search;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ariane.directory.service.Language;

/// What each reach answers to somebody who wants one language, remembered for as long as it lasts.
final class Answers {
  private final Reaches reaches;
  private final Optional<Language> wanted;
  private final Memories spoken;
  private final AtomicReferenceArray<Answer> told;

  Answers(Reaches reaches, Optional<Language> wanted) {
    this.reaches = reaches;
    this.wanted = wanted;
    this.spoken = new Memories(reaches.size());
    this.told = new AtomicReferenceArray<>(reaches.size());
  }

  /// Whether her language is spoken at that instant.
  Lasting spokenNow(int reach, Instant at) {
    Lasting known = spoken.get(reach);
    if (known.covers(at.getEpochSecond())) {
      return known;
    }
    Lasting fresh = reaches.spokenNow(reach, wanted, at);
    spoken.put(reach, fresh);
    return fresh;
  }

  Answer told(int reach, Instant at) {
    Answer known = told.get(reach);
    if (known != null && known.covers(at.getEpochSecond())) {
      return known;
    }
    Answer fresh = reaches.answer(reach, wanted, at);
    told.set(reach, fresh);
    return fresh;
  }
}
