package org.ariane.ops.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ariane.directory.Directory;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.ops.config.FlatYaml.Value;
import org.ariane.router.access.Affiliation;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;

/// Reads the accounts: who they are, where they sit, what they speak, what was agreed with apps.
/// Reports all errors with their lines; names that the directory does not know are errors too.
public final class AccountsFile {
  private static final Pattern RATE = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?/s");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,6}");

  private final String file;
  private final Directory directory;
  private final List<String> problems = new ArrayList<>();
  private final Map<PrincipalId, AppTerms> apps = new HashMap<>();

  private AccountsFile(String file, Directory directory) {
    this.file = file;
    this.directory = directory;
  }

  /// What was read, or what is wrong.
  public sealed interface Result {
    /// All accounts.
    ///
    /// @param apps what was agreed with each app
    record Valid(List<Principal> accounts, Map<PrincipalId, AppTerms> apps) implements Result {
      public Valid {
        accounts = List.copyOf(accounts);
        apps = Map.copyOf(apps);
      }
    }

    record Invalid(List<String> problems) implements Result {
      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  public static Result read(String file, String text, Directory directory) {
    return switch (FlatYaml.read(file, text)) {
      case FlatYaml.Broken(String problem) -> new Result.Invalid(List.of(problem));
      case FlatYaml.Parsed(Map<String, Value> values) ->
          new AccountsFile(file, directory).check(values);
    };
  }

  private Result check(Map<String, Value> values) {
    Map<String, Map<String, Value>> byAccount = new TreeMap<>();
    values.forEach((key, value) -> {
      int dot = key.lastIndexOf('.');
      if (dot < 1) {
        problem(value, "'" + key + "' is not an account with a role");
      } else {
        byAccount
            .computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
            .put(key.substring(dot + 1), value);
      }
    });
    List<Principal> accounts = new ArrayList<>();
    byAccount.forEach((name, fields) -> account(name, fields).ifPresent(accounts::add));
    return problems.isEmpty() ? new Result.Valid(accounts, apps) : new Result.Invalid(problems);
  }

  private Optional<Principal> account(String name, Map<String, Value> fields) {
    Value first = fields.values().iterator().next();
    Optional<PrincipalId> id = id(name);
    if (id.isEmpty()) {
      problem(first, "'" + name + "' is not an account's name: lower-case words and hyphens");
    }
    Optional<Role> role = one(fields, "role", AccountsFile::role, "a role");
    if (role.isEmpty() && !fields.containsKey("role")) {
      problem(first, "account '" + name + "' needs a role");
    }
    Optional<ServiceId> desk =
        one(
            fields,
            "desk",
            text -> known(text, ServiceId::new).filter(it -> directory.service(it).isPresent()),
            "a service of the directory");
    Optional<CentreId> centre =
        one(
            fields,
            "centre",
            text -> known(text, CentreId::new).filter(it -> directory.centre(it).isPresent()),
            "a centre of the directory");
    List<Language> languages = many(fields, "languages", Language::parse, "languages, as 'fr nl'");
    Set<ZoneId> zones =
        Set.copyOf(
            many(
                fields,
                "zones",
                text -> known(text, ZoneId::new).filter(it -> directory.zone(it).isPresent()),
                "zones of the directory"));
    Optional<String> position = one(fields, "position", Optional::of, "a seat");
    Set<Affiliation> affiliations = new HashSet<>();
    for (Affiliation.Kind kind :
        List.of(Affiliation.Kind.PERSON, Affiliation.Kind.UNIT, Affiliation.Kind.ORGANISATION)) {
      one(
              fields,
              kind.wireName(),
              text -> known(text, ref -> new Affiliation(kind, ref)),
              "a reference of the force, as officer-8841")
          .ifPresent(affiliations::add);
    }
    Value said = fields.get("referent");
    boolean referent =
        one(
                fields,
                "referent",
                text -> Optional.of(text).filter(Set.of("true", "false")::contains),
                "true or false")
            .filter("true"::equals)
            .isPresent();
    if (said != null
        && referent
        && (role.filter(Role.REGISTRAR::equals).isEmpty() || zones.isEmpty())) {
      problem(said, "only a registrar with zones is a referent");
    }
    if (role.filter(Role.APP::equals).isPresent()) {
      AppTerms terms = terms(fields);
      id.ifPresent(known -> apps.put(known, terms));
    }
    Set<ServiceId> services =
        Set.copyOf(
            many(
                fields,
                "services",
                text -> known(text, ServiceId::new).filter(it -> directory.service(it).isPresent()),
                "services of the directory"));
    if (role.filter(Role.SERVICE::equals).isPresent() == services.isEmpty()) {
      problem(first, "'" + name + "': the role service needs services, and no other role has any");
    }
    fields.forEach((key, value) -> problem(value, "unknown key '" + key + "'"));
    if (role.filter(Role.OPERATOR::equals).isPresent() && desk.isEmpty()) {
      problem(first, "operator '" + name + "' needs a desk");
    }
    if (role.filter(Role.DISPATCHER::equals).isPresent() && centre.isEmpty()) {
      problem(first, "dispatcher '" + name + "' needs a centre");
    }
    return id.isPresent() && role.isPresent()
        ? Optional.of(
            new Principal(
                id.get(),
                role.get(),
                desk,
                languages,
                zones,
                centre,
                position,
                affiliations,
                referent,
                services))
        : Optional.empty();
  }

  private AppTerms terms(Map<String, Value> fields) {
    AppTerms standard = AppTerms.STANDARD;
    double rate =
        one(fields, "rate", AccountsFile::rate, "a rate of alarms, as '500/s'")
            .orElse(standard.perSecond());
    int burst =
        one(fields, "burst", AccountsFile::count, "a number of alarms at once, as '2000'")
            .orElse(standard.burst());
    boolean checkIns =
        one(fields, "check-ins", AccountsFile::flag, "true or false").orElse(standard.checkIns());
    return new AppTerms(rate, burst, checkIns);
  }

  private static Optional<Double> rate(String text) {
    return RATE.matcher(text).matches()
        ? Optional.of(Double.parseDouble(text.substring(0, text.indexOf('/'))))
            .filter(rate -> rate > 0)
        : Optional.empty();
  }

  private static Optional<Integer> count(String text) {
    return COUNT.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private <T> Optional<T> one(
      Map<String, Value> fields,
      String key,
      Function<String, Optional<T>> reader,
      String expected) {
    Value value = fields.remove(key);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.apply(value.text().strip());
    if (read.isEmpty()) {
      problem(value, "'" + key + "' must be " + expected);
    }
    return read;
  }

  private <T> List<T> many(
      Map<String, Value> fields,
      String key,
      Function<String, Optional<T>> reader,
      String expected) {
    Value value = fields.remove(key);
    if (value == null) {
      return List.of();
    }
    List<Optional<T>> read =
        Arrays.stream(value.text().strip().split("\\s+", -1)).map(reader).toList();
    if (read.stream().anyMatch(Optional::isEmpty)) {
      problem(value, "'" + key + "' must be " + expected);
    }
    return read.stream().flatMap(Optional::stream).collect(Collectors.toList());
  }

  private static Optional<PrincipalId> id(String text) {
    return known(text, PrincipalId::new);
  }

  private static Optional<Role> role(String text) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  private static <T> Optional<T> known(String text, Function<String, T> constructor) {
    try {
      return Optional.of(constructor.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void problem(Value value, String reason) {
    problems.add(file + ":" + value.line() + ": " + reason);
  }
}
