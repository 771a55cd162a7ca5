package org.ariane.router.alarm;

/// Where an alarm came from.
public sealed interface AlarmSource {
  /// Name in metrics and decisions: `app`, `call`, `chat`, `operator`.
  String kind();

  /// The scope in which [Alarm#messageId] is unique.
  String scope();

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

  /// An operator who acts for a contact.
  record Operator(String account) implements AlarmSource {
    @Override
    public String kind() {
      return "operator";
    }

    @Override
    public String scope() {
      return "operator:" + account;
    }
  }
}
