/** Work cut into pieces, so that no frame of the page waits for more than a few milliseconds.
 *
 *  @param budgetMs how long one piece may go on
 *  @param later how the next piece is put off
 *  @param time a clock in milliseconds
 */
export function slices({ budgetMs = 6, later = (run) => setTimeout(run, 0), time = () => performance.now() } = {}) {
  const queue = new Set();
  let planned = false;

  function run() {
    planned = false;
    const end = time() + budgetMs;
    for (const work of queue) {
      queue.delete(work);
      work();
      if (time() >= end) break;
    }
    plan();
  }

  function plan() {
    if (planned || queue.size === 0) return;
    planned = true;
    later(run);
  }

  return {
    /** Does it soon; the same work is queued once. */
    add(work) {
      queue.add(work);
      plan();
    },
    drop: (work) => queue.delete(work),
    /** Does all that waits now, as before printing. */
    finish() {
      for (const work of queue) {
        queue.delete(work);
        work();
      }
    },
  };
}
