import { h, show, write } from '../shared/dom.js';
import { stage } from './board.js';
import { actionMenu } from './action-menu.js';
import { CAUSES, OUTCOMES } from './choices.js';

/** What can be done with an incident in each of its states, and what came of the last try. */
export function incidentActions(i18n, { http, changed }) {
  const { t } = i18n;
  let incident = null;
  const said = h('p', { class: 'said', role: 'alert', hidden: true });
  const button = (name, key, onclick, kind = '') => h('button', { type: 'button', class: kind, 'data-testid': name, onclick },
    h('span', { text: t(name === 'progress' ? 'onTheWay' : name) }), ...(key ? [' ', h('kbd', { text: key })] : []));

  const take = button('take', 't', () => send('acknowledgement', { status: 'accepted' }), 'main');
  const progress = button('progress', 'w', () => send('progress', { status: 'on-the-way' }), 'main');
  const reject = button('reject', 'r', () => rejecting.toggle());
  const done = button('done', 'd', () => finishing.toggle());
  const handover = button('handover', null, () => handing.toggle());
  const rejecting = actionMenu(i18n, { opener: reject, choices: CAUSES, prefix: 'cause',
    chosen: (cause) => send('acknowledgement', { status: 'rejected', cause }) });
  const finishing = actionMenu(i18n, { opener: done, choices: OUTCOMES, prefix: 'outcome', note: t('note'),
    chosen: (outcome, note) => send('completion', note ? { outcome, note } : { outcome }) });
  const handing = actionMenu(i18n, { opener: handover, choices: [], prefix: 'to', note: t('handoverTo'), noteIs: t('handover'),
    chosen: (to) => send('handover', { to }) });
  const menus = [rejecting, finishing, handing];
  const buttons = h('div', { class: 'steps' });
  const element = h('div', { class: 'actions' }, buttons, ...menus.map((menu) => menu.element), said);
  let state = null;

  function say(text) {
    write(said, text);
    show(said, text !== '');
  }

  async function send(step, body) {
    menus.forEach((menu) => menu.fold());
    say('');
    const answer = await http.post(`/v1/incidents/${encodeURIComponent(incident.id)}/${step}`, body);
    if (answer.ok) {
      if (answer.body.id === incident.id) changed(answer.body);
      else if (answer.body.incident?.id === incident.id) changed(answer.body.incident);
      if (answer.status === 202) say(t('needsSupervisor'));
    } else say(refusal(answer));
  }

  /** What the server said no to, in words; without an answer nobody knows, and it must be said. */
  function refusal({ status, body }) {
    if (status === 0) return t('noCertainty');
    if (status === 409 && body.holder) {
      changed({ id: incident.id, state: incident.state === 'open' ? 'taken' : incident.state, holder: body.holder });
      return t('alreadyTaken', { centre: body.holder.centre ?? '', position: body.holder.position ?? '' });
    }
    if (status === 404) return t('notYours');
    return `${t('refused')} ${body.detail ?? body.title ?? status}`;
  }

  /** The buttons of this state, and no others; who had the focus keeps it on the incident. */
  function offer(next) {
    const focused = element.contains(document.activeElement);
    const steps = {
      taken: [progress, done, handover, reject],
      'on-the-way': [done, handover, reject],
      closed: [],
    };
    buttons.replaceChildren(...(steps[next] ?? [take, reject]));
    menus.forEach((menu) => menu.fold());
    if (focused && !element.contains(document.activeElement)) element.parentElement?.focus();
  }

  function update(next) {
    incident = next;
    rejecting.warn(next.priority?.class === 'critical' ? t('criticalReject') : '');
    if (stage(next) === state) return;
    state = stage(next);
    offer(state);
  }

  const presses = { take, progress, reject, done };
  return {
    element,
    update,
    press(what) {
      if (what === 'fold') menus.forEach((menu) => menu.fold());
      else if (presses[what]?.isConnected) {
        element.parentElement.focus();
        presses[what].click();
      }
    },
  };
}
