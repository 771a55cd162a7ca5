import { age, secondsSince } from '../shared/clock-words.js';
import { languageName } from '../shared/i18n.js';
import { isElsewhere } from './standing.js';

/** What is said of an incident, in the reader's language, in the order in which it counts: court
 *  orders first. Each entry is `{kind, text}`; the kind is a colour, the text says it all. Pure.
 *
 *  @param names `{zone, centre}`: each id -> name, as far as it is known
 */
export function factsWords(i18n, { zone: zoneName = (id) => id ?? '', centre: centreName = (id) => id ?? '' } = {}) {
  const { t, has } = i18n;
  const named = (prefix, code) => (has(`${prefix}-${code}`) ? t(`${prefix}-${code}`) : String(code ?? '').replaceAll('-', ' '));
  const list = (prefix, codes) => (codes ?? []).map((code) => named(prefix, code)).join(i18n.language === 'ar' ? '، ' : ', ');
  const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text ?? '') ? new Date(`${text}T12:00:00`).toLocaleDateString(i18n.language) : text ?? t('unknown'));
  const ago = (at, now) => {
    const seconds = secondsSince(at, now);
    return seconds === null ? t('ageUnknown') : t('ago', { age: age(seconds, i18n.language) });
  };
  const lasting = (at, now) => t('lasting', { age: age(secondsSince(at, now) ?? 0, i18n.language) });
  const when = (flag, ...entry) => (flag ? entry : []);

  function part(pointer) {
    const name = String(pointer).split('/')[1] ?? pointer;
    return has(`part-${name}`) ? `${t(`part-${name}`)} (${pointer})` : pointer;
  }

  function where({ address, zone }) {
    if (!address) return zoneName(zone);
    return [address.text, [address.postcode, address.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  }

  const degrees = (value) => (Number.isFinite(value) ? String(Math.round(value * 1e5) / 1e5) : '?');

  function position({ position: at }, now) {
    if (!at) return [];
    const near = Number.isFinite(at.accuracyM) ? `± ${at.accuracyM} m` : t('accuracyUnknown');
    return [`${degrees(at.lat)}, ${degrees(at.lon)}`, near, at.method ? named('method', at.method) : t('unknown'), ago(at.at, now),
      ...when(at.source, named('source', at.source))];
  }

  /** Marks that change what a patrol or a dispatcher does; each is a word before it is a colour. */
  function marks(incident) {
    const callback = incident.callback ?? 'never';
    const approach = incident.approach ?? 'silent';
    return [
      { text: named('callback', callback), kind: callback === 'ok' ? 'plain' : 'stop' },
      { text: named('approach', approach), kind: approach === 'normal' ? 'plain' : 'stop' },
      ...when(incident.weapons, { text: t('weapons'), kind: 'danger' }),
      ...when(incident.children, { text: t('children'), kind: 'care' }),
      ...when(incident.canTalk === false, { text: t('cannotTalk'), kind: 'care' }),
      ...when(incident.canTalk === true, { text: t('canTalk'), kind: 'plain' }),
      ...when(incident.language, { text: languageName(incident.language, i18n.language), kind: 'plain' }),
      ...when(incident.forSomeoneElse, { text: t('forSomeoneElse'), kind: 'plain' }),
    ];
  }

  /** Who must take it, where that is not this desk. */
  function owner({ state, owner: who }, you, now) {
    if (state !== 'open' || !isElsewhere(you, who)) return '';
    return t('ownerElsewhere', { post: named('post', who.post ?? 'desk'), centre: centreName(who.centre), since: lasting(who.since, now) });
  }

  /** Who holds it: a seat, never a name. */
  function seat(holder) {
    if (!holder) return '';
    const centre = centreName(holder.centre);
    return holder.position ? t('holder', { centre, position: holder.position }) : `${named('role', holder.role)}, ${centre}`;
  }

  const order = (it) => {
    const breached = it.breached ? `${t('orderBreached')} ` : '';
    return breached + t('order', { kind: named('order', it.kind), court: it.court ?? '', until: day(it.until), status: named('order', it.status) });
  };

  function assessment({ assessment: it }) {
    if (!it) return [];
    const parts = [t('assessment', { level: named('level', it.level), at: new Date(it.at).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'short' }) }),
      ...when(it.risk?.length, t('assessmentRisk', { codes: list('risk', it.risk) })),
      ...when(it.unanswered > 0, t('assessmentUnanswered', { n: it.unanswered })),
      ...when(it.safety?.length, t('assessmentSafety', { codes: list('safety', it.safety) }))];
    return [{ kind: 'care', text: parts.join(' ') }];
  }

  /** What stands above all else: orders, whom not to send, duress, and what may go wrong here. */
  function lines(incident) {
    const barred = (incident.doNotSend ?? []).map((who) => who.ref ?? who);
    const { rejection } = incident;
    return [
      ...(incident.orders ?? []).map((it) => ({ kind: 'order', text: order(it) })),
      ...when(barred.length, { kind: 'stop', text: t('doNotSend', { who: barred.join(', ') }) }),
      ...when((incident.cancellations ?? []).some((it) => it.duress), { kind: 'red', text: t('duress') }),
      ...when(incident.notDurable, { kind: 'red', text: t('notDurable') }),
      ...when(rejection?.pending, { kind: 'stop', text: t('rejectionPending', { cause: named('cause', rejection?.cause), position: rejection?.position ?? '?' }) }),
    ];
  }

  /** What is known besides, below the place and the marks. */
  function background(incident) {
    const cancelled = incident.cancellations ?? [];
    const { redList, expectedDelay: delay } = incident;
    return [
      ...when(redList, { kind: 'red', text: t('redList', { seriousness: redList?.seriousness, reason: named('redList', redList?.reason) }) }),
      ...when(incident.confirmFirst, { kind: 'care', text: t('confirmFirst') }),
      ...when(incident.nowIn && incident.nowIn !== incident.zone, { kind: 'care', text: t('nowIn', { zone: zoneName(incident.nowIn) }) }),
      ...when(cancelled.length && !cancelled.some((it) => it.duress), { kind: 'care', text: t('cancelled') }),
      ...when(incident.outage, { kind: 'care', text: t('outage', { n: incident.outage?.missed ?? '?' }) }),
      ...when(delay, { kind: 'delay', text: t('expectedDelay', { minutes: delay?.minutes, source: delay?.source ?? t('unknown') }) }),
      ...assessment(incident),
      ...notes(incident),
    ];
  }

  /** What somebody wrote, and what of it is missing. */
  function notes(incident) {
    return [
      ...[incident.notes ?? [], incident.raw ?? []].flat().map((text) => ({ kind: 'note', text: String(text) })),
      ...when(incident.degraded?.length, { kind: 'care', text: t('degraded', { parts: (incident.degraded ?? []).map(part).join(', ') }) }),
    ];
  }

  /** Why it stands here; the policy's own words are English. */
  function reason({ code, text }, incident) {
    if (i18n.language === 'en' || !has(`reason-${code}`)) return text ?? code;
    return t(`reason-${code}`, { n: incident.alarms?.length ?? '?', seriousness: incident.redList?.seriousness ?? '?' });
  }

  return {
    named, ago, seat, where, position, marks, owner, lines, background, reason, degrees, centreName,
    place: (incident) => (incident.address || incident.position ? where(incident) : t('placeUnknown')),
  };
}
