import { attribute, h, show, write } from '../../shared/dom.js';
import { alertBody, freshAlert, outcome, waits } from './alert-state.js';
import { area, field, languageChoices, onEscape, select, tick } from './fields.js';

const ASK_MS = 2_000;
/** What was filled in and sent outlives a change of language. By contact; '' is without one. */
const alerts = new Map();
let forms = 0;

/** Who logs out leaves nothing of it on this page. */
export const forgetAlerts = () => alerts.clear();

export const forgetAlert = (contact) => alerts.delete(contact);

/** The button "Alert the police", its form, and what came of it until a human has taken it.
 *  @param known `{ contact?, language?, postcode?, exercise? }` of whom she talks with
 *  @param api calls of the HTTP interface */
export function alertForm(i18n, api, known = {}) {
  const { t } = i18n;
  const key = known.contact ?? '';
  if (!alerts.has(key)) alerts.set(key, freshAlert(crypto.randomUUID(), known));
  let alert = alerts.get(key);
  let asked = 0;
  let asking = false;
  const name = `alert-${forms++}`;
  const written = (part) => ({ id: `alert-${part}`, value: alert.values[part] });
  const ticked = (part) => ({ id: `alert-${part}`, checked: alert.values[part] });
  const set = (part) => (value) => { alert.values[part] = value; };

  const button = h('button', { type: 'button', class: 'alert-button', 'data-testid': 'alert', 'aria-controls': name,
    text: t('alertPolice'), onclick: () => toggle(!alert.open) });
  const send = h('button', { type: 'submit', class: 'alert-send', 'data-testid': 'alert-send' });
  const another = h('button', { type: 'button', text: t('alertAnother'), onclick: restart });
  const result = h('p', { class: 'notice', role: 'alert', 'data-testid': 'alert-result', hidden: true });
  const status = h('p', { class: 'alert-status', role: 'status', 'data-testid': 'alert-status', hidden: true });
  const first = field(t('alertText'), { ...written('text'), maxlength: 500 }, set('text'));
  const form = h('form', { class: 'alert-form', id: name, 'data-testid': 'alert-form', 'aria-label': t('alertPolice'), onsubmit: submit, onkeydown: onEscape(() => toggle(false)) },
    h('h3', { text: t('alertPolice') }),
    h('p', { class: 'soft', text: t('alertAsks') }),
    first,
    h('div', { class: 'row' }, field(t('alertPostcode'), { ...written('postcode'), inputmode: 'numeric', maxlength: 16, class: 'short' }, set('postcode')),
      field(t('alertCity'), { ...written('city'), maxlength: 100 }, set('city'))),
    area(t('alertNote'), { ...written('note'), rows: 3, maxlength: 1800 }, set('note')),
    select(t('alertCanTalk'), written('canTalk'), [['', t('unknown')], ['yes', t('alertYes')], ['no', t('alertNo')]], set('canTalk')),
    select(t('language'), written('language'), [['', t('unknown')], ...languageChoices(alert.values.language)], set('language')),
    tick(t('alertForSomeoneElse'), ticked('forSomeoneElse'), set('forSomeoneElse')),
    tick(t('alertChildren'), ticked('children'), set('children')), tick(t('alertWeapons'), ticked('weapons'), set('weapons')),
    h('div', { class: 'row' }, send, h('button', { type: 'button', text: t('alertClose'), onclick: () => toggle(false) }), another));
  const element = h('div', { class: 'alert', 'data-testid': 'alert-area' },
    known.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null, form, result, status);

  function toggle(open) {
    alert.open = open;
    update();
    (open ? first.querySelector('input') : button).focus();
  }

  /** The same id again is the same alarm, so pressing twice, or again after no answer, is safe. */
  async function submit(event) {
    event.preventDefault();
    if (alert.sending) return;
    const sent = alert;
    sent.sending = true;
    update();
    const words = { children: t('alertChildren'), weapons: t('alertWeapons') };
    sent.answer = await api.post('/v1/desk/alarms', alertBody(sent, words, Date.now()));
    sent.sending = false;
    if (sent.answer.status === 202) {
      sent.status = sent.answer.body.status;
      sent.open = false;
    }
    update();
  }

  /** Somebody else's emergency; the one before stays with the police. */
  function restart() {
    alerts.set(key, freshAlert(crypto.randomUUID(), known));
    alert = alerts.get(key);
    alert.open = true;
    for (const input of form.querySelectorAll('input, textarea, select')) {
      if (input.type === 'checkbox') input.checked = false;
      else input.value = '';
    }
    toggle(true);
  }

  async function ask() {
    const mine = alert;
    asking = true;
    const answer = await api.get(`/v1/desk/alarms/${mine.answer.body.alarmId}`);
    asking = false;
    if (answer.ok) mine.status = answer.body.status;
    update();
  }

  function update() {
    const { answer } = alert;
    show(form, alert.open);
    attribute(button, 'aria-expanded', String(alert.open));
    write(send, t(alert.sending ? 'alertSending' : answer?.status === 202 ? 'alertCorrect' : 'alertSend'));
    attribute(send, 'aria-disabled', alert.sending ? 'true' : null);
    show(another, answer?.status === 202 && !known.contact);
    show(result, answer !== null);
    show(status, Boolean(alert.status));
    if (answer) {
      const { key: text, number, call } = outcome(answer);
      write(result, t(text, { number }));
      attribute(result, 'class', call ? 'notice bad' : 'notice good');
    }
    if (alert.status) write(status, t(`alert-${alert.status}`));
    attribute(status, 'data-status', alert.status);
  }
  update();

  return {
    button,
    element,
    toggle: () => toggle(!alert.open),
    tick(now) {
      if (asking || !waits(alert) || now - asked < ASK_MS) return;
      asked = now;
      ask();
    },
  };
}
