import { api } from '../shared/api.js';
import { openConsole } from '../shared/console.js';
import { h } from '../shared/dom.js';
import { centreList } from './centre-list.js';
import { directoryEditor } from './directory/directory-editor.js';
import { healthList } from './health-list.js';
import { placesList } from './places/places-list.js';
import { policyTrial } from './policy-trial.js';
import { planQuestion, searchQuestion } from './questions.js';

const ASK_EVERY_MS = 10_000;

openConsole({
  load: (language) => [
    import(`../shared/services/lang/${language}.js`),
    import(`./places/lang/${language}.js`),
    import(`./directory/lang/${language}.js`),
    import(`./lang/${language}.js`),
  ],
  enter,
});

/** A coordinator: how the parts are, which centres can be reached, and what would happen if. */
function enter(token, frame) {
  const http = api(token);
  const { i18n } = frame;
  const health = healthList(i18n);
  const centres = centreList(i18n);
  const plan = planQuestion(i18n, http);
  const search = searchQuestion(i18n, http);
  const trial = policyTrial(i18n, http);
  const directory = directoryEditor(i18n, http);
  const places = placesList(i18n, http);
  let gone = false;

  async function ask() {
    const [ready, list] = await Promise.all([http.get('/health/ready'), http.get('/v1/centres')]);
    if (gone) return;
    if (list.status === 401) frame.leave('wrongToken');
    else if (list.status === 403) frame.leave('wrongRole');
    else {
      frame.connected(list.status !== 0);
      health.update(ready);
      centres.update(list);
      places.ask();
    }
  }

  const asking = setInterval(ask, ASK_EVERY_MS);
  return {
    tools: [],
    main: [h('div', { class: 'admin' }, health.element, centres.element, plan.element, search.element, directory.element, places.element, trial.element)],
    relabel() {
      [health, centres, plan, search, directory, places, trial].forEach((part) => part.relabel());
      ask();
    },
    leave() {
      gone = true;
      clearInterval(asking);
    },
  };
}
