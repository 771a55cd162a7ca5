/** Microphone, loudspeaker, and how loud each is. Nothing is kept. */
export function voice() {
  const player = new Audio();
  player.autoplay = true;
  let audio = null;
  let stream = null;
  let mine = null;
  let theirs = null;

  function meter(source) {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') audio.resume();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 1024;
    const input = audio.createMediaStreamSource(source);
    input.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    return {
      level() {
        analyser.getFloatTimeDomainData(samples);
        return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      },
      close: () => input.disconnect(),
    };
  }

  return {
    /** Asks for a microphone; false where there is none or it was not allowed. */
    async open(deviceId) {
      try {
        const wanted = deviceId ? { deviceId: { exact: deviceId } } : {};
        const fresh = await navigator.mediaDevices.getUserMedia({
          audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...wanted },
        });
        stream?.getTracks().forEach((track) => track.stop());
        mine?.close();
        stream = fresh;
        mine = meter(stream);
        return true;
      } catch {
        return false;
      }
    },
    microphone: () => stream.clone(),
    plays(heard) {
      theirs?.close();
      theirs = heard && meter(heard);
      player.srcObject = heard;
      if (heard) player.play().catch(() => {});
    },
    async devices() {
      const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
      const of = (kind) => all.filter((one) => one.kind === kind && one.deviceId);
      return { microphones: of('audioinput'), speakers: player.setSinkId ? of('audiooutput') : [] };
    },
    speaker: (deviceId) => player.setSinkId?.(deviceId),
    /** Root mean square of the last moment, 0 to 1. */
    levels: () => ({ mine: mine?.level() ?? 0, theirs: theirs?.level() ?? 0 }),
    close() {
      stream?.getTracks().forEach((track) => track.stop());
      player.srcObject = null;
      audio?.close();
    },
  };
}
