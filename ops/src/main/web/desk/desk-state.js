/** What an operator's desk knows, and how each frame of the server changes it. Pure. See
 *  "/v1/desk/stream" in the description of the frames. `now` is in milliseconds. */
export const emptyDesk = () => ({
  presence: 'offline',
  offers: [],
  conversations: [],
  call: null,
  supervising: null,
  callbackNews: null,
  desks: [],
  withdrawn: null,
  error: null,
});

/** While she talks, and while she still writes down what was said. */
const TALKS = ['reserved', 'busy', 'wrap-up'];

const URGENCY = { 'place-unknown': 0, alerted: 1, none: 2 };

/** The most urgent first: where nobody can come yet, then who waited longest. */
export const byUrgency = (one, other) =>
  urgency(one) - urgency(other) || one.since - other.since;

const urgency = ({ danger, safeNow }) => (URGENCY[danger] ?? 2) + (safeNow === false ? 0 : 0.5);

const arrived = (offer, now) => ({
  ...offer,
  since: now - (offer.waitedS ?? 0) * 1000,
  until: now + (offer.withinS ?? 30) * 1000,
});

export function hear(desk, frame, now) {
  switch (frame.type) {
    case 'snapshot':
      return snapshot(desk, frame, now);
    case 'presence':
      return { ...desk, presence: frame.presence, call: kept(desk.call, frame.presence) };
    case 'offer': {
      const others = desk.offers.filter((offer) => offer.id !== frame.offer.id);
      return { ...desk, offers: [...others, arrived(frame.offer, now)].sort(byUrgency) };
    }
    case 'offer.withdrawn':
      return withdrawn(desk, frame);
    case 'conversation.opened':
      return opened(desk, frame.conversation, now);
    case 'conversation.closed':
      return change(desk, frame.contact, () => ({ closed: frame.reason, typing: false, transfer: null }));
    case 'message':
      return change(desk, frame.contact, (talk) => received(talk, frame.message, now));
    case 'sent':
      return change(desk, frame.contact, (talk) => ({ messages: marked(talk.messages, frame.id, 'sent') }));
    case 'seen':
      return change(desk, frame.contact, (talk) => ({ messages: seen(talk.messages, frame.id) }));
    case 'typing':
      return change(desk, frame.contact, () => ({ typedAt: now }));
    case 'danger':
      return change(desk, frame.contact, () => ({ danger: frame.state, incident: frame.incident }));
    case 'call':
      return { ...desk, call: { silent: false, ...hers(desk, frame.call.contact), ...frame.call, channel: 'call', over: false } };
    case 'transfer':
      return frame.kind ? callTransfer(desk, frame) : change(desk, frame.contact, (talk) => ({
        transfer: { to: frame.to, name: nameOf(desk, talk, frame.to), state: frame.state, cause: frame.cause },
      }));
    case 'keys':
      return note(desk, frame, { keys: frame.keys });
    case 'known-alarm':
      return note(desk, frame, { alarm: frame.alarm });
    case 'wishes-callback':
      return note(desk, frame, { wishesCallback: true });
    case 'alarmed-by-silence':
      return note(desk, frame, { alarmedBySilence: true });
    case 'desks':
      return { ...desk, desks: frame.desks };
    case 'supervised':
      return supervised(desk, frame);
    case 'callback-due':
      return { ...desk, callbackNews: { callback: frame.callback, outcome: null } };
    case 'callback-ended':
      return { ...desk, callbackNews: { callback: frame.callback, outcome: frame.outcome } };
    case 'error':
      return {
        ...desk,
        offers: desk.offers.map((offer) => ({ ...offer, answered: false })),
        error: { code: frame.code, text: frame.text },
      };
    default:
      return desk;
  }
}

/** What is known of this call already. */
const hers = (desk, contact) => (desk.call?.contact === contact ? desk.call : {});

/** The last call stays while she writes up, and is marked as over. */
const kept = (call, presence) =>
  call && TALKS.includes(presence) ? { ...call, over: Boolean(call.over) || presence === 'wrap-up' } : null;

/** A supervisor asked to come into a call; the frames tell how she takes part. */
export const supervises = (desk, { contact, language, mode }) =>
  ({ ...desk, supervising: mode === 'end' ? null : { contact, language, mode } });

/** In an operator's call, or of a supervisor herself: after `take-over` she talks with the caller. */
function supervised(desk, { contact, mode }) {
  if (desk.call?.contact === contact && desk.supervising?.contact !== contact) {
    return { ...desk, call: { ...desk.call, supervised: mode === 'end' ? null : mode } };
  }
  const language = desk.supervising?.contact === contact ? desk.supervising.language : undefined;
  const supervising = mode === 'end' ? null : { contact, language, mode };
  const call = mode === 'take-over' ? { ...hers(desk, contact), contact, language, channel: 'call', over: false } : desk.call;
  return { ...desk, supervising, call };
}

/** Told only to who talks with her: after a reload the page learns by it which call that is. */
function note(desk, { contact }, more) {
  const call = { contact, channel: 'call', ...hers(desk, contact) };
  return { ...desk, call: { ...call, notes: { ...call.notes, ...more } } };
}

/** How far the call that she talks in has gone to somebody else; once it has, it is not hers. */
function callTransfer(desk, { contact, kind, to, state, cause }) {
  if (desk.call?.contact !== contact) return desk;
  return { ...desk, call: { ...desk.call, transfer: { kind, to, state, cause: cause ?? null } } };
}

