/** Milliseconds before the next try: soon at first, at most ten seconds, scattered so that a
 *  restarted server is not met by everybody at once. */
export function backoff(attempt, random = Math.random) {
  const ceiling = Math.min(10_000, 500 * 2 ** attempt);
  return attempt === 0 ? 100 : ceiling / 2 + (random() * ceiling) / 2;
}

/** Codes with which the server says that another try is useless. */
const REFUSED = new Set([4401, 4403]);

/** How long a connection may take to come about, on the slowest networks too. */
const PATIENCE_MS = 20_000;

/** Keeps one WebSocket open until it is closed on purpose or refused.
 *
 *  @param url where to
 *  @param hello makes the first frame of each connection
 *  @param heard takes each frame, parsed
 *  @param turned takes `connecting`, `live`, `lost`, `refused` (with the code)
 *  @param welcome true where nobody is refused, so that a connection is good as soon as it opens;
 *    otherwise the first one is good when its first frame has come
 *  @param ping a harmless frame to ask whether the other side is still there; once an answer has
 *    been seen, silence means that the connection is dead
 */
export function keepLink({ url, hello, heard, turned, welcome = false, ping = null,
  clock = globalThis, open = (address) => new WebSocket(address) }) {
  let socket = null;
  let attempt = 0;
  let live = false;
  let over = false;
  let retry = 0;
  let asked = 0;
  let answers = false;
  let known = welcome;

  function dial() {
    clock.clearTimeout(retry);
    if (over) return;
    live = false;
    turned('connecting');
    const dialled = open(url);
    socket = dialled;
    retry = clock.setTimeout(() => socket === dialled && !live && abandon(), PATIENCE_MS);
    dialled.onopen = () => {
      if (socket !== dialled) return;
      dialled.send(JSON.stringify(hello()));
      if (known) enliven();
    };
    dialled.onmessage = (event) => socket === dialled && take(event.data);
    dialled.onclose = (event) => socket === dialled && lose(event.code);
  }

  function take(data) {
    const frame = parse(data);
    if (frame === null) return;
    if (asked && ping) answers = true;
    asked = 0;
    attempt = 0;
    enliven();
    heard(frame);
  }

  function enliven() {
    known = true;
    if (live) return;
    live = true;
    turned('live');
  }

  function abandon() {
    const dead = socket;
    lose(0);
    dead?.close();
  }

  function lose(code) {
    clock.clearTimeout(retry);
    socket = null;
    live = false;
    asked = 0;
    if (over) return;
    if (REFUSED.has(code)) {
      over = true;
      clock.clearInterval(beat);
      turned('refused', code);
      return;
    }
    turned('lost');
    retry = clock.setTimeout(dial, backoff(attempt++));
  }

  function check() {
    if (!live || !ping) return;
    if (asked && answers) link.drop();
    else {
      asked++;
      link.send(ping());
    }
  }

  const beat = clock.setInterval(check, 15_000);
  const link = {
    /** False when there is no connection: the frame was not sent. */
    send(frame) {
      if (!live || socket?.readyState !== 1) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    /** Gives up this connection, which seems dead, and tries another at once. */
    drop() {
      attempt = 0;
      if (socket) abandon();
    },
    /** The network came back: do not wait for the timer. */
    hurry() {
      if (!socket && !over) {
        attempt = 0;
        dial();
      }
    },
    /** The end, with a last word if the connection still stands. */
    close(last) {
      over = true;
      clock.clearTimeout(retry);
      clock.clearInterval(beat);
      if (last && socket?.readyState === 1) socket.send(JSON.stringify(last));
      socket?.close();
      socket = null;
    },
  };
  dial();
  return link;
}

function parse(data) {
  try {
    const frame = JSON.parse(data);
    return frame && typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}

/** The address of a socket on the server that this page came from. */
export function socketUrl(path, from = location) {
  return `${from.protocol === 'https:' ? 'wss' : 'ws'}://${from.host}${path}`;
}
