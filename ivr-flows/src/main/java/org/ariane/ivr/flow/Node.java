package org.ariane.ivr.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptKey;

/// One point of a [Flow].
public sealed interface Node {
  NodeId id();

  /// Where the call can go from here.
  List<NodeId> exits();

  /// Where it goes for somebody who presses nothing at all.
  List<NodeId> exitsInSilence();

  /// Choose a language by key. What it says is said in every language, one after the other.
  record ChooseLanguage(
      NodeId id,
      List<PromptKey> say,
      Map<Character, Language> keys,
      Patience patience,
      NodeId then,
      NodeId silence,
      NodeId wrong)
      implements Node {
    public ChooseLanguage {
      say = List.copyOf(say);
      keys = Map.copyOf(keys);
    }

    @Override
    public List<NodeId> exits() {
      return List.of(then, silence, wrong);
    }

    @Override
    public List<NodeId> exitsInSilence() {
      return List.of(silence);
    }
  }

  /// One key, one way.
  record Menu(
      NodeId id,
      List<PromptKey> say,
      Map<Character, NodeId> keys,
      Patience patience,
      NodeId silence,
      NodeId wrong)
      implements Node {
    public Menu {
      say = List.copyOf(say);
      keys = Map.copyOf(keys);
    }

    @Override
    public List<NodeId> exits() {
      List<NodeId> exits = new ArrayList<>(keys.values());
      exits.add(silence);
      exits.add(wrong);
      return exits;
    }

    @Override
    public List<NodeId> exitsInSilence() {
      return List.of(silence);
    }
  }

  /// Four or five digits and `#`; `#` alone means that she would rather not say. Passed over where
  /// the postcode is known.
  record AskPostcode(
      NodeId id,
      List<PromptKey> say,
      List<PromptKey> again,
      Patience patience,
      NodeId then,
      NodeId none)
      implements Node {
    public AskPostcode {
      say = List.copyOf(say);
      again = List.copyOf(again);
    }

    @Override
    public List<NodeId> exits() {
      return List.of(then, none);
    }

    @Override
    public List<NodeId> exitsInSilence() {
      return exits();
    }
  }

  /// Raises the alarm, or adds what is known since. Said nothing here; each outcome leads on.
  record RaiseAlarm(NodeId id, NodeId stored, NodeId noPlace, NodeId uncovered, NodeId failed)
      implements Node {
    @Override
    public List<NodeId> exits() {
      return List.of(stored, noPlace, uncovered, failed);
    }

    @Override
    public List<NodeId> exitsInSilence() {
      return exits();
    }
  }

  /// Waits for a human: the end of every path.
  ///
  /// @param say on arrival
  /// @param next said again while she is first in line
  /// @param waiting said again while others are before her
  /// @param keys what she may press while she waits
  record Queue(
      NodeId id,
      boolean silent,
      List<PromptKey> say,
      List<PromptKey> next,
      List<PromptKey> waiting,
      Duration every,
      Map<Character, NodeId> keys)
      implements Node {
    public Queue {
      say = List.copyOf(say);
      next = List.copyOf(next);
      waiting = List.copyOf(waiting);
      keys = Map.copyOf(keys);
    }

    @Override
    public List<NodeId> exits() {
      return List.copyOf(keys.values());
    }

    @Override
    public List<NodeId> exitsInSilence() {
      return List.of();
    }
  }
}
