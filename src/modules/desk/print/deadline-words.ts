// How a deadline reads outside of the product: in a calendar, in a mail.
import { dateFormat } from '#kernel/intl-formats.ts';
import { chooseText, inEach, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { precisionOf, type FlexDate } from '#kernel/flex-date.ts';
import type { AnswerEntry } from '../api/answers/list-answers.ts';
import type { NamedDeadline } from '../api/desk-deadlines.ts';
import { sentence } from '#kernel/sentence.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

const texts: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = inEach(en, zh);

export const say = (language: Language, code: keyof typeof en, params: Readonly<Record<string, string | number>> = {}): string =>
  sentence(texts[language], language, code, params);

/** 18 October 2019 / 2019年10月18日, October 2019, 2019: as much as is known, with how it is meant. */
export function dateWords(language: Language, { text, qualifier }: FlexDate): string {
  const precision = precisionOf({ text });
  const written = dateFormat(writing[language].locale, {
    ...{ timeZone: 'UTC', year: 'numeric' },
    ...(precision === 'year' ? {} : { month: 'long' }),
    ...(precision === 'day' ? { day: 'numeric' } : {}),
  }).format(new Date(`${text}-01-01`.slice(0, 10)));
  return qualifier === 'exact' ? written : say(language, `desk.${qualifier}_date`, { date: written });
}

/** What it is about, without its date. */
export function summaryOf(language: Language, { kind, names, title, years }: NamedDeadline): string {
  const city = names.map((name) => chooseText(name, language).text).join(say(language, 'desk.told_between'));
  const words = title === null ? '' : chooseText(title, language).text;
  return say(language, `desk.told_${kind}`, { city, title: words, years: years ?? 0 });
}

/** What is said, by whatever names it: the title, or of a statement its attribute. */
function saidIn(language: Language, entry: AnswerEntry): string {
  const titled = (title: MultilingualText | null) => (title === null ? '' : chooseText(title, language).text);
  if (entry.kind === 'said') return say(language, `desk.asked_${entry.attribute}`);
  if (entry.kind === 'figure') return titled(entry.figure.outcome.title);
  if (entry.kind === 'contradiction') return titled(entry.contradiction.outcome.title);
  return titled(entry.kind === 'third' ? entry.thing.title : entry.title);
}

/** One thing that waits for an answer: since when, who says it, and what it is of. */
export function askedWords(language: Language, entry: AnswerEntry): string {
  const who = chooseText(entry.city?.name ?? entry.office.name, language).text;
  const asked = entry.kind === 'contradiction' && entry.contradiction.isPart ? 'part' : entry.kind;
  const what = say(language, `desk.asked_of_${asked}`, { title: saidIn(language, entry) });
  const date = dateWords(language, { text: entry.at.slice(0, 10), qualifier: 'exact' });
  return say(language, 'desk.mail_line', { date, summary: say(language, 'desk.asked', { who, what }) });
}
