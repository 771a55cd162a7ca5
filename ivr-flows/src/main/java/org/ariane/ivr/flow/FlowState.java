package org.ariane.ivr.flow;

import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;

/// Where a call is and what she has said by keys so far.
///
/// @param attempt how often the node has asked, 1 is the first time
/// @param silent she reached the queue without pressing anything that we could use
public record FlowState(
    NodeId node,
    int attempt,
    Optional<Language> language,
    Optional<Postcode> postcode,
    boolean silent,
    AlarmProgress alarm) {

  public static FlowState at(NodeId node) {
    return new FlowState(node, 1, Optional.empty(), Optional.empty(), false, AlarmProgress.NONE);
  }

  FlowState to(NodeId next) {
    return new FlowState(next, 1, language, postcode, silent, alarm);
  }

  FlowState again() {
    return new FlowState(node, attempt + 1, language, postcode, silent, alarm);
  }

  FlowState speaking(Language chosen) {
    return new FlowState(node, attempt, Optional.of(chosen), postcode, silent, alarm);
  }

  FlowState in(Postcode place) {
    return new FlowState(node, attempt, language, Optional.of(place), silent, alarm);
  }

  FlowState silent(boolean now) {
    return new FlowState(node, attempt, language, postcode, now, alarm);
  }

  FlowState alarm(AlarmProgress progress) {
    return new FlowState(node, attempt, language, postcode, silent, progress);
  }
}
