package org.ariane.ivr.flow;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.ForWhom;
import org.ariane.router.contact.Told;

/// Where a call is and what she has said by keys so far.
///
/// @param attempt how often the node has asked, 1 is the first time
/// @param silent she reached the queue without pressing anything that we could use
/// @param told what else she said by keys
/// @param choices the communes that she is choosing from just now
public record FlowState(
    NodeId node,
    int attempt,
    Optional<Language> language,
    Optional<Postcode> postcode,
    boolean silent,
    AlarmProgress alarm,
    Told told,
    List<CommuneChoice> choices) {
  public FlowState {
    choices = List.copyOf(choices);
  }

  public static FlowState at(NodeId node) {
    return new FlowState(
        node,
        1,
        Optional.empty(),
        Optional.empty(),
        false,
        AlarmProgress.NONE,
        Told.NOTHING,
        List.of());
  }

  FlowState to(NodeId next) {
    return new FlowState(next, 1, language, postcode, silent, alarm, told, List.of());
  }

  FlowState again() {
    return new FlowState(node, attempt + 1, language, postcode, silent, alarm, told, choices);
  }

  FlowState speaking(Language chosen) {
    return new FlowState(
        node, attempt, Optional.of(chosen), postcode, silent, alarm, told, choices);
  }

  FlowState in(Postcode place) {
    return new FlowState(node, attempt, language, Optional.of(place), silent, alarm, told, choices);
  }

  FlowState silent(boolean now) {
    return new FlowState(node, attempt, language, postcode, now, alarm, told, choices);
  }

  FlowState alarm(AlarmProgress progress) {
    return new FlowState(node, attempt, language, postcode, silent, progress, told, choices);
  }

  FlowState choosing(List<CommuneChoice> among) {
    return new FlowState(node, attempt, language, postcode, silent, alarm, told, among);
  }

  FlowState forWhom(ForWhom whom) {
    return telling(new Told(Optional.of(whom), Optional.empty(), java.util.Map.of()));
  }

  FlowState safeNow(boolean safe) {
    return telling(new Told(Optional.empty(), Optional.of(safe), java.util.Map.of()));
  }

  FlowState answered(String keys) {
    return telling(
        new Told(Optional.empty(), Optional.empty(), java.util.Map.of(node.value(), keys)));
  }

  private FlowState telling(Told more) {
    return new FlowState(
        node, attempt, language, postcode, silent, alarm, told.then(more), choices);
  }
}
