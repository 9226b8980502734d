// Names made comparable beyond folding: what a written name says of its place, and how alike two names are.
import { fold } from '#kernel/fold.ts';
import { simplified } from '#kernel/writing/han.ts';
import { kindOfWords, type KindWords } from './kind-words.ts';
import type { WrittenKind } from './end.ts';
import { regionsCalled } from './regions.ts';

const ASCII = /^[\x20-\x7e]*$/;
const SAINT = /(^|[^a-z])(saint|sankt|sint|st)(?=[^a-z]|$)/g;
const SAINTE = /(^|[^a-z])(sainte|ste)(?=[^a-z]|$)/g;
const MOUNT = /(^|[^a-z])(mount|mt)(?=[^a-z]|$)/g;
const FORT = /(^|[^a-z])(fort|ft)(?=[^a-z]|$)/g;

/**
 * What the gazetteer and a written name are looked up by: folded, without blanks and punctuation, Saint, Sankt and St alike.
 * `'Saint-Étienne'` and `'St. Etienne'` give `'stetienne'`, `'福岡'` and `'福冈'` the latter; a name without letters gives `''`.
 */
export function nameKey(text: string): string {
  let folded = fold(text);
  if (folded.includes('t')) {
    if (/s(ain|ank|in)?t/.test(folded)) folded = folded.replace(SAINTE, '$1ste').replace(SAINT, '$1st');
    if (/m(oun)?t/.test(folded)) folded = folded.replace(MOUNT, '$1mt');
    if (/f(or)?t/.test(folded)) folded = folded.replace(FORT, '$1ft');
  }
  if (folded.includes('&')) folded = folded.replace('&', ' and ');
  return ASCII.test(folded) ? folded.replace(/[^a-z0-9]+/g, '') : simplified(folded.replace(/[^\p{L}\p{N}]+/gu, ''));
}

/** How a form comes from what is written: as it stands, without what stands beside it, or without words that belong to it. */
export type FormOrigin = 'whole' | 'core' | 'shortened';

export interface NameForm {
  readonly key: string;
  readonly text: string;
  readonly origin: FormOrigin;
}

export interface ReadName {
  readonly kind: WrittenKind;
  /** The likeliest first, each key once. */
  readonly forms: readonly NameForm[];
  /** What stands beside the name: in brackets, behind a comma, before a dash; a city, a region or a country. */
  readonly beside: string | null;
  /** Capital letters at its end, that may stand for a state or a country: `Memphis TN`, `Portland, OR`. */
  readonly letters: string | null;
}

/** Words between a name and the river, wood or lord that tells it from others; what follows them is often left out. */
const BETWEEN =
  'am|an|an der|an den|auf|auf der|bei|im|in|in der|i|ob|unter|vor|sur|sous|les|lez|en|aux?|nad|pod|pri|ob|na|pe|upon|on|under|by|le|la|de|del|de la|di|da|do|sul|sulla|su|al|alla|ved|aan de|aan den|op';
const ATTRIBUTE = new RegExp(`^(.{3,}?)[ -](?:${BETWEEN})\\.?[ -].+$`, 'iu');
/** The same in a name of the gazetteer, behind what is sought. */
const ATTRIBUTE_BEHIND = new RegExp(`^[ -]?(?:(?:${BETWEEN})\\.?[ -]|[(/])`, 'iu');

interface Parted {
  readonly core: string;
  readonly beside: string;
}

/** Chinese writes the state in front: 伊利诺伊州斯普林菲尔德. */
const STATE_FIRST = /^(\p{Script=Han}{1,9}?[州省])(\p{Script=Han}{2,})$/u;

/** `X (Y)`, `X, Y`, `X/Y` and, with the city first, `Y – X`. */
function part(text: string): Parted | null {
  const [, state = '', city = ''] = STATE_FIRST.exec(text) ?? [];
  if (state !== '' && regionsCalled(state).length > 0) return { core: city, beside: state };
  const dashed = /^(.{2,}?)\s+[–—-]\s+(.{2,})$/u.exec(text);
  if (dashed !== null) return { core: dashed[2] ?? '', beside: dashed[1] ?? '' };
  const bracketed = /^(.{2,}?)\s*\(([^()]+)\)?\s*$/u.exec(text) ?? /^(.{2,}?)\s*[,/，、（]\s*([^)）]+)[)）]?$/u.exec(text);
  return bracketed === null ? null : { core: bracketed[1] ?? '', beside: bracketed[2] ?? '' };
}

