// The days of something as the language joins them: 6–7 November 2026, 2026年11月6日至7日.
import { dateFormat } from './intl-formats.ts';
import { writing, type Language } from './language.ts';

/** A date that begins with its year, without the year, or year and month, that the date before it has said already. */
function withoutShared(before: string, date: string): string {
  const parts = /^(\d+年)(\d+月)(.*)$/;
  const [, year, month] = parts.exec(before) ?? [];
  const [, ownYear, ownMonth, day] = parts.exec(date) ?? [];
  if (year === undefined || year !== ownYear || day === undefined) return date;
  return month === ownMonth ? day : `${ownMonth ?? ''}${day}`;
}

/** One day, or the first to the last, neither month nor year said twice; days as the API sends them. */
export function daySpan(
  language: Language,
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
  month: 'long' | 'short' = 'long',
): string {
  const { locale, yearFirst } = writing[language];
  const format = dateFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  const [first, last] = [firstDay, lastDay].map((day) => new Date(`${day}T12:00:00Z`));
  if (first === undefined || last === undefined || firstDay === lastDay) return format.format(first);
  if (!yearFirst) return format.formatRange(first, last);
  const from = format.format(first);
  return `${from}至${withoutShared(from, format.format(last))}`;
}
