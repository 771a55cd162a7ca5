/** A day and hour as the reader writes it, on the clock of the place that it was written for: who
 *  looks from elsewhere must still read when the door opens there. What cannot be read is shown as
 *  it came. */
export function dayAndHour(text, language) {
  const at = new Date(`${String(text).slice(0, 16)}Z`);
  if (Number.isNaN(+at)) return text;
  return at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

/** A moment, on the reader's own clock. */
export const moment = (text, language) =>
  new Date(text).toLocaleString(language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
