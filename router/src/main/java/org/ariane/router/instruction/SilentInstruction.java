package org.ariane.router.instruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;

/// "If I call and stay silent, alert the police", registered by a human with her. Its text form is
/// masked.
///
/// @param whom by what the one who registered it knows whom to ask again; need not be her name
/// @param address where the police are to go, unless a newer position is known
/// @param by who registered it
/// @param reviewBy when somebody must ask her again; overdue, it stays in force
public record SilentInstruction(
    InstructionId id,
    PhoneNumber phone,
    Optional<String> whom,
    Address address,
    Optional<Language> language,
    PrincipalId by,
    Instant at,
    LocalDate reviewBy) {
  public SilentInstruction {
    if (phone.dialled().charAt(0) != '+') {
      throw new IllegalArgumentException("phone");
    }
    if (address.usablePostcode().isEmpty()) {
      throw new IllegalArgumentException("address.postcode");
    }
  }

  public boolean overdue(LocalDate today) {
    return today.isAfter(reviewBy);
  }

  @Override
  public String toString() {
    return "SilentInstruction[" + id + "]";
  }
}
