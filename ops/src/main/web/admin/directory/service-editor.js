import { h } from '../../shared/dom.js';
import { refused } from '../answers.js';
import { changeList } from './changes.js';
import { historyList } from './history-list.js';
import { previewPanel } from './preview-panel.js';
import { serviceForm } from './service-form.js';

/** One service: its form, what a change would do, its history. */
export function serviceEditor(i18n, http, standing, choices, { close, reopen }) {
  const { t } = i18n;
  const { id, entry = {} } = standing;
  const summary = h('div', { class: 'notice bad', role: 'alert', tabindex: '-1', 'data-testid': 'faults', hidden: true });
  const withdrawn = standing.state === 'withdrawn';
  let told = [];
  let question = sample();

  const preview = previewPanel(i18n, http, { id, basedOn: standing.revision, wrong, applied: (revision) => reopen(id, revision), reload: () => reopen(id, null) });
  const form = serviceForm(i18n, http, entry, choices, () => preview.close());
  const element = h('div', { class: 'editor', 'data-testid': 'editor' });

  /** Somebody whom the service is for: its first language, a postcode of its first zone. */
  function sample() {
    const language = [].concat(entry.languages ?? [])[0];
    const zone = choices.zones.find((it) => [].concat(entry.coverage?.zones ?? []).includes(it.id));
    return { language: (typeof language === 'string' ? language : language?.tag) ?? 'fr', ...(zone?.postcode ? { postcode: zone.postcode } : {}) };
  }

  function wrong(errors) {
    told = form.tell(errors);
    drawFaults();
    if (told.length > 0) summary.focus();
    return told.length > 0;
  }

  function drawFaults() {
    summary.hidden = told.length === 0;
    summary.replaceChildren(h('p', { text: t('faults', { n: told.length }) }), h('ul', {}, told.map((it) => h('li', {}, it.label
      ? h('button', { type: 'button', class: 'quiet', text: `${it.label}: ${it.text}`, onclick: () => form.focus(it.field) })
      : h('bdi', { text: it.text })))));
  }

  const open = (title, change, always = false) => preview.open({ title, change, question, always });

  function questionFields() {
    const postcode = h('input', { id: 'sample-postcode', dir: 'ltr', autocomplete: 'off', maxlength: 5, oninput: () => ask('postcode', postcode.value) });
    const language = h('input', { id: 'sample-language', dir: 'ltr', autocomplete: 'off', maxlength: 35, oninput: () => ask('language', language.value) });
    postcode.value = question.postcode ?? '';
    language.value = question.language;
    return h('div', { class: 'line' }, h('div', { class: 'field' }, h('label', { for: 'sample-postcode', text: t('samplePostcode') }), postcode),
      h('div', { class: 'field' }, h('label', { for: 'sample-language', text: t('sampleLanguage') }), language));
  }

  function ask(key, value) {
    question = { ...question, [key]: value.trim() || undefined };
    if (!question.language) question.language = sample().language;
    preview.close();
  }

  const conflict = () => h('div', { class: 'notice', 'data-testid': 'conflict' }, h('p', { text: t('conflict') }), changeList(i18n, standing.folderChanges ?? []),
    h('div', { class: 'row' }, h('button', { type: 'button', text: t('takeFolders'), onclick: () => open('takeFolders', { asInFolder: true }, true) }),
      h('button', { type: 'button', text: t('keepOurs'), onclick: () => open('keepOurs', withdrawn ? { withdraw: true } : { entry: form.entry() }, true) })));

  function build() {
    element.replaceChildren(
      h('div', { class: 'row' }, h('h3', { id: 'editor-title', tabindex: '-1', dir: 'auto', text: entry.name ?? id }), h('code', { text: id }),
        h('span', { class: 'badge', text: t(`amendment-${standing.state}`) }), h('button', { type: 'button', text: t('closeService'), onclick: close })),
      standing.problems.length > 0 ? h('div', { class: 'notice bad' }, h('p', { text: t('setAside') }), h('ul', {}, standing.problems.map((it) => h('li', {}, h('bdi', { text: it.detail }))))) : '',
      standing.conflict ? conflict() : '',
      withdrawn ? h('p', { class: 'notice', text: t('isWithdrawn') }) : '',
      summary,
      h('form', { novalidate: true, 'aria-labelledby': 'editor-title', onsubmit: (event) => {
        event.preventDefault();
        open('preview', { entry: form.entry() }, withdrawn);
      } }, form.element, questionFields(),
      h('div', { class: 'row' }, h('button', { type: 'submit', class: 'main', 'data-testid': 'preview', text: t('preview') }),
        withdrawn ? '' : h('button', { type: 'button', 'data-testid': 'withdraw', text: t('withdraw'), onclick: () => open('withdraw', { withdraw: true }, true) }))),
      preview.element,
      h('h3', { text: t('history') }), historyList(i18n, standing.history, (number) => open('undo', { undo: number }, true)));
    drawFaults();
  }
  build();
  return { element, relabel() {
    form.relabel();
    preview.relabel();
    build();
  } };
}

export const notOpened = (i18n, answer) => refused(i18n, answer);
