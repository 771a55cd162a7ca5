/** The life of "I am in danger", pure. A tap starts a countdown that she can stop, so that nothing
 *  is sent by accident, and that needs no second gesture, so that a phone taken out of her hand
 *  still calls for help. Another tap sends at once. */
export const COUNTDOWN_MS = 3_000;
/** A second tap this soon is the same trembling finger. */
const SAME_TAP_MS = 400;
/** Without a word of the server after this, the page says that nothing is certain. */
export const UNCONFIRMED_MS = 6_000;

/** `idle`, `counting`, `sending`, `told` (the server spoke). */
export const calm = () => ({ step: 'idle', since: 0 });

export function tap(call, now) {
  if (call.step === 'idle') return { step: 'counting', since: now };
  if (call.step === 'counting' && now - call.since > SAME_TAP_MS) return send(now);
  return call;
}

export const stop = (call) => (call.step === 'counting' ? calm() : call);

export const send = (now) => ({ step: 'sending', since: now });

/** What time alone changes. */
export const tick = (call, now) =>
  call.step === 'counting' && now - call.since >= COUNTDOWN_MS ? send(now) : call;

export const told = (call, now) => ({ step: 'told', since: now });

/** Whole seconds that are left of the countdown. */
export const secondsLeft = (call, now) =>
  Math.max(1, Math.ceil((COUNTDOWN_MS - (now - call.since)) / 1000));

/** What is shown: `none`, `counting`, `sending`, `uncertain`, or the state that the server told. */
export function face(call, danger, live, now) {
  if (call.step === 'counting') return 'counting';
  if (call.step === 'sending') {
    return !live || now - call.since > UNCONFIRMED_MS ? 'uncertain' : 'sending';
  }
  return danger ?? 'none';
}
