import { h, keyed, show } from '../../shared/dom.js';

const LOOK_MS = 15_000;
const DECLINED = ['no-place', 'not-for-her', 'no-language', 'not-now'];

/** People whom professionals refer to this desk, with what they agreed to. */
export function referralList(i18n, api) {
  const { t, has } = i18n;
  let looked = 0;
  let allowed = true;

  const list = h('div', { class: 'callbacks' });
  const element = h('section', { class: 'due', 'data-testid': 'referrals', hidden: true, 'aria-label': t('referrals') },
    h('h2', { text: t('referrals') }), h('p', { class: 'soft', text: t('referralsRules') }), list);

  async function look(now) {
    looked = now;
    const answer = await api.get('/v1/referrals/desk');
    if (answer.status === 403 || answer.status === 404) allowed = false;
    if (!answer.ok) return;
    show(element, answer.body.referrals.length > 0);
    keyed(list, answer.body.referrals, { key: ({ id, outcome }) => `${id} ${outcome ?? ''}`, create: card, update: () => {} });
  }

  function card(it) {
    const { way, ...words } = it.agreed;
    const told = [...Object.entries(words), ...Object.entries(way ?? {})];
    const state = h('p', { class: 'notice', role: 'status', hidden: !it.outcome, text: it.outcome ? t('referralAccepted') : '' });
    const row = h('div', { class: 'row' }, it.outcome ? null : ['accepted', ...DECLINED].map((outcome) => h('button', {
      type: 'button', class: outcome === 'accepted' ? 'main' : null, 'data-testid': `referral-${outcome}`, text: t(`referral-${outcome}`), onclick: () => answer(it, outcome, state) })));
    return { element: h('article', { class: 'callback', 'data-testid': 'referral', 'aria-label': `${t('referralWord')} ${it.word}` },
      it.exercise ? h('p', { class: 'exercise' }, h('span', { text: t('exercise') })) : null,
      h('h3', {}, `${t('referralWord')} `, h('bdi', { dir: 'ltr', text: it.word })),
      told.length === 0 ? h('p', { class: 'soft', text: t('referralNothing') })
        : h('dl', {}, told.flatMap(([name, text]) => [h('dt', { text: has(`referral-told-${name}`) ? t(`referral-told-${name}`) : name }), h('dd', {}, h('bdi', { text }))])),
      state, row) };
  }

  async function answer(it, outcome, state) {
    const { status } = await api.post(`/v1/referrals/${it.id}/answer`, { outcome });
    if (status !== 200 && status !== 404 && status !== 409) {
      show(state, true);
      state.textContent = t('referralUnsure');
      return;
    }
    look(Date.now());
  }

  return {
    element,
    update() {},
    tick(now) {
      if (allowed && now - looked > LOOK_MS) look(now);
    },
  };
}
