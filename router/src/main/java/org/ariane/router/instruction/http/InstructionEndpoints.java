package org.ariane.router.instruction.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Address;
import org.ariane.router.callback.http.HerNumber;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.identity.Ulid;
import org.ariane.router.instruction.InstructionId;
import org.ariane.router.instruction.SilentInstruction;
import org.ariane.router.instruction.SilentInstructions;

/// Operators and registrars register with her what a silent call of hers means, and lift it. No
/// answer repeats a number or an address, and lifting by number says the same whether or not there
/// was one; by id it is for whoever registered it.
public final class InstructionEndpoints {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.REGISTRAR);
  private static final int MOST_TEXT = 200;
  private static final int MOST_WHOM = 60;
  private static final int LONGEST_DAYS = 366;

  private final SilentInstructions instructions;
  private final HerNumber numbers;
  private final Ulid ulids;
  private final InstantSource clock;

  public InstructionEndpoints(
      SilentInstructions instructions, HerNumber numbers, Ulid ulids, InstantSource clock) {
    this.instructions = instructions;
    this.numbers = numbers;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/silent-instructions", ROLES, Durable.or503(this::register)),
        Endpoint.get("/v1/silent-instructions", ROLES, Durable.or503(this::list)),
        Endpoint.post("/v1/silent-instructions/lifting", ROLES, Durable.or503(this::lift)));
  }

  private Reply register(Exchange exchange) {
    Principal by = exchange.principal();
    JsonObject body = exchange.json();
    if (!Boolean.TRUE.equals(body.getValue("agreed"))) {
      throw invalid("agreed");
    }
    Optional<String> whom = text(body, "whom");
    if (whom.filter(word -> word.length() > MOST_WHOM).isPresent()) {
      throw invalid("whom");
    }
    PhoneNumber phone = numbers.of(by, body);
    LocalDate reviewBy = reviewBy(body);
    try {
      SilentInstruction instruction =
          new SilentInstruction(
              InstructionId.mint(ulids),
              phone,
              whom,
              address(body),
              text(body, "language").flatMap(Language::parse),
              by.id(),
              clock.instant(),
              reviewBy);
      instructions.register(by, instruction);
      return new Reply(201, view(instruction));
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private Reply list(Exchange exchange) {
    JsonArray all = new JsonArray();
    instructions.all().stream()
        .filter(one -> one.by().equals(exchange.principal().id()))
        .forEach(one -> all.add(view(one)));
    return Reply.ok(new JsonObject().put("instructions", all));
  }

  private Reply lift(Exchange exchange) {
    Principal by = exchange.principal();
    instructions.lift(by, phone(by, exchange.json()));
    return Reply.ok(new JsonObject().put("lifted", true));
  }

  /// Of the number, of her call, or of one in the list of whoever registered it.
  private PhoneNumber phone(Principal by, JsonObject body) {
    return body.getValue("id") instanceof String id
        ? instructions
            .own(by, id)
            .map(SilentInstruction::phone)
            .orElseThrow(() -> Problem.notFound().asException())
        : numbers.of(by, body);
  }

  private JsonObject view(SilentInstruction one) {
    JsonObject json =
        new JsonObject()
            .put("id", one.id().value())
            .put("at", one.at().toString())
            .put("reviewBy", one.reviewBy().toString())
            .put("overdue", one.overdue(instructions.today()));
    one.whom().ifPresent(whom -> json.put("whom", whom));
    return json;
  }

  private LocalDate reviewBy(JsonObject body) {
    try {
      LocalDate date = LocalDate.parse(text(body, "reviewBy").orElse(""));
      LocalDate today = instructions.today();
      if (date.isAfter(today) && !date.isAfter(today.plusDays(LONGEST_DAYS))) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw invalid("reviewBy");
    }
    throw invalid("reviewBy");
  }

  private static Address address(JsonObject body) {
    if (!(body.getValue("address") instanceof JsonObject address)) {
      throw invalid("address");
    }
    return new Address(
        text(address, "text"),
        text(address, "postcode"),
        text(address, "city"),
        text(address, "country"));
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.getValue(name) instanceof String text
            && !text.isBlank()
            && text.length() <= MOST_TEXT
            && text.chars().noneMatch(Character::isISOControl)
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static RuntimeException invalid(String field) {
    return Problem.of(400, "invalid", "The request is not understood", "Look at: " + field)
        .asException();
  }
}
