import { h } from '../../shared/dom.js';
import { refused } from '../answers.js';
import { moment } from '../dates.js';
import { changeList, foundLists, hoursList } from './changes.js';

/** Shows what a change does before it is made, asks why, and makes it. One change at a time:
 *  `{ change, title, question }`. */
export function previewPanel(i18n, http, { id, basedOn, wrong, applied, reload }) {
  const { t } = i18n;
  const element = h('section', { class: 'preview', 'aria-live': 'polite', tabindex: '-1', 'data-testid': 'preview-panel', hidden: true });
  let meant = null;
  let answer = null;
  let outcome = null;
  let reason = '';
  let base = basedOn;

  async function open(wish) {
    meant = wish;
    outcome = null;
    answer = await http.post(`/v1/directory/services/${id}/preview`, { ...wish.change, question: wish.question });
    if (meant !== wish) return;
    const errors = answer.ok && !answer.body.valid ? answer.body.errors : [];
    const handled = wrong(errors);
    draw();
    if (!handled) element.focus();
  }

  function close() {
    meant = null;
    element.hidden = true;
  }

  async function apply(event) {
    event.preventDefault();
    outcome = null;
    const came = await http.post(`/v1/directory/services/${id}/amendments`, { ...meant.change, basedOn: base, reason: reason.trim() });
    if (came.status === 201) {
      applied(came.body);
      return;
    }
    outcome = came;
    draw();
    element.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }

  function overtaken({ by }) {
    const words = { by: by.by, at: moment(by.at, i18n.language), reason: by.reason };
    return h('div', { class: 'notice bad', role: 'alert', 'data-testid': 'overtaken' }, h('p', { text: t('overtaken', words) }),
      h('div', { class: 'row' },
        h('button', { type: 'button', text: t('theirs'), onclick: reload }),
        h('button', { type: 'button', text: t('mineAgain'), onclick: () => {
          base = by.number;
          open(meant);
        } })));
  }

  function confirmation() {
    const why = h('input', { id: 'change-reason', required: true, maxlength: 300, dir: 'auto', autocomplete: 'off', 'data-testid': 'reason', oninput: () => { reason = why.value; } });
    why.value = reason;
    return h('form', { class: 'trial', onsubmit: apply }, h('label', { for: 'change-reason', text: t('reasonOfChange') }), why,
      h('div', { class: 'row' }, h('button', { type: 'submit', class: 'main', 'data-testid': 'apply', text: t('apply') }),
        h('button', { type: 'button', text: t('notYet'), onclick: close })));
  }

  function draw() {
    if (!meant) return;
    element.hidden = false;
    const title = h('h3', { text: t(meant.title) });
    if (!answer.ok) element.replaceChildren(title, refused(i18n, answer));
    else if (!answer.body.valid) element.replaceChildren(title, h('p', { class: 'notice bad', text: t('cannotBe') }), h('ul', { class: 'why' }, answer.body.errors.map((it) => h('li', {}, h('bdi', { text: it.detail })))));
    else {
      const { changes, hours, found, warnings } = answer.body;
      element.replaceChildren(title, changeList(i18n, changes),
        warnings.length > 0 ? h('div', { class: 'notice', 'data-testid': 'warnings' }, h('p', { text: t('examplesDiffer') }), h('ul', {}, warnings.map((it) => h('li', {}, h('bdi', { text: it }))))) : '',
        ...(hours.length > 0 ? [h('h4', { text: t('hoursThen') }), hoursList(i18n, hours)] : [h('p', { class: 'notice', text: t('goneThen') })]),
        found ? foundLists(i18n, found, id, meant.question) : '',
        outcome?.status === 409 ? overtaken(outcome.body) : outcome ? h('div', { role: 'alert' }, refused(i18n, outcome)) : '',
        changes.length > 0 || meant.always ? confirmation() : '');
    }
  }
  return { element, open, close, relabel: draw };
}
