package org.ariane.directory.service;

import java.util.Locale;
import java.util.Optional;

/// What sort of help a service is. The wire name is the constant in lower case with hyphens.
public enum ServiceKind {
  HOTLINE,
  ASSOCIATION,
  SHELTER,
  POLICE_SOCIAL_WORKER,
  SPECIALISED_BRIGADE,
  MUNICIPAL_POLICE,
  PROSECUTOR,
  INTERPRETER,
  SIGN_LANGUAGE_RELAY,
  LEGAL_AID,
  HOUSING,
  PERPETRATOR_PROGRAMME,
  FAMILY_PLANNING,
  YOUTH_AID,
  PSYCHOLOGIST,
  ESCORTED_COLLECTION,
  COMPLAINT_APPOINTMENT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ServiceKind> parse(String text) {
    for (ServiceKind kind : values()) {
      if (kind.wireName().equals(text)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
