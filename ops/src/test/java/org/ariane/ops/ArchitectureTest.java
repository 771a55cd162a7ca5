package org.ariane.ops;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls of the house: which room may look into which.
@AnalyzeClasses(
    packages = "org.ariane",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /// The telephones that `ivr-flows` lends to the tests here come as a jar of their own.
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] ADAPTERS = {
    "..http..",
    "..html..",
    "..redis..",
    "..webhook..",
    "..cisu..",
    "..cap..",
    "..json..",
    "..jwt..",
    "..tink..",
    "..micrometer..",
    "..yaml..",
    "..geojson..",
    "..asterisk..",
    "..web..",
    "..lane..",
    "..vertx..",
    "org.ariane.ops.."
  };

  @ArchTest
  static final ArchRule domainPackagesDoNoIo =
      noClasses()
          .that()
          .resideOutsideOfPackages(ADAPTERS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.vertx..",
                  "io.netty..",
                  "io.lettuce..",
                  "com.fasterxml..",
                  "tools.jackson..",
                  "org.asteriskjava..",
                  "io.micrometer..",
                  "com.google.crypto.tink..",
                  "java.net..",
                  "java.sql.."));

  @ArchTest
  static final ArchRule onlyTheSwitchAdapterSpeaksToAsterisk =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ariane.ivr.asterisk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.asteriskjava..");

  @ArchTest
  static final ArchRule alarmsKnowNothingOfContacts =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.ariane.router.alarm..",
              "org.ariane.router.priority..",
              "org.ariane.router.redlist..",
              "org.ariane.router.dispatch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ariane.router.contact..",
              "org.ariane.router.plan..",
              "org.ariane.router.presence..",
              "org.ariane.router.assignment..",
              "org.ariane.router.callback..",
              "org.ariane.router.instruction..",
              "org.ariane.router.referral..",
              "org.ariane.router.desk..");

  /// What is known of a number is for human eyes: no step of a call can ask for it, so none can
  /// take longer, or say something else, where somebody is known.
  @ArchTest
  static final ArchRule callsAreAnsweredWithoutKnowingTheNumber =
      noClasses()
          .that()
          .resideInAPackage("org.ariane.ivr..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ariane.router.instruction..",
              "org.ariane.router.redlist..",
              "org.ariane.router.order..",
              "org.ariane.router.exclusion..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.ariane.router.alarm.KnownAlarms")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.ariane.router.callback.Callbacks");

  @ArchTest
  static final ArchRule theDirectoryKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("org.ariane.directory..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ariane.router..", "org.ariane.ivr..", "org.ariane.chat..", "org.ariane.ops..");

  @ArchTest
  static final ArchRule theRouterKnowsNoChannel =
      noClasses()
          .that()
          .resideInAPackage("org.ariane.router..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ariane.ivr..", "org.ariane.chat..", "org.ariane.ops..");

  @ArchTest
  static final ArchRule voiceKnowsNeitherChatNorServer =
      noClasses()
          .that()
          .resideInAPackage("org.ariane.ivr..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ariane.chat..", "org.ariane.ops..");

  @ArchTest
  static final ArchRule chatKnowsNeitherVoiceNorServer =
      noClasses()
          .that()
          .resideInAPackage("org.ariane.chat..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ariane.ivr..", "org.ariane.ops..");

  @ArchTest
  static final ArchRule noPackagesInACircle =
      slices().matching("org.ariane.(**)").should().beFreeOfCycles();
}
