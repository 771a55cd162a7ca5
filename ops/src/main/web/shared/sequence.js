/** Follows the numbered frames of one principal, so that a resumed stream neither repeats nor
 *  hides anything. */
export function sequence() {
  let last = 0;
  return {
    get last() {
      return last;
    },
    /** The first frame of a connection. */
    hello: (token) => (last > 0 ? { token, after: last } : { token }),
    /** True for a frame that is new. A snapshot is everything, also when the server's count began
     *  anew. */
    accept(frame) {
      if (frame.type === 'snapshot') {
        last = frame.seq ?? last;
        return true;
      }
      if (typeof frame.seq !== 'number') return true;
      if (frame.seq <= last) return false;
      last = frame.seq;
      return true;
    },
  };
}
