import { h } from '/shared/dom.js';
import { languageName } from '/shared/i18n.js';
import { KINDS, PUBLICS, SPOKEN, candidateValue, candidates, searchBody } from './question.js';

/** First gesture: where she is, what she speaks and needs.
 *  @param found called with `(asked, services)` */
export function searchForm(i18n, http, found) {
  const { t } = i18n;
  const place = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: 80, 'data-testid': 'place' });
  const language = h('select', { 'data-testid': 'language' }, SPOKEN.map((tag) => h('option', { value: tag })));
  const who = h('select', { 'data-testid': 'public' }, ['', ...PUBLICS].map((value) => h('option', { value })));
  const also = h('select', { 'data-testid': 'public-too' }, ['', ...PUBLICS].map((value) => h('option', { value })));
  const kind = h('select', { 'data-testid': 'kind' }, ['', ...KINDS].map((value) => h('option', { value })));
  const openNow = h('input', { type: 'checkbox' });
  const button = h('button', { type: 'submit', class: 'main', 'data-testid': 'search', 'data-t': 'search' });
  const said = h('div', { role: 'status', class: 'row' });
  language.value = i18n.language;
  const field = (name, input) => h('label', {}, h('span', { 'data-t': name }), input);
  const element = h('section', { class: 'card' }, h('h2', { 'data-t': 'who' }), h('p', { class: 'soft', 'data-t': 'whoLead' }),
    h('form', { class: 'question', onsubmit: (event) => { event.preventDefault(); ask(); } },
      field('place', place), field('language', language), field('public', who), field('publicToo', also), field('kind', kind),
      h('label', { class: 'box' }, openNow, h('span', { 'data-t': 'openOnly' })), button),
    said);

  async function ask() {
    const asked = { place: place.value.trim(), language: language.value, publics: [...new Set([who.value, also.value].filter(Boolean))], kind: kind.value, openNow: openNow.checked };
    button.disabled = true;
    const answer = await http.post('/v1/services/search', searchBody(asked));
    button.disabled = false;
    if (answer.ok) {
      said.replaceChildren();
      found({ ...asked, placeName: answer.body.commune?.name ?? asked.place }, answer.body.services);
      return;
    }
    const could = candidates(answer.body);
    said.replaceChildren(
      h('p', { class: 'notice bad', text: could.length ? t('whichPlace') : t(problem(answer.status)) }),
      ...could.map((it) => h('button', { type: 'button', 'data-testid': 'candidate', onclick: () => { place.value = candidateValue(it); ask(); } },
        h('bdi', { text: it.name }), ' ', h('bdi', { text: it.postcodes?.[0] ?? it.code ?? '' }))));
    said.querySelector('button')?.focus();
  }

  const problem = (status) => (status === 429 ? 'tooMany' : status === 400 ? 'badPlace' : 'noAnswer');

  function relabel() {
    for (const option of language.options) option.textContent = languageName(option.value, i18n.language);
    for (const select of [who, also]) for (const option of select.options) option.textContent = option.value ? t(`public-${option.value}`) : t('any');
    for (const option of kind.options) option.textContent = option.value ? t(`kind-${option.value}`) : t('any');
  }

  return { element, relabel, focus: () => place.focus() };
}
