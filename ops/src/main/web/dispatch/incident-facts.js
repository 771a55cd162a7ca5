import { attribute, h, keyed, show, write } from '../shared/dom.js';
import { age, secondsSince } from '../shared/clock-words.js';
import { languageName } from '../shared/i18n.js';

/** Where, how to approach, what a court has ordered, and what is not certain. */
export function incidentFacts(i18n) {
  const { t, has } = i18n;
  const place = h('bdi');
  const placeLine = h('h3', { class: 'place' }, place);
  const position = h('p', { class: 'position' });
  const marks = h('ul', { class: 'marks' });
  const lines = h('ul', { class: 'lines' });
  const element = h('div', { class: 'facts' }, lines, placeLine, position, marks);
  let current = null;
  let drawn = '';

  const named = (prefix, code) => (has(`${prefix}-${code}`) ? t(`${prefix}-${code}`) : code);

  function where({ address, zone }) {
    if (!address) return zone ?? '';
    return [address.text, [address.postcode, address.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  }

  const placeWords = (incident) =>
    incident.address || incident.position ? where(incident) : t('placeUnknown');

  function positionWords({ position: at }, time) {
    if (!at) return [];
    const seconds = secondsSince(at.at, time);
    const old = seconds === null ? t('ageUnknown') : t('ago', { age: age(seconds, i18n.language) });
    const near = at.accuracyM !== undefined && at.accuracyM !== null ? `± ${at.accuracyM} m` : t('accuracyUnknown');
    return [`${at.lat}, ${at.lon}`, near, at.method ? named('method', at.method) : t('unknown'), old];
  }

  /** Marks that change what a patrol or a dispatcher does; each is a word before it is a colour. */
  function marksOf(incident) {
    const callback = incident.callback ?? 'never';
    const approach = incident.approach ?? 'silent';
    return [
      { text: named('callback', callback), kind: callback === 'ok' ? 'plain' : 'stop' },
      { text: named('approach', approach), kind: approach === 'normal' ? 'plain' : 'stop' },
      ...(incident.canTalk === false ? [{ text: t('cannotTalk'), kind: 'care' }] : []),
      ...(incident.canTalk === true ? [{ text: t('canTalk'), kind: 'plain' }] : []),
      ...(incident.language ? [{ text: languageName(incident.language, i18n.language), kind: 'plain' }] : []),
      ...(incident.forSomeoneElse ? [{ text: t('forSomeoneElse'), kind: 'plain' }] : []),
    ];
  }

  /** Court orders are the first line that a dispatcher reads. */
  function linesOf(incident) {
    const orders = (incident.orders ?? []).map((order) => ({ kind: 'order',
      text: t('order', { kind: named('order', order.kind), court: order.court ?? '', until: order.until ?? t('unknown'), status: named('order', order.status) }) }));
    const barred = incident.doNotSend ?? [];
    return [
      ...orders,
      ...(barred.length > 0 ? [{ kind: 'stop', text: t('doNotSend', { who: barred.map((it) => it.ref ?? it).join(', ') }) }] : []),
      ...(incident.redList ? [{ kind: 'red', text: t('redList', { seriousness: incident.redList.seriousness, reason: named('redList', incident.redList.reason) }) }] : []),
      ...(incident.notDurable ? [{ kind: 'red', text: t('notDurable') }] : []),
      ...(incident.rejection?.pending ? [{ kind: 'stop', text: t('rejectionPending', { cause: named('cause', incident.rejection.cause), position: incident.rejection.position ?? '?' }) }] : []),
      ...(incident.cancellations?.length > 0 ? [{ kind: 'care', text: t('cancelled') }] : []),
      ...((incident.degraded ?? []).length > 0 ? [{ kind: 'care', text: t('degraded', { parts: incident.degraded.map(part).join(', ') }) }] : []),
      ...[incident.notes ?? [], incident.raw ?? []].flat().map((text) => ({ kind: 'note', text: String(text) })),
    ];
  }

  function part(pointer) {
    const name = String(pointer).split('/')[1] ?? pointer;
    return has(`part-${name}`) ? `${t(`part-${name}`)} (${pointer})` : pointer;
  }

  function update(incident) {
    current = incident;
    write(place, placeWords(incident));
    attribute(placeLine, 'data-known', String(Boolean(incident.address || incident.position)));
    show(position, Boolean(incident.position));
    const made = { marks: marksOf(incident), lines: linesOf(incident) };
    const text = JSON.stringify(made);
    if (text === drawn) return;
    drawn = text;
    marks.replaceChildren(...made.marks.map((mark) => h('li', { 'data-kind': mark.kind, text: mark.text })));
    lines.replaceChildren(...made.lines.map((line) => h('li', { 'data-kind': line.kind, text: line.text })));
  }

  /** Each part stands for itself, so that numbers keep their order in right-to-left text. */
  function tick(time) {
    keyed(position, positionWords(current, time).map((text, at) => ({ at, text })), {
      key: ({ at }) => at,
      create: () => ({ element: h('bdi') }),
      update: ({ text }, view) => write(view.element, text),
    });
  }

  return { element, update, place: placeWords, tick };
}
