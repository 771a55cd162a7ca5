// Answers of the reference implementation: reads lines `hours TAB instants in ms, by commas`, writes for each
// `states TAB next openings of the first four` with 1 open, 0 closed, u unknown, e a fault of its own;
// `refused` where it does not take the hours. France, Hauts-de-France; the clock is that of TZ.
import { createInterface } from 'node:readline';
import { runInThisContext } from 'node:vm';
import OpeningHours from 'opening_hours';

const PLACE = { lat: 50.63, lon: 3.06, address: { country_code: 'fr', state: 'Hauts-de-France' } };

console.error = () => {};
// some hours keep it busy for minutes: those count as a fault too
const guarded = (answer) => {
  globalThis.answer = answer;
  try {
    return runInThisContext('answer()', { timeout: 500 });
  } catch {
    return 'e';
  }
};
const state = (hours, at) => (hours.getState(at) ? '1' : hours.getUnknown(at) ? 'u' : '0');

function nextOpening(hours, from) {
  let at = from;
  for (let step = 0; step < 200; step++) {
    if (hours.getState(at)) return String(at.getTime());
    at = hours.getNextChange(at);
    if (at === undefined) return '-';
  }
  return '?';
}

for await (const line of createInterface({ input: process.stdin })) {
  const [text, instants] = line.split('\t');
  const at = instants.split(',').map((ms) => new Date(Number(ms)));
  const hours = guarded(() => new OpeningHours(text, PLACE, { locale: 'en' }));
  if (hours === 'e') {
    console.log('refused\t');
    continue;
  }
  const states = at.map((each) => guarded(() => state(hours, each))).join('');
  const next = at.slice(0, 4).map((each) => guarded(() => nextOpening(hours, each))).join(',');
  console.log(`${states}\t${next}`);
}
