package org.ariane.router.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.junit.jupiter.api.Test;

class SilentInstructionsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final PhoneNumber HERS = new PhoneNumber("+33612345678");
  private static final ContactId CALL = new ContactId("co-01JD8Z4T9K0000000000000000");
  private static final Address PLACE =
      new Address(
          Optional.of("3, rue du Test"), Optional.of("94700"), Optional.empty(), Optional.of("FR"));
  private static final Principal OPERATOR =
      Principal.of(new PrincipalId("operator-1"), Role.OPERATOR);

  private final List<SilentInstruction> stored = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private boolean away;
  private final SilentInstructions instructions =
      new SilentInstructions(new Store(), this::take, new NoAudit(), () -> NOW, outcomes::add);

  @Test
  void silenceAlarmsOnlyWhereSheRegisteredIt() {
    assertThat(instructions.heard(silent(HERS))).isFalse();
    assertThat(alarms).isEmpty();

    instructions.register(
        OPERATOR, instruction(NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate()));
    assertThat(instructions.heard(silent(new PhoneNumber("+33612345679")))).isFalse();
    assertThat(instructions.heard(silent(HERS))).isTrue();

    assertThat(alarms).hasSize(1);
    Alarm alarm = alarms.getFirst();
    assertThat(alarm.trigger()).isEqualTo(Trigger.SILENT);
    assertThat(alarm.messageId()).isEqualTo(CALL.value());
    assertThat(alarm.phone()).isEqualTo(Optional.of(HERS));
    assertThat(alarm.address()).isEqualTo(Optional.of(PLACE));
    assertThat(alarm.canTalk()).isEqualTo(Optional.of(false));
    assertThat(outcomes).containsExactly("none", "none", "alarmed");
  }

  @Test
  void anOverdueReviewKeepsItInForceAndLiftingEndsIt() {
    instructions.register(OPERATOR, instruction(LocalDate.parse("2026-11-01")));
    assertThat(instructions.all().getFirst().overdue(instructions.today())).isTrue();
    assertThat(instructions.heard(silent(HERS))).isTrue();

    instructions.lift(OPERATOR, HERS);
    instructions.lift(OPERATOR, HERS);
    assertThat(instructions.heard(silent(HERS))).isFalse();
  }

  @Test
  void onlyWhoRegisteredItFindsItById() {
    instructions.register(OPERATOR, instruction(LocalDate.parse("2027-01-01")));
    String id = stored.getFirst().id().value();
    assertThat(instructions.own(OPERATOR, id)).isPresent();
    assertThat(instructions.own(OPERATOR, "si-01JD8Z4T9K0000000000000001")).isEmpty();
    Principal colleague = Principal.of(new PrincipalId("operator-2"), Role.OPERATOR);
    assertThat(instructions.own(colleague, id)).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsCountedAndStopsNoCall() {
    away = true;
    assertThat(instructions.heard(silent(HERS))).isFalse();
    assertThat(outcomes).containsExactly("unknown");
  }

  @Test
  void aPlaceIsPartOfItAndItsTextFormNamesNobody() {
    assertThat(instruction(LocalDate.parse("2027-01-01")).toString())
        .doesNotContain("612345678", "94700", "rue", "Zoé");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SilentInstruction(
                new InstructionId("si-01JD8Z4T9K0000000000000000"),
                HERS,
                Optional.empty(),
                new Address(Optional.of("x"), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                OPERATOR.id(),
                NOW,
                LocalDate.parse("2027-01-01")));
  }

  private static SilentCall silent(PhoneNumber phone) {
    return new SilentCall(CALL, phone, NOW, false);
  }

  private static SilentInstruction instruction(LocalDate reviewBy) {
    return new SilentInstruction(
        new InstructionId("si-01JD8Z4T9K0000000000000000"),
        HERS,
        Optional.of("Zoé"),
        PLACE,
        Optional.empty(),
        OPERATOR.id(),
        NOW,
        reviewBy);
  }

  private Receipt take(Alarm alarm) {
    alarms.add(alarm);
    return new Receipt.Accepted(
        new AlarmId("al-01JD8Z4T9K0000000000000000"),
        new IncidentId("in-01JD8Z4T9K0000000000000000"),
        AlarmStatus.RECEIVED,
        true,
        30,
        new PhoneNumber("17"),
        List.of());
  }

  private final class Store implements InstructionStore {
    @Override
    public void put(SilentInstruction instruction) {
      lift(instruction.phone());
      stored.add(instruction);
    }

    @Override
    public Optional<SilentInstruction> of(PhoneNumber phone) {
      if (away) {
        throw new LogUnavailableException("away");
      }
      return stored.stream().filter(known -> known.phone().equals(phone)).findFirst();
    }

    @Override
    public List<SilentInstruction> all() {
      return List.copyOf(stored);
    }

    @Override
    public void lift(PhoneNumber phone) {
      stored.removeIf(known -> known.phone().equals(phone));
    }
  }

  private static final class NoAudit implements AuditLog {
    @Override
    public void record(List<AuditEntry> entries) {}

    @Override
    public Page list(long after, Optional<String> about) {
      return new Page(List.of(), Optional.empty());
    }

    @Override
    public Verdict verify() {
      return new Verdict.Whole(0);
    }

    @Override
    public long pending() {
      return 0;
    }
  }
}
