/** Knows when the keyboard asks to leave: three presses of Shift alone, or Escape twice, within
 *  five seconds. A Shift that makes a capital letter does not count, or who writes in haste would
 *  be thrown out. Pure; `at` is in milliseconds. */
const WITHIN_MS = 5_000;

export function exitKeys() {
  let shifts = [];
  let escapes = [];
  let alone = false;

  const recent = (times, at) => times.filter((time) => at - time < WITHIN_MS);

  return {
    /** True when this key press completes Escape twice. */
    down(key, repeat, at) {
      if (repeat) return false;
      alone = key === 'Shift';
      if (key !== 'Escape') return false;
      escapes = [...recent(escapes, at), at];
      return escapes.length >= 2;
    },
    /** True when this release completes three times Shift. */
    up(key, at) {
      if (key !== 'Shift' || !alone) return false;
      alone = false;
      shifts = [...recent(shifts, at), at];
      return shifts.length >= 3;
    },
    /** How many presses of Shift still count, to tell who cannot see. */
    shifts: (at) => recent(shifts, at).length,
  };
}
