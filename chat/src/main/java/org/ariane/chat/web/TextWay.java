package org.ariane.chat.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.session.ChatSession;
import org.ariane.chat.text.Letters;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.FrameBudget;
import org.ariane.router.text.TextChat;

/// Text messages of her telephone. She is never gone; a server that comes back goes on.
final class TextWay implements Way {
  /// Carriers bring all of them, so all count together.
  static final String ADDRESS = "text messages";

  /// A wish for help that nobody answered is not answered in the middle of the night after.
  private static final int LONGER_IN_DANGER = 4;

  private static final double MESSAGES_PER_SECOND = 1;
  private static final int MESSAGES_AT_ONCE = 10;

  private final PhoneNumber phone;
  private final PhoneNumber line;
  private final Letters letters;
  private final TextPost post;
  private final TextLedger ledger;
  private final FrameBudget pace;
  private Optional<Instant> endedAt = Optional.empty();
  private int messages;

  /// @param line the number that she wrote to
  TextWay(
      PhoneNumber phone,
      PhoneNumber line,
      Letters letters,
      TextPost post,
      TextLedger ledger,
      Instant now) {
    this.phone = phone;
    this.line = line;
    this.letters = letters;
    this.post = post;
    this.ledger = ledger;
    this.pace = new FrameBudget(MESSAGES_PER_SECOND, MESSAGES_AT_ONCE, now);
  }

  @Override
  public String address() {
    return ADDRESS;
  }

  @Override
  public Optional<PhoneNumber> phone() {
    return Optional.of(phone);
  }

  TextChat chat(Contact contact) {
    return new TextChat(contact, phone, line);
  }

  void welcome() {
    post.add(letters.welcome());
  }

  /// Another server had her before.
  void again() {
    post.add(letters.again());
  }

  /// The number of one more message of hers.
  int count() {
    return ++messages;
  }

  /// Whether she writes faster than people do.
  boolean tooFast(Instant now) {
    return !pace.spend(now);
  }

  @Override
  public void tell(ServerFrame frame) {
    letters.of(frame).ifPresent(post::add);
  }

  @Override
  public void revised(Contact contact) {
    ledger.keep(chat(contact));
  }

  @Override
  public void over(ContactId contact, Instant now) {
    endedAt = Optional.of(now);
    ledger.forget(contact);
  }

  @Override
  public boolean givenUp(Instant now, ChatSession session, ChatSettings settings) {
    Duration patience =
        session.inDanger() ? settings.idle().multipliedBy(LONGER_IN_DANGER) : settings.idle();
    return session.waits() && !session.lastWord().plus(patience).isAfter(now);
  }

  @Override
  public boolean spent(Instant now, ChatSettings settings) {
    return post.idle()
        || endedAt.filter(end -> end.plus(settings.resumeWithin()).isAfter(now)).isEmpty();
  }

  @Override
  public void hangUp(short code, String reason) {}
}
