import { attribute, h, show, write } from '../../shared/dom.js';
import { KEYS, groups, query, running, sentences, stepsOf } from './call-course.js';

const KINDS = ['warm', 'blind', 'conference'];
const lastKinds = new Map();

/** Brings the caller to somebody else: whom, how, and how far it has come. Whom is always an id; what
 *  is told beside her language is what she agreed to. */
export function callTransfer(i18n, { api, transferStands }, call) {
  const { t, has } = i18n;
  const base = `/v1/contacts/${call.contact}`;
  const shared = new Set();
  const names = new Map();
  let current = call;
  let refused = '';

  const button = h('button', { type: 'button', 'data-testid': 'call-transfer', 'data-key': 't', 'aria-expanded': 'false', onclick: toggle },
    t('transfer'), ' ', h('kbd', { text: 't' }));
  const kinds = h('div', { class: 'either', role: 'group', 'aria-label': t('callHow') }, KINDS.map((each) =>
    h('button', { type: 'button', 'data-kind': each, text: t(`callKind-${each}`), onclick: () => choose(each) })));
  const means = h('p', { class: 'soft', role: 'status' });
  const place = h('input', { class: 'short', inputmode: 'numeric', maxlength: 16, autocomplete: 'off', dir: 'auto', value: call.postcode ?? '' });
  const search = h('form', { class: 'row', onsubmit: look },
    h('label', {}, h('span', { text: t('alertPostcode') }), place), h('button', { type: 'submit', text: t('callLook') }));
  const found = h('p', { class: 'soft', role: 'status' });
  const choices = h('div', { class: 'choices' });
  const list = h('div', { class: 'desks', 'data-testid': 'call-targets', hidden: true, onkeydown: escape },
    h('h4', { text: t('callHow') }), kinds, means,
    h('fieldset', {}, h('legend', { text: t('callAgreed') }), tick('place', 'callSharePlace'), tick('danger', 'callShareDanger')),
    h('h4', { text: t('callWhom') }), search, found, choices);
  const state = h('div', { class: 'course', role: 'status', 'data-testid': 'call-state', hidden: true });
  const steps = h('div', { class: 'row' }, ['join', 'leave', 'back'].map((step) =>
    h('button', { type: 'button', class: step === 'join' ? 'main' : '', 'data-testid': `call-${step}`, 'data-key': KEYS[step].letter, onclick: (event) => go(step, event.currentTarget) },
      h('span'), ' ', h('kbd', { text: KEYS[step].letter }), ' ', h('small', { dir: 'ltr', text: KEYS[step].telephone }))));

  /** An interpreter is nobody to be left with by a slip of the hand. */
  function go(step, pressed) {
    if (step === 'leave' && current.transfer?.kind === 'conference' && !pressed.dataset.sure) {
      pressed.dataset.sure = 'asked';
      setTimeout(() => {
        delete pressed.dataset.sure;
        update(current);
      }, 4_000);
      update(current);
      return;
    }
    delete pressed.dataset.sure;
    send(`${base}/transfer/${step}`, {});
  }

  const stepWords = (step, transfer, pressed) =>
    (pressed.dataset.sure ? 'callLeaveSure' : step === 'back' && transfer?.state === 'joined' ? 'callGoOn' : `callStep-${step}`);

  function tick(id, label) {
    return h('label', { class: 'tick' }, h('input', { type: 'checkbox', 'data-share': id, onchange: (event) => {
      if (event.target.checked) shared.add(id); else shared.delete(id);
    } }), ' ', t(label));
  }

  function choose(each) {
    lastKinds.set(call.contact, each);
    for (const one of kinds.children) attribute(one, 'aria-pressed', String(one.dataset.kind === each));
    write(means, t(`callMeans-${each}`));
  }

  const kind = () => lastKinds.get(call.contact) ?? 'warm';

  function toggle() {
    open(list.hidden);
    if (list.hidden) return;
    kinds.querySelector('[aria-pressed=true]').focus();
    look();
  }

  function open(wide) {
    show(list, wide);
    attribute(button, 'aria-expanded', String(wide));
  }

  function escape(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    open(false);
    button.focus();
  }

  async function look(event) {
    event?.preventDefault();
    write(found, t('callSearching'));
    const [others, services] = await Promise.all([
      api.get(`${base}/targets`), api.post('/v1/services/search', query(current, place.value.trim(), i18n.language))]);
    const all = groups(others.body, services.body.services ?? [], { police: t('callPolice') });
    write(found, others.status === 404 ? t('callNotYours') : services.status === 400 ? t('callPlaceUnknown') : all.length === 0 ? t('callNobody') : '');
    choices.replaceChildren(...all.map(({ group, targets }) => h('div', { class: 'choices', role: 'group', 'aria-label': t(`callGroup-${group}`) },
      h('h5', { text: t(`callGroup-${group}`) }), targets.map(target))));
  }

  function target({ to, name, open: now, nextOpening, places }) {
    const [id] = Object.values(to);
    names.set(id, name);
    const opens = nextOpening ? new Date(nextOpening).toLocaleString(i18n.language, { weekday: 'short', hour: '2-digit', minute: '2-digit' }) : null;
    const closed = now ? null : h('small', { text: opens ? t('callOpens', { at: opens }) : t('callNot-closed') });
    const free = places ? h('small', { class: 'places', text: freePlaces(places) }) : null;
    return h('button', { type: 'button', 'data-testid': 'call-target', 'data-to': id, disabled: !now, onclick: () => ask(to) },
      h('span', { dir: 'auto', text: name }), closed && ' ', closed, free && ' ', free);
  }

  const hour = (at) => new Date(at).toLocaleString(i18n.language, { weekday: 'short', hour: '2-digit', minute: '2-digit' });

  /** How many, when the service said so, and until when that counts. */
  const freePlaces = ({ free, ask: asks, confirmedAt, expires }) =>
    t(asks ? 'callPlacesAsk' : 'callPlaces', { ...(asks ? {} : { n: free }), at: hour(confirmedAt), until: hour(expires) });

  async function ask(to) {
    open(false);
    if (await send(`${base}/transfer`, { kind: kind(), to, share: [...shared] })) steps.querySelector('button:not([hidden])')?.focus();
    else button.focus();
  }

  async function send(path, body) {
    const answer = await api.post(path, body);
    const key = `callNot-${(answer.body.type ?? '').split(/[/:#]/).pop()}`;
    refused = answer.ok ? '' : answer.status === 404 ? t('callNotYours') : t(has(key) ? key : 'callNotDone');
    update(current);
    return answer.ok;
  }

  function update(now) {
    if (now.transfer?.state !== current.transfer?.state) refused = '';
    current = now;
    const { transfer } = now;
    const goes = running(transfer);
    show(button, !goes && !now.over);
    if (goes || now.over) open(false);
    const name = names.get(transfer?.to) ?? transfer?.to;
    for (const pressed of steps.children) {
      const step = pressed.dataset.testid.slice(5);
      show(pressed, stepsOf(transfer).includes(step));
      write(pressed.firstChild, t(stepWords(step, transfer, pressed), { name }));
    }
    const lines = [...sentences(transfer).filter(has).map((key) => (/^callCause-(?!back|lost|left)/.test(key) ? `\u2068${name}\u2069: ${t(key)}` : t(key, { name }))), ...(refused ? [refused] : [])];
    show(state, lines.length > 0);
    attribute(state, 'data-state', transfer?.state);
    attribute(state, 'data-kind', transfer?.kind);
    const said = lines.join('\n');
    if (state.dataset.said !== said) {
      state.dataset.said = said;
      state.replaceChildren(...lines.map((text) => h('p', { text })));
    }
  }

  choose(kind());
  update(call);
  // A page that was opened in the middle of it asks how it stands.
  if (!call.transfer) api.get(`${base}/transfer`).then((answer) => answer.ok && transferStands(answer.body));
  return { button, list, state, steps, update };
}
