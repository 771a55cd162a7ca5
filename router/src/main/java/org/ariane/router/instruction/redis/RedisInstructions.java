package org.ariane.router.instruction.redis;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.instruction.InstructionId;
import org.ariane.router.instruction.InstructionStore;
import org.ariane.router.instruction.SilentInstruction;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.secrecy.Sealing;
import org.ariane.router.secrecy.redis.PhoneShelf;

/// [InstructionStore] in Redis. Nothing ends by itself: she relies on it.
public final class RedisInstructions implements InstructionStore {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final PhoneShelf shelf;
  private final InstantSource clock;

  public RedisInstructions(
      AlarmRedis redis, IndexKeys names, Sealing sealing, InstantSource clock) {
    this.shelf = new PhoneShelf("silent-instruction", redis, names, sealing, clock);
    this.clock = clock;
  }

  @Override
  public void put(SilentInstruction instruction) {
    shelf.put(
        new PhoneShelf.Filed(
            instruction.id().value(),
            instruction.phone(),
            write(instruction),
            clock.instant().plus(FOR_EVER)));
  }

  @Override
  public Optional<SilentInstruction> of(PhoneNumber phone) {
    return shelf.of(phone).map(RedisInstructions::read);
  }

  @Override
  public List<SilentInstruction> all() {
    return shelf.all().stream().map(RedisInstructions::read).toList();
  }

  /// Brings all under the present keys; see [PhoneShelf#refile].
  public long refile() {
    return shelf.refile(text -> read(text).phone());
  }

  @Override
  public void lift(PhoneNumber phone) {
    of(phone).map(known -> known.id().value()).ifPresent(shelf::take);
  }

  private static String write(SilentInstruction instruction) {
    Address address = instruction.address();
    JsonObject json =
        new JsonObject()
            .put("id", instruction.id().value())
            .put("phone", instruction.phone().dialled())
            .put("by", instruction.by().value())
            .put("at", instruction.at().toString())
            .put("reviewBy", instruction.reviewBy().toString());
    instruction.whom().ifPresent(whom -> json.put("whom", whom));
    address.text().ifPresent(text -> json.put("text", text));
    address.postcode().ifPresent(text -> json.put("postcode", text));
    address.city().ifPresent(text -> json.put("city", text));
    address.country().ifPresent(text -> json.put("country", text));
    instruction.language().ifPresent(language -> json.put("language", language.tag()));
    return json.encode();
  }

  private static SilentInstruction read(String text) {
    JsonObject json = new JsonObject(text);
    return new SilentInstruction(
        new InstructionId(json.getString("id")),
        new PhoneNumber(json.getString("phone")),
        Optional.ofNullable(json.getString("whom")),
        new Address(
            Optional.ofNullable(json.getString("text")),
            Optional.ofNullable(json.getString("postcode")),
            Optional.ofNullable(json.getString("city")),
            Optional.ofNullable(json.getString("country"))),
        Optional.ofNullable(json.getString("language")).flatMap(Language::parse),
        new PrincipalId(json.getString("by")),
        Instant.parse(json.getString("at")),
        LocalDate.parse(json.getString("reviewBy")));
  }
}
