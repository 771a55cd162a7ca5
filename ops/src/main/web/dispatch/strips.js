import { attribute, h, keyed, show, write } from '../shared/dom.js';
import { clock } from '../shared/clock-words.js';
import { redLights, storeTrouble } from './standing.js';

/** Bars above the list for what must not be overlooked: the sound, the store, centres that cannot
 *  be told. Each is there only while it is true. */
export function strips(i18n, { ring, silence }) {
  const { t } = i18n;
  const mute = h('div', { class: 'strip mute', role: 'alert', hidden: true }, h('b', { 'data-t': 'soundOffLong' }), ' ',
    h('button', { type: 'button', 'data-testid': 'sound-on', 'data-t': 'soundTurnOn', onclick: () => ring.toggle() }));
  const hushWords = h('b', { 'data-testid': 'ringing' });
  const hushKey = h('span');
  const hushButton = h('button', { type: 'button', 'data-testid': 'silence', onclick: () => silence() }, hushKey, ' ', h('kbd', { text: 's' }));
  const alarm = h('div', { class: 'strip alarm', hidden: true }, hushWords, ' ', hushButton);
  const store = h('div', { class: 'strip store', role: 'alert', hidden: true, 'data-testid': 'store' });
  const lights = h('ul', { class: 'strip lights', hidden: true, 'data-testid': 'red-lights', 'data-t-label': 'lights' });

  /** Silencing takes nothing: the bar stays, in other words and colours. */
  function sound(count, hushed, now) {
    show(mute, !ring.on);
    show(alarm, count > 0 && (ring.on || Boolean(hushed)));
    attribute(alarm, 'data-hushed', Boolean(hushed));
    write(hushWords, hushed ? t('hushed', { n: count, time: clock((hushed.until - now) / 1000) }) : t('rings', { n: count }));
    write(hushKey, t(hushed ? 'ringAgain' : 'silence'));
  }

  function standing(known) {
    const trouble = storeTrouble(known);
    show(store, trouble !== null);
    write(store, trouble ? t(trouble) : '');
    const red = redLights(known);
    show(lights, red.length > 0);
    keyed(lights, red, {
      key: (centre) => centre.id,
      create: () => ({ element: h('li') }),
      update: (centre, view) => {
        attribute(view.element, 'data-own', Boolean(centre.own));
        const since = centre.since ? new Date(centre.since).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' }) : '';
        const name = centre.own ? t('ownCentre', { name: centre.name ?? centre.id }) : centre.name ?? centre.id;
        write(view.element, t(centre.state !== 'failing' ? 'lightNobody' : centre.reached ? 'lightScreens' : 'lightFailing', { name, since, n: centre.consoles ?? 0 }));
      },
    });
  }

  const element = h('div', {}, h('div', { class: 'pinned' }, mute, alarm), store, lights);
  return { element, sound, standing };
}
