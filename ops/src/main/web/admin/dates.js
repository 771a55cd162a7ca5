/** A day and hour as the reader writes it; what cannot be read is shown as it came. */
export function dayAndHour(text, language) {
  const at = new Date(text);
  return Number.isNaN(+at) ? text : at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}
