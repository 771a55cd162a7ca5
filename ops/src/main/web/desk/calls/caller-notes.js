import { h, show, write } from '../../shared/dom.js';

/** What is known of a caller beside what she says; only for who talks with her. */
export function callerNotes(i18n) {
  const { t } = i18n;
  const keys = h('bdi', { class: 'pressed', dir: 'ltr', 'data-testid': 'keys-pressed' });
  const pressed = h('p', { role: 'log' }, h('span', { text: `${t('keysPressed')} ` }), keys);
  const alarm = h('p', { class: 'danger-mark', role: 'status', 'data-testid': 'known-alarm', hidden: true });
  const never = h('p', { class: 'soft', text: t('knownAlarmNever') });
  const silence = h('p', { class: 'danger-mark', role: 'status', text: t('alarmedBySilence') });
  const callback = h('p', { class: 'silent-mark', role: 'status', text: t('wishesCallback') });
  const element = h('div', { class: 'notes' }, alarm, never, silence, callback, pressed);

  function update(notes = {}) {
    show(pressed, Boolean(notes.keys?.length));
    write(keys, (notes.keys ?? []).map(({ key }) => key).join(' '));
    show(alarm, Boolean(notes.alarm));
    show(never, Boolean(notes.alarm));
    write(alarm, notes.alarm ? inWords(notes.alarm, i18n) : '');
    show(silence, Boolean(notes.alarmedBySilence));
    show(callback, Boolean(notes.wishesCallback));
  }
  return { element, update };
}

/** When, how urgent, where, how exactly, and how old that is. */
export function inWords(alarm, { t, language }, now = Date.now()) {
  const at = new Date(alarm.raisedAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  const seen = alarm.position?.at ? Math.max(0, Math.round((now - Date.parse(alarm.position.at)) / 60_000)) : null;
  return [
    alarm.exercise ? t('knownExercise') : null,
    t('knownAlarm', { at, class: t(`class-${alarm.class}`) }),
    alarm.place,
    alarm.position ? `${alarm.position.lat}, ${alarm.position.lon}` : null,
    alarm.position?.accuracyM ? `± ${Math.round(alarm.position.accuracyM)} m` : null,
    seen === null ? null : t('positionAge', { minutes: seen }),
  ].filter(Boolean).join(' · ');
}
