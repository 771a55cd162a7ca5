package org.ariane.router.dispatch;

import org.ariane.router.alarm.Alarm;

/// What makes two messages the same alarm.
public record AlarmKey(String scope, String messageId) {
  public static AlarmKey of(Alarm alarm) {
    return new AlarmKey(alarm.source().scope(), alarm.messageId());
  }
}
