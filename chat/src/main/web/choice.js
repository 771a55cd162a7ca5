import { attribute, h } from '/shared/dom.js';

/** A question that may be left open: pressing the chosen answer again takes it back.
 *
 *  @param question key of its text; the answers are `question-answer`
 *  @param chosen told the answer, or null
 */
export function choice(question, answers, chosen) {
  let now = null;
  const buttons = answers.map((answer) => h('button', {
    type: 'button', 'aria-pressed': 'false', 'data-t': `${question}-${answer}`, 'data-testid': `${question}-${answer}`,
    onclick: () => {
      now = now === answer ? null : answer;
      buttons.forEach((button, at) => attribute(button, 'aria-pressed', String(answers[at] === now)));
      chosen(now);
    },
  }));
  return h('div', { class: 'question' },
    h('p', { class: 'asked', 'data-t': question }),
    h('div', { class: 'choices', role: 'group', 'data-t-label': question }, buttons));
}
