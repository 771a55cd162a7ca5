package org.ariane.ivr.asterisk;

import java.util.Optional;
import org.ariane.ivr.softphone.Softphones;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.PhoneState;

/// The softphones of one switch.
final class SwitchSoftphones implements Softphones {
  private final AsteriskSettings settings;
  private final OperatorDevices devices;

  SwitchSoftphones(AsteriskSettings settings, OperatorDevices devices) {
    this.settings = settings;
    this.devices = devices;
  }

  @Override
  public Optional<Integer> port() {
    return Optional.of(settings.httpPort()).filter(_ -> settings.softphones());
  }

  @Override
  public Optional<Login> login(PrincipalId operator) {
    return settings.operators().stream()
        .filter(account -> account.user().equals(operator))
        .findFirst()
        .map(
            account -> new Login(OperatorDevices.softphone(operator), account.softphonePassword()));
  }

  @Override
  public boolean busy(PrincipalId operator) {
    PhoneState state = devices.state(operator, OperatorDevices.Kind.SOFTPHONE);
    return state == PhoneState.IN_USE || state == PhoneState.RINGING;
  }
}
