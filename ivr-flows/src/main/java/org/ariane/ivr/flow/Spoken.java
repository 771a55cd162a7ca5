package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.List;
import org.ariane.ivr.prompt.PromptKey;

/// What a node says: each list is one thing she may hear on its own.
record Spoken(List<List<PromptKey>> occasions) {
  static Spoken of(Node node) {
    return new Spoken(
        switch (node) {
          case Node.ChooseLanguage choose -> List.of(choose.say());
          case Node.Menu menu -> List.of(menu.say());
          case Node.AskPostcode ask -> List.of(ask.say(), ask.again());
          case Node.RaiseAlarm _ -> List.of();
          case Node.Queue queue -> List.of(queue.say(), queue.next(), queue.waiting());
        });
  }

  List<PromptKey> all() {
    List<PromptKey> all = new ArrayList<>();
    occasions.forEach(all::addAll);
    return all;
  }
}
