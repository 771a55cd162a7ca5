import { h, write } from '../../shared/dom.js';
import { dayAndHour } from '../dates.js';

const PAUSE_MS = 350;

/** What hours mean, in words of the reader: open or not, until when, and when they open next. */
export function meaning(i18n, it) {
  const { t } = i18n;
  if (it.understood === false) return t('hoursWrong', { why: it.reason.replace(/^hours not understood: /, '') });
  const at = (text) => dayAndHour(text, i18n.language);
  const comment = it.comment ? ` (${it.comment})` : '';
  if (it.state === 'open') return (it.until ? t('openUntil', { at: at(it.until) }) : t('openAlways')) + comment;
  const next = it.nextOpening ? t('opensAt', { at: at(it.nextOpening) }) : t('opensNever');
  return `${t(it.state === 'closed' ? 'closedThen' : 'perhapsOpen')}${comment} ${next}`;
}

/** Asks the server while hours are written, and says what came. The last question counts. */
export function hoursMeaning(i18n, http, ask) {
  const element = h('p', { class: 'soft meaning', 'aria-live': 'polite', 'data-testid': 'meaning' });
  let timer = null;
  let asked = 0;

  async function look() {
    const turn = ++asked;
    const question = ask();
    const answer = question.hours.trim() ? await http.post('/v1/directory/hours', question) : null;
    if (turn !== asked) return;
    write(element, answer?.ok ? meaning(i18n, answer.body) : '');
  }
  look();
  return { element, update() {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  } };
}
