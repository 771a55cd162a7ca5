/** What one conversation knows, and how each frame changes it. Pure: nothing here touches the page
 *  or the network. See "/v1/chat" in the description of the frames. */

/** Where the conversation stands: `start`, `waiting`, `talking` or `ended`. */
export function fresh() {
  return {
    phase: 'start',
    again: false,
    received: 0,
    resume: null,
    position: null,
    expectedS: null,
    alternatives: [],
    service: null,
    messages: [],
    typing: false,
    seenUpTo: null,
    danger: null,
    numbers: [],
    transfer: null,
    ended: null,
    error: null,
  };
}

/** True when a numbered frame before this one was lost: the connection must be taken up anew. */
export const leavesGap = (talk, frame) =>
  typeof frame.n === 'number' && frame.n > talk.received + 1;

/** The conversation after a frame of the server; a frame that came before changes nothing. */
export function hear(talk, frame) {
  if (typeof frame.n === 'number' && frame.n <= talk.received) return talk;
  const next = react(talk, frame);
  return typeof frame.n === 'number' ? { ...next, received: frame.n } : next;
}

function react(talk, frame) {
  switch (frame.type) {
    case 'started':
      return { ...talk, phase: 'waiting', resume: frame.resume };
    case 'queue':
      return {
        ...(frame.again ? interrupted(talk) : talk),
        position: frame.position ?? null,
        expectedS: frame.expectedS ?? null,
        alternatives: frame.alternatives ?? [],
      };
    case 'joined':
      return note(
        { ...talk, phase: 'talking', again: false, service: frame.service, transfer: null, typing: false },
        'joined',
        frame.service,
      );
    case 'sent':
      return mark(talk, frame.id, 'sent');
    case 'seen':
      return markUpTo(talk, frame.id);
    case 'message':
      return addTheirs(talk, frame);
    case 'typing':
      return { ...talk, typing: true };
    case 'danger':
      return { ...talk, danger: frame.state, numbers: frame.numbers ?? talk.numbers };
    case 'transfer':
      return { ...talk, transfer: { id: frame.id, service: frame.service } };
    case 'transferred':
      return note({ ...talk, transfer: null, typing: false }, 'transferred', frame.service);
    case 'returned': {
      const transfer = talk.transfer?.id === frame.id ? null : talk.transfer;
      return note({ ...talk, transfer }, 'returned', frame.service);
    }
    case 'ended':
      return { ...talk, phase: 'ended', ended: frame.reason, transfer: null, typing: false };
    case 'error':
      return frame.code === 'unknown-type' ? talk : { ...talk, error: frame.code };
    default:
      return talk;
  }
}

/** Whom she talked to was lost: she waits once more, and what was written stays. Said once, however
 *  often her place in the queue changes. */
function interrupted(talk) {
  if (talk.phase !== 'talking') return { ...talk, again: true };
  return note({ ...talk, phase: 'waiting', again: true, transfer: null, typing: false }, 'interrupted');
}

const note = (talk, what, service) => ({
  ...talk,
  messages: [...talk.messages, { id: `note-${talk.messages.length}`, from: 'note', what, service }],
});

function addTheirs(talk, { id, text }) {
  if (talk.messages.some((message) => message.id === id && message.from === 'them')) return talk;
  return { ...talk, typing: false, messages: [...talk.messages, { id, from: 'them', text }] };
}

function mark(talk, id, state) {
  const messages = talk.messages.map((message) =>
    message.from === 'me' && message.id === id && message.state === 'sending'
      ? { ...message, state }
      : message,
  );
  return { ...talk, messages };
}

/** Who saw a message saw those before it. */
function markUpTo(talk, id) {
  const at = talk.messages.findIndex((message) => message.from === 'me' && message.id === id);
  const messages = talk.messages.map((message, index) =>
    message.from === 'me' && index <= at ? { ...message, state: 'seen' } : message,
  );
  return { ...talk, messages };
}

/** Her own message, shown at once and kept until the server says that it has it. */
export function say(talk, text) {
  const count = talk.messages.filter((message) => message.from === 'me').length + 1;
  const message = { id: `v${count}`, from: 'me', text, state: 'sending' };
  return { ...talk, messages: [...talk.messages, message] };
}

/** What the server may not have, in the order written; said again after each reconnection. The
 *  server knows the ids, so that nothing is doubled. */
export const unsent = (talk) =>
  talk.messages
    .filter((message) => message.from === 'me' && message.state === 'sending')
    .map(({ id, text }) => ({ type: 'message', id, text }));

/** The last message of the other side, to be reported as seen. */
export const lastHeard = (talk) =>
  talk.messages.findLast?.((message) => message.from === 'them')?.id ??
  [...talk.messages].reverse().find((message) => message.from === 'them')?.id ??
  null;

/** Only what a telephone number is made of, for a `tel:` or `sms:` link. */
export const dialable = (number) => String(number).replace(/[^\d+]/g, '');

/** Splits a long text into messages that the server takes, at spaces where there are any. */
export function split(text, limit = 2000) {
  const parts = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit);
    const cut = space > limit / 2 ? space : limit;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest) parts.push(rest);
  return parts;
}
