// Dates at the precision they are known at: a year, a month or a day, never an invented one.

export const dateQualifiers = ['exact', 'about', 'before', 'after'] as const;
export type DateQualifier = (typeof dateQualifiers)[number];
export type Precision = 'year' | 'month' | 'day';

/** `text` is ISO at its precision (`1999`, `1999-10`, `1999-10-18`), of the years 1000 to 2199; `qualifier` how it is meant. */
export interface FlexDate {
  readonly text: string;
  readonly qualifier: DateQualifier;
}

/** Inclusive ISO days; null where that side is open. */
export interface DateBounds {
  readonly from: string | null;
  readonly to: string | null;
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month of the Gregorian calendar; 0 for a month that does not exist. */
const daysIn = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function partsOf(text: string): Parts | null {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined) return null;
  return { year: Number(year), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) };
}

const exists = ({ year, month, day }: Parts): boolean =>
  year >= 1000 &&
  year <= 2199 &&
  (month === null || daysIn(year, month) > 0) &&
  (day === null || (day >= 1 && day <= daysIn(year, month ?? 0)));

/** Whether the text is written as the text of a FlexDate, be it on a day that exists or not. */
export const isDateShaped = (text: string): boolean => shape.test(text);

/** Whether the text names a year, month or day that exists. */
export function dateExists(text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && exists(parts);
}

export function precisionOf({ text }: Pick<FlexDate, 'text'>): Precision {
  return text.length > 7 ? 'day' : text.length > 4 ? 'month' : 'year';
}

const firstDay = (text: string): string => `${text}-01-01`.slice(0, 10);

function lastDay(text: string): string {
  const { year, month, day } = partsOf(text) ?? { year: 0, month: null, day: null };
  return `${pad(year, 4)}-${pad(month ?? 12)}-${pad(day ?? daysIn(year, month ?? 12))}`;
}

/** The year, month or day `by` units of its own precision later (`by` is 1 or -1). */
function shifted(text: string, by: 1 | -1): string {
  const { year, month, day } = partsOf(text) ?? { year: 0, month: null, day: null };
  if (month === null) return pad(year + by, 4);
  if (day === null) {
    const months = year * 12 + (month - 1) + by;
    return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1)}`;
  }
  const next = day + by;
  const ofMonth = `${pad(year, 4)}-${pad(month)}`;
  if (next < 1) return lastDay(shifted(ofMonth, -1));
  return next > daysIn(year, month) ? firstDay(shifted(ofMonth, 1)) : `${ofMonth}-${pad(next)}`;
}

/**
 * The first and the last day the date can mean, both inclusive. *Before 1999* ends with 1998, *after 1999* begins with 2000;
 * *about* has the bounds of what is written, because how far it reaches is not known.
 */
export function boundsOf({ text, qualifier }: FlexDate): DateBounds {
  if (qualifier === 'before') return { from: null, to: shifted(firstDay(text), -1) };
  if (qualifier === 'after') return { from: shifted(lastDay(text), 1), to: null };
  return { from: firstDay(text), to: lastDay(text) };
}

/** Bounds for comparing: *about* reaches one unit of its own precision to either side. */
function reachOf(date: FlexDate): DateBounds {
  if (date.qualifier !== 'about') return boundsOf(date);
  return { from: firstDay(shifted(date.text, -1)), to: lastDay(shifted(date.text, 1)) };
}

/** Whether both can be true of one event: 1999 agrees with 1999-10-18, about 1980 with 1979, before 1980 with 1979. */
export function agrees(a: FlexDate, b: FlexDate): boolean {
  const [x, y] = [reachOf(a), reachOf(b)];
  return (x.from === null || y.to === null || x.from <= y.to) && (y.from === null || x.to === null || y.from <= x.to);
}

/** Whether whatever the fine date can mean is meant by the wide one, too: 1999 contains 18 October 1999 and itself, and about 1999 contains 1999. */
export function contains(wide: FlexDate, fine: FlexDate): boolean {
  const [outer, inner] = [reachOf(wide), reachOf(fine)];
  const isFrom = outer.from === null || (inner.from !== null && outer.from <= inner.from);
  return isFrom && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

/** Order for sorting: by the first day, else the last one; on the same first day the more precise comes first. */
export function compareDates(a: FlexDate, b: FlexDate): number {
  const [x, y] = [boundsOf(a), boundsOf(b)];
  const [from, until] = [x.from ?? x.to ?? '', y.from ?? y.to ?? ''];
  if (from !== until) return from < until ? -1 : 1;
  return b.text.length - a.text.length || (a.qualifier < b.qualifier ? -1 : a.qualifier > b.qualifier ? 1 : 0);
}
