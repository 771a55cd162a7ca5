package org.ariane.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ariane.directory.Directory;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.PrincipalId;
import org.junit.jupiter.api.Test;

class AccountsFileTest {
  private static final Directory SAMPLE =
      ((DirectoryLoad.Loaded) DirectoryFiles.load(Path.of("../directory/sample"))).directory();

  @Test
  void anAppHasTheTermsThatItsAccountSaysAndTheStandardOtherwise() {
    var result =
        (AccountsFile.Result.Valid)
            AccountsFile.read(
                "a.yaml",
                "app-1: {role: app, rate: 12.5/s, burst: 40, check-ins: true}\napp-2: {role: app}",
                SAMPLE);
    Accounts roster = new Accounts(result.accounts(), result.apps());
    assertThat(roster.terms(new PrincipalId("app-1"))).isEqualTo(new AppTerms(12.5, 40, true));
    assertThat(roster.terms(new PrincipalId("app-2"))).isEqualTo(AppTerms.STANDARD);
    assertThat(roster.terms(new PrincipalId("app-3"))).isEqualTo(AppTerms.STANDARD);
  }

  @Test
  void termsThatCannotBeMeantAreErrorsWithTheirLines() {
    var result =
        (AccountsFile.Result.Invalid)
            AccountsFile.read(
                "a.yaml",
                """
                app-1: {role: app, rate: 500}
                app-2: {role: app, rate: 0/s}
                app-3: {role: app, burst: many}
                app-4: {role: app, check-ins: perhaps}
                admin-1: {role: admin, rate: 5/s}
                """,
                SAMPLE);
    assertThat(result.problems())
        .containsExactlyInAnyOrder(
            "a.yaml:1: 'rate' must be a rate of alarms, as '500/s'",
            "a.yaml:2: 'rate' must be a rate of alarms, as '500/s'",
            "a.yaml:3: 'burst' must be a number of alarms at once, as '2000'",
            "a.yaml:4: 'check-ins' must be true or false",
            "a.yaml:5: unknown key 'rate'");
  }
}
