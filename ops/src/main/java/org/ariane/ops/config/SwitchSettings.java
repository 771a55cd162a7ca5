package org.ariane.ops.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ivr.asterisk.Neighbours;
import org.ariane.ivr.asterisk.Neighbours.Neighbour;
import org.ariane.ivr.asterisk.SipAccount;
import org.ariane.ivr.asterisk.SwitchId;
import org.ariane.ivr.asterisk.WebMedia;

/// The settings of the telephone switches, from the deployment and what was chosen for it.
/// `prepare` writes them for Asterisk, `serve` uses the same to reach it.
public final class SwitchSettings {
  private SwitchSettings() {}

  /// Of each switch; first the one that `ops/run` starts.
  public static List<AsteriskSettings> of(
      Deployment deployment, Keys keys, RuntimePorts ports, Credentials credentials, int sipPort)
      throws IOException {
    Configuration configuration = deployment.configuration();
    Map<SwitchId, SwitchPlace> places = new TreeMap<>(configuration.switches());
    List<Neighbour> all = new ArrayList<>();
    all.add(new Neighbour(SwitchId.LOCAL, new HostPort("127.0.0.1", sipPort)));
    places.forEach((id, place) -> all.add(new Neighbour(id, place.sip())));
    String secret = places.isEmpty() ? "" : keys.neighbourSecret();
    SwitchPlace local =
        new SwitchPlace(all.getFirst().sip(), ports.ami(), ports.rtpStart(), ports.rtpEnd());
    List<AsteriskSettings> settings = new ArrayList<>();
    for (Neighbour one : all) {
      boolean here = one.id().equals(SwitchId.LOCAL);
      List<Neighbour> others = all.stream().filter(other -> !other.equals(one)).toList();
      settings.add(
          settings(
              deployment,
              here ? local : places.getOrDefault(one.id(), local),
              here ? ports.switchHttp() : 0,
              keys,
              ports,
              credentials,
              new Neighbours(one.id(), others, secret)));
    }
    return settings;
  }

  private static AsteriskSettings settings(
      Deployment deployment,
      SwitchPlace place,
      int httpPort,
      Keys keys,
      RuntimePorts ports,
      Credentials credentials,
      Neighbours neighbours) {
    Configuration configuration = deployment.configuration();
    List<SipAccount> operators =
        credentials.sip().entrySet().stream()
            .map(login -> new SipAccount(login.getKey(), login.getValue().password()))
            .sorted((one, other) -> one.user().value().compareTo(other.user().value()))
            .toList();
    return new AsteriskSettings(
        place.sip().port(),
        place.amiPort(),
        keys.switchPassword(),
        ports.agi(),
        httpPort,
        place.rtpStart(),
        place.rtpEnd(),
        operators,
        configuration.trunk(),
        configuration.emergencyTrunk(),
        Optional.of(configuration.fallbackNumber()),
        deployment.directory().lines().stream().map(Line::number).toList(),
        Language.FR,
        DoorLanguages.of(deployment),
        neighbours,
        configuration.capacity(),
        WebMedia.here(configuration.mediaAddress()));
  }
}
