package org.ariane.router.dispatch.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.AlarmKey;
import org.ariane.router.dispatch.DeliveryId;
import org.ariane.router.dispatch.JoinKey;

/// Names in Redis, all under one hash tag so that one script may touch them all. No key holds a
/// number, a place or a text from outside.
final class Keys {
  static final String EVENTS = "{alarm}:events";
  static final String LIVE = "{alarm}:live";
  static final String CLOSED = "{alarm}:closed";
  static final String DEADLINE = "{alarm}:deadline";
  private static final String TAG = "{alarm}:";

  private Keys() {}

  static String incident(IncidentId id) {
    return TAG + "incident:" + id.value();
  }

  static String alarm(AlarmId id) {
    return TAG + "alarm:" + id.value();
  }

  static String seen(String digest) {
    return TAG + "seen:" + digest;
  }

  static String phone(String name) {
    return TAG + "phone:" + name;
  }

  static String work(CentreId centre) {
    return TAG + "work:" + centre.value();
  }

  static String waiting(CentreId centre) {
    return TAG + "wait:" + centre.value();
  }

  static String posting(DeliveryId id) {
    return TAG + "posting:" + id.value();
  }

  static String outcomes(PrincipalId who) {
    return TAG + "outcomes:" + who.value();
  }

  static String digest(AlarmKey key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(key.scope().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(key.messageId().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the phone's index is computed from.
  static String joining(JoinKey key) {
    return (key.exercise() ? "exercise:" : "real:") + key.phone().dialled();
  }
}
