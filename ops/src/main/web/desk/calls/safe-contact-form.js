import { attribute, h, show, write } from '../../shared/dom.js';
import { field, languageChoices, onEscape, select, tick } from './fields.js';
import { freshNote, missing, MOST_WINDOWS, freshWindow, noteBody, outcome, ZONES } from './safe-contact.js';
import { safeHours } from './safe-hours.js';

/** What was filled in outlives a change of language, and nothing else. By contact. */
const notes = new Map();
let forms = 0;

/** Who logs out leaves nothing of it on this page. */
export const forgetNotes = () => notes.clear();

/** "Note a safe call-back", with her, while she is there. */
export function safeContactForm(i18n, api, known) {
  const { t } = i18n;
  if (!notes.has(known.contact)) notes.set(known.contact, freshNote({ ...known, channel: known.channel ?? 'call' }));
  let note = notes.get(known.contact);
  const name = `safe-${forms++}`;
  const id = (part) => `safe-${part}`;
  const set = (part) => (value) => { note.values[part] = value; update(); };

  const button = h('button', { type: 'button', 'data-testid': 'safe-contact', 'data-key': 's', 'aria-controls': name, onclick: () => toggle(!note.open) },
    t('safeNote'), ...(known.channel === 'chat' ? [] : [' ', h('kbd', { text: 's' })]));
  const lacks = h('p', { class: 'notice', role: 'status', 'data-testid': 'safe-missing' });
  const send = h('button', { type: 'submit', class: 'main', 'data-testid': 'safe-send' });
  const result = h('p', { class: 'notice', role: 'alert', 'data-testid': 'safe-result', hidden: true });
  const fields = h('div', { class: 'fields' });
  const form = h('form', { class: 'safe-form', id: name, 'data-testid': 'safe-form', 'aria-label': t('safeNote'), novalidate: true, onsubmit: submit, onkeydown: onEscape(() => toggle(false)) },
    h('h3', { text: t('safeNote') }), h('p', { class: 'soft', text: t('safeRules') }), fields, lacks,
    h('div', { class: 'row' }, send, h('button', { type: 'button', text: t('alertClose'), onclick: () => toggle(false) })));
  const element = h('div', { class: 'safe' }, form, result);

  function build() {
    const { values } = note;
    const hers = known.channel !== 'chat' && note.known.channel === 'call';
    const phone = field(t('safePhone'), { id: id('phone'), type: 'tel', placeholder: '+33 …', dir: 'ltr', maxlength: 26, value: values.phone }, set('phone'));
    const sync = () => show(phone, !hers || values.number === 'other');
    const windows = values.windows.map((one, at) => safeHours(i18n, one, at, update));
    fields.replaceChildren(
      field(t('safeWhom'), { id: id('whom'), maxlength: 60, value: values.whom }, set('whom')),
      hers ? select(t('safeWhich'), { id: id('which'), value: values.number }, [['hers', t('safeHers')], ['other', t('safeOther')]], (value) => { set('number')(value); sync(); }) : '',
      phone, ...windows,
      values.windows.length < MOST_WINDOWS ? h('button', { type: 'button', text: t('safeMore'), onclick: () => { values.windows.push(freshWindow()); build(); update(); } }) : '',
      select(t('safeZone'), { id: id('zone'), value: values.zone }, ZONES.map((zone) => [zone, zone.split('/')[1]]), set('zone')),
      field(t('safeCodeWord'), { id: id('code'), maxlength: 60, value: values.codeWord }, set('codeWord')),
      field(t('safeOtherwise'), { id: id('otherwise'), maxlength: 300, value: values.ifSomeoneElse }, set('ifSomeoneElse')),
      h('div', { class: 'row' },
        select(t('language'), { id: id('language'), value: values.language }, [['', t('unknown')], ...languageChoices(values.language)], set('language')),
        field(t('safeKept'), { id: id('days'), type: 'number', min: 1, max: 14, value: values.days, class: 'short' }, set('days'))),
      tick(t('safeWished'), { id: id('wished'), checked: values.wished }, set('wished')),
      h('p', { class: 'notice', text: t('safeWarning') }),
      tick(t('safeWarned'), { id: id('warned'), checked: values.warned }, set('warned')),
      tick(t('safeAgreed'), { id: id('agreed'), checked: values.agreed }, set('agreed')));
    sync();
  }

  function toggle(open) {
    note.open = open;
    update();
    (open ? fields.querySelector('input') : button).focus();
  }

  async function submit(event) {
    event.preventDefault();
    if (note.sending) return;
    const sent = note;
    sent.tried = true;
    if (missing(sent).length > 0) {
      update();
      lacks.scrollIntoView({ block: 'nearest' });
      return;
    }
    sent.sending = true;
    update();
    const answer = await api.post('/v1/callbacks', noteBody(sent));
    sent.sending = false;
    sent.answer = answer;
    const { noted, number } = outcome(answer);
    if (number) sent.values.number = 'other';
    if (noted) {
      // Her word and her hours are not left on the screen.
      note = { ...freshNote(sent.known), answer };
      notes.set(known.contact, note);
      button.focus();
    }
    build();
    update();
  }

  const when = (at) => (at ? new Date(at).toLocaleString(i18n.language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }) : '');

  function update() {
    const lack = missing(note);
    show(form, note.open);
    attribute(button, 'aria-expanded', String(note.open));
    attribute(send, 'aria-disabled', note.sending ? 'true' : null);
    write(send, t(note.sending ? 'alertSending' : 'safeSend'));
    show(lacks, note.tried && lack.length > 0);
    write(lacks, note.tried && lack.length > 0 ? t('safeMissing', { what: lack.map((key) => t(key)).join(' · ') }) : '');
    show(result, note.answer !== null);
    if (!note.answer) return;
    const { key, noted } = outcome(note.answer);
    write(result, t(key, { next: when(note.answer.body.next), until: when(note.answer.body.until) }));
    attribute(result, 'class', noted ? 'notice good' : 'notice bad');
  }

  build();
  update();
  return { button, element };
}
