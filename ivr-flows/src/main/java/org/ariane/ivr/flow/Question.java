package org.ariane.ivr.flow;

import java.util.List;
import org.ariane.ivr.prompt.PromptKey;

/// What is common to all nodes that ask: the words, how long is waited, and where those go who
/// press nothing or something unexpected.
///
/// @param again said when it is asked once more
public record Question(
    List<PromptKey> say, List<PromptKey> again, Patience patience, NodeId silence, NodeId wrong) {
  public Question {
    say = List.copyOf(say);
    again = List.copyOf(again);
  }
}
