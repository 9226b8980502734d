// What an import does to a set: a pure difference between what its file says and what the set holds.
import { listedTies, type ListedBy, type ListedTie } from './listed-ties.ts';
import { countryProblems, placeProblems, type Judged } from './resolution.ts';
import { inOrderOfRows, saysTheSame, type RowProblem, type Said, type WrittenSet } from './written.ts';

/** A tie as a set lists it. Cities in the order of their ids. */
export interface Listed {
  readonly a: string;
  readonly b: string;
  readonly listedBy: ListedBy;
  readonly rows: readonly number[];
  readonly said: readonly Said[];
}

/** What the set holds of a tie before the import, with the import that entered it. */
export interface Standing extends Listed {
  readonly importId: string;
}

export const changeKinds = ['new', 'joined', 'unchanged', 'changed', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** `joined` is new in this set and known from another or from a register; `gone` is no longer in the file. */
export interface PlannedTie {
  readonly kind: ChangeKind;
  readonly after: Listed | null;
  readonly before: Standing | null;
}

export interface PlanQuestion {
  readonly written: WrittenSet;
  /** In the order of `written.places`. */
  readonly judged: readonly Judged[];
  readonly standing: readonly Standing[];
  /** Pairs (`pairKey`) that another set lists or an office keeps. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether the file is the whole set: else ties that it does not hold stay. */
  readonly whole: boolean;
}

export interface PlanCounts {
  readonly rows: number;
  readonly rowsLeftOut: number;
  readonly places: number;
  readonly placesMatched: number;
  readonly placesAsWritten: number;
  readonly ties: number;
  readonly oneWay: number;
  readonly listedTwice: number;
  readonly changes: Readonly<Record<ChangeKind, number>>;
  /** How often each problem was found, by code. */
  readonly problems: Readonly<Record<string, number>>;
}

export interface ImportPlan {
  readonly ties: readonly PlannedTie[];
  readonly problems: readonly RowProblem[];
  readonly counts: PlanCounts;
}

/** One text for a pair of cities. */
export const pairKey = ({ a, b }: { readonly a: string; readonly b: string }): string => `${a} ${b}`;

const isSame = (x: Listed, y: Listed): boolean => x.listedBy === y.listedBy && saysTheSame(x.said, y.said);

/** What a part of a set says is added to what the set held of a tie: the other side may have listed it before. */
function added(tie: ListedTie, before: Standing | undefined): Listed {
  if (before === undefined || tie.listedBy === 'unstated' || before.listedBy === 'unstated') return tie;
  return { ...tie, listedBy: tie.listedBy === before.listedBy ? tie.listedBy : 'both' };
}

const countBy = (problems: readonly RowProblem[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** The same whatever the order of the rows, but for their numbers. */
export function planImport({ written, judged, standing, elsewhere, whole }: PlanQuestion): ImportPlan {
  const { ties: listed, problems: ofTies, rowsLeftOut } = listedTies(written, judged);
  const before = new Map(standing.map((tie) => [pairKey(tie), tie]));
  const inFile = new Set<string>();
  const ties = listed.map((tie): PlannedTie => {
    const key = pairKey(tie);
    inFile.add(key);
    const was = before.get(key);
    const after = whole ? tie : added(tie, was);
    if (was === undefined) return { kind: elsewhere.has(key) ? 'joined' : 'new', after, before: null };
    return { kind: isSame(after, was) ? 'unchanged' : 'changed', after, before: was };
  });
  const gone = whole ? standing.filter((tie) => !inFile.has(pairKey(tie))) : [];
  const planned = [...ties, ...gone.map((tie): PlannedTie => ({ kind: 'gone', after: null, before: tie }))];
  const problems = inOrderOfRows([...written.problems, ...countryProblems(judged), ...placeProblems(judged), ...ofTies]);
  const byKind = Object.fromEntries(changeKinds.map((kind) => [kind, planned.filter((tie) => tie.kind === kind).length]));
  const named = judged.filter(({ place }) => place.rows.length > 0);
  const found = countBy(problems);
  return {
    ties: planned,
    problems,
    counts: {
      rows: written.rows,
      rowsLeftOut,
      places: named.length,
      placesMatched: named.filter(({ resolved }) => ['person', 'number', 'gazetteer'].includes(resolved.by)).length,
      placesAsWritten: named.filter(({ resolved }) => resolved.by === 'as_written').length,
      ties: listed.length,
      oneWay: found['reference.one_way'] ?? 0,
      listedTwice: found['reference.listed_twice'] ?? 0,
      changes: byKind as Readonly<Record<ChangeKind, number>>,
      problems: found,
    },
  };
}
