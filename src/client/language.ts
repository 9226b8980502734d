// The reader's language: chosen once, remembered, told to the page, the texts and the server.
import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { languageOf, languages, type Language } from '#kernel/language.ts';

/** Loads the texts of one language, so that a reader downloads only their own. */
export type LoadTexts = (language: Language) => Promise<Readonly<Record<string, string>>>;

const STORED = 'hansa.language';
let load: LoadTexts = () => Promise.resolve({});

function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null; // storage may be forbidden; the choice then lasts as long as the page
  }
}

function firstLanguage(): Language {
  const stored = remembered();
  return languages.find((language) => language === stored) ?? languageOf(navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)));
}

async function loadOnce(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  i18next.addResourceBundle(language, 'translation', await load(language));
}

/** Starts the texts in the reader's language; call once before the first paint. */
export async function startLanguage(loadTexts: LoadTexts): Promise<void> {
  load = loadTexts;
  const language = firstLanguage();
  await i18next.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
  });
  await loadOnce(language);
  document.documentElement.lang = language;
}

/** The language in use now. */
export const currentLanguage = (): Language => languageOf(i18next.language);

/** Changes and remembers the language; the page is drawn anew in it. */
export async function setLanguage(language: Language): Promise<void> {
  await loadOnce(language);
  try {
    localStorage.setItem(STORED, language);
  } catch {
    /* see remembered() */
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

const subscribe = (changed: () => void): (() => void) => {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
};

/** The texts and the language for a component, which is drawn again when the language changes. */
export function useText(): { readonly t: TFunction; readonly language: Language } {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  return { t: textsIn(language), language };
}

const fixed = new Map<Language, TFunction>();

/** The texts of one language; outside of components use `textsIn(currentLanguage())`. */
export function textsIn(language: Language): TFunction {
  const t = fixed.get(language) ?? i18next.getFixedT(language);
  fixed.set(language, t);
  return t;
}
