import { attribute, h, keyed, show, write } from '../shared/dom.js';

const KINDS = ['warm', 'blind', 'conference'];
const RUNNING = ['offered', 'consulting', 'joined'];
/** Which steps each state allows. */
const STEPS = { offered: ['back'], consulting: ['join', 'leave', 'back'], joined: ['leave', 'back'] };

/** Brings the caller to somebody else: whom, how, and how far it has come. Whom is always an id; what
 *  is told beside her language is what she agreed to. */
export function callTransfer(i18n, api, call) {
  const { t, has } = i18n;
  const base = `/v1/contacts/${call.contact}`;
  const shared = new Set();
  const names = new Map();
  let kind = 'warm';

  const button = h('button', { type: 'button', 'data-testid': 'call-transfer', 'aria-expanded': 'false', text: t('transfer'), onclick: toggle });
  const kinds = h('div', { class: 'either', role: 'group', 'aria-label': t('callHow') }, KINDS.map((each) =>
    h('button', { type: 'button', 'data-kind': each, 'aria-pressed': String(each === kind), text: t(`callKind-${each}`), onclick: () => choose(each) })));
  const choices = h('div', { class: 'choices' });
  const none = h('p', { class: 'soft', role: 'status' });
  const list = h('div', { class: 'desks', hidden: true },
    kinds, h('p', { class: 'soft', text: t('callAgreed') }), tick('place', 'callSharePlace'), tick('danger', 'callShareDanger'), none, choices);
  const state = h('p', { class: 'notice', role: 'status', 'data-testid': 'call-state', hidden: true });
  const steps = h('div', { class: 'row' }, ['join', 'leave', 'back'].map((step) =>
    h('button', { type: 'button', 'data-testid': `call-${step}`, text: t(`callStep-${step}`), onclick: () => send(`${base}/transfer/${step}`, {}) })));
  const element = h('div', { class: 'call-transfer' }, h('div', { class: 'row' }, button), list, state, steps);

  function tick(id, label) {
    return h('label', { class: 'tick' }, h('input', { type: 'checkbox', onchange: (event) => {
      if (event.target.checked) shared.add(id); else shared.delete(id);
    } }), ' ', t(label));
  }

  function choose(each) {
    kind = each;
    for (const one of kinds.children) attribute(one, 'aria-pressed', String(one.dataset.kind === kind));
  }

  async function toggle() {
    const open = list.hidden;
    show(list, open);
    attribute(button, 'aria-expanded', String(open));
    if (!open) return;
    write(none, t('callSearching'));
    const query = { channel: 'phone', ...(call.postcode ? { postcode: call.postcode } : {}), ...(call.language ? { language: call.language } : {}) };
    const [others, found] = await Promise.all([api.get(`${base}/targets`), api.post('/v1/services/search', query)]);
    fill(others.body, found.body.services ?? []);
  }

  function fill({ operators = [], centre }, services) {
    const targets = [
      ...(centre ? [{ to: { centre }, name: t('callPolice') }] : []),
      ...operators.map((operator) => ({ to: { operator }, name: operator })),
      ...services.filter((service) => service.open).map((service) => ({ to: { service: service.id }, name: service.name })),
    ];
    targets.forEach(({ to, name }) => names.set(Object.values(to)[0], name));
    write(none, targets.length === 0 ? t('callNobody') : '');
    keyed(choices, targets, { key: ({ to }) => JSON.stringify(to), create: ({ to, name }) => ({
      element: h('button', { type: 'button', 'data-testid': 'call-target', 'data-to': Object.values(to)[0], text: name,
        onclick: () => ask(to) }) }), update: () => {} });
    choices.querySelector('button')?.focus();
  }

  async function ask(to) {
    show(list, false);
    attribute(button, 'aria-expanded', 'false');
    if (await send(`${base}/transfer`, { kind, to, share: [...shared] })) button.focus();
  }

  async function send(path, body) {
    const answer = await api.post(path, body);
    if (answer.ok) return true;
    show(state, true);
    const key = `callNot-${(answer.body.type ?? '').split(/[/:#]/).pop()}`;
    write(state, has(key) ? t(key) : t('callNotDone'));
    return false;
  }

  function update({ transfer }) {
    const running = RUNNING.includes(transfer?.state);
    show(button, !running);
    for (const step of steps.children) {
      show(step, running && STEPS[transfer.state].includes(step.dataset.testid.slice(5)));
    }
    show(state, Boolean(transfer));
    if (!transfer) return;
    const cause = `callCause-${transfer.cause}`;
    const name = names.get(transfer.to) ?? transfer.to;
    write(state, [t(`call-${transfer.state}`, { name }), has(cause) ? t(cause) : ''].filter(Boolean).join(' '));
  }

  update(call);
  return { element, update };
}
