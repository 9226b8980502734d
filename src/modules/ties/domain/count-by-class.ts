// How many ties, by class, as of a date.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';

/** What is first known of a tie; null where nobody says it. `ended` is the date of an end, where one is stated. */
export interface CountedTie {
  readonly classCode: string | null;
  readonly since: FlexDate | null;
  readonly ended: FlexDate | null;
  readonly country: string | null;
}

/** `certain`: had begun by then for sure · `perhaps`: the date is not precise enough to say · `undated`: no beginning is entered. */
export interface ClassCount {
  readonly classCode: string | null;
  readonly certain: number;
  readonly perhaps: number;
  readonly undated: number;
}

type Standing = 'certain' | 'perhaps' | 'undated' | 'no';

function standingOf({ since, ended }: CountedTie, day: string): Standing {
  const end = ended === null ? null : boundsOf(ended);
  if (end?.to != null && end.to < day) return 'no';
  if (since === null) return 'undated';
  const { from, to } = boundsOf(since);
  if (from !== null && from > day) return 'no';
  return to !== null && to <= day && (end === null || (end.from ?? '') > day) ? 'certain' : 'perhaps';
}

/** Counts the ties that stood on `day`, by class in order of `order` (others after, without a class last), and the countries of all counted. */
export function countByClass(
  ties: readonly CountedTie[],
  { day, order }: { readonly day: string; readonly order: readonly string[] },
): { readonly classes: readonly ClassCount[]; readonly countries: number } {
  const counts = new Map<string | null, { certain: number; perhaps: number; undated: number }>();
  const countries = new Set<string>();
  for (const tie of ties) {
    const standing = standingOf(tie, day);
    if (standing === 'no') continue;
    const count = counts.get(tie.classCode) ?? { certain: 0, perhaps: 0, undated: 0 };
    count[standing] += 1;
    counts.set(tie.classCode, count);
    if (tie.country !== null) countries.add(tie.country);
  }
  const place = (code: string | null): number => (code === null ? Infinity : order.includes(code) ? order.indexOf(code) : order.length);
  const classes = [...counts].map(([classCode, count]) => ({ classCode, ...count }));
  return { classes: classes.toSorted((x, y) => place(x.classCode) - place(y.classCode) || 0), countries: countries.size };
}
