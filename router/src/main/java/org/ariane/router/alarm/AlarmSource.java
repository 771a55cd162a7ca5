package org.ariane.router.alarm;

import java.util.List;
import java.util.Optional;

/// Where an alarm came from.
public sealed interface AlarmSource {
  /// The scope of alarms that operators raise for a contact.
  String OF_CONTACT = "operator";

  /// Name in metrics and decisions: `app`, `aml`, `check-in`, `call`, `chat`, `operator`, `outage`.
  String kind();

  /// The scope in which [Alarm#messageId] is unique.
  String scope();

  /// Scopes in which an alarm of the same contact may be known under the same message id: a key, a
  /// tap and an operator's button are one incident, also where no phone is known.
  default List<String> siblings() {
    return switch (this) {
      case Call call -> List.of(OF_CONTACT);
      case Chat chat -> List.of(OF_CONTACT);
      case Operator operator ->
          operator.contact().isPresent()
              ? List.of(new Call().scope(), new Chat().scope())
              : List.of();
      case App app -> List.of();
      case Aml aml -> List.of();
      case CheckIn checkIn -> List.of();
      case Outage outage -> List.of();
    };
  }

  /// An emergency app, by its account.
  record App(String account) implements AlarmSource {
    @Override
    public String kind() {
      return "app";
    }

    @Override
    public String scope() {
      return "app:" + account;
    }
  }

  /// A text that a phone sent by itself while it called for help, handed on by the gateway with
  /// this account.
  record Aml(String account) implements AlarmSource {
    @Override
    public String kind() {
      return "aml";
    }

    @Override
    public String scope() {
      return "app:" + account;
    }
  }

  /// A check-in that an app registered here and that nobody confirmed. The app may follow it up.
  record CheckIn(String account) implements AlarmSource {
    @Override
    public String kind() {
      return "check-in";
    }

    @Override
    public String scope() {
      return "app:" + account;
    }
  }

  /// Nobody: too many check-ins of one app were missed at once, and what follows is one notice.
  record Outage(String account) implements AlarmSource {
    @Override
    public String kind() {
      return "outage";
    }

    @Override
    public String scope() {
      return "outage:" + account;
    }
  }

  /// A key pressed on the telephone.
  record Call() implements AlarmSource {
    @Override
    public String kind() {
      return "call";
    }

    @Override
    public String scope() {
      return kind();
    }
  }

  /// A tap on the chat page.
  record Chat() implements AlarmSource {
    @Override
    public String kind() {
      return "chat";
    }

    @Override
    public String scope() {
      return kind();
    }
  }

  /// An operator who acts for somebody.
  ///
  /// @param contact whom she talks with; then [Alarm#messageId] is the contact's id, and whoever
  ///   presses again for the same contact, also after a transfer, updates the same alarm
  record Operator(String account, Optional<String> contact) implements AlarmSource {
    @Override
    public String kind() {
      return "operator";
    }

    @Override
    public String scope() {
      return contact.isPresent() ? OF_CONTACT : "operator:" + account;
    }
  }
}
