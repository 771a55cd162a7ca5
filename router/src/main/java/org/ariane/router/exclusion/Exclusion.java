package org.ariane.router.exclusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Affiliation;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.IncidentId;

/// Somebody is barred from a case. Its text form names neither number nor person.
///
/// @param contact the call, chat (`co-…`) or incident (`in-…`) that it is about; empty where it is
///   about a phone alone
/// @param phone all alarms of this phone
/// @param reason a code, as `partner-works-there`
/// @param by who set it
/// @param reviewBy when it must be looked at again; overdue, it stays in force
public record Exclusion(
    ExclusionId id,
    Optional<String> contact,
    Optional<PhoneNumber> phone,
    Affiliation excluded,
    String reason,
    PrincipalId by,
    Instant at,
    LocalDate reviewBy,
    Status status) {
  private static final Pattern REASON = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
  private static final Pattern CALL_OR_CHAT = Pattern.compile("co-[0-9A-HJKMNP-TV-Z]{26}");

  /// How far it was looked at. The wire name is the constant in lower case.
  public enum Status {
    /// In force; the supervisory body has not looked at it yet.
    UNVERIFIED,
    /// In force.
    VERIFIED,
    /// No longer in force for what comes; what it hid stays hidden.
    LIFTED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Exclusion {
    if (contact.isEmpty() && phone.isEmpty()) {
      throw new IllegalArgumentException("an exclusion is about a contact or a phone");
    }
    if (contact.isPresent() && !isContact(contact.get())) {
      throw new IllegalArgumentException("a contact is written as in-… or co-…");
    }
    if (reason.length() > 64 || !REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException("a reason is a code, as partner-works-there");
    }
  }

  private static boolean isContact(String text) {
    return IncidentId.isValid(text) || CALL_OR_CHAT.matcher(text).matches();
  }

  public boolean inForce() {
    return status != Status.LIFTED;
  }

  /// The incident that it names, where it names one.
  Optional<IncidentId> incident() {
    return contact.filter(IncidentId::isValid).map(IncidentId::new);
  }

  /// The call or chat that it names, where it names one.
  Optional<String> callOrChat() {
    return contact.filter(name -> !IncidentId.isValid(name));
  }

  Exclusion with(Status other, LocalDate review) {
    return new Exclusion(id, contact, phone, excluded, reason, by, at, review, other);
  }

  @Override
  public String toString() {
    return "Exclusion[" + id + ", " + status.wireName() + "]";
  }
}
