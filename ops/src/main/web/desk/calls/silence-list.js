import { attribute, h, keyed, show, write } from '../../shared/dom.js';
import { sureButton } from './fields.js';
import { changes } from './silence-form.js';

const LOOK_MS = 60_000;

/** What her silence means, as this operator registered it: whom to ask again, and by when. No number
 *  and no address come here; those whose day is over stand first and stay in force. */
export function silenceList(i18n, api) {
  const { t } = i18n;
  let all = [];
  let looked = 0;
  let seen = changes();
  let allowed = true;
  const refused = new Set();

  const list = h('ul', { class: 'registered' });
  const summary = h('summary');
  const element = h('details', { class: 'silences', 'data-testid': 'silences', hidden: true }, summary, h('p', { class: 'soft', text: t('silenceListRules') }), list);

  async function look(now = Date.now()) {
    looked = now;
    seen = changes();
    const answer = await api.get('/v1/silent-instructions');
    if (answer.status === 403 || answer.status === 404) allowed = false;
    if (!answer.ok) return;
    all = answer.body.instructions.toSorted((one, other) => one.reviewBy.localeCompare(other.reviewBy));
    render();
  }

  function render() {
    const overdue = all.filter((one) => one.overdue).length;
    show(element, all.length > 0);
    write(summary, [t('silenceList', { n: all.length }), overdue > 0 ? t('silenceOverdueCount', { n: overdue }) : ''].filter(Boolean).join(' '));
    attribute(summary, 'class', overdue > 0 ? 'late' : null);
    keyed(list, all, { key: ({ id }) => id, create: entry, update: (one, view) => view.update(one) });
  }

  const day = (at) => new Date(at).toLocaleDateString(i18n.language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

  function entry(one) {
    const words = h('span', { class: 'grow' });
    const state = h('span', { class: 'notice bad', role: 'alert', hidden: true, text: t('silenceUnknown') });
    const lift = sureButton({ 'data-testid': 'silence-list-lift' }, t('silenceLift'), t('silenceLiftSure'), async () => {
      const answer = await api.post('/v1/silent-instructions/lifting', { id: one.id });
      if (answer.ok) refused.delete(one.id);
      else refused.add(one.id);
      await look();
      render();
    });
    return { element: h('li', { 'data-testid': 'silence-entry' }, h('div', { class: 'row' }, words, lift), state), update(now) {
      words.replaceChildren(h('bdi', { text: now.whom ?? t('silenceNameless') }), ' · ', t('silenceSince', { day: day(now.at) }), ' · ',
        h(now.overdue ? 'strong' : 'span', { text: t(now.overdue ? 'silenceOverdue' : 'silenceUntil', { day: day(now.reviewBy) }) }));
      show(state, refused.has(now.id));
    } };
  }

  return {
    element,
    update() {},
    tick(now) {
      if (allowed && (now - looked > LOOK_MS || seen !== changes())) look(now);
    },
  };
}
