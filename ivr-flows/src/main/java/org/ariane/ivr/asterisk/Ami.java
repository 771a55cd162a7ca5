package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The manager connection to the switch. Every action goes through here, made of [Word]s only.
/// Where the switch cannot be reached an action is not done and says so; it never throws.
final class Ami implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ami.class);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int NORMAL_CLEARING = 16;
  private static final int CHANNEL_LOST = 44;

  private final DefaultManagerConnection connection;
  private final UnaryOperator<Word> rings;
  private volatile boolean away;
  private volatile boolean lags;

  /// @param rings the device that rings where this one is asked for: an operator may have two
  Ami(int port, String secret, Consumer<ManagerEvent> listener, UnaryOperator<Word> rings) {
    this.rings = rings;
    connection = new DefaultManagerConnection("127.0.0.1", port, "ariane", secret);
    connection.registerUserEventClass(ArianeEvent.class);
    connection.setDefaultResponseTimeout(ANSWER.toMillis());
    connection.setSocketTimeout((int) ANSWER.toMillis());
    connection.setSocketReadTimeout((int) Supervision.SILENT_FOR.toMillis());
    connection.setKeepAliveAfterAuthenticationFailure(true);
    connection.addEventListener(listener::accept);
  }

  /// Another listener beside the first.
  void listen(Consumer<ManagerEvent> listener) {
    connection.addEventListener(listener::accept);
  }

  /// Whether the switch can be reached and answers in time. One that lags is of no use to a caller.
  boolean connected() {
    return loggedIn() && !lags;
  }

  private boolean loggedIn() {
    return connection.getState() == ManagerConnectionState.CONNECTED;
  }

  /// Logs in where that has not been done; afterwards the connection keeps itself alive. Whether it
  /// is logged in now.
  boolean login() {
    try {
      switch (connection.getState()) {
        case INITIAL, DISCONNECTED -> {
          connection.login("call,user,reporting,system,dtmf");
          away = false;
        }
        case CONNECTING, RECONNECTING, CONNECTED, DISCONNECTING -> {}
      }
      return loggedIn();
    } catch (IOException | AuthenticationFailedException | TimeoutException e) {
      if (!away) {
        LOG.warn("the telephone switch does not answer: {}", e.getMessage());
        away = true;
      }
    } catch (IllegalStateException e) {
      LOG.debug("already on its way", e);
    }
    return false;
  }

  /// Rings a telephone and runs it through a context of the dialplan.
  ///
  /// @param id of the new channel; also the action's, by which its failure is told
  boolean originate(
      Word device, Word context, Word id, Duration within, Map<String, Word> variables) {
    return originate(device, context, id, within, Optional.of("Ariane <3919>"), variables);
  }

  /// The same without a number or a name on the display of the telephone.
  boolean originateWithheld(
      Word device, Word context, Word id, Duration within, Map<String, Word> variables) {
    return originate(device, context, id, within, Optional.empty(), variables);
  }

  private boolean originate(
      Word device,
      Word context,
      Word id,
      Duration within,
      Optional<String> shown,
      Map<String, Word> variables) {
    OriginateAction action = new OriginateAction();
    action.setChannel(rings.apply(device).value());
    action.setContext(context.value());
    action.setExten("s");
    action.setPriority(1);
    action.setAsync(true);
    action.setTimeout(within.toMillis());
    shown.ifPresent(action::setCallerId);
    action.setChannelId(id.value());
    action.setActionId(id.value());
    Map<String, String> plain = new LinkedHashMap<>();
    variables.forEach((name, value) -> plain.put(new Word(name).value(), value.value()));
    action.setVariables(plain);
    return send(action).filter(Ami::done).isPresent();
  }

  /// Sends a channel elsewhere in the dialplan.
  boolean redirect(Word channel, Word context, Word exten) {
    return send(new RedirectAction(channel.value(), context.value(), exten.value(), 1))
        .filter(Ami::done)
        .isPresent();
  }

  /// Sends the two sides of a talk elsewhere at once, so that neither falls out of it.
  boolean redirectBoth(
      Word one, Word context, Word exten, Word other, Word otherContext, Word otherExten) {
    RedirectAction action = new RedirectAction(one.value(), context.value(), exten.value(), 1);
    action.setExtraChannel(other.value());
    action.setExtraContext(otherContext.value());
    action.setExtraExten(otherExten.value());
    action.setExtraPriority(1);
    return send(action).filter(Ami::done).isPresent();
  }

  /// Sends a text message.
  ///
  /// @param base64 of at most 740 bytes, since the switch reads no longer lines
  boolean text(Word to, Word from, Word base64) {
    return send(new MessageSendAction(to.value(), from.value(), base64.value()))
        .filter(Ami::done)
        .isPresent();
  }

  /// Ends a channel by name or id; false where it is gone.
  boolean hangup(Word channel) {
    return send(new HangupAction(channel.value(), NORMAL_CLEARING)).filter(Ami::done).isPresent();
  }

  /// Ends every call with a neighbour as lost (Q.850 cause 44), so that callers are brought back.
  void hangUpWith(SwitchId neighbour) {
    Word all = new Word("/PJSIP." + Neighbours.endpoint(neighbour) + "-.*/");
    send(new HangupAction(all.value(), CHANNEL_LOST));
  }

  /// Ends a channel as one whose telephone was lost.
  void hangupLost(Word channel) {
    send(new HangupAction(channel.value(), CHANNEL_LOST));
  }

  /// Voice packets that came in on a channel so far.
  Optional<Long> received(Word channel) {
    return ask(channel, "CHANNEL(rtcp,rxcount)")
        .map(text -> text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0L);
  }

  /// Whether its telephone put the call on hold.
  boolean held(Word channel) {
    return ask(channel, "CHANNEL(rtp,hold)").filter("1"::equals).isPresent();
  }

  /// Where its voice goes.
  Optional<InetSocketAddress> mediaAddress(Word channel) {
    return ask(channel, "CHANNEL(rtp,dest)").flatMap(Ami::address);
  }

  /// The SIP URI of the telephone itself; empty where it is not known.
  String sipTarget(Word channel) {
    return ask(channel, "CHANNEL(pjsip,target_uri)").orElse("");
  }

  static Optional<InetSocketAddress> address(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    String host = text.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", "");
    return port.matches("[0-9]{1,5}") && host.matches("[0-9a-f.:]{2,45}") && !port.equals("0")
        ? Optional.of(new InetSocketAddress(host, Integer.parseInt(port)))
        : Optional.empty();
  }

  private Optional<String> ask(Word channel, String what) {
    return send(new GetVarAction(channel.value(), what))
        .filter(Ami::done)
        .map(response -> response.getAttribute("value"));
  }

  boolean set(Word channel, Word variable, Word value) {
    return send(new SetVarAction(channel.value(), variable.value(), value.value()))
        .filter(Ami::done)
        .isPresent();
  }

  /// Sets a variable of the whole switch.
  boolean setGlobal(Word variable, Word value) {
    return send(new SetVarAction(variable.value(), value.value())).filter(Ami::done).isPresent();
  }

  /// Empty where the channel is gone or nothing can be asked.
  Optional<String> get(Word channel, Word variable) {
    return ask(channel, variable.value());
  }

  /// Asks for the state of every telephone, told as events.
  void listDevices() {
    send(new DeviceStateListAction());
  }

  /// Asks for every channel, told as events that end with a complete one.
  boolean listChannels() {
    return send(new CoreShowChannelsAction()).filter(Ami::done).isPresent();
  }

  private Optional<ManagerResponse> send(ManagerAction action) {
    try {
      ManagerResponse response = connection.sendAction(action);
      lags = false;
      return Optional.of(response);
    } catch (TimeoutException e) {
      lags = true;
      LOG.warn("{} was not answered in time", action.getAction());
      return Optional.empty();
    } catch (IOException | IllegalStateException e) {
      LOG.warn("{} was not done: {}", action.getAction(), e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean done(ManagerResponse response) {
    return !(response instanceof ManagerError) && !"Error".equals(response.getResponse());
  }

  @Override
  public void close() {
    try {
      connection.logoff();
    } catch (IllegalStateException e) {
      LOG.debug("was not connected: {}", e.getMessage());
    }
  }

  /// `DeviceStateList`, which asterisk-java lacks.
  public static final class DeviceStateListAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAction() {
      return "DeviceStateList";
    }
  }
}
