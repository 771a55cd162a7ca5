package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;

/// Renders the parts of the switch's configuration that depend on this server: ports, accounts,
/// trunks, lines. The static rest (`ops/asterisk/conf`) includes them from `/etc/ariane`.
public final class AsteriskConfiguration {
  private static final String SOUNDS = "/usr/share/asterisk/sounds";
  private static final String HEAD = "; Generated at each start; changes are lost.\n";

  private AsteriskConfiguration() {}

  /// Name and content of each file.
  public static Map<String, String> render(AsteriskSettings settings) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pjsip.conf", HEAD + SipConfiguration.render(settings));
    files.put("manager.conf", HEAD + manager(settings));
    files.put("rtp.conf", HEAD + rtp(settings));
    files.put("http.conf", HEAD + http(settings));
    files.put("extensions-globals.conf", HEAD + extensions(settings));
    files.put("musiconhold.conf", HEAD + music(settings));
    files.put("asterisk-limits.conf", HEAD + settings.capacity().limits());
    return files;
  }

  /// Writes them into a folder, to be mounted at `/etc/ariane`. The switch runs under another user,
  /// so the files can be read by everybody: keep the folder inside one that cannot be entered.
  public static void write(AsteriskSettings settings, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : render(settings).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static String manager(AsteriskSettings settings) {
    return """
    [general]
    enabled=yes
    bindaddr=127.0.0.1
    port=%d
    [ariane]
    secret=%s
    deny=0.0.0.0/0.0.0.0
    permit=127.0.0.1/255.255.255.255
    read=call,user,reporting,system,dtmf
    write=originate,call,reporting,system,message
    writetimeout=2000
    ; Only what the server listens to: no event that names a caller leaves the switch.
    eventfilter(action(include),name(UserEvent))=
    eventfilter(action(include),name(DeviceStateChange))=
    eventfilter(action(include),name(DeviceStateListComplete))=
    eventfilter(action(include),name(OriginateResponse))=
    eventfilter(action(include),name(CoreShowChannel))=
    eventfilter(action(include),name(CoreShowChannelsComplete))=
    eventfilter(action(include),name(FullyBooted))=
    eventfilter(action(include),name(ContactStatus),header(EndpointName),method(starts_with))=switch-
    ; What callers press, for the desk of who talks with them; of no other telephone.
    eventfilter(action(include),name(DTMFEnd),header(Channel),method(starts_with))=PJSIP/anonymous-
    ; The telephone of a duty officer; its id begins so, a caller's never does.
    eventfilter(action(include),name(Hangup),header(Uniqueid),method(starts_with))=du-
    """
        .formatted(settings.amiPort(), settings.amiSecret());
  }

  private static String rtp(AsteriskSettings settings) {
    StringBuilder text =
        new StringBuilder(
            """
            [general]
            rtpstart=%d
            rtpend=%d
            strictrtp=yes
            """
                .formatted(settings.rtpStart(), settings.rtpEnd()));
    if (settings.softphones()) {
      text.append(
          """
          icesupport=yes
          ice_deny=::/0
          [ice_host_candidates]
          """);
      WebMedia media = settings.webMedia();
      media.own().forEach(own -> text.append("%s => %s\n".formatted(own, media.address())));
    }
    return text.toString();
  }

  private static String http(AsteriskSettings settings) {
    return settings.softphones()
        ? """
        [general]
        enabled=yes
        bindaddr=127.0.0.1
        bindport=%d
        sessionlimit=500
        """
            .formatted(settings.httpPort())
        : "[general]\nenabled=no\n";
  }

  private static String extensions(AsteriskSettings settings) {
    String fallback =
        settings.trunk().isPresent()
            ? settings.fallback().map(DialNumber::of).map(DialNumber::value).orElse("")
            : "";
    StringBuilder text =
        new StringBuilder(
            """
            [globals]
            ARIANE_SWITCH=%s
            ARIANE_AGI_PORT=%d
            ARIANE_OPERATORS=%s
            ARIANE_FALLBACK=%s
            ARIANE_SALT=%s
            ARIANE_WITHHELD=%s
            %s%s; Only these can be called; nothing here leads out. `exercise-…` marks an exercise: it
            ; cannot be dialled on a telephone, nor guessed by a call that comes in.
            [ariane-in]
            """
                .formatted(
                    settings.id(),
                    settings.agiPort(),
                    NeighbourConfiguration.operators(settings),
                    fallback,
                    Derived.salt(settings.amiSecret()),
                    Derived.withheldCell(settings.amiSecret()),
                    settings.capacity().globals(),
                    TextConfiguration.globals(settings)));
    settings.lines().forEach(line -> text.append(line(line, settings)));
    text.append(TextConfiguration.extensions(settings));
    text.append(NeighbourConfiguration.extensions(settings));
    return text.toString();
  }

  private static String line(PhoneNumber number, AsteriskSettings settings) {
    return """
    exten => %1$s,1,MSet(ARIANE_LINE=%1$s,ARIANE_TONGUES=%2$s)
     same => n,Goto(ariane-door,s,1)
    exten => %3$s,1,MSet(ARIANE_LINE=%1$s,ARIANE_TONGUES=%2$s,ARIANE_EXERCISE=1)
     same => n,Goto(ariane-door,s,1)
    """
        .formatted(
            DialNumber.of(number).value(),
            joined(settings.tongues(number)),
            ExerciseLine.of(number, settings.amiSecret()).dialled());
  }

  /// What a caller hears while the fallback number is rung because too many call: why, in each
  /// language of her line, then the quiet sound; again and again.
  private static String music(AsteriskSettings settings) {
    StringBuilder text = new StringBuilder();
    settings.lines().stream()
        .map(settings::tongues)
        .distinct()
        .forEach(tongues -> {
          text.append("[over-%s]\nmode=playlist\n".formatted(joined(tongues)));
          tongues.forEach(
              tongue -> text.append("entry=%s/%s/ariane/over\n".formatted(SOUNDS, tongue.tag())));
          text.append("entry=/usr/share/asterisk/hold/hold\n");
        });
    return text.toString();
  }

  private static String joined(List<Language> tongues) {
    return tongues.stream().map(Language::tag).collect(Collectors.joining("-"));
  }
}
