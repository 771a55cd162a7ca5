import { h, show } from '/shared/dom.js';

/** Which microphone and loudspeaker, and how loud each is, so that nobody talks into nothing. */
export function devicePanel(i18n, voice, microphoneChosen) {
  const { t } = i18n;
  const meter = (id, text) => {
    const value = h('meter', { min: '0', max: '0.3', value: '0', 'data-testid': id, 'data-t-label': text });
    return Object.assign(h('div', { class: 'level' }, h('span', { 'data-t': text }), value), { value });
  };
  const mine = meter('level-mine', 'youSpeak');
  const theirs = meter('level-theirs', 'youHear');
  const choice = (text, onchange) => {
    const select = h('select', { onchange: () => onchange(select.value) });
    return Object.assign(h('label', {}, h('span', { 'data-t': text }), select), { select });
  };
  const microphone = choice('microphone', microphoneChosen);
  const speaker = choice('speaker', (id) => voice.speaker(id));
  const element = h('div', { class: 'devices' }, mine, theirs, h('div', { class: 'row' }, microphone, speaker));

  async function list() {
    const { microphones, speakers } = await voice.devices();
    fill(microphone, microphones);
    fill(speaker, speakers);
  }

  function fill(label, devices) {
    const before = label.select.value;
    label.select.replaceChildren(...devices.map((one, index) =>
      h('option', { value: one.deviceId, text: one.label || `${t('device')} ${index + 1}` })));
    if (devices.some((one) => one.deviceId === before)) label.select.value = before;
    show(label, devices.length > 1);
  }
  navigator.mediaDevices?.addEventListener?.('devicechange', list);

  return {
    element,
    relabel: list,
    tick() {
      const levels = voice.levels();
      mine.value.value = levels.mine;
      theirs.value.value = levels.theirs;
    },
  };
}
