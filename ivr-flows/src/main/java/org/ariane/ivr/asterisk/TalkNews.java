package org.ariane.ivr.asterisk;

import java.util.Set;
import org.ariane.router.contact.ContactId;
import org.ariane.router.transfer.Supervisions;
import org.ariane.router.transfer.TransferEvent;
import org.ariane.router.transfer.Transfers;

/// What the dialplan tells of transfers and supervisors.
final class TalkNews implements TalkReports {
  private final Talks talks;
  private final Transfers transfers;
  private final Supervisions supervisions;

  TalkNews(Talks talks, Transfers transfers, Supervisions supervisions) {
    this.talks = talks;
    this.transfers = transfers;
    this.supervisions = supervisions;
  }

  @Override
  public void on(ArianeEvent event) {
    if (!ContactId.isValid(event.getContact())) {
      return;
    }
    ContactId contact = new ContactId(event.getContact());
    switch (event.getWhat()) {
      case "accepted" -> talks.accepted(contact, channel(event));
      case "gone" -> talks.gone(contact);
      case "transfer-taken" -> {
        talks.taken(contact, channel(event));
        heard(event, contact, new TransferEvent.Taken());
      }
      case "transfer-returned" ->
          heard(event, contact, new TransferEvent.Returned(event.getCause()));
      case "transfer-joined" -> heard(event, contact, new TransferEvent.Together());
      case "transfer-target-gone" -> heard(event, contact, new TransferEvent.TargetGone());
      case "transfer-left" -> {
        talks.left(contact);
        heard(event, contact, new TransferEvent.Left());
      }
      case "supervise-entered" -> {
        if (event.getAnswer().equals("take-over")) {
          talks.accepted(contact, channel(event));
        }
        supervisions.entered(contact, event.getAnswer());
      }
      case "supervise-ended" ->
          supervisions.ended(contact, !Set.of("", "0", "16").contains(event.getCause()));
      default -> {}
    }
  }

  private void heard(ArianeEvent event, ContactId contact, TransferEvent what) {
    transfers.heard(contact, event.getTransfer(), what);
  }

  private static String channel(ArianeEvent event) {
    return event.getChannel() == null ? "" : event.getChannel();
  }

  @Override
  public void failed(String id) {
    if (id.startsWith("su-") && ContactId.isValid(id.substring(3))) {
      supervisions.ended(new ContactId(id.substring(3)), false);
    }
  }
}
