// The reader's language: chosen once, remembered, told to the page, the texts and the server.
import type { TFunction } from 'i18next';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { isLanguage, languageFor, languages, type Language } from '#kernel/language.ts';
import { readAddress } from '#kernel/page-address.ts';
import { regionLabelsElement, type RegionLabels } from '#kernel/region-names.ts';
import { sentence, type Params, type Texts } from '#kernel/sentence.ts';
import { remember, remembered } from './remember.ts';

/** Texts of the pages that everybody reads, and of those on which offices work. */
export type TextPart = 'reader' | 'working';

/** Loads a part of the texts in one language, so that a reader downloads only their own. */
export type LoadTexts = (language: Language, part: TextPart) => Promise<Texts>;

let load: LoadTexts = () => Promise.resolve({});

/** The language that the address of the page names; null where the reader's own choice decides. */
export const addressedLanguage = (): Language | null => {
  const { dataset, lang } = document.documentElement;
  return 'served' in dataset && isLanguage(lang) ? lang : readAddress(location.pathname).language;
};

function firstLanguage(): Language {
  const addressed = addressedLanguage();
  if (addressed !== null) return addressed;
  const stored = remembered('language');
  return languages.find((language) => language === stored) ?? navigator.languages.flatMap((tag) => languageFor(tag) ?? [])[0] ?? 'en';
}

/** What differs between readers where one program draws pages for many: the server. */
export interface Reading {
  readonly language: Language;
  readonly labels: RegionLabels;
}

let reading: () => Reading | undefined = () => undefined;
/** From now on whoever is drawn for at the moment says so; in the browser there is one reader. */
export const readBy = (tell: () => Reading | undefined): void => void (reading = tell);

const loaded = new Map<string, Texts>();
const needed: TextPart[] = ['reader'];
let current: Language = 'en';
/** Counts what was loaded, so that pages are drawn again with it. */
let drawn = 0;
const listeners = new Set<() => void>();

async function loadNeeded(language: Language): Promise<void> {
  const missing = needed.filter((part) => !loaded.has(`${language} ${part}`));
  await Promise.all(missing.map(async (part) => loaded.set(`${language} ${part}`, await load(language, part))));
  if (missing.length > 0) fixed.delete(language);
}

function tell(): void {
  drawn += 1;
  for (const listener of listeners) listener();
}

/** What the naming policy calls countries and regions; the page brings it, so that no label waits for a request. */
const isLabels = (brought: unknown): brought is RegionLabels => typeof brought === 'object' && brought !== null;
const brought: unknown = JSON.parse(
  (typeof document === 'undefined' ? null : document.getElementById(regionLabelsElement)?.textContent) ?? 'null',
);
let labels = isLabels(brought) ? brought : {};
export const regionLabels = (): RegionLabels => reading()?.labels ?? labels;

/** Labels as they were decided meanwhile; the page is drawn anew with them. */
export function setRegionLabels(decided: RegionLabels): void {
  labels = decided;
  tell();
}

/** Starts the texts in the reader's language; call once before the first paint. */
export async function startLanguage(loadTexts: LoadTexts): Promise<void> {
  load = loadTexts;
  current = firstLanguage();
  await loadNeeded(current);
  document.documentElement.lang = current;
}

/** All texts in all languages, for whoever draws pages for many. */
export async function loadAllTexts(loadTexts: LoadTexts): Promise<void> {
  load = loadTexts;
  needed.splice(0, needed.length, 'reader', 'working');
  for (const language of languages) await loadNeeded(language);
}

/** Sees to it that the texts of the working pages are there, too; of no effect once they are. */
export async function needWorkingTexts(): Promise<void> {
  if (!needed.includes('working')) needed.push('working');
  if (loaded.has(`${current} working`)) return;
  await loadNeeded(current);
  tell();
}

/** Told of another language; nothing else that is drawn anew calls it. */
const languageListeners = new Set<() => void>();
export const onLanguage = (changed: () => void): void => void languageListeners.add(changed);

/** The language in use now. */
export const currentLanguage = (): Language => reading()?.language ?? current;

/** Changes and remembers the language; the page is drawn anew in it. */
export async function setLanguage(language: Language): Promise<void> {
  await loadNeeded(language);
  remember('language', language);
  current = language;
  document.documentElement.lang = language;
  tell();
  for (const listener of languageListeners) listener();
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The language of a part of the page that shows what readers of another one see; null: the reader's own. */
export const LanguageHere = createContext<Language | null>(null);

/** Sees to it that the texts of a language are there that need not be the reader's own. */
export const needTextsIn = (language: Language): Promise<void> => loadNeeded(language);

/**
 * The texts and the language for a component, which is drawn again when the language changes. `say` is `t` for a code that comes with an
 * answer, so that no compiler can know it.
 */
export function useText(): { readonly t: TFunction; readonly say: Telling; readonly language: Language } {
  useSyncExternalStore(
    subscribe,
    () => drawn,
    () => drawn,
  );
  const language = useContext(LanguageHere) ?? currentLanguage();
  return { t: textsIn(language), say: tellingIn(language), language };
}

type Telling = (key: string, params?: Params) => string;
const fixed = new Map<Language, Telling>();

/** The texts of one language; outside of components use `textsIn(currentLanguage())`. */
// The compiler knows keys and placeholders by the type of i18next, whose program only tests load.
export const textsIn = (language: Language): TFunction => tellingIn(language) as Telling & TFunction;

/** The same for sentences that papers say as well, which know nothing of the texts of pages. */
export function tellingIn(language: Language): Telling {
  const known = fixed.get(language);
  if (known !== undefined) return known;
  const texts: Texts = { ...loaded.get(`${language} reader`), ...loaded.get(`${language} working`) };
  const t: Telling = (key, params) => sentence(texts, language, key, params);
  fixed.set(language, t);
  return t;
}
