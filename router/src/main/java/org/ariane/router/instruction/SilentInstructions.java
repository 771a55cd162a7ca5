package org.ariane.router.instruction;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Principal;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Registers instructions, and raises the alarm of a silent call that has one. Silence without one
/// never alarms; with one it alarms, and a human comes on all the same.
public final class SilentInstructions {
  private static final Logger LOG = LoggerFactory.getLogger(SilentInstructions.class);

  private final InstructionStore store;
  private final AlarmIntake intake;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Consumer<String> outcomes;

  /// @param outcomes counts what came of silent calls: `none`, `alarmed`, `not-durable`, `unknown`
  public SilentInstructions(
      InstructionStore store,
      AlarmIntake intake,
      AuditLog audit,
      InstantSource clock,
      Consumer<String> outcomes) {
    this.store = store;
    this.intake = intake;
    this.audit = audit;
    this.clock = clock;
    this.outcomes = outcomes;
  }

  public void register(Principal by, SilentInstruction instruction) {
    audit.record(
        AuditEntry.of(by, clock.instant(), "instruction.registered", instruction.id().value()));
    store.put(instruction);
  }

  /// The same whether or not there was one.
  public void lift(Principal by, PhoneNumber phone) {
    String about = store.of(phone).map(known -> known.id().value()).orElse("");
    audit.record(AuditEntry.of(by, clock.instant(), "instruction.lifted", about));
    store.lift(phone);
  }

  /// One that this principal registered; empty where there is none of hers by this id.
  public Optional<SilentInstruction> own(Principal by, String id) {
    return store.all().stream()
        .filter(one -> one.id().value().equals(id) && one.by().equals(by.id()))
        .findFirst();
  }

  public List<SilentInstruction> all() {
    return store.all();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Says whether an alarm was raised. Never throws; blocks: not on the way of a caller.
  public boolean heard(SilentCall call) {
    try {
      Optional<SilentInstruction> instruction = store.of(call.phone());
      if (instruction.isEmpty()) {
        outcomes.accept("none");
        return false;
      }
      boolean durable = intake.take(alarm(call, instruction.get())) instanceof Receipt.Accepted;
      LOG.info("{} is silent, as {} foresaw: durable {}", call, instruction.get().id(), durable);
      outcomes.accept(durable ? "alarmed" : "not-durable");
      return true;
    } catch (LogUnavailableException e) {
      LOG.error("{}: whether she registered an instruction is not known", call, e);
      outcomes.accept("unknown");
      return false;
    } catch (RuntimeException e) {
      LOG.error("{}: what she registered could not be done", call, e);
      outcomes.accept("unknown");
      return false;
    }
  }

  private static Alarm alarm(SilentCall call, SilentInstruction instruction) {
    return new Alarm(
        new AlarmSource.Call(),
        call.contact().value(),
        call.contact() + "|" + instruction.id(),
        call.at(),
        Optional.of(call.at()),
        Trigger.SILENT,
        Optional.of(call.phone()),
        Optional.empty(),
        Optional.of(instruction.address()),
        instruction.language(),
        Optional.empty(),
        Optional.of(false),
        false,
        call.exercise(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
