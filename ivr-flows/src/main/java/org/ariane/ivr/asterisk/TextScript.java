package org.ariane.ivr.asterisk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.text.TextInbox;
import org.ariane.router.text.TextMessage;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// FastAGI `/text`: the dialplan hands over one text message, and keeps it where it hears nothing.
final class TextScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(TextScript.class);

  /// Who wrote and what, in one go and past every variable. Her words are read by name: put into an
  /// expression, as `BASE64_ENCODE(${MESSAGE(body)})`, they would end at the first `:)`. Line
  /// breaks would end the answer, so each comes as a unit separator.
  private static final String QUESTION =
      "${MESSAGE_DATA(Privacy)}|${MESSAGE_DATA(Remote-Party-ID)}|${MESSAGE(from)}";

  private static final String WORDS =
      "${REPLACE(MESSAGE(body),${URIDECODE(%0A%0D)},${URIDECODE(%1F)})}";
  private static final Pattern BREAK = Pattern.compile("\u001F\u001F?");
  private static final char DAMAGED = '\uFFFD';

  private volatile Optional<TextInbox> inbox = Optional.empty();

  /// From now on messages are handed over; until then the switch keeps them.
  void handTo(TextInbox listener) {
    inbox = Optional.of(listener);
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    if (inbox.isEmpty()) {
      return;
    }
    String[] arguments = request.getArguments();
    String from = channel.getFullVariable(QUESTION);
    Optional<PhoneNumber> sender = from == null ? Optional.empty() : PresentedNumber.of(from);
    if (sender.isEmpty()) {
      // No carrier sends so; whoever does cannot be answered.
      LOG.warn("a text message of nobody who could be answered was dropped");
    } else {
      TextMessage message =
          new TextMessage(
              sender.get(),
              new PhoneNumber(arguments[0]),
              words(channel.getFullVariable(WORDS)),
              missed(argument(arguments, 3)),
              argument(arguments, 1).equals("1"));
      try {
        inbox.get().receive(message);
      } catch (RuntimeException e) {
        LOG.error("a text message was not taken", e);
        return;
      }
    }
    channel.exec("MSet", "ARIANE_DO=done");
  }

  private static String argument(String[] arguments, int place) {
    return arguments.length > place && arguments[place] != null ? arguments[place] : "";
  }

  private static int missed(String text) {
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
  }

  /// Empty where nothing can be read.
  static Optional<String> words(@org.jspecify.annotations.Nullable String said) {
    return Optional.ofNullable(said)
        .map(text -> BREAK.matcher(text).replaceAll("\n").strip())
        .filter(text -> !text.isEmpty() && text.indexOf(DAMAGED) < 0)
        .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""))
        .filter(text -> !text.isBlank());
  }
}
