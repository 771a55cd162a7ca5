/** Tones made on the spot, no files. Browsers allow sound only after a gesture; until then, and
 *  when it was switched off, `on` is false and the page must say so. */
export function bell(turned = () => {}) {
  let audio = null;
  let wanted = true;
  let timer = 0;
  let tune = null;

  function unlock() {
    if (!globalThis.AudioContext) return;
    audio ??= new AudioContext();
    audio.onstatechange = turned;
    if (audio.state === 'suspended') audio.resume();
  }

  function strike({ pitches, volume }) {
    if (!bellState.on) return;
    pitches.forEach((pitch, index) => tone(pitch, audio.currentTime + index * 0.22, volume));
  }

  function tone(pitch, at, volume) {
    const source = audio.createOscillator();
    const gain = audio.createGain();
    source.frequency.value = pitch;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(volume, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
    source.connect(gain).connect(audio.destination);
    source.start(at);
    source.stop(at + 0.22);
  }

  const bellState = {
    get on() {
      return wanted && audio?.state === 'running';
    },
    unlock,
    toggle() {
      wanted = !bellState.on;
      unlock();
      turned();
    },
    /** Rings this tune until told another, or null for silence. */
    ring(next) {
      if (next === tune) return;
      tune = next;
      clearInterval(timer);
      if (!next) return;
      strike(next);
      timer = setInterval(() => strike(next), next.everyMs);
    },
  };
  addEventListener('pointerdown', unlock);
  addEventListener('keydown', unlock);
  return bellState;
}

export const TUNES = {
  offer: { pitches: [523, 659], volume: 0.15, everyMs: 3000 },
  offerInDanger: { pitches: [659, 784, 988], volume: 0.25, everyMs: 2000 },
  incident: { pitches: [587, 740], volume: 0.25, everyMs: 5000 },
  critical: { pitches: [880, 698, 880, 698], volume: 0.4, everyMs: 2000 },
};
