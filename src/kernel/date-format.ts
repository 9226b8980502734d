// Formats of dates, each made once. One costs more to make than to use, and holds thousands of words of its language outside of what the collector of
// garbage counts: 4,000 letters with six dates each held half a gigabyte.

const made = new Map<string, Intl.DateTimeFormat>();
/** Zones are many, but few are used. */
const most = 200;

/** How dates are written in a locale. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  if (made.size >= most) made.clear();
  made.set(key, format);
  return format;
}
