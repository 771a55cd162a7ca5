import { h, show, write } from '/shared/dom.js';

/** Asks whether she wants to go on with another service, and with which of her words. */
export function transferView(i18n, session) {
  const { t } = i18n;
  const title = h('h2', { id: 'transfer-title' });
  const choice = (answer) => h('button', {
    type: 'button', 'data-t': answer, 'data-testid': `consent-${answer}`, 'data-answer': answer,
    onclick: () => session.consent(answer),
  });
  const choices = h('div', { class: 'choices' }, choice('share'), choice('without'), choice('stay'));
  const text = h('p', { 'data-t': 'transferText' });
  const wait = h('p', { role: 'status' });
  const element = h('section', { class: 'transfer', hidden: true, role: 'region', tabindex: '-1',
    'aria-labelledby': 'transfer-title', 'aria-live': 'assertive' }, title, text, choices, wait);

  function update({ talk, answered }) {
    const asking = talk.phase === 'talking' && talk.transfer !== null;
    show(element, asking);
    if (!asking) return;
    const service = talk.transfer.service;
    write(title, t('transferTitle', { service }));
    show(text, !answered);
    show(choices, !answered);
    write(wait, answered ? t('transferWait', { service }) : '');
  }
  return { element, update };
}

const REASONS = {
  operator: 'endedOperator', left: 'endedLeft', unknown: 'endedUnknown', 'too-long': 'endedTooLong',
};

/** The end, why, and what is left of it on the screen. */
export function endView(i18n, session, open) {
  const { t } = i18n;
  const reason = h('h2');
  const kept = h('p', { class: 'soft', 'data-t': 'endedKeep' });
  const element = h('section', { class: 'end', hidden: true, role: 'status' }, reason, kept,
    h('button', { type: 'button', class: 'main', 'data-t': 'again', onclick: open }));

  function update({ talk }) {
    show(element, talk.phase === 'ended');
    show(kept, talk.messages.length > 0);
    write(reason, t(REASONS[talk.ended] ?? 'endedOperator'));
  }
  return { element, update };
}
