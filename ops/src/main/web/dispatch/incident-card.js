import { attribute, h, keyed, show, write } from '../shared/dom.js';
import { clock } from '../shared/clock-words.js';
import { stage } from './board.js';
import { countdown } from './countdown.js';
import { incidentActions } from './incident-actions.js';
import { incidentFacts } from './incident-facts.js';

/** One incident as a dispatcher reads it in seconds: how urgent, how long, where, how to approach,
 *  why, what to do. */
export function incidentCard(i18n, { http, now, changed }) {
  const { t } = i18n;
  const word = h('p', { class: 'class', 'data-testid': 'class' });
  const time = h('p', { class: 'time', role: 'timer', 'aria-live': 'off' });
  const timeSays = h('p', { class: 'time-says' });
  const state = h('p', { class: 'state', 'data-testid': 'state' });
  const drill = h('p', { class: 'exercise', hidden: true }, h('span'));
  const facts = incidentFacts(i18n);
  const reasons = h('ul', { class: 'reasons', 'data-testid': 'reasons' });
  const actions = incidentActions(i18n, { http, changed });
  const element = h('article', { class: 'incident', 'data-testid': 'incident', tabindex: '-1' },
    drill,
    h('div', { class: 'urgency' }, word, time, timeSays, state),
    h('div', { class: 'knowledge' }, facts.element, h('h4', { text: t('reasons') }), reasons),
    actions.element);
  let current = null;

  function update(incident) {
    current = incident;
    const level = i18n.has(`class-${incident.priority?.class}`) ? incident.priority.class : 'unknown';
    attribute(element, 'data-class', level);
    attribute(element, 'data-state', stage(incident));
    attribute(element, 'data-id', incident.id);
    attribute(element, 'aria-label', `${t(`class-${level}`)}, ${facts.place(incident)}`);
    write(word, t(`class-${level}`));
    write(state, stateWords(incident));
    show(drill, Boolean(incident.exercise));
    write(drill.firstChild, t('exercise'));
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
        write(view.text, reason.text);
      },
    });
    tick(now());
  }

  const named = (key, code) => (i18n.has(key) ? t(key) : code);

  function stateWords(incident) {
    const { holder, outcome } = incident;
    const name = stage(incident);
    const who = holder ? t('holder', { centre: holder.centre ?? '', position: holder.position ?? '?' }) : '';
    const code = outcome?.outcome ?? outcome;
    const what = name === 'closed' && code ? named(`outcome-${code}`, code) : '';
    const where = name === 'open' && who ? '' : named(`state-${name}`, name);
    return [where, who, what].filter(Boolean).join(' · ');
  }

  function tick(at) {
    if (stage(current) === 'closed') {
      write(time, '');
      write(timeSays, '');
      return;
    }
    const left = countdown(current, at);
    attribute(element, 'data-light', left.light);
    write(time, `${left.over ? '+' : ''}${clock(left.seconds)}`);
    write(timeSays, t(left.light === null ? 'since' : left.over ? 'overdue' : `left-${stage(current)}`));
    facts.tick(at);
  }

  const view = { element, update, tick, press: (what) => actions.press(what) };
  element.view = view;
  return view;
}
