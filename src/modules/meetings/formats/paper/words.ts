// The words of a paper in the language, or the two, that it is printed in.
import { dateFormat } from '#kernel/intl-formats.ts';
import { chooseText, inEach, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';
import { sentence, type Params, type Texts } from '#kernel/sentence.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { personWords, placeInHall } from '../../domain/agenda/agenda-words.ts';
import { languageSentence, whySentence, type Asked, type Counterpart, type Understanding } from '../../domain/agenda/agenda.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';
import { clockAt } from '../../domain/agenda/venue-clock.ts';
import type { Person } from '../../domain/edition-facts.ts';
import type { PaperFacts } from '../../domain/paper/paper.ts';
import { en } from '../../text.en.ts';
import { zh } from '../../text.zh.ts';
import { en as paperEn } from './paper-text.en.ts';
import { zh as paperZh } from './paper-text.zh.ts';

const texts: Readonly<Record<Language, Texts>> = inEach({ ...en, ...paperEn }, { ...zh, ...paperZh });

export type PaperTextKey = keyof typeof paperEn;
type Place = { readonly code: string; readonly kind: 'table' | 'stand'; readonly hall: string };
export type Words = ReturnType<typeof wordsIn>;

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words.filter((word) => word !== ''))];

export function wordsIn(languages: readonly Language[], { edition, regions }: Pick<PaperFacts, 'edition' | 'regions'>) {
  const { timeZone } = edition;
  const tell = (language: Language, key: string, params: Params = {}): string => sentence(texts[language], language, key, params);
  const each = (word: (language: Language) => string): readonly string[] => distinct(languages.map(word));
  /** On one line. */
  const joined = (word: (language: Language) => string): string => each(word).join(' / ');
  const formats = new Map(
    languages.map((language) => [
      language,
      dateFormat(writing[language].locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }),
    ]),
  );
  const place = (language: Language, { code, kind, hall }: Place): string => {
    const own = tell(language, `meetings.calendar_${kind}`, { code });
    return hall === '' ? own : tell(language, placeInHall(hall), { place: own, hall });
  };
  const understandingIn = (how: Understanding, language: Language): string => {
    const { code, params } = languageSentence(how, language);
    return tell(language, code, params);
  };
  /** The same of many meetings; naming a language is slow. */
  const understood = new Map<string, readonly string[]>();
  return {
    languages,
    first: languages[0] ?? 'en',
    tell,
    say: (key: PaperTextKey, params: Params = {}): string => joined((language) => tell(language, key, params)),
    lines: (key: PaperTextKey, params: Params = {}): readonly string[] => each((language) => tell(language, key, params)),
    names: (name: MultilingualText): readonly string[] => each((language) => chooseText(name, language).text),
    name: (name: MultilingualText): string => joined((language) => chooseText(name, language).text),
    /** What somebody typed, perhaps in both tongues (`Arrives at ten | 十时到场`). */
    typed: (text: string): string => joined((language) => inLanguage(text, language)),
    country: (code: string | null): string => (code === null ? '' : joined((language) => regionName(code, language, regions))),
    role: (role: Counterpart['role']): string => joined((language) => tell(language, `meetings.paper_${role}`)),
    hall: (hall: string): readonly string[] => each((language) => tell(language, `meetings.paper_hall_${hallForm(hall)}`, { hall })),
    place: (where: Place): readonly string[] => each((language) => place(language, where)),
    /** Of several languages in that in which it says more. */
    person: (person: Person): string =>
      personWords(
        person,
        (person.spoken === undefined ? undefined : languages.find((one) => !writing[one].readsHan)) ?? languages[0] ?? 'en',
      ),
    personNames: (person: Person): readonly string[] => each((language) => personWords({ ...person, post: '' }, language)),
    why: (asked: Asked): readonly string[] => each((language) => tell(language, whySentence(asked).code)),
    understanding: (how: Understanding): readonly string[] => {
      const key = JSON.stringify(how);
      const lines = understood.get(key) ?? each((language) => understandingIn(how, language));
      understood.set(key, lines);
      return lines;
    },
    clock: (instant: number): string => clockAt(instant, timeZone),
    span: (start: number, end: number): string => `${clockAt(start, timeZone)}–${clockAt(end, timeZone)}`,
    /** A day, from any instant of it. */
    day: (instant: number): string => joined((language) => formats.get(language)?.format(instant) ?? ''),
  };
}
