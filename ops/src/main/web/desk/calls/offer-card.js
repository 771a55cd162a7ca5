import { attribute, h, show, write } from '../../shared/dom.js';
import { clock } from '../../shared/clock-words.js';
import { languageName } from '../../shared/i18n.js';

/** What to call the way on which somebody came: a text message is a chat without a page. */
export const channelWord = ({ channel, medium }) => (medium === 'text-message' ? 'channel-text' : `channel-${channel}`);

/** What she said herself where she raised no alarm; an alarm says more. */
export const saysUnsafe = ({ safeNow, danger }) => safeNow === false && danger === 'none';

/** One contact that rings: who is there, in what danger, why here, and for how long yet. */
export function offerCard(i18n, offer, actions) {
  const { t } = i18n;
  const call = offer.channel === 'call';
  const waited = h('b', { class: 'count' });
  const left = h('b', { class: 'count' });
  const timer = h('progress', { max: 1, 'aria-hidden': 'true' });
  const accept = h('button', { type: 'button', class: 'main', 'data-testid': 'accept', onclick: () => actions.accept(offer.id) },
    t('accept'), ' ', h('kbd', { text: 'a' }));
  const decline = h('button', { type: 'button', 'data-testid': 'decline', onclick: () => actions.decline(offer.id) },
    t('decline'), ' ', h('kbd', { text: 'd' }));
  const element = h('article', { class: 'offer', 'data-testid': 'offer', 'data-danger': offer.danger, 'aria-label': t(channelWord(offer)) },
    offer.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
    h('h3', { text: t(channelWord(offer)) }),
    offer.danger !== 'none' ? h('p', { class: 'danger-mark', text: t(`danger-${offer.danger}`) }) : null,
    saysUnsafe(offer) ? h('p', { class: 'danger-mark', text: t('notSafe') }) : null,
    offer.silent ? h('p', { class: 'silent-mark', text: t('silent') }) : null,
    h('dl', {}, ...facts()),
    offer.reasons?.length > 0
      ? h('details', {}, h('summary', { text: t('why') }), h('ul', {}, offer.reasons.map((reason) => h('li', { text: reason.text }))))
      : null,
    timer,
    call
      ? h('p', { class: 'by-telephone', text: t('byTelephone') })
      : h('div', { class: 'row' }, accept, decline));

  function facts() {
    const fact = (name, value) => [h('dt', { text: t(name) }), h('dd', {}, value)];
    return [
      ...fact('language', offer.language ? languageName(offer.language, i18n.language) : t('unknown')),
      ...fact('place', offer.postcode ?? t('unknown')),
      ...(offer.forWhom ? fact('forWhom', t(`for-${offer.forWhom}`)) : []),
      ...Object.entries(offer.answers ?? {}).flatMap(([question, keys]) =>
        [h('dt', {}, t('pressed'), ' ', question), h('dd', {}, h('kbd', { text: keys }))]),
      ...(offer.from ? fact('from', offer.from) : []),
      ...fact('waited', waited),
      ...fact('left', left),
    ];
  }

  let current = offer;
  const view = {
    element,
    update(next) {
      current = next;
      attribute(element, 'data-answered', next.answered);
      accept.disabled = Boolean(next.answered);
      decline.disabled = Boolean(next.answered);
    },
    tick(now) {
      write(waited, clock((now - current.since) / 1000));
      write(left, clock((current.until - now) / 1000));
      timer.value = Math.max(0, (current.until - now) / (1000 * (current.withinS || 30)));
      show(timer, !current.answered);
    },
  };
  element.view = view;
  return view;
}
