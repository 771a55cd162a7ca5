import { h } from '/shared/dom.js';
import { languageName } from '/shared/i18n.js';
import { referralBody, wrongFields } from './question.js';

const WAY = ['phone', 'when', 'codeWord', 'ifSomeoneElse'];
const LONGEST = { name: 60, need: 300, note: 1000, phone: 30, when: 300, codeWord: 60, ifSomeoneElse: 300 };

/** Third gesture: what she agreed to be passed on, nothing by default, and off it goes.
 *  @param sent called with the referral and what was passed on */
export function sendForm(i18n, http, sent) {
  const { t } = i18n;
  const element = h('section', { class: 'card', hidden: true, 'data-testid': 'send-form' });
  let standing = null;

  function open(service, asked) {
    const known = {
      language: languageName(asked.language, i18n.language),
      place: asked.placeName,
      situation: asked.publics.map((each) => t(`public-${each}`)).join(', '),
    };
    const boxes = Object.entries(known).filter(([, text]) => text).map(([topic, text]) => ({ topic, text, box: h('input', { type: 'checkbox', 'data-testid': `agreed-${topic}` }) }));
    const input = (name, tag = 'input') => h(tag, { type: tag === 'input' ? (name === 'phone' ? 'tel' : 'text') : null, autocomplete: 'off', maxlength: LONGEST[name], 'data-testid': `agreed-${name}` });
    const words = { name: input('name'), need: input('need', 'textarea'), note: input('note', 'textarea') };
    const way = Object.fromEntries(WAY.map((name) => [name, input(name)]));
    const warned = h('input', { type: 'checkbox', 'data-testid': 'warned' });
    const said = h('p', { role: 'alert', class: 'notice bad', hidden: true });
    const button = h('button', { type: 'submit', class: 'main', 'data-testid': 'send', text: t('send') });
    const request = crypto.randomUUID();
    const label = (name, node) => h('label', {}, h('span', { text: t(name) }), node);

    /** What the service has may differ from what stands here now: she must hear that, first of all. */
    const refusal = ({ status, body }) => (status !== 409 ? 'notSure' : body?.type?.endsWith('sent-otherwise') ? 'sentOtherwise' : 'full');

    async function send() {
      const told = Object.fromEntries([...boxes.filter(({ box }) => box.checked).map(({ topic, text }) => [topic, text]), ...Object.entries(words).map(([name, node]) => [name, node.value])]);
      const body = referralBody({ request, service: service.id, told, way: { ...Object.fromEntries(WAY.map((name) => [name, way[name].value])), warned: warned.checked } });
      button.disabled = true;
      const answer = await http.post('/v1/referrals', body);
      button.disabled = false;
      if (answer.ok) {
        close();
        sent(answer.body, body.agreed);
        return;
      }
      const wrong = wrongFields(answer.body).filter((name) => i18n.has(name) || name === 'warnedOfCallLog').map((name) => t(name === 'warnedOfCallLog' ? 'warned' : name));
      said.hidden = false;
      said.textContent = wrong.length ? t('lookAt', { fields: wrong.join(', ') }) : t(refusal(answer));
    }

    standing = { service, asked };
    element.hidden = false;
    element.replaceChildren(h('h2', { tabindex: -1 }, t('passOn'), ' ', h('bdi', { text: service.name })), h('p', { class: 'soft', text: t('passOnLead') }),
      h('form', { class: 'fields', onsubmit: (event) => { event.preventDefault(); send(); } },
        boxes.map(({ topic, text, box }) => h('label', { class: 'box' }, box, h('span', {}, `${t(topic)}: `, h('bdi', { text })))),
        Object.entries(words).map(([name, node]) => label(name, node)),
        h('details', {}, h('summary', { text: t('wayHead') }), h('p', { class: 'soft', text: t('wayLead') }),
          h('div', { class: 'fields' }, WAY.map((name) => label(name, way[name])), h('label', { class: 'box' }, warned, h('span', { text: t('warned') })))),
        said, h('div', { class: 'row' }, button, h('button', { type: 'button', text: t('cancel'), onclick: close }))));
    element.querySelector('h2').focus();
  }

  function close() {
    standing = null;
    element.hidden = true;
    element.replaceChildren();
  }

  /** A change of language begins the form anew: what was typed is not carried about. */
  return { element, open, close, relabel: () => standing && open(standing.service, standing.asked) };
}
