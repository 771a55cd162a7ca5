package org.ariane.router.vacancy.redis;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.vacancy.PlacesLink;

/// How a link stands, as `link.lua` writes it: generation, whether it is in force, since and until
/// in milliseconds, by whom.
final class StoredLink {
  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,9})\\|([01])\\|(\\d{1,15})\\|(\\d{1,15})\\|([a-z0-9-]{1,64})");

  private StoredLink() {}

  static Optional<PlacesLink> read(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(
            new PlacesLink(
                Integer.parseInt(parts.group(1)),
                parts.group(2).equals("1"),
                Instant.ofEpochMilli(Long.parseLong(parts.group(3))),
                Instant.ofEpochMilli(Long.parseLong(parts.group(4))),
                new PrincipalId(parts.group(5))))
        : Optional.empty();
  }
}