/** Why it stops ringing, for as long as it is news: what she answered on this page she knows. */
function withdrawn(desk, { offer: id, cause }) {
  const offer = desk.offers.find((known) => known.id === id);
  const known = !offer || (offer.answered && (cause === 'taken' || cause === 'declined'));
  const taken = offer?.channel === 'call' && cause === 'taken';
  const notes = desk.call?.contact === offer?.contact ? desk.call?.notes : undefined;
  const call = taken ? { ...offer, notes } : desk.call;
  return { ...without(desk, id), call, withdrawn: known ? desk.withdrawn : { cause } };
}

/** A desk keeps its name in a transfer when its last operator goes and it leaves the list. */
const nameOf = (desk, { transfer }, to) =>
  desk.desks.find((known) => known.id === to)?.name ?? (transfer?.to === to ? transfer.name : to);

function snapshot(desk, frame, now) {
  const known = new Map(desk.conversations.map((talk) => [talk.contact, talk]));
  const conversations = (frame.conversations ?? []).map((talk) => merged(talk, known.get(talk.contact), now));
  const current = new Set(conversations.map((talk) => talk.contact));
  const gone = desk.conversations
    .filter((talk) => !current.has(talk.contact))
    .map((talk) => ({ ...talk, closed: talk.closed ?? 'gone' }));
  return {
    ...desk,
    presence: frame.presence ?? desk.presence,
    call: kept(desk.call, frame.presence ?? desk.presence),
    offers: (frame.offers ?? []).map((offer) => arrived(offer, now)).sort(byUrgency),
    conversations: [...conversations, ...gone],
    desks: frame.desks ?? desk.desks,
  };
}

const opened = (desk, conversation, now) => {
  const rest = desk.conversations.filter((talk) => talk.contact !== conversation.contact);
  const known = desk.conversations.find((talk) => talk.contact === conversation.contact);
  const offers = desk.offers.filter((offer) => offer.contact !== conversation.contact);
  return { ...desk, offers, conversations: [...rest, merged(conversation, known, now)] };
};

/** The server's view, and what only this page knows: words not yet confirmed, what was unread. */
function merged(talk, known, now) {
  const messages = talk.messages ?? [];
  const theirs = new Set(messages.map((message) => message.id));
  const unsent = (known?.messages ?? []).filter((it) => it.state === 'sending' && !theirs.has(it.id));
  const before = new Map((known?.messages ?? []).map((it) => [it.id, it.state]));
  return {
    unread: 0,
    typedAt: 0,
    openedAt: now,
    ...known,
    ...talk,
    closed: null,
    messages: [...messages.map((it) => ({ ...it, state: before.get(it.id) === 'seen' ? 'seen' : 'sent' })), ...unsent],
    waitingSince: waitingSince(messages, known, now),
  };
}

function waitingSince(messages, known, now) {
  const last = messages.at(-1);
  return last?.from === 'visitor' ? known?.waitingSince ?? (Date.parse(last.at) || now) : null;
}

function received(talk, message, now) {
  if (talk.messages.some((known) => known.id === message.id && known.from === message.from)) return {};
  const hers = message.from === 'visitor';
  return {
    messages: [...talk.messages, message],
    typedAt: hers ? 0 : talk.typedAt,
    unread: talk.unread + (hers ? 1 : 0),
    waitingSince: hers ? talk.waitingSince ?? now : talk.waitingSince,
  };
}

const marked = (messages, id, state) =>
  messages.map((it) => (it.id === id && it.state === 'sending' ? { ...it, state } : it));

/** Who saw a message saw those before it. */
function seen(messages, id) {
  const at = messages.findIndex((it) => it.id === id);
  return messages.map((it, index) =>
    index <= at && it.from === 'operator' ? { ...it, state: 'seen' } : it);
}

function change(desk, contact, make) {
  const conversations = desk.conversations.map((talk) =>
    talk.contact === contact ? { ...talk, ...make(talk) } : talk);
  return { ...desk, conversations };
}

const without = (desk, id) => ({ ...desk, offers: desk.offers.filter((offer) => offer.id !== id) });

/** The operator's own words, shown at once. */
export const say = (desk, contact, id, text, now) =>
  change(desk, contact, (talk) => ({
    messages: [...talk.messages, { id, from: 'operator', text, state: 'sending', at: new Date(now).toISOString() }],
    waitingSince: null,
    unread: 0,
  }));

export const read = (desk, contact) => change(desk, contact, () => ({ unread: 0 }));

/** Takes a closed conversation, and with it its words, off this page. */
export const dismiss = (desk, contact) => ({
  ...desk,
  conversations: desk.conversations.filter((talk) => talk.contact !== contact),
});

/** An offer that was answered here; the server confirms by opening or withdrawing it. */
export const answered = (desk, id) => ({
  ...desk,
  offers: desk.offers.map((offer) => (offer.id === id ? { ...offer, answered: true } : offer)),
});

/** What still rings for this operator. */
export const ringing = (desk) => desk.offers.filter((offer) => !offer.answered);

/** What the server did not confirm, to be said again after a reconnection. */
export const unsent = (desk) =>
  desk.conversations
    .filter((talk) => !talk.closed)
    .flatMap((talk) => talk.messages
      .filter((message) => message.state === 'sending')
      .map(({ id, text }) => ({ type: 'message', contact: talk.contact, id, text })));

export const lastOfHers = (talk) =>
  talk.messages.filter((message) => message.from === 'visitor').at(-1)?.id ?? null;
