/** The languages in which pages speak, each under its own name. */
export const LANGUAGES = {
  fr: 'Français',
  nl: 'Nederlands',
  de: 'Deutsch',
  en: 'English',
  ar: 'العربية',
};

export const direction = (language) => (language === 'ar' ? 'rtl' : 'ltr');

/** RFC 4647 lookup: the first wish that one of ours answers, else the fallback. */
export function preferred(wishes, fallback = 'en') {
  for (const wish of wishes ?? []) {
    const base = String(wish).toLowerCase().split('-')[0];
    if (base in LANGUAGES) return base;
  }
  return fallback;
}

/** Puts params into the `{name}` places of a text. */
export function fill(text, params = {}) {
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in params ? params[name] : place));
}

/** Keeps a foreign word within right-to-left text from turning its neighbours around. */
export const isolated = (params) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, `\u2068${value}\u2069`]));

/** A language's own name for another language, as the reader knows it: "ar" is "Arabisch" to a
 *  Dutch reader. Falls back to the tag. */
export function languageName(tag, reader) {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Speaks one language at a time.
 *  @param load language -> array of promises of modules whose default export maps keys to texts */
export function translator(load) {
  let texts = {};
  const speaker = {
    language: 'en',
    async use(language) {
      const modules = await Promise.all(load(language));
      texts = Object.assign({}, ...modules.map((module) => module.default));
      speaker.language = language;
    },
    t: (key, params = {}) =>
      fill(texts[key] ?? key, direction(speaker.language) === 'rtl' ? isolated(params) : params),
    has: (key) => key in texts,
    /** Writes the language into all nodes marked `data-t` (text) or `data-t-label`, …`-hint`. */
    apply(root) {
      if (root.ownerDocument === null || root === document.documentElement) {
        document.documentElement.lang = speaker.language;
        document.documentElement.dir = direction(speaker.language);
      }
      for (const node of root.querySelectorAll('[data-t]')) {
        node.textContent = speaker.t(node.dataset.t);
      }
      for (const node of root.querySelectorAll('[data-t-label]')) {
        node.setAttribute('aria-label', speaker.t(node.dataset.tLabel));
      }
      for (const node of root.querySelectorAll('[data-t-hint]')) {
        node.setAttribute('placeholder', speaker.t(node.dataset.tHint));
      }
    },
  };
  return speaker;
}
