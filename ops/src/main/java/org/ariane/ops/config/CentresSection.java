package org.ariane.ops.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Country;
import org.ariane.ops.config.CentreSettings.Format;
import org.ariane.ops.config.FlatYaml.Value;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.dispatch.cap.CapFormat;
import org.ariane.router.dispatch.cisu.CisuFormat;
import org.ariane.router.dispatch.webhook.CentreTls;
import org.ariane.router.dispatch.webhook.FreeText;
import org.ariane.router.dispatch.webhook.SigningKey;

/// Reads `dispatch.centres`: systems of centres, and duty officers, of which a centre may have
/// either or both.
final class CentresSection {
  private static final String CENTRES = "dispatch.centres.";

  private final Entries entries;
  private final Map<CentreId, CentreSettings> systems = new HashMap<>();
  private final Map<CentreId, DutyOfficer> dutyOfficers = new HashMap<>();

  private CentresSection(Entries entries) {
    this.entries = entries;
  }

  static CentresSection read(Entries entries) {
    CentresSection section = new CentresSection(entries);
    entries.names(CENTRES).forEach(section::centre);
    return section;
  }

  Map<CentreId, CentreSettings> systems() {
    return systems;
  }

  Map<CentreId, DutyOfficer> dutyOfficers() {
    return dutyOfficers;
  }

  static Optional<CentreId> centreId(String text) {
    try {
      return Optional.of(new CentreId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void centre(String name) {
    String prefix = CENTRES + name + ".";
    Value place = entries.at(prefix);
    Optional<CentreId> id = centreId(name);
    if (id.isEmpty()) {
      entries.problem(place, "'" + name + "' is not the id of a centre");
    }
    boolean dutyAlone = onlyDuty(name);
    Optional<DutyOfficer> officer = dutyOfficer(name, prefix, place);
    if (!dutyAlone) {
      Optional<CentreSettings> system = system(name, prefix, place);
      id.ifPresent(centre -> system.ifPresent(found -> systems.put(centre, found)));
    }
    id.ifPresent(centre -> officer.ifPresent(found -> dutyOfficers.put(centre, found)));
  }

  private boolean onlyDuty(String name) {
    return entries.keys(CENTRES + name + ".").stream().allMatch(key -> key.startsWith("duty-"));
  }

  private Optional<DutyOfficer> dutyOfficer(String name, String prefix, Value place) {
    boolean said = entries.keys(prefix).stream().anyMatch(key -> key.startsWith("duty-"));
    Optional<PhoneNumber> number =
        entries.take(
            prefix + "duty-number",
            text -> PhoneNumber.parse(text, country(name)),
            "a telephone number");
    Optional<String> pin =
        entries.take(
            prefix + "duty-pin",
            text -> Optional.of(text).filter(DutyOfficer::isPin),
            "a PIN of 4 to 12 digits");
    if (said && (number.isEmpty() || pin.isEmpty())) {
      entries.problem(
          place, "centre '" + name + "': a duty officer needs 'duty-number' and 'duty-pin'");
    }
    return number.flatMap(rung -> pin.map(proof -> new DutyOfficer(rung, proof)));
  }

  private Optional<CentreSettings> system(String name, String prefix, Value place) {
    Optional<URI> url =
        entries.take(
            prefix + "url", text -> Entries.uri(text, "http", "https"), "an http(s) address");
    Optional<Format> format =
        entries.take(prefix + "format", Format::parse, "'native', 'cisu' or 'cap'");
    Optional<String> secret = entries.take(prefix + "secret", Entries::text, "a secret");
    Optional<SigningKey> signingKey =
        entries.take(prefix + "signing-key", SigningKey::parse, "'whsk_' and an Ed25519 key");
    Optional<String> language =
        entries.take(
            prefix + "language",
            text -> Optional.of(text).filter(FreeText.languages()::contains),
            "one of " + String.join(", ", FreeText.languages()));
    Format chosen = format.orElse(Format.NATIVE);
    Optional<String> sender =
        entries.take(
            prefix + "sender", text -> senderOf(chosen, text), "a name as " + like(chosen));
    Optional<String> recipient =
        entries.take(
            prefix + "recipient",
            text -> Optional.of(text).filter(CisuFormat::isName),
            "a name as " + like(Format.CISU));
    CentreTls.Files tls = tls(prefix, place, url);
    if (url.isEmpty()) {
      entries.problem(place, "centre '" + name + "' needs a 'url'");
    }
    if (secret.isEmpty()) {
      entries.problem(place, "centre '" + name + "' needs a 'secret' to sign what is sent to it");
    }
    return url.flatMap(address ->
        secret.map(shared ->
            new CentreSettings(
                address, chosen, sender, recipient, language, shared, signingKey, tls)));
  }

  private CentreTls.Files tls(String prefix, Value place, Optional<URI> url) {
    Value said = entries.keys(prefix + "tls.").isEmpty() ? place : entries.at(prefix + "tls.");
    boolean any = !entries.keys(prefix + "tls.").isEmpty();
    Optional<Path> keystore = entries.path(prefix + "tls.keystore");
    Optional<Path> password = entries.path(prefix + "tls.password-file");
    Optional<Path> truststore = entries.path(prefix + "tls.truststore");
    if (any && url.filter(address -> "https".equals(address.getScheme())).isEmpty()) {
      entries.problem(said, "'tls' needs an https address");
    }
    if (keystore.isPresent() != password.isPresent()) {
      entries.problem(said, "'tls.keystore' and 'tls.password-file' need each other");
    }
    CentreTls.Files files =
        new CentreTls.Files(
            keystore.flatMap(store -> password.map(word -> new CentreTls.Ours(store, word))),
            truststore);
    try {
      CentreTls.of(files);
    } catch (CentreTls.UnusableException e) {
      entries.problem(said, e.reason());
    }
    return files;
  }

  private static Optional<String> senderOf(Format format, String text) {
    return Optional.of(text)
        .filter(name -> format == Format.CISU ? CisuFormat.isName(name) : CapFormat.isSender(name));
  }

  private static String like(Format format) {
    return format == Format.CISU ? "fr.ariane.routeur" : "ariane, without blanks and commas";
  }

  /// By which numbers without a prefix are read: ids begin with it.
  private static String country(String name) {
    String code = name.split("-", -1)[0].toUpperCase(Locale.ROOT);
    return List.of(Locale.getISOCountries()).contains(code) ? code : Country.FR.code();
  }
}
