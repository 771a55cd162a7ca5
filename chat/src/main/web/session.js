import { keepLink, socketUrl } from '/shared/link.js';
import * as conversation from './conversation.js';
import * as dangerCall from './danger-call.js';

/** A frame that should be confirmed was not, for so long: the connection is dead. */
const CONFIRM_MS = 10_000;
const TYPING_EVERY_MS = 1_500;
const TYPING_SHOWN_MS = 4_000;

/** One conversation with the server, in memory only. `changed` is called after each change. */
export function session({ exercise, changed }) {
  const her = { language: 'fr', postcode: '', forWhom: null, safeNow: null, placeSent: false };
  let talk = conversation.fresh();
  let call = dangerCall.calm();
  let begun = false;
  let link = null;
  let network = 'idle';
  let saidAt = 0;
  let typedAt = 0;
  let theyTypedAt = 0;
  let answer = null;
  let seen = null;

  function opening() {
    if (talk.resume) return { type: 'resume', resume: talk.resume, received: talk.received };
    const start = { type: 'start', language: her.language };
    if (her.postcode) start.postcode = her.postcode;
    if (her.forWhom) start.forWhom = her.forWhom;
    if (her.safeNow !== null) start.safeNow = her.safeNow;
    if (exercise) start.exercise = true;
    return start;
  }

  function turned(state) {
    network = state;
    if (state === 'live') repeatUnconfirmed();
    changed();
  }

  /** What the server may have missed. It knows ids and states, so nothing happens twice. */
  function repeatUnconfirmed() {
    if (call.step === 'sending') link?.send({ type: 'danger' });
    if (her.placeSent && talk.danger !== 'alerted') link?.send(placeFrame());
    conversation.unsent(talk).forEach((frame) => link?.send(frame));
    if (answer) link?.send(answer);
    saidAt = Date.now();
  }

  function heard(frame) {
    if (conversation.leavesGap(talk, frame)) {
      link.drop();
      return;
    }
    const before = talk;
    talk = conversation.hear(talk, frame);
    if (talk === before) return;
    if (frame.type === 'typing') theyTypedAt = Date.now();
    if (frame.type === 'sent') saidAt = Date.now();
    if (frame.type === 'danger') {
      call = dangerCall.told(call, Date.now());
      her.placeSent = false;
    }
    if (answer && answer.id !== talk.transfer?.id) answer = null;
    if (frame.type === 'error') refused(frame.code);
    if (frame.type === 'ended') finish();
    changed();
  }

  /** Nothing changed on the server, so she may choose or write again. A place that it cannot read
   *  must not keep her from being heard: it is left out. */
  function refused(code) {
    if (code === 'unknown-type') return;
    her.placeSent = false;
    answer = null;
    if (!talk.resume && her.postcode) {
      her.postcode = '';
      link.send(opening());
    }
  }

  /** An alarm that nobody confirmed, or that never got a place, leads nobody to her once the
   *  conversation is over, and she must hear that. */
  function finish() {
    if (call.step === 'counting' || call.step === 'sending' || talk.danger === 'place-unknown') {
      call = dangerCall.told(call, Date.now());
      talk = { ...talk, danger: 'not-durable', numbers: ['112', '114'] };
    }
    link?.close();
    link = null;
  }

  function dial() {
    link ??= keepLink({
      url: socketUrl('/v1/chat'),
      hello: opening,
      heard,
      turned,
      welcome: true,
      ping: () => ({ type: 'ping' }),
    });
  }

  function sendDanger() {
    call = dangerCall.send(Date.now());
    begun = true;
    link?.send({ type: 'danger' });
  }

  /** Who calls for help after the end calls on a new line. */
  function beginAnew() {
    talk = conversation.fresh();
    call = dangerCall.calm();
    begun = false;
    network = 'idle';
    seen = null;
  }

  const placeFrame = () => ({ type: 'place', postcode: her.postcode });

  const timer = setInterval(() => {
    const now = Date.now();
    if (call.step === 'counting' && dangerCall.tick(call, now).step === 'sending') sendDanger();
    const unconfirmed = conversation.unsent(talk).length > 0;
    if (network === 'live' && unconfirmed && now - saidAt > CONFIRM_MS) link?.drop();
    const silent = talk.typing && now - theyTypedAt > TYPING_SHOWN_MS;
    if (silent) talk = { ...talk, typing: false };
    if (silent || call.step !== 'idle') changed();
  }, 250);

  return {
    her,
    get talk() {
      return talk;
    },
    get network() {
      return network;
    },
    /** True once she asked to talk; before that a danger tap may have opened the line already. */
    get begun() {
      return begun;
    },
    get call() {
      return call;
    },
    get answered() {
      return answer !== null;
    },
    face: () => dangerCall.face(call, talk.danger, network === 'live', Date.now()),
    secondsLeft: () => dangerCall.secondsLeft(call, Date.now()),
    begin() {
      begun = true;
      dial();
      changed();
    },
    write(text) {
      if (conversation.unsent(talk).length === 0) saidAt = Date.now();
      for (const part of conversation.split(text)) {
        talk = conversation.say(talk, part);
        link?.send(conversation.unsent(talk).at(-1));
      }
      changed();
    },
    typing() {
      const now = Date.now();
      if (now - typedAt > TYPING_EVERY_MS && link?.send({ type: 'typing' })) typedAt = now;
    },
    seen() {
      const last = conversation.lastHeard(talk);
      if (last && last !== seen && link?.send({ type: 'seen', id: last })) seen = last;
    },
    /** The line opens with the first tap, so that the alarm is out even when she exits at once. */
    danger() {
      if (talk.phase === 'ended') beginAnew();
      if (call.step === 'told' && talk.danger === 'not-durable') {
        dial();
        sendDanger();
      } else {
        call = dangerCall.tap(call, Date.now());
        dial();
        if (call.step === 'sending' && talk.danger === null) sendDanger();
      }
      changed();
    },
    stopDanger() {
      call = dangerCall.stop(call);
      if (!begun && call.step === 'idle') {
        link?.close({ type: 'leave' });
        link = null;
        network = 'idle';
        talk = conversation.fresh();
      }
      changed();
    },
    place(postcode) {
      her.postcode = postcode;
      her.placeSent = true;
      talk = { ...talk, error: null };
      link?.send(placeFrame());
      changed();
    },
    consent(choice) {
      answer = { type: 'consent', id: talk.transfer.id, answer: choice };
      link?.send(answer);
      if (choice === 'stay') {
        talk = { ...talk, transfer: null };
        answer = null;
      }
      changed();
    },
    hurry: () => link?.hurry(),
    lost: () => link?.drop(),
    /** The end on her side. A tap on danger that she did not take back is still meant. */
    leave() {
      clearInterval(timer);
      if (call.step === 'counting') link?.send({ type: 'danger' });
      link?.close({ type: 'leave' });
      link = null;
      talk = conversation.fresh();
    },
  };
}
