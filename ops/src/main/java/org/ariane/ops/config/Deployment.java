package org.ariane.ops.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ariane.directory.Directory;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.plan.yaml.PolicyExamples;

/// What a deployment is, read and found consistent: configuration, directory, accounts.
public record Deployment(
    Configuration configuration,
    Directory directory,
    List<Principal> accounts,
    Map<PrincipalId, AppTerms> apps) {
  private static final String SAMPLE_ACCOUNTS = "sample-accounts.yaml";

  public Deployment {
    accounts = List.copyOf(accounts);
    apps = Map.copyOf(apps);
  }

  /// All accounts, for those who look them up.
  public Accounts roster() {
    return new Accounts(accounts, apps);
  }

  /// What was read, or everything that is wrong with it.
  public sealed interface Result {
    record Valid(Deployment deployment) implements Result {}

    record Invalid(List<String> problems) implements Result {
      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads the configuration file and all it names.
  public static Result read(Optional<Path> config, Path home) {
    return switch (ConfigurationFile.read(config, home)) {
      case ConfigurationFile.Result.Invalid(List<String> problems) -> new Result.Invalid(problems);
      case ConfigurationFile.Result.Valid(Configuration configuration) ->
          withDirectory(configuration);
    };
  }

  private static Result withDirectory(Configuration configuration) {
    return switch (DirectoryFiles.load(
        configuration.directory(), new PolicyExamples(configuration.fallbackNumber()))) {
      case DirectoryLoad.Rejected(var problems) ->
          new Result.Invalid(
              problems.stream()
                  .map(problem -> problem.file() + ":" + problem.line() + ": " + problem.reason())
                  .toList());
      case DirectoryLoad.Loaded(Directory directory) -> withAccounts(configuration, directory);
    };
  }

  private static Result withAccounts(Configuration configuration, Directory directory) {
    List<String> problems = new ArrayList<>();
    if (directory.centre(configuration.defaultCentre()).isEmpty()) {
      problems.add("dispatch.default-centre names no centre of the directory");
    }
    Set<CentreId> named = new TreeSet<>(Comparator.comparing(CentreId::value));
    named.addAll(configuration.centres().keySet());
    named.addAll(configuration.dutyOfficers().keySet());
    for (CentreId centre : named) {
      if (directory.centre(centre).isEmpty()) {
        problems.add("dispatch.centres." + centre + " is no centre of the directory");
      }
    }
    return switch (accounts(configuration, directory)) {
      case AccountsFile.Result.Invalid(List<String> more) -> {
        problems.addAll(more);
        yield new Result.Invalid(problems);
      }
      case AccountsFile.Result.Valid(List<Principal> accounts, Map<PrincipalId, AppTerms> apps) ->
          problems.isEmpty()
              ? new Result.Valid(new Deployment(configuration, directory, accounts, apps))
              : new Result.Invalid(problems);
    };
  }

  private static AccountsFile.Result accounts(Configuration configuration, Directory directory) {
    try {
      Optional<Path> own = configuration.accounts();
      return own.isPresent()
          ? AccountsFile.read(own.get().toString(), Files.readString(own.get()), directory)
          : AccountsFile.read(SAMPLE_ACCOUNTS, sampleAccounts(), directory);
    } catch (IOException e) {
      return new AccountsFile.Result.Invalid(List.of("accounts cannot be read: " + e.getMessage()));
    }
  }

  private static String sampleAccounts() {
    try (InputStream in =
        Objects.requireNonNull(Deployment.class.getResourceAsStream("/" + SAMPLE_ACCOUNTS))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
