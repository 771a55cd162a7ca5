/** The account at the switch and its one call, in events that `phone-state.js` understands.
 *
 *  @param JsSIP the library
 *  @param account `{ user, password }`
 *  @param page a name for this page, unlike any other's
 *  @param way the socket
 *  @param voice `{ microphone(), plays(stream) }`: a fresh copy of the microphone's stream; where
 *    to play what is heard
 *  @param heard takes each event
 */
export function line({ JsSIP, account, page, way, voice, heard }) {
  const agent = new JsSIP.UA({
    sockets: [way],
    uri: `sip:${account.user}@ariane`,
    contact_uri: `sip:${account.user}@${page}.invalid;transport=ws`,
    authorization_user: account.user,
    password: account.password,
    register: true,
    register_expires: 60,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 2,
    user_agent: 'Ariane',
  });
  let session = null;
  let speaks = null;
  let paused = false;

  agent.on('connecting', () => heard({ type: 'line', line: 'connecting' }));
  agent.on('connected', () => heard({ type: 'line', line: 'registering' }));
  agent.on('disconnected', () => heard({ type: 'line', line: 'lost' }));
  agent.on('registered', () => {
    heard({ type: 'line', line: 'ready' });
    // After a loss the switch must learn where the rest of a call is to be signalled.
    if (session?.isEstablished()) session.renegotiate();
  });
  agent.on('unregistered', () => heard({ type: 'line', line: paused ? 'paused' : 'registering' }));
  agent.on('registrationFailed', () => heard({ type: 'line', line: 'lost' }));
  agent.on('newRTCSession', ({ originator, session: fresh }) => {
    if (originator !== 'remote') return;
    if (session) fresh.terminate({ status_code: 486 });
    else take(fresh);
  });

  function take(fresh) {
    session = fresh;
    session.on('peerconnection', ({ peerconnection }) => {
      peerconnection.addEventListener('track', ({ track }) => voice.plays(new MediaStream([track])));
    });
    gatherBriefly(session);
    session.on('confirmed', () => heard({ type: 'joined' }));
    session.on('hold', ({ originator }) => originator === 'local' && heard({ type: 'held', on: true }));
    session.on('unhold', ({ originator }) => originator === 'local' && heard({ type: 'held', on: false }));
    session.on('ended', ({ cause }) => over(fresh, LOSSES.has(cause) ? 'lost' : 'ended'));
    session.on('failed', () => over(fresh, 'ended'));
    heard({ type: 'incoming' });
  }

  function over(which, why) {
    if (session !== which) return;
    session = null;
    speaks?.getTracks().forEach((track) => track.stop());
    speaks = null;
    voice.plays(null);
    heard({ type: 'ended', why });
  }

  function answer() {
    speaks = voice.microphone();
    session?.answer({ mediaStream: speaks, pcConfig: { iceServers: [] } });
  }

  /** Once the way for it is there, at most three seconds later. */
  async function key(tone) {
    const mine = session;
    for (let tries = 0; tries < 60 && mine === session; tries++) {
      const sender = mine?.connection?.getSenders().find(({ track }) => track?.kind === 'audio');
      if (mine?.connection?.connectionState === 'connected' && sender?.dtmf?.canInsertDTMF) {
        mine.sendDTMF(tone, { transportType: 'RFC2833', duration: 160, interToneGap: 90 });
        return true;
      }
      await new Promise((after) => setTimeout(after, 50));
    }
    return false;
  }

  return {
    start: () => agent.start(),
    /** Takes the call; the switch then tells who it is. */
    answer,
    key,
    /** The switch knows no "declined" but its own key 2. */
    decline() {
      answer();
      return key('2');
    },
    hangUp: () => session?.terminate(),
    mute(on) {
      if (on) session?.mute({ audio: true });
      else session?.unmute({ audio: true });
      heard({ type: 'muted', on });
    },
    hold: (on) => (on ? session?.hold() : session?.unhold()),
    /** Another microphone, also in a call that stands. */
    async microphone() {
      if (!session?.connection || !speaks) return;
      const fresh = voice.microphone();
      const [track] = fresh.getAudioTracks();
      track.enabled = speaks.getAudioTracks()[0].enabled;
      const sender = session.connection.getSenders().find((one) => one.track?.kind === 'audio');
      await sender?.replaceTrack(track);
      speaks.getTracks().forEach((old) => old.stop());
      speaks = fresh;
    },
    pause(on) {
      paused = on;
      if (on) agent.unregister();
      else agent.register();
    },
    drop: () => way.drop(),
    /** Leaves without a word to a caller: a page that goes in a talk is a telephone that was lost. */
    stop() {
      const ringing = session && !session.isEstablished();
      if (ringing) session.terminate();
      way.disconnect();
      agent.stop();
    },
  };
}

/** Addresses of this machine are found at once; who waits for more keeps a caller waiting. */
function gatherBriefly(session) {
  let timer = 0;
  session.on('icecandidate', ({ ready }) => {
    clearTimeout(timer);
    timer = setTimeout(ready, 200);
  });
}

const LOSSES = new Set(['Connection Error', 'RTP Timeout', 'Request Timeout', 'Internal Error', 'WebRTC Error']);
