// Formats of the runtime (Intl), each made once (memoised). One costs more to make than to use, and holds thousands of words of its language outside of what
// the collector of garbage counts: 4,000 letters with six dates each held half a gigabyte, and a page of a hundred dates spent half its time on them.

/** Zones are many, but few are used. */
const most = 200;

const madeOnce = <O, F>(Format: new (locale: string, options: O) => F) => {
  const made = new Map<string, F>();
  return (locale: string, options: O): F => {
    const key = locale + JSON.stringify(options);
    const known = made.get(key) ?? new Format(locale, options);
    if (made.size >= most) made.clear();
    made.set(key, known);
    return known;
  };
};

export const dateFormat = madeOnce(Intl.DateTimeFormat);
export const numberFormat = madeOnce(Intl.NumberFormat);
export const listFormat = madeOnce(Intl.ListFormat);
export const displayNames = madeOnce(Intl.DisplayNames);
