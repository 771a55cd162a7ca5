package org.ariane.ops.config;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.ariane.ivr.asterisk.AsteriskConfiguration;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.SwitchId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.jwt.JwtIssuer;
import org.ariane.router.dispatch.redis.Ballast;
import org.ariane.router.identity.Ulid;

/// Writes what the parts read at their start: keys and credentials (kept where they exist), ports,
/// and the configurations of Redis and of the telephone switch.
public final class Preparation {
  private final DataFolder data;
  private final Deployment deployment;
  private final int sipPort;

  public Preparation(DataFolder data, Deployment deployment, int sipPort) {
    this.data = data;
    this.deployment = deployment;
    this.sipPort = sipPort;
  }

  public void write() throws IOException {
    data.create();
    SecureRandom random = new SecureRandom();
    Keys keys = Keys.in(data.keys());
    RuntimePorts ports =
        RuntimePorts.choose(
            data.runtime(), random, deployment.configuration().capacity().mediaPorts());
    Credentials credentials = credentials(keys, random);
    credentials.write(data.credentials());
    DataFolder.write(
        data.redisConfiguration(),
        RedisConfiguration.render(ports.redis(), keys.redisPassword(), data.redis()));
    new Ballast(data.redis()).lay();
    for (AsteriskSettings settings :
        SwitchSettings.of(deployment, keys, ports, credentials, sipPort)) {
      boolean local = settings.id().equals(SwitchId.LOCAL);
      AsteriskConfiguration.write(settings, local ? data.asterisk() : data.asterisk(settings.id()));
    }
    ports.write(data.runtime(), deployment.configuration().redis().isPresent());
  }

  private Credentials credentials(Keys keys, SecureRandom random) throws IOException {
    InstantSource clock = InstantSource.system();
    JwtIssuer issuer = new JwtIssuer(keys.tokens(), new Ulid(clock, random), clock);
    List<PrincipalId> accounts = deployment.accounts().stream().map(Principal::id).toList();
    List<PrincipalId> operators =
        deployment.accounts().stream()
            .filter(account ->
                account.has(Role.OPERATOR)
                    || (account.has(Role.SUPERVISOR) && account.desk().isPresent()))
            .map(Principal::id)
            .toList();
    return Credentials.read(data.credentials()).complete(accounts, operators, issuer::issue);
  }
}
