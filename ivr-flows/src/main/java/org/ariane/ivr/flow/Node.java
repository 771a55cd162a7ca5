package org.ariane.ivr.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.contact.ForWhom;

/// One point of a [Flow].
public sealed interface Node {
  NodeId id();

  /// Where the call can go from here.
  List<NodeId> exits();

  /// Where it goes without an announced key: silence, wrong keys, what fails.
  List<NodeId> exitsUnchosen();

  /// One that asks something and listens.
  sealed interface Asking extends Node {
    Question question();

    /// Keys that do something here.
    List<Character> acting();

    /// Where an answer leads.
    List<NodeId> answers();

    @Override
    default List<NodeId> exits() {
      List<NodeId> exits = new ArrayList<>(answers());
      exits.addAll(exitsUnchosen());
      return exits;
    }

    @Override
    default List<NodeId> exitsUnchosen() {
      return List.of(question().silence(), question().wrong());
    }
  }

  /// Says something and goes on; any key cuts it short.
  record Say(NodeId id, List<PromptKey> say, NodeId then) implements Node {
    public Say {
      say = List.copyOf(say);
    }

    @Override
    public List<NodeId> exits() {
      return List.of(then);
    }

    @Override
    public List<NodeId> exitsUnchosen() {
      return exits();
    }
  }

  /// Choose a language by key. What it says is said in each of them, in the order of the keys.
  ///
  /// @param more keys that lead elsewhere, as to further languages
  /// @param moreSay said last, in English, to those who understood none of it
  record ChooseLanguage(
      NodeId id,
      Question question,
      Map<Character, Language> keys,
      Map<Character, NodeId> more,
      List<PromptKey> moreSay,
      NodeId then)
      implements Asking {
    public ChooseLanguage {
      keys = Keys.inOrder(keys);
      more = Keys.inOrder(more);
      moreSay = List.copyOf(moreSay);
    }

    @Override
    public List<Character> acting() {
      List<Character> acting = new ArrayList<>(keys.keySet());
      acting.addAll(more.keySet());
      return acting;
    }

    @Override
    public List<NodeId> answers() {
      List<NodeId> answers = new ArrayList<>(more.values());
      answers.add(then);
      return answers;
    }
  }

  /// One key, one way.
  ///
  /// @param note the operator is shown which key was pressed, under the node's name
  record Menu(NodeId id, Question question, Map<Character, NodeId> keys, boolean note)
      implements Asking {
    public Menu {
      keys = Keys.inOrder(keys);
    }

    @Override
    public List<Character> acting() {
      return List.copyOf(keys.keySet());
    }

    @Override
    public List<NodeId> answers() {
      return List.copyOf(keys.values());
    }
  }

  /// Some digits, closed by `#`, which the operator is shown under the node's name.
  record Gather(NodeId id, Question question, int least, int most, NodeId then) implements Asking {
    public Gather {
      if (least < 1 || most < least || most > 20) {
        throw new IllegalArgumentException("1 to 20 digits are gathered");
      }
    }

    @Override
    public List<Character> acting() {
      return List.of();
    }

    @Override
    public List<NodeId> answers() {
      return List.of(then);
    }
  }

  /// Whom she asks help for.
  record AskForWhom(
      NodeId id, Question question, Map<Character, ForWhom> keys, Map<ForWhom, NodeId> ways)
      implements Asking {
    public AskForWhom {
      keys = Keys.inOrder(keys);
      ways = Map.copyOf(ways);
      if (!ways.keySet().containsAll(keys.values())) {
        throw new IllegalArgumentException("each answer needs a way on");
      }
    }

    @Override
    public List<Character> acting() {
      return List.copyOf(keys.keySet());
    }

    @Override
    public List<NodeId> answers() {
      return keys.values().stream().map(ways::get).map(NodeId.class::cast).toList();
    }
  }

  /// Where she is: a postcode and `#`; with `letters` also `*` and the first letters of a commune;
  /// `#` alone means that she would rather not say. Passed over where the place is known.
  record AskPlace(NodeId id, Question question, boolean letters, NodeId then) implements Asking {
    @Override
    public List<Character> acting() {
      return List.of();
    }

    @Override
    public List<NodeId> answers() {
      return List.of(then, none());
    }

    public NodeId none() {
      return question.silence();
    }
  }

  /// Whether somebody is in danger now. Not to answer is no "safe".
  record AskDanger(
      NodeId id, Question question, char dangerKey, char safeKey, NodeId danger, NodeId safe)
      implements Asking {
    @Override
    public List<Character> acting() {
      return List.of(dangerKey, safeKey);
    }

    @Override
    public List<NodeId> answers() {
      return List.of(danger, safe);
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
    public List<NodeId> exitsUnchosen() {
      return exits();
    }
  }

  /// Waits for a human: the end of nearly every path.
  ///
  /// @param say on arrival
  /// @param next said again while she is first in line
  /// @param waiting said again while others are before her
  /// @param keys what she may press while she waits
  /// @param longer said too once she waits, or is to wait, longer than a minute
  /// @param later what she may press from then on: ways other than to go on waiting
  record Queue(
      NodeId id,
      boolean silent,
      List<PromptKey> say,
      List<PromptKey> next,
      List<PromptKey> waiting,
      Duration every,
      Map<Character, NodeId> keys,
      List<PromptKey> longer,
      Map<Character, NodeId> later)
      implements Node {
    public Queue {
      longer = List.copyOf(longer);
      later = Keys.inOrder(later);
      say = List.copyOf(say);
      next = List.copyOf(next);
      waiting = List.copyOf(waiting);
      keys = Keys.inOrder(keys);
    }

    @Override
    public List<NodeId> exits() {
      List<NodeId> exits = new ArrayList<>(keys.values());
      exits.addAll(later.values());
      return exits;
    }

    @Override
    public List<NodeId> exitsUnchosen() {
      return List.of();
    }
  }

  /// Rings somebody of the directory; whoever answers has her.
  ///
  /// @param failed where nobody answers there, or it is closed
  record Transfer(NodeId id, List<PromptKey> say, Target target, Duration within, NodeId failed)
      implements Node {
    public Transfer {
      say = List.copyOf(say);
    }

    @Override
    public List<NodeId> exits() {
      return List.of(failed);
    }

    @Override
    public List<NodeId> exitsUnchosen() {
      return exits();
    }
  }

  /// Asks that she be called back as she agreed earlier.
  record CallBack(NodeId id, NodeId agreed, NodeId refused) implements Node {
    @Override
    public List<NodeId> exits() {
      return List.of(agreed, refused);
    }

    @Override
    public List<NodeId> exitsUnchosen() {
      return List.of(refused);
    }
  }

  /// Says something, then ends the call. Only ever reached by an announced key.
  record HangUp(NodeId id, List<PromptKey> say) implements Node {
    public HangUp {
      say = List.copyOf(say);
      if (say.isEmpty()) {
        throw new IllegalArgumentException("no call ends without a word");
      }
    }

    @Override
    public List<NodeId> exits() {
      return List.of();
    }

    @Override
    public List<NodeId> exitsUnchosen() {
      return List.of();
    }
  }
}
