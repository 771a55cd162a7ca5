package org.ariane.router.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.ariane.router.access.Role;
import org.ariane.router.audit.Link.Tail;

/// Ties lines together: the proof of a line is a MAC over the SHA-256 of its bytes and the proof of
/// the line before.
public final class AuditChain {
  private final ChainKey key;

  public AuditChain(ChainKey key) {
    this.key = key;
  }

  /// The lines that follow a tail.
  public List<Link> extend(Tail tail, List<AuditEntry> entries) {
    List<Link> links = new ArrayList<>();
    Tail last = tail;
    for (AuditEntry entry : entries) {
      long n = last.n() + 1;
      Link link = new Link(n, entry, key.prove(bytes(last.proof(), n, entry)));
      links.add(link);
      last = link.tail();
    }
    return links;
  }

  boolean holds(Tail before, Link link) {
    return key.proves(link.proof(), bytes(before.proof(), link.n(), link.entry()));
  }

  /// Each text with its length before it, so that no two lines have the same bytes.
  private static byte[] bytes(String before, long n, AuditEntry entry) {
    ByteArrayOutputStream canonical = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(canonical)) {
      out.writeLong(n);
      out.writeLong(entry.at().toEpochMilli());
      text(out, entry.by().value());
      text(out, entry.role().map(Role::wireName).orElse(""));
      text(out, entry.action());
      text(out, entry.about());
      out.writeBoolean(entry.reason().isPresent());
      text(out, entry.reason().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream tied = new ByteArrayOutputStream();
    tied.writeBytes(sha256(canonical.toByteArray()));
    tied.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    return tied.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
