package org.ariane.directory.lost;

import java.util.List;

/// Why there is no answer, or not the one that was wanted (RFC 5222 section 13).
///
/// @param message plain English; never repeats the request
/// @param profiles those that were not recognised; only of `locationProfileUnrecognized`
record LostFault(Name name, String message, List<String> profiles) {
  /// The names of the RFC. This server asks no other one, so `forbidden`, `serverError` and
  /// `serverTimeout`, which tell how that went, do not occur here.
  enum Name {
    BAD_REQUEST("badRequest"),
    INTERNAL_ERROR("internalError"),
    LOCATION_PROFILE_UNRECOGNIZED("locationProfileUnrecognized"),
    LOCATION_INVALID("locationInvalid"),
    SRS_INVALID("SRSInvalid"),
    LOOP("loop"),
    NOT_FOUND("notFound"),
    SERVICE_NOT_IMPLEMENTED("serviceNotImplemented"),
    SERVICE_SUBSTITUTION("serviceSubstitution"),
    DEFAULT_MAPPING_RETURNED("defaultMappingReturned"),
    LOCATION_VALIDATION_UNAVAILABLE("locationValidationUnavailable");

    private final String element;

    Name(String element) {
      this.element = element;
    }

    String element() {
      return element;
    }

    /// Whether the schema has it; what it lacks is written in a namespace of ours.
    boolean inSchema() {
      return this != SRS_INVALID && this != LOCATION_VALIDATION_UNAVAILABLE;
    }
  }

  LostFault {
    profiles = List.copyOf(profiles);
  }

  static LostFault of(Name name, String message) {
    return new LostFault(name, message, List.of());
  }

  static LostRefusal badRequest(String message) {
    return new LostRefusal(of(Name.BAD_REQUEST, message));
  }

  static LostRefusal locationInvalid(String message) {
    return new LostRefusal(of(Name.LOCATION_INVALID, message));
  }
}
