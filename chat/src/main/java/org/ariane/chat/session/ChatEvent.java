package org.ariane.chat.session;

import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame.Alternative;
import org.ariane.chat.protocol.VisitorFrame.Answer;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.desk.DangerNotice;
import org.ariane.router.desk.MessageId;

/// What happens to a chat.
public sealed interface ChatEvent {
  record VisitorSaid(MessageId id, String text) implements ChatEvent {
    @Override
    public String toString() {
      return "VisitorSaid[masked]";
    }
  }

  record VisitorTyped() implements ChatEvent {}

  record VisitorSaw(MessageId id) implements ChatEvent {}

  /// "I am in danger".
  ///
  /// @param placeKnown whether police can be found for the place that she gave
  record DangerSaid(boolean placeKnown, List<String> numbers) implements ChatEvent {}

  /// She said where she is.
  ///
  /// @param served whether police can be found for it
  record PlaceSaid(Postcode postcode, boolean served, List<String> numbers) implements ChatEvent {}

  /// What came of the alarm.
  record AlarmAnswered(DangerNotice state, Optional<IncidentId> incident, List<String> numbers)
      implements ChatEvent {}

  record Consented(String transfer, Answer answer) implements ChatEvent {}

  record VisitorLeft() implements ChatEvent {}

  record TookTooLong() implements ChatEvent {}

  /// She waits, and how.
  record Waits(int position, Optional<Long> expectedS, List<Alternative> alternatives)
      implements ChatEvent {}

  record Joined(PrincipalId operator, ServiceId desk, String service) implements ChatEvent {}

  /// The operator's desk was lost.
  record Interrupted(PrincipalId operator) implements ChatEvent {}

  record OperatorSaid(PrincipalId operator, MessageId id, String text) implements ChatEvent {
    @Override
    public String toString() {
      return "OperatorSaid[masked]";
    }
  }

  record OperatorTyped(PrincipalId operator) implements ChatEvent {}

  record OperatorSaw(PrincipalId operator, MessageId id) implements ChatEvent {}

  record OperatorEnded(PrincipalId operator) implements ChatEvent {}

  record TransferAsked(PrincipalId operator, ServiceId to, String service) implements ChatEvent {}

  record TransferOffered() implements ChatEvent {}

  record TransferAccepted(PrincipalId operator, ServiceId desk, String service)
      implements ChatEvent {}

  record TransferFailed(String cause) implements ChatEvent {}
}
