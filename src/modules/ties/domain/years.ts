// Calendar arithmetic on ISO days (`2019-11-05`), without a clock and without zones.

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');
const lastOf = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The same day `years` later (earlier where negative); 29 February becomes 28 where there is none. */
export function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${pad(year + years, 4)}-${pad(month)}-${pad(Math.min(date, lastOf(year + years, month)))}`;
}

/** The last day of a month written `2019-11`. */
export function lastDayOf(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return `${month}-${pad(lastOf(year, of))}`;
}

/** The month `by` months later, both written `2019-11`. */
export function monthsLater(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const months = year * 12 + of - 1 + by;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1)}`;
}
