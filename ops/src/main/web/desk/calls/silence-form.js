import { attribute, h, show, write } from '../../shared/dom.js';
import { field, languageChoices, onEscape, select, sureButton, tick } from './fields.js';
import { dayIn, freshWish, missing, missingNumber, MOST_DAYS, numberBody, outcome, wishBody } from './silence-state.js';

/** What was filled in outlives a change of language, and nothing else. By contact. */
const wishes = new Map();
let forms = 0;

/** Who logs out leaves nothing of it on this page. */
export const forgetWishes = () => wishes.clear();

let done = 0;

/** How often something was registered or lifted on this page. */
export const changes = () => done;

/** "What her silence means": registered with her while she is there, or lifted. */
export function silenceForm(i18n, api, known) {
  const { t } = i18n;
  const fresh = () => freshWish({ ...known, channel: known.channel ?? 'call' }, Date.now());
  if (!wishes.has(known.contact)) wishes.set(known.contact, fresh());
  let wish = wishes.get(known.contact);
  const name = `silence-${forms++}`;
  const id = (part) => `silence-${part}`;
  const set = (part) => (value) => { wish.values[part] = value; update(); };

  const button = h('button', { type: 'button', 'data-testid': 'silence', 'data-key': 'i', 'aria-controls': name, onclick: () => toggle(!wish.open) },
    t('silence'), ...(known.channel === 'chat' ? [] : [' ', h('kbd', { text: 'i' })]));
  const lacks = h('p', { class: 'notice', role: 'status', 'data-testid': 'silence-missing' });
  const send = h('button', { type: 'submit', class: 'main', 'data-testid': 'silence-send' });
  const lift = sureButton({ 'data-testid': 'silence-lift' }, t('silenceLift'), t('silenceLiftSure'), () => act('/v1/silent-instructions/lifting', numberBody, missingNumber));
  const result = h('p', { class: 'notice', role: 'alert', 'data-testid': 'silence-result', hidden: true });
  const fields = h('div', { class: 'fields' });
  const form = h('form', { class: 'safe-form', id: name, 'data-testid': 'silence-form', 'aria-label': t('silence'), novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      act('/v1/silent-instructions', wishBody, (now) => missing(now, Date.now()));
    }, onkeydown: onEscape(() => toggle(false)) },
    h('h3', { text: t('silence') }), h('p', { class: 'soft', text: t('silenceRules') }), fields, lacks,
    h('div', { class: 'row' }, send, lift, h('button', { type: 'button', text: t('alertClose'), onclick: () => toggle(false) })));
  const element = h('div', { class: 'safe' }, form, result);

  function build() {
    const { values } = wish;
    const hers = wish.known.channel === 'call';
    const phone = field(t('safePhone'), { id: id('phone'), type: 'tel', placeholder: '+33 …', dir: 'ltr', maxlength: 26, value: values.phone }, set('phone'));
    const sync = () => show(phone, !hers || values.number === 'other');
    fields.replaceChildren(
      hers ? select(t('safeWhich'), { id: id('which'), value: values.number }, [['hers', t('safeHers')], ['other', t('safeOther')]], (value) => { set('number')(value); sync(); }) : '',
      phone,
      field(t('silenceWhom'), { id: id('whom'), maxlength: 60, value: values.whom }, set('whom')),
      field(t('alertText'), { id: id('text'), maxlength: 200, value: values.text }, set('text')),
      h('div', { class: 'row' },
        field(t('alertPostcode'), { id: id('postcode'), inputmode: 'numeric', maxlength: 5, class: 'short', value: values.postcode }, set('postcode')),
        field(t('alertCity'), { id: id('city'), maxlength: 100, value: values.city }, set('city'))),
      h('div', { class: 'row' },
        select(t('language'), { id: id('language'), value: values.language }, [['', t('unknown')], ...languageChoices(values.language)], set('language')),
        field(t('silenceReview'), { id: id('review'), type: 'date', min: dayIn(1, Date.now()), max: dayIn(MOST_DAYS, Date.now()), value: values.reviewBy }, set('reviewBy'))),
      h('p', { class: 'notice', text: t('silenceWarning') }),
      tick(t('silenceTold'), { id: id('told'), checked: values.told }, set('told')),
      tick(t('safeAgreed'), { id: id('agreed'), checked: values.agreed }, set('agreed')));
    sync();
  }

  function toggle(open) {
    wish.open = open;
    update();
    (open ? fields.querySelector('select, input') : button).focus();
  }

  async function act(path, body, lacking) {
    if (wish.sending) return;
    const sent = wish;
    sent.tried = lacking;
    update();
    if (lacking(sent).length > 0) {
      lacks.scrollIntoView({ block: 'nearest' });
      return;
    }
    sent.sending = true;
    update();
    const answer = await api.post(path, body(sent));
    sent.sending = false;
    sent.answer = answer;
    const what = outcome(answer);
    if (what.number) sent.values.number = 'other';
    if (what.done) {
      // Where she lives is not left on the screen.
      wish = { ...fresh(), answer };
      wishes.set(known.contact, wish);
      button.focus();
      done += 1;
    }
    build();
    update();
  }

  const day = (at) => (at ? new Date(at).toLocaleDateString(i18n.language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }) : '');

  function update() {
    const lack = wish.tried ? wish.tried(wish) : [];
    show(form, wish.open);
    attribute(button, 'aria-expanded', String(wish.open));
    attribute(send, 'aria-disabled', wish.sending ? 'true' : null);
    write(send, t(wish.sending ? 'alertSending' : 'silenceSend'));
    show(lacks, lack.length > 0);
    write(lacks, lack.length > 0 ? t('safeMissing', { what: lack.map((key) => t(key)).join(' · ') }) : '');
    show(result, wish.answer !== null);
    if (!wish.answer) return;
    const what = outcome(wish.answer);
    write(result, t(what.key, { day: day(wish.answer.body.reviewBy) }));
    attribute(result, 'class', what.done ? 'notice good' : 'notice bad');
  }

  build();
  update();
  return { button, element };
}
