package org.ariane.router.desk;

import java.time.Instant;
import java.util.List;
import org.ariane.router.alarm.KnownAlarm;

/// Something about a call that only the operator who talks with the caller is shown. None of it is
/// ever said to the caller, and none of it is logged.
public sealed interface CallerNote {
  /// What she pressed, in order: how she says yes and no where she cannot speak.
  record Keys(List<Pressed> pressed) implements CallerNote {
    public Keys {
      pressed = List.copyOf(pressed);
    }

    @Override
    public String toString() {
      return "Keys[masked]";
    }
  }

  /// One key.
  ///
  /// @param key one of `0` to `9`, `*` and `#`
  record Pressed(char key, Instant at) {
    @Override
    public String toString() {
      return "Pressed[masked]";
    }
  }

  /// An alarm of the same telephone goes on.
  record Alarmed(KnownAlarm alarm) implements CallerNote {}

  /// She asked to be called back: first somebody must note how that is safe.
  record WishesCallback() implements CallerNote {}

  /// Her call was silent, and she had registered what that means: the police are alerted.
  record AlarmedBySilence() implements CallerNote {}
}
