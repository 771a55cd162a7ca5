/** Seconds as a clock shows them: 0:07, 12:40, 1:02:03. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0
    ? `${hours}:${pad(minutes)}:${pad(whole % 60)}`
    : `${minutes}:${pad(whole % 60)}`;
}

/** Clocks of phones and servers differ; what is further ahead than this was not measured then. */
const AHEAD_MS = 60_000;

/** How long ago `at` was, in seconds; null when it is absent, damaged or still to come, so that
 *  nothing is called fresh of which nobody knows the age. */
export function secondsSince(at, now) {
  const passed = now - Date.parse(at ?? '');
  return passed >= -AHEAD_MS ? Math.max(0, passed / 1000) : null;
}

/** An age in the reader's language, coarse: "3 min", "2 h". */
export function age(seconds, language) {
  const whole = Math.max(0, Math.floor(seconds));
  const [value, unit] = whole < 100 ? [whole, 'second']
    : whole < 100 * 60 ? [Math.round(whole / 60), 'minute']
      : whole < 48 * 3600 ? [Math.round(whole / 3600), 'hour'] : [Math.round(whole / 86400), 'day'];
  return unitFormat(language, unit).format(value);
}

const FORMATS = new Map();

/** Kept, since making one costs more than a hundred uses, and a board asks each second. */
function unitFormat(language, unit) {
  const key = `${language} ${unit}`;
  if (!FORMATS.has(key)) FORMATS.set(key, new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }));
  return FORMATS.get(key);
}

/** How far the server's clock is ahead of ours, in milliseconds, from the `Date` of its answer;
 *  below two seconds it is only that header's coarseness. */
export function skew(dateHeader, now) {
  const theirs = Date.parse(dateHeader ?? '');
  const ahead = theirs - now;
  return Number.isNaN(theirs) || Math.abs(ahead) < 2_000 ? 0 : ahead;
}
