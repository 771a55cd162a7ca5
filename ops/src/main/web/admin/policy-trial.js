import { h } from '../shared/dom.js';
import { languageName } from '../shared/i18n.js';
import { refused } from './answers.js';
import { dayAndHour } from './dates.js';

/** The text of the policies, to be changed and tried; what would come out otherwise stands below. */
export function policyTrial(i18n, http) {
  const { t } = i18n;
  const text = h('textarea', { rows: 14, spellcheck: 'false', dir: 'ltr', autocomplete: 'off', id: 'policy-text' });
  const button = h('button', { type: 'submit', class: 'main', 'data-t': 'compare' });
  const result = h('div', { class: 'answer', 'aria-live': 'polite' });
  const element = h('section', { class: 'card wide' }, h('h2', { 'data-t': 'policies' }), h('p', { class: 'soft', 'data-t': 'policiesLead' }),
    h('form', { class: 'trial', onsubmit: submit }, h('label', { for: 'policy-text', 'data-t': 'policiesText' }), text, button), result);
  let last = null;

  async function load() {
    const answer = await http.get('/v1/policies');
    if (answer.ok && text.value === '') text.value = answer.body.text;
  }

  async function submit(event) {
    event.preventDefault();
    button.disabled = true;
    last = await http.post('/v1/policies/trial', { policies: text.value });
    button.disabled = false;
    draw();
  }

  function draw() {
    if (!last) return;
    if (!last.ok) result.replaceChildren(refused(i18n, last));
    else result.replaceChildren(...(last.body.valid ? changes(last.body) : problems(last.body)));
  }

  const problems = (body) => [
    h('p', { class: 'notice bad', text: t('policiesWrong') }),
    h('ul', { class: 'why' }, body.problems.map((it) => h('li', {}, h('bdi', { text: `${it.file}, ${t('problemAt', it)}` })))),
  ];

  const changes = (body) => [
    h('p', { text: t('policiesRight', body) }),
    h('p', {}, h('b', { text: body.changed === 0 ? t('nobodyElsewhere') : t('wouldChange', body) })),
    body.changed === 0 ? '' : h('p', { class: 'soft', text: t('firstOnes', { n: body.changes.length }) }),
    body.changed === 0 ? '' : h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('firstOnes', { n: body.changes.length }) }, table(body.changes)),
  ];

  const table = (rows) => h('table', {},
    h('thead', {}, h('tr', {}, ['who', 'now', 'then'].map((it) => h('th', { scope: 'col', text: t(it) })))),
    h('tbody', {}, rows.map((it) => h('tr', {}, h('td', { text: who(it) }), h('td', {}, outcome(it.before)), h('td', {}, outcome(it.after))))));

  const who = (it) => [
    it.line, t(`channel-of-${it.channel}`), it.postcode ?? t('noPlace'),
    it.language ? languageName(it.language, i18n.language) : t('noLanguage'),
    it.danger ? t('inDanger') : null, dayAndHour(it.at, i18n.language),
  ].filter(Boolean).join(' · ');

  const outcome = ({ policy, steps }) => [h('b', {}, h('bdi', { text: policy })),
    h('ol', { class: 'plan' }, steps.map((step) => h('li', {}, h('bdi', { text: step }))))];

  load();
  return { element, relabel: draw };
}
