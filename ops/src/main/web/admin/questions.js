import { LANGUAGES } from '../shared/i18n.js';
import { planAnswer, searchAnswer } from './answers.js';
import { questionForm } from './question-form.js';

const LANGUAGE_CHOICES = Object.keys(LANGUAGES);

/** What would happen to a made-up contact, without anybody being rung. */
export function planQuestion(i18n, http) {
  return questionForm(i18n, {
    title: 'whatIf',
    lead: 'whatIfLead',
    fields: [
      { name: 'line', value: '3919' },
      { name: 'postcode', value: '', optional: true },
      { name: 'language', choices: LANGUAGE_CHOICES, languages: true },
      { name: 'danger', choices: ['none', 'alerted', 'place-unknown'] },
      { name: 'wish', choices: ['person-first', 'police'] },
      { name: 'at', type: 'datetime-local', value: '', optional: true },
    ],
    ask: (body) => http.post('/v1/route', body),
    show: (answer) => planAnswer(i18n, answer),
  });
}

/** Who can help this person, here, then; and who not, and why. */
export function searchQuestion(i18n, http) {
  return questionForm(i18n, {
    title: 'search',
    lead: 'searchLead',
    fields: [
      { name: 'postcode', value: '', optional: true },
      { name: 'language', choices: LANGUAGE_CHOICES, languages: true },
      { name: 'need', value: '', optional: true },
      { name: 'public', value: '', optional: true, list: true },
      { name: 'channel', choices: ['', 'phone', 'desk', 'web'] },
      { name: 'at', type: 'datetime-local', value: '', optional: true },
    ],
    ask: (body) => http.post('/v1/services/search', body),
    show: (answer) => searchAnswer(i18n, answer),
  });
}
