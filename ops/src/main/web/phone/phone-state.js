/** What an operator's telephone knows, and how each event changes it. Pure. `now` is in
 *  milliseconds.
 *
 *  `line`: connecting, registering, ready, paused, lost, elsewhere, microphone, no-switch,
 *  no-softphone. `stage` of a call: ringing, answering, whisper (the switch tells who calls),
 *  declining, talk. */
export const emptyPhone = () => ({ line: 'connecting', call: null, last: null });

/** Key 1 within so long after the whisper began belongs to the picking up. */
const TWICE_MS = 700;

export function hear(phone, event, now) {
  switch (event.type) {
    case 'line':
      return { ...phone, line: event.line };
    case 'incoming':
      return { ...phone, last: null, call: { stage: 'ringing', since: now, held: false, muted: false } };
    case 'picking-up':
      return stage(phone, 'ringing', 'answering', now);
    case 'declining':
      return stage(phone, 'ringing', 'declining', now);
    case 'joined':
      return stage(phone, 'answering', 'whisper', now);
    case 'key':
      return pressed(phone, event.key, now);
    case 'held':
      return change(phone, { held: event.on });
    case 'muted':
      return change(phone, { muted: event.on });
    case 'ended':
      return { ...phone, call: null, last: lastOf(phone.call, event.why) };
    default:
      return phone;
  }
}

const change = (phone, fields) => (phone.call ? { ...phone, call: { ...phone.call, ...fields } } : phone);

const stage = (phone, from, to, now) =>
  phone.call?.stage === from ? change(phone, { stage: to, since: now }) : phone;

/** The switch takes 1 and 2 while it whispers; in a talk they are keys like others. */
function pressed(phone, key, now) {
  if (key === '1') return stage(phone, 'whisper', 'talk', now);
  if (key === '2') return stage(phone, 'whisper', 'declining', now);
  return phone;
}

/** Why the last call is over, as it matters to her: `ended`, `lost`, `declined`, `stopped` ringing. */
function lastOf(call, why) {
  if (!call || call.stage === 'declining') return call ? 'declined' : null;
  if (call.stage !== 'talk') return 'stopped';
  return why === 'lost' ? 'lost' : 'ended';
}

/** What going forward and back mean now: for the buttons, and for the keys 1 and 2. */
export function steps({ call }) {
  switch (call?.stage) {
    case 'ringing':
      return { forward: 'pick-up', back: 'decline' };
    case 'whisper':
      return { forward: 'accept', back: 'refuse' };
    default:
      return { forward: null, back: null };
  }
}

/** What a single key does; null where it does nothing. */
export function shortcut(phone, key, now) {
  const { forward, back } = steps(phone);
  if (key === '1') return forward === 'accept' && now - phone.call.since < TWICE_MS ? null : forward;
  if (key === '2') return back;
  if (phone.call?.stage !== 'talk') return null;
  return { m: 'mute', h: 'hold' }[key] ?? null;
}

/** Whether somebody would be cut off if this page went. */
export const inTalk = ({ call }) => call?.stage === 'talk';

/** What the state is called: the key of its text. */
export function words({ line, call }) {
  if (!call) return `line-${line}`;
  return call.stage === 'talk' && call.held ? 'stage-held' : `stage-${call.stage}`;
}
