package org.ariane.router.vacancy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;

/// Writes and opens the secret part of a link: base64url of a version, the generation, the end in
/// minutes since 1970, the length and letters of the service's id, and the proof of them all. About
/// 80 letters, so that it fits into a text message.
public final class LinkSeal {
  public static final int LONGEST = 200;
  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Integer.BYTES + Integer.BYTES + 1;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LinkKey key;

  public LinkSeal(LinkKey key) {
    this.key = key;
  }

  public String seal(LinkClaim claim) {
    byte[] told = bytes(claim);
    byte[] proof = key.prove(told);
    byte[] all = ByteBuffer.allocate(told.length + proof.length).put(told).put(proof).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /// What one of our servers sealed; empty for everything else.
  public Optional<LinkClaim> open(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(token);
      if (all.length <= HEAD || all[0] != VERSION || all.length <= HEAD + all[HEAD - 1]) {
        return Optional.empty();
      }
      ByteBuffer read = ByteBuffer.wrap(all, 1, all.length - 1);
      int generation = read.getInt();
      Instant until = Instant.EPOCH.plus(MINUTE.multipliedBy(read.getInt()));
      byte[] id = new byte[read.get()];
      read.get(id);
      byte[] proof = new byte[read.remaining()];
      read.get(proof);
      LinkClaim claim =
          new LinkClaim(
              new ServiceId(new String(id, StandardCharsets.US_ASCII)), generation, until);
      return key.proves(proof, bytes(claim)) ? Optional.of(claim) : Optional.empty();
    } catch (IllegalArgumentException | NegativeArraySizeException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(LinkClaim claim) {
    byte[] id = claim.service().value().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(HEAD + id.length)
        .put(VERSION)
        .putInt(claim.generation())
        .putInt((int) (claim.until().getEpochSecond() / MINUTE.toSeconds()))
        .put((byte) id.length)
        .put(id)
        .array();
  }
}
