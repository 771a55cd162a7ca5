import { h, show } from '../shared/dom.js';

/** The phone number stays hidden until somebody opens it: dispatchers ring back by reflex, and the
 *  phone may be in his hand. */
export function hiddenNumber(i18n, http) {
  const { t } = i18n;
  let id = null;
  let callback = 'never';
  const button = h('button', { type: 'button', class: 'quiet', text: t('showNumber'), onclick: open });
  const number = h('p', { class: 'number', role: 'status', hidden: true });
  const element = h('div', { class: 'hidden-number' }, button, number);

  async function open() {
    button.disabled = true;
    const answer = await http.get(`/v1/incidents/${encodeURIComponent(id)}`);
    button.disabled = false;
    const phone = answer.body.phone ?? answer.body.alarms?.find?.((alarm) => alarm?.phone)?.phone;
    const words = answer.ok ? (phone ? h('bdi', { dir: 'ltr', text: phone }) : t('noNumber')) : t('noAnswer');
    number.replaceChildren(words, ...(phone && callback !== 'ok' ? [' ', h('strong', { text: t(`callback-${callback}`) })] : []));
    show(number, true);
    show(button, !answer.ok);
  }

  return {
    element,
    update(incident) {
      id = incident.id;
      callback = incident.callback ?? 'never';
    },
  };
}
