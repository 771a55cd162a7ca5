package org.ariane.ops.config;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ariane.router.access.PrincipalId;

/// What people and programs sign in with: a token for each account, a SIP account for each
/// operator. Stable over restarts: what the file holds is kept, what is missing is added.
public record Credentials(Map<PrincipalId, String> tokens, Map<PrincipalId, SipLogin> sip) {
  public Credentials {
    tokens = Map.copyOf(tokens);
    sip = Map.copyOf(sip);
  }

  /// An account at the telephone switch.
  public record SipLogin(String user, String password) {
    @Override
    public String toString() {
      return "SipLogin[masked]";
    }
  }

  /// Reads what was written before; empty at the first start.
  public static Credentials read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Credentials(Map.of(), Map.of());
    }
    JsonObject json = new JsonObject(Files.readString(file));
    Map<PrincipalId, String> tokens = new HashMap<>();
    Map<PrincipalId, SipLogin> sip = new HashMap<>();
    JsonObject tokenPart = json.getJsonObject("tokens", new JsonObject());
    tokenPart.fieldNames().forEach(n -> tokens.put(new PrincipalId(n), tokenPart.getString(n)));
    JsonObject sipPart = json.getJsonObject("sip", new JsonObject());
    for (String name : sipPart.fieldNames()) {
      JsonObject login = sipPart.getJsonObject(name);
      sip.put(
          new PrincipalId(name),
          new SipLogin(login.getString("user"), login.getString("password")));
    }
    return new Credentials(tokens, sip);
  }

  /// The token of an account that has one.
  public String tokenOf(String account) {
    return Optional.ofNullable(tokens.get(new PrincipalId(account))).orElseThrow();
  }

  /// The telephone account of an operator.
  public SipLogin sipOf(String account) {
    return Optional.ofNullable(sip.get(new PrincipalId(account))).orElseThrow();
  }

  /// The same, with a token or login for each of these accounts and none for others.
  public Credentials complete(
      Iterable<PrincipalId> accounts,
      Iterable<PrincipalId> operators,
      Function<PrincipalId, String> issue) {
    Map<PrincipalId, String> allTokens = new HashMap<>();
    for (PrincipalId account : accounts) {
      allTokens.put(
          account, Optional.ofNullable(tokens.get(account)).orElseGet(() -> issue.apply(account)));
    }
    Map<PrincipalId, SipLogin> allSip = new HashMap<>();
    for (PrincipalId operator : operators) {
      allSip.put(
          operator,
          Optional.ofNullable(sip.get(operator))
              .orElseGet(() -> new SipLogin(operator.value(), Keys.newPassword())));
    }
    return new Credentials(allTokens, allSip);
  }

  public void write(Path file) throws IOException {
    JsonObject tokenPart = new JsonObject();
    byName(tokens).forEach(tokenPart::put);
    JsonObject sipPart = new JsonObject();
    byName(sip)
        .forEach((name, login) ->
            sipPart.put(
                name,
                new JsonObject().put("user", login.user()).put("password", login.password())));
    DataFolder.write(
        file, new JsonObject().put("tokens", tokenPart).put("sip", sipPart).encodePrettily());
  }

  private static <T> Map<String, T> byName(Map<PrincipalId, T> map) {
    Map<String, T> named = new TreeMap<>();
    map.forEach((id, value) -> named.put(id.value(), value));
    return named;
  }

  @Override
  public String toString() {
    return "Credentials[masked]";
  }
}
