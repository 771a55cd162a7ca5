package org.ariane.ops.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.flow.Question;

/// The ways on from a node, in words for people: what leads there, and where to.
record Ways(Map<String, NodeId> byCause) {
  static Ways of(Node node) {
    Map<String, NodeId> ways = new LinkedHashMap<>();
    switch (node) {
      case Node.Say say -> ways.put("then", say.then());
      case Node.Menu menu -> menu.keys().forEach((key, to) -> ways.put("key " + key, to));
      case Node.Gather gather ->
          ways.put(gather.least() + " to " + gather.most() + " digits, #", gather.then());
      case Node.ChooseLanguage choose -> {
        ways.put(languages(choose.keys()), choose.then());
        choose.more().forEach((key, to) -> ways.put("key " + key, to));
      }
      case Node.AskForWhom ask ->
          ask.keys()
              .forEach((key, whom) ->
                  ways.put("key " + key + ", " + whom.wireName(), ask.ways().get(whom)));
      case Node.AskPlace ask -> {
        ways.put(ask.letters() ? "postcode #, or * letters #" : "postcode #", ask.then());
        ways.put("# alone", ask.none());
      }
      case Node.AskDanger ask -> {
        ways.put("key " + ask.dangerKey() + ", danger", ask.danger());
        ways.put("key " + ask.safeKey() + ", safe", ask.safe());
      }
      case Node.RaiseAlarm alarm -> {
        ways.put("stored", alarm.stored());
        ways.put("place not found", alarm.noPlace());
        ways.put("no police reached there", alarm.uncovered());
        ways.put("could not be stored", alarm.failed());
      }
      case Node.Queue queue -> {
        queue.keys().forEach((key, to) -> ways.put("key " + key, to));
        queue.later().forEach((key, to) -> ways.put("key " + key + ", after a minute", to));
      }
      case Node.Transfer transfer -> ways.put("nobody answers", transfer.failed());
      case Node.CallBack back -> {
        ways.put("agreed", back.agreed());
        ways.put("refused", back.refused());
      }
      case Node.HangUp _ -> {}
    }
    if (node instanceof Node.Asking asking) {
      unanswered(asking.question(), ways);
    }
    return new Ways(ways);
  }

  private static void unanswered(Question question, Map<String, NodeId> ways) {
    String patience =
        question.patience().attempts() + " x " + question.patience().listen().toSeconds() + " s";
    if (question.silence().equals(question.wrong())) {
      ways.put("nothing or a wrong key, " + patience, question.silence());
    } else {
      ways.put("nothing, " + patience, question.silence());
      ways.put("a wrong key, " + question.patience().attempts() + " times", question.wrong());
    }
  }

  private static String languages(Map<Character, Language> keys) {
    List<String> each = new ArrayList<>();
    keys.forEach((key, language) -> each.add(key + " " + language.tag()));
    return "keys " + String.join(", ", each);
  }
}
