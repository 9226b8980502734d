// What one fact of an edition file must satisfy by itself: lengths, numbers, dates, clock times.
import { emailPattern } from '#modules/expos/domain/contacts.ts';
import { limits } from '#modules/expos/domain/limits.ts';
import { breaksLine, hiddenIn, longestLine } from '#kernel/writing/one-line.ts';
import { isLanguageTag } from '#kernel/codes.ts';
import type { FileText } from './edition-file.ts';

/** Longest texts and largest tables an edition file may hold. */
export const fileLimits = {
  name: 200,
  note: 500,
  said: 1000,
  reason: 200,
  code: 30,
  hall: 60,
  city: 120,
  topic: 120,
  interpreter: 120,
  person: 80,
  post: 120,
  email: 254,
  session: limits.sessions,
  tableNumber: 99_999,
  meetingNumber: 1_000_000,
  /** Of one company to others. */
  wishesOfOne: 10_000,
  /** Problems listed; the count goes on. */
  problems: 500,
  rows: {
    edition: 1,
    slots: limits.slots,
    tables: limits.tables,
    stands: limits.stands,
    halls: limits.halls,
    walks: (limits.halls * (limits.halls - 1)) / 2,
    rectangles: limits.rectangles,
    groups: limits.groups,
    topics: limits.topics,
    participants: limits.participants,
    contacts: 50_000,
    unavailable: 50_000,
    interpreters: limits.interpreters,
    requests: 100_000,
    orders: 50_000,
    fixed: 50_000,
  },
} as const;

/** A rule's complaint: key of the texts and what fills it; null where there is none. */
export type Complaint = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> } | null;

// Line breaks and tabs may stand in a note; other control characters and halves of surrogate pairs are damage.
const DAMAGED =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** A text of at most `max` characters without damage or outer blanks; `required` texts may not be empty. */
export function complaintOfText(text: string, rule: { readonly max: number; readonly required: boolean }): Complaint {
  if (text.length > rule.max) return { code: 'meetings.file_text_too_long', params: { length: text.length, max: rule.max } };
  if (rule.required && text.trim() === '') return { code: 'meetings.file_empty' };
  if (DAMAGED.test(text) || hiddenIn(text) !== null) return { code: 'meetings.file_text_damaged' };
  if (rule.max <= longestLine && breaksLine(text) !== null) return { code: 'meetings.file_not_one_line' };
  return text === text.trim() ? null : { code: 'meetings.file_text_damaged' };
}

/** Whether a tag is a language's; remembers its answers, since asking is slow and a file repeats a handful. */
export function languageTester(): (tag: string) => boolean {
  const answers = new Map<string, boolean>();
  return (tag) => {
    const known = answers.get(tag) ?? isLanguageTag(tag);
    answers.set(tag, known);
    return known;
  };
}

/** A name in at least one language, each text within the limit. */
export function complaintOfName(name: FileText, required: boolean, isLanguage: (tag: string) => boolean): Complaint {
  const tags = Object.keys(name);
  if (required && tags.length === 0) return { code: 'meetings.file_empty' };
  for (const tag of tags) {
    if (!isLanguage(tag)) return { code: 'meetings.file_language_unknown', params: { value: tag.slice(0, 40) } };
    const complaint = complaintOfText(name[tag] ?? '', { max: fileLimits.name, required: true });
    if (complaint !== null) return complaint;
  }
  return null;
}

/** A whole number from `least` to `most`. */
export const complaintOfNumber = (value: number, least: number, most: number): Complaint =>
  Number.isInteger(value) && value >= least && value <= most
    ? null
    : { code: 'meetings.file_number_out_of_range', params: { value, least, most } };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a day of the calendar, `YYYY-MM-DD`, 1900-2199. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (DAY.exec(text) ?? []).map(Number);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year >= 1900 && year < 2200 && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Whether the text is a clock time, `HH:MM`, from 00:00 to 24:00. */
export const isClockTime = (text: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

/** Whether the text is an address of e-mail as the API takes one. */
export const isEmail = (text: string): boolean => text.length <= fileLimits.email && emailPattern.test(text);

/** Whether the runtime knows the time zone's name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
