package org.ariane.ops.config;

import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.SipAccount;

/// The settings of the telephone switch, from the deployment and what was chosen for it. `prepare`
/// writes them for Asterisk, `serve` uses the same to reach it.
public final class SwitchSettings {
  private SwitchSettings() {}

  public static AsteriskSettings of(
      Deployment deployment, Keys keys, RuntimePorts ports, Credentials credentials, int sipPort) {
    Configuration configuration = deployment.configuration();
    List<SipAccount> operators =
        credentials.sip().entrySet().stream()
            .map(login -> new SipAccount(login.getKey(), login.getValue().password()))
            .sorted((one, other) -> one.user().value().compareTo(other.user().value()))
            .toList();
    return new AsteriskSettings(
        sipPort,
        ports.ami(),
        keys.switchPassword(),
        ports.agi(),
        ports.switchHttp(),
        ports.rtpStart(),
        ports.rtpEnd(),
        operators,
        configuration.trunk(),
        configuration.emergencyTrunk(),
        java.util.Optional.of(configuration.fallbackNumber()),
        deployment.directory().lines().stream().map(Line::number).toList(),
        Language.FR);
  }
}
