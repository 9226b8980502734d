// How many ties, by class, as of a date.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';

/** What is first known of a tie; null where nobody says it. `ended` is the date of an end, where one is stated. */
export interface CountedTie {
  readonly classCode: string | null;
  readonly since: FlexDate | null;
  readonly ended: FlexDate | null;
  readonly country: string | null;
  /** Only proposed so far, as its office says. */
  readonly proposed: boolean;
}

/**
 * Of those that stand: `certain` had begun by then for sure, for `perhaps` the date is not precise enough to say, of `undated` no beginning
 * is entered. Beside them, not counted as standing: `later` begin only after the day or
 * are only proposed, `ended` had ended before it.
 */
export interface ClassCount {
  readonly classCode: string | null;
  readonly certain: number;
  readonly perhaps: number;
  readonly undated: number;
  readonly later: number;
  readonly ended: number;
}

export type Standing = Exclude<keyof ClassCount, 'classCode'>;

const standings = ['certain', 'perhaps', 'undated', 'later', 'ended'] as const satisfies readonly Standing[];

/** The same by the classes that everybody finds: a class of an office's own is counted with the one as which it counts. */
export function countByCommon(counts: readonly ClassCount[], commonOf: (classCode: string) => string | null): readonly ClassCount[] {
  const common = new Map<string | null, ClassCount>();
  for (const count of counts) {
    const code = count.classCode === null ? null : (commonOf(count.classCode) ?? count.classCode);
    const before = common.get(code);
    const summed = Object.fromEntries(standings.map((of) => [of, count[of] + (before?.[of] ?? 0)])) as Record<Standing, number>;
    common.set(code, { classCode: code, ...summed });
  }
  return [...common.values()];
}

/** How many of a class stand on the day, as far as anybody knows. */
export const standingIn = ({ certain, perhaps, undated }: Omit<ClassCount, 'classCode'>): number => certain + perhaps + undated;

function standingOf({ since, ended, proposed }: CountedTie, day: string): Standing {
  if (proposed) return 'later';
  const end = ended === null ? null : boundsOf(ended);
  if (end?.to != null && end.to < day) return 'ended';
  if (since === null) return 'undated';
  const { from, to } = boundsOf(since);
  if (from !== null && from > day) return 'later';
  return to !== null && to <= day && (end === null || (end.from ?? '') > day) ? 'certain' : 'perhaps';
}

/** Counts the ties on `day`, by class in order of `order` (others after, without a class last), and the countries of those that stood. */
export function countByClass(
  ties: readonly CountedTie[],
  { day, order }: { readonly day: string; readonly order: readonly string[] },
): { readonly classes: readonly ClassCount[]; readonly countries: number } {
  const counts = new Map<string | null, Record<Standing, number>>();
  const countries = new Set<string>();
  for (const tie of ties) {
    const standing = standingOf(tie, day);
    const count = counts.get(tie.classCode) ?? { certain: 0, perhaps: 0, undated: 0, later: 0, ended: 0 };
    count[standing] += 1;
    counts.set(tie.classCode, count);
    if (tie.country !== null && standing !== 'later' && standing !== 'ended') countries.add(tie.country);
  }
  const place = (code: string | null): number => (code === null ? Infinity : order.includes(code) ? order.indexOf(code) : order.length);
  const classes = [...counts].map(([classCode, count]) => ({ classCode, ...count }));
  return { classes: classes.toSorted((x, y) => place(x.classCode) - place(y.classCode) || 0), countries: countries.size };
}
