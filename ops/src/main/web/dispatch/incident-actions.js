import { h, show, write } from '../shared/dom.js';
import { stage } from './board.js';
import { actionMenu } from './action-menu.js';
import { CAUSES, OUTCOMES } from './choices.js';
import { isHeldBy, receivers } from './standing.js';

/** What can be done with an incident in each of its states, and what came of the last try. */
export function incidentActions(i18n, { http, changed, standing }) {
  const { t } = i18n;
  let incident = null;
  const said = h('p', { class: 'said', role: 'alert', hidden: true });
  const button = (name, key, onclick, kind = '', text = name) => h('button', { type: 'button', class: kind, 'data-testid': name, onclick },
    h('span', { text: t(text) }), ...(key ? [' ', h('kbd', { text: key })] : []));

  const take = button('take', 't', () => send('acknowledgement', { status: 'accepted' }), 'main');
  const progress = button('progress', 'w', () => send('progress', { status: 'on-the-way' }), 'main', 'onTheWay');
  const reject = button('reject', 'r', () => rejecting.toggle());
  const confirm = button('confirm-rejection', 'r', () => send('acknowledgement', { status: 'rejected', cause: incident.rejection.cause }), 'grave', 'confirmRejection');
  const done = button('done', 'd', () => finishing.toggle());
  const handover = button('handover', 'h', () => handing.toggle());
  const coded = (codes, prefix) => codes.map((code) => ({ code, text: t(`${prefix}-${code}`) }));
  const rejecting = actionMenu(i18n, { opener: reject, choices: coded(CAUSES, 'cause'), prefix: 'cause',
    chosen: (cause) => send('acknowledgement', { status: 'rejected', cause }) });
  const finishing = actionMenu(i18n, { opener: done, choices: coded(OUTCOMES, 'outcome'), prefix: 'outcome', note: t('note'),
    chosen: (outcome, note) => send('completion', note ? { outcome, note } : { outcome }) });
  const handing = actionMenu(i18n, { opener: handover, choices: toWhom, prefix: 'to', chosen: (to) => send('handover', { to }) });
  const menus = [rejecting, finishing, handing];
  const buttons = h('div', { class: 'steps' });
  const element = h('div', { class: 'actions' }, buttons, ...menus.map((menu) => menu.element), said);
  let state = null;

  async function toWhom() {
    const answer = await http.get('/v1/centres');
    const { colleagues, near, far } = receivers(standing(), answer.body.centres ?? []);
    const centre = (group) => (it) => ({ code: it.id, text: it.name ?? it.id, group });
    return [
      ...colleagues.map((it) => ({ code: it.id, group: t('colleagues'),
        text: it.position ? t('seat', { position: it.position }) : `${t(`role-${it.role}`)} (${it.id})` })),
      ...near.map(centre(t('nearCentres'))),
      ...far.map(centre(t('otherCentres'))),
    ];
  }

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
    if (status === 503) return t('notStored');
    if (status === 409 && body.holder) {
      changed({ id: incident.id, state: incident.state === 'open' ? 'taken' : incident.state, holder: body.holder });
      return t('alreadyTaken', { centre: body.holder.centre ?? '', position: body.holder.position ?? '' });
    }
    if (status === 404) return t('notYours');
    return `${t('refused')} ${body.detail ?? body.title ?? status}`;
  }

  /** The buttons of this state, and no others, and none where somebody else has it in hand; who had the focus keeps it on the incident. */
  function offer(next, mayConfirm, mine) {
    const focused = element.contains(document.activeElement);
    const no = mayConfirm ? confirm : reject;
    const steps = {
      taken: mine ? [progress, done, handover, no] : [],
      'on-the-way': mine ? [done, handover, no] : [],
      closed: [],
    };
    buttons.replaceChildren(...(steps[next] ?? [take, no]));
    menus.forEach((menu) => menu.fold());
    if (focused && !element.contains(document.activeElement)) element.closest('.incident')?.focus();
  }

  function update(next) {
    incident = next;
    const { you } = standing();
    const supervisor = you?.role === 'supervisor';
    const mine = !you || supervisor || isHeldBy(you, next.holder);
    const mayConfirm = supervisor && Boolean(next.rejection?.pending);
    rejecting.warn(next.priority?.class !== 'critical' ? '' : t(supervisor ? 'criticalRejectSupervisor' : 'criticalReject'));
    const wanted = `${stage(next)} ${mayConfirm} ${mine}`;
    if (wanted === state) return;
    state = wanted;
    offer(stage(next), mayConfirm, mine);
  }

  const presses = { take: [take], progress: [progress], reject: [confirm, reject], done: [done], handover: [handover] };
  return {
    element,
    update,
    press(what) {
      if (what === 'fold') menus.forEach((menu) => menu.fold());
      const pressed = presses[what]?.find((it) => it.isConnected);
      if (!pressed) return;
      element.closest('.incident').focus();
      pressed.click();
    },
  };
}
