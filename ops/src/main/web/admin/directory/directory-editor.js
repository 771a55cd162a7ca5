import { attribute, h, write } from '../../shared/dom.js';
import { notOpened, serviceEditor } from './service-editor.js';

/** Finds a service of the directory and opens it for editing. */
export function directoryEditor(i18n, http) {
  const { t } = i18n;
  const words = h('input', { id: 'service-words', type: 'search', autocomplete: 'off', dir: 'auto', maxlength: 200, 'data-testid': 'service-words' });
  const said = h('p', { role: 'status', 'data-testid': 'directory-said' });
  const found = h('ul', { class: 'found', 'data-testid': 'services' });
  const place = h('div');
  const element = h('section', { class: 'card wide directory-editor' }, h('h2', { 'data-t': 'editDirectory' }), h('p', { class: 'soft', 'data-t': 'editDirectoryLead' }),
    h('form', { class: 'find', role: 'search', onsubmit: find }, h('label', { for: 'service-words', 'data-t': 'findService' }), words,
      h('button', { type: 'submit', 'data-t': 'find', 'data-testid': 'find-service' })), said, found, place);
  let listed = null;
  let editor = null;
  let note = '';
  let from = null;

  async function find(event) {
    event?.preventDefault();
    const answer = await http.get(`/v1/directory/services?q=${encodeURIComponent(words.value.trim())}`);
    listed = answer.ok ? answer.body : null;
    note = '';
    draw(answer);
  }

  function draw(answer) {
    if (answer && !answer.ok) write(said, answer.body.title ?? t('noAnswer'));
    else write(said, note || (listed ? t('foundServices', { n: listed.found, shown: listed.services.length }) : ''));
    found.replaceChildren(...(listed?.services ?? []).map((it) => h('li', {},
      h('button', { type: 'button', 'data-service': it.id, onclick: () => open(it.id) }, h('bdi', { text: it.name })),
      it.state === 'as-in-folder' ? '' : h('span', { class: 'badge', 'data-state': it.state === 'withdrawn' ? 'down' : 'degraded', text: t(`amendment-${it.state}`) }))));
    found.hidden = editor !== null;
  }

  async function open(id) {
    from = id;
    const [choices, standing] = await Promise.all([http.get('/v1/directory/choices'), http.get(`/v1/directory/services/${id}`)]);
    if (!choices.ok || !standing.ok) {
      place.replaceChildren(notOpened(i18n, standing.ok ? choices : standing));
      return;
    }
    note = '';
    editor = serviceEditor(i18n, http, standing.body, choices.body, { close, reopen });
    place.replaceChildren(editor.element);
    draw();
    editor.element.querySelector('#editor-title').focus();
  }

  /** After a change, or to see somebody else's. */
  async function reopen(id, revision) {
    await open(id);
    note = revision ? t('inForce', { number: revision.number }) : '';
    draw();
  }

  async function close() {
    editor = null;
    place.replaceChildren();
    await find();
    attribute(found, 'hidden', null);
    found.querySelector(`[data-service="${from}"]`)?.focus();
  }

  return { element, relabel() {
    draw();
    editor?.relabel();
  } };
}
