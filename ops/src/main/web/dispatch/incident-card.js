import { attribute, h, keyed, show, write } from '../shared/dom.js';
import { clock } from '../shared/clock-words.js';
import { stage } from './board.js';
import { countdown } from './countdown.js';
import { factsWords } from './facts-words.js';
import { incidentActions } from './incident-actions.js';
import { incidentFacts } from './incident-facts.js';
import { incidentMore } from './incident-more.js';
import { isHeldBy } from './standing.js';

/** One incident as a dispatcher reads it in seconds: how urgent, how long, where, how to approach,
 *  why, what to do; the rest when it is opened. Its shell stands at once, its body is made when it
 *  is `built`, so that hundreds can arrive together. */
export function incidentCard(i18n, parts) {
  const { t } = i18n;
  const words = factsWords(i18n, { zone: parts.zones.name,
    centre: (id) => parts.standing().centres.find((centre) => centre.id === id)?.name ?? id ?? '' });
  const element = h('article', { class: 'incident', 'data-testid': 'incident', tabindex: '-1' });
  let current = null;
  let body = null;
  let more = null;
  let onScreen = true;

  function build() {
    if (body) return;
    body = cardBody(i18n, words, parts, toggleMore);
    element.append(...body.nodes);
    body.update(current);
    tick(parts.now());
  }

  function toggleMore() {
    build();
    if (more) {
      more.leave();
      more.element.remove();
      more = null;
    } else {
      more = incidentMore(i18n, words, parts);
      element.append(more.element);
      more.update(current);
    }
    attribute(element, 'data-open', more ? true : null);
    body.opened(Boolean(more));
  }

  function update(incident) {
    current = incident;
    const level = i18n.has(`class-${incident.priority?.class}`) ? incident.priority.class : 'unknown';
    attribute(element, 'data-class', level);
    attribute(element, 'data-state', stage(incident));
    attribute(element, 'data-id', incident.id);
    attribute(element, 'data-exercise', Boolean(incident.exercise));
    attribute(element, 'data-mine', incident.state !== 'closed' && isHeldBy(parts.standing().you, incident.holder));
    attribute(element, 'aria-label', `${incident.exercise ? `${t('exercise')}, ` : ''}${t(`class-${level}`)}, ${words.place(incident)}`);
    body?.update(incident);
    more?.update(incident);
    if (body) tick(parts.now());
  }

  function tick(at) {
    if (body && onScreen) body.tick(at);
    more?.tick(at);
  }

  const view = {
    element, update, tick, build,
    seen(visible) {
      onScreen = visible;
      if (visible) tick(parts.now());
    },
    press(what) {
      build();
      if (what === 'open') toggleMore();
      else if (what === 'number') {
        if (!more) toggleMore();
        more.press();
      } else body.press(what);
    },
  };
  element.view = view;
  return view;
}

function cardBody(i18n, words, { http, now, changed, standing }, toggleMore) {
  const { t } = i18n;
  const word = h('p', { class: 'class', 'data-testid': 'class' });
  const time = h('p', { class: 'time', role: 'timer', 'aria-live': 'off', 'data-testid': 'countdown' });
  const timeSays = h('p', { class: 'time-says' });
  const state = h('p', { class: 'state', 'data-testid': 'state' });
  const drill = h('p', { class: 'exercise', hidden: true }, h('span', { text: t('exercise') }));
  const owner = h('p', { class: 'owner', hidden: true, 'data-testid': 'owner' });
  const facts = incidentFacts(words);
  const reasons = h('ul', { class: 'reasons', 'data-testid': 'reasons' });
  const why = h('h4', { text: t('reasons') });
  const actions = incidentActions(i18n, { http, changed, standing });
  const opener = h('button', { type: 'button', class: 'opener', 'data-testid': 'open', 'aria-expanded': 'false', onclick: toggleMore },
    h('span', { text: t('open') }), ' ', h('kbd', { text: 'o' }));
  actions.element.append(opener);
  const nodes = [drill, owner,
    h('div', { class: 'urgency' }, word, time, timeSays, state),
    h('div', { class: 'knowledge' }, facts.element, h('div', { class: 'why' }, why, reasons)),
    actions.element];
  let current = null;

  function update(incident) {
    current = incident;
    const level = i18n.has(`class-${incident.priority?.class}`) ? incident.priority.class : 'unknown';
    write(word, t(`class-${level}`));
    write(state, stateWords(incident));
    show(drill, Boolean(incident.exercise));
    facts.update(incident);
    actions.update(incident);
    keyed(reasons, incident.priority?.reasons ?? [], {
      key: (reason) => `${reason.code}${reason.text}`,
      create: () => {
        const weight = h('b', { class: 'weight', dir: 'ltr' });
        const text = h('bdi');
        return { weight, text, element: h('li', {}, weight, ' ', text) };
      },
      update: (reason, view) => {
        write(view.weight, `+${reason.weight}`);
        write(view.text, words.reason(reason, incident));
      },
    });
  }

  function stateWords(incident) {
    const { holder, outcome } = incident;
    const name = stage(incident);
    const mine = isHeldBy(standing().you, holder) && name !== 'closed';
    const who = mine ? t('heldByYou') : words.seat(holder);
    const code = outcome?.outcome ?? outcome;
    const what = name === 'closed' && code ? words.named('outcome', code) : '';
    const where = name === 'open' && who ? '' : words.named('state', name);
    return [where, who, what].filter(Boolean).join(' · ');
  }

  function tick(at) {
    const responsible = words.owner(current, standing().you, at);
    write(owner, responsible);
    show(owner, responsible !== '');
    if (stage(current) === 'closed') {
      write(time, '');
      write(timeSays, words.ago(current.updatedAt, at));
      return;
    }
    const left = countdown(current, at);
    attribute(word.closest('.incident'), 'data-light', left.light);
    write(time, `${left.over ? '+' : ''}${clock(left.seconds)}`);
    write(timeSays, t(left.light === null ? 'since' : left.over ? 'overdue' : `left-${stage(current)}`));
    facts.tick(at);
  }

  return {
    nodes, update, tick,
    press: (what) => actions.press(what),
    opened(open) {
      attribute(opener, 'aria-expanded', String(open));
      write(opener.firstChild, t(open ? 'fold' : 'open'));
    },
  };
}