/** A name with letters behind it; what is written in capitals throughout has none, and Budapest VI is a district. */
const LETTERED = /^(.*\p{Ll}.*?)[ ,(]+(?![IVX]+\)?$)([A-Z]{2,3})\)?$/u;

const HAN_CITY = /^\p{Script=Han}{2,4}(?<![市县縣区區省府])$/u;

const kindIn = (own: KindWords, beside: KindWords | null): WrittenKind =>
  own.kind === 'place' || own.rest === '' ? (beside?.kind ?? 'place') : own.kind;

/** Takes a written name apart; `otherNames` are further spellings of the same. */
export function readName(name: string, otherNames: readonly string[] = []): ReadName {
  const text = name.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const forms = new Map<string, NameForm>();
  const add = (written: string, origin: FormOrigin): void => {
    const key = nameKey(written);
    if (key !== '' && !forms.has(key)) forms.set(key, { key, text: written, origin });
  };
  add(text, 'whole');
  const parted = part(text);
  const [, lettered, behind] = LETTERED.exec(parted?.core ?? text) ?? [];
  const letters = behind ?? /^[A-Z]{2,3}$/.exec(parted?.beside.trim() ?? '')?.[0] ?? null;
  const besideKind = parted === null ? null : kindOfWords(parted.beside);
  const saysKindOnly = besideKind !== null && besideKind.kind !== 'place' && besideKind.rest === '';
  const core = parted?.core.trim() ?? text;
  if (parted !== null) add(core, 'core');
  if (lettered !== undefined) add(lettered, 'core');
  const own = kindOfWords(core);
  const kind = kindIn(own, saysKindOnly ? besideKind : null);
  if (own.rest !== '' && own.rest !== core && (kind === 'place' || kind === 'municipality')) add(own.rest, 'shortened');
  if (kind === 'place' || kind === 'municipality') {
    const short = ATTRIBUTE.exec(core)?.[1];
    if (short !== undefined) add(short, 'shortened');
  }
  // The gazetteer knows some cities of China by their full names alone: 宿州市.
  if (kind === 'place' && HAN_CITY.test(core)) add(`${core}市`, 'core');
  for (const other of otherNames) add(other, 'whole');
  const beside = parted === null || saysKindOnly ? null : parted.beside.trim();
  return { kind, forms: [...forms.values()], beside, letters };
}

/** Whether a name of the gazetteer is the one that is sought with an attribute behind it: `Frankfurt` and `Frankfurt am Main`. */
export function isLonger(name: string, sought: string): boolean {
  const [long, short] = [fold(name), fold(sought)];
  return short.length >= 3 && long.startsWith(short) && ATTRIBUTE_BEHIND.test(long.slice(short.length));
}

const digits = (key: string): string => key.replace(/\D+/g, '');

/** The numbers in a name, Roman ones too: `Budapest XV` is not `Budapest XVI`. */
export const numeralsOf = (text: string): string => (text.match(/\d+|\b[IVXLC]+\b/g) ?? []).join(' ');

/** Steps from one text to the other (insert, delete, change, swap neighbours), or `limit + 1` when there are more (Damerau-Levenshtein). */
export function stepsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous, current] = [
    new Array<number>(b.length + 1),
    Array.from({ length: b.length + 1 }, (_, at) => at),
    new Array<number>(),
  ];
  for (let i = 1; i <= a.length; i++) {
    current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      current[j] = steps;
      least = Math.min(least, steps);
    }
    if (least > limit) return limit + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? limit + 1;
}

/** How alike two keys are, 0 to 1; numbers in them must be the same, and short names must be the same throughout. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.max(a.length, b.length);
  const limit = length < 5 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3;
  if (limit === 0 || digits(a) !== digits(b)) return 0;
  const steps = stepsBetween(a, b, limit);
  return steps > limit ? 0 : 1 - steps / length;
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|cz|č/g, 'ch'],
  [/sch|sz/g, 'sh'],
  [/dsch|dzh|dj/g, 'j'],
  [/kh/g, 'ch'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/ph/g, 'f'],
  [/ts|tz/g, 'z'],
  [/ck|q|c(?!h)/g, 'k'],
  [/ou|oe/g, 'u'],
  [/(.)\1+/g, '$1'],
];

/** A key as it sounds, so that German, English and scholarly spellings of one foreign name come near each other. */
export const soundOf = (key: string): string => SOUNDS.reduce((text, [from, to]) => text.replace(from, to), key);
