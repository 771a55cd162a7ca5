/** The way to the switch, as JsSIP wants a socket to be. The first frame of each connection is a
 *  ticket, good once; SIP follows when the door has said that it is open.
 *
 *  @param url of the door
 *  @param ticket gets one: a promise of its text, or of null where none is to be had now
 *  @param refused takes the code with which the door said that another try is useless
 */
export function door({ url, ticket, refused, open = (address) => new WebSocket(address, 'sip') }) {
  let socket = null;
  let attempt = 0;

  async function dial() {
    const mine = ++attempt;
    const shown = await ticket();
    if (mine !== attempt) return;
    if (shown === null) {
      lose(mine, 0);
      return;
    }
    const dialled = open(url);
    socket = dialled;
    dialled.onopen = () => dialled.send(JSON.stringify({ ticket: shown }));
    dialled.onmessage = () => {
      dialled.onmessage = (event) => mine === attempt && way.ondata(event.data);
      if (mine === attempt) way.onconnect();
    };
    dialled.onclose = (event) => lose(mine, event.code);
  }

  function lose(mine, code) {
    if (mine !== attempt) return;
    attempt++;
    socket = null;
    if (USELESS.has(code)) refused(code);
    else way.ondisconnect(true, code, '');
  }

  const way = {
    url,
    via_transport: 'WS',
    sip_uri: 'sip:ariane;transport=ws',
    onconnect() {},
    ondisconnect() {},
    ondata() {},
    /** Not async itself: JsSIP takes no such function for one. */
    connect() {
      dial();
    },
    disconnect() {
      attempt++;
      socket?.close();
      socket = null;
    },
    send(message) {
      if (socket?.readyState !== 1) return false;
      socket.send(message);
      return true;
    },
    /** The network went: do not wait until the socket notices. */
    drop() {
      const dead = socket;
      lose(attempt, 0);
      dead?.close();
    },
  };
  return way;
}

/** No valid token; open or in use on another page. */
const USELESS = new Set([4401, 4403, 4409]);
