import { exitKeys } from './exit-keys.js';

const target = () =>
  document.querySelector('meta[name="exit"]')?.content || 'https://www.meteoblue.com/';

/** The way out: wipes the page before it goes, and replaces its place in the history, so that Back
 *  does not return here.
 *
 *  @param end closes the conversation and forgets it
 *  @param nearly told how many presses of Shift count so far
 */
export function wayOut(end, nearly) {
  let gone = false;

  function go() {
    if (gone) return;
    gone = true;
    const to = target();
    document.body.replaceChildren();
    end();
    location.replace(to);
  }

  const keys = exitKeys();
  addEventListener('keydown', (event) => {
    if (keys.down(event.key, event.repeat, event.timeStamp)) go();
  }, true);
  addEventListener('keyup', (event) => {
    if (keys.up(event.key, event.timeStamp)) go();
    else if (event.key === 'Shift') nearly(keys.shifts(event.timeStamp));
  }, true);
  return go;
}

/** Leaving by any other way wipes too; coming back finds a page that has ended. */
export function wipeOnLeaving(end, showClosed) {
  addEventListener('pagehide', () => {
    document.body.replaceChildren();
    end();
  });
  addEventListener('pageshow', (event) => event.persisted && showClosed());
  return performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
}
