import { h, show } from '/shared/dom.js';

const CALL_OUTCOMES = ['accepted', 'no-place', 'not-for-her', 'no-language', 'not-now', 'not-reached'];

/** What was referred and what became of it. What was passed on is shown only until the page is left,
 *  to be read out to a service that has no desk here. */
export function sentList(i18n, http, refused) {
  const { t } = i18n;
  const agreed = new Map();
  let all = [];
  let fresh = null;
  const list = h('ol', { class: 'services' });
  const unsure = h('p', { class: 'notice bad', role: 'alert', 'data-testid': 'unsure', hidden: true });
  const element = h('section', { class: 'card', hidden: true, 'data-testid': 'sent' }, h('h2', { 'data-t': 'sentHead', tabindex: -1 }), unsure, list);

  async function look() {
    const answer = await http.get('/v1/referrals');
    if (!answer.ok) {
      refused(answer.status);
      return;
    }
    const before = JSON.stringify(all);
    all = answer.body.referrals.toReversed();
    refused(200);
    if (JSON.stringify(all) !== before) draw();
  }

  const state = (it) => t(it.outcome ? `outcome-${it.outcome}` : it.delivery === 'desk' ? 'waiting' : 'toCall');

  function card(it) {
    const told = agreed.get(it.id);
    const calling = it.delivery === 'call' && !it.outcome;
    return h('li', { 'data-testid': 'referral', 'data-delivery': it.delivery, 'data-outcome': it.outcome ?? 'none' },
      it.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
      h('h3', {}, h('bdi', { text: it.serviceName })),
      h('p', {}, h('b', { text: state(it) })),
      h('p', {}, `${t('word')} `, h('bdi', { class: it.id === fresh ? 'word' : '', dir: 'ltr', text: it.word })),
      calling ? (it.numbers ?? []).map((number) => h('a', { class: 'number', href: `tel:${number}` }, `${t('call')} `, h('bdi', { text: number }))) : null,
      calling && told ? summary(told) : null,
      h('div', { class: 'row' },
        calling ? CALL_OUTCOMES.map((outcome) => h('button', { type: 'button', 'data-testid': `outcome-${outcome}`, text: t(`outcome-${outcome}`), onclick: () => act(() => http.post(`/v1/referrals/${it.id}/answer`, { outcome })) })) : null,
        withdrawal(it)));
  }

  /** For good, so the button asks once in its own place. */
  function withdrawal(it) {
    const button = h('button', { type: 'button', 'data-testid': 'withdraw', text: t('withdraw'), onclick: () => {
      if (button.dataset.sure) act(() => http.delete(`/v1/referrals/${it.id}`));
      else {
        button.dataset.sure = 'asked';
        button.textContent = t('withdrawSure');
      }
    } });
    return button;
  }

  function summary(told) {
    const { way, ...words } = told;
    const rows = [...Object.entries(words), ...Object.entries(way ?? {}).filter(([name]) => name !== 'warnedOfCallLog')];
    if (rows.length === 0) return h('p', { class: 'soft', 'data-testid': 'summary', text: t('nothingAgreed') });
    return h('div', {}, h('p', { class: 'soft', text: t('readOut') }),
      h('dl', { 'data-testid': 'summary' }, rows.map(([name, text]) => h('div', {}, h('dt', { text: t(name) }), h('dd', {}, h('bdi', { text }))))));
  }

  /** What did not come about is said: she must not be told that something is erased which is not. */
  async function act(call) {
    const { ok, status } = await call();
    const done = ok || status === 404;
    show(unsure, !done);
    unsure.textContent = done ? '' : t('notDone');
    look();
  }

  function draw() {
    show(element, all.length > 0);
    list.replaceChildren(...all.map(card));
  }

  return {
    element,
    look,
    relabel: draw,
    add(referral, told) {
      agreed.set(referral.id, told);
      fresh = referral.id;
      all = [referral, ...all.filter(({ id }) => id !== referral.id)];
      draw();
      element.querySelector('h2').focus();
      look();
    },
    leave: () => agreed.clear(),
  };
}
