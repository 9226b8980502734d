// The year of all ties of an office, as its members may know it: read in a handful of statements, whatever the number of ties.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Amount } from '#kernel/money.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { labelsOf } from '#modules/cities/api/naming.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { convertFigures, type Converted } from '#modules/outcomes/api/rates/convert.ts';
import { outcomesKnown, type KnownOutcome, type UnstagedOutcome } from '#modules/outcomes/api/known/known-outcomes.ts';
import { marksOfProjects } from '#modules/outcomes/api/project/show-plan.ts';
import type { StageTotal } from '#modules/outcomes/domain/totals.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { costsOfExchanges, readTies, type ReadyTie } from '#modules/ties/api/year-of-ties.ts';
import { hasCome } from '#modules/ties/domain/silence.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import type { Work } from '#platform/work.ts';
import {
  becameOf,
  cameIn,
  endOfYear,
  isIn,
  isUndated,
  marksIn,
  openItems,
  sumsOf,
  sumsOfYear,
  sureIn,
  type Before,
  type CameInYear,
  type MarkInYear,
  type OpenItem,
} from '../../domain/council/year.ts';

interface Event {
  readonly kind: string;
  readonly title: MultilingualText;
  readonly on: FlexDate;
  readonly isPublic: boolean;
}

export interface TieYear {
  readonly slug: string;
  /** The office's own city first. */
  readonly cities: readonly [ReadyTie['cities']['a'], ReadyTie['cities']['a']];
  readonly classCode: string | null;
  readonly className: MultilingualText | null;
  readonly since: FlexDate | null;
  readonly contested: ReadyTie['contested'];
  readonly happened: readonly Event[];
  readonly signed: readonly Event[];
  readonly ending: readonly Event[];
  readonly came: readonly CameInYear[];
  /** Of its projects. */
  readonly marks: readonly MarkInYear[];
  readonly before: Before;
  /** Outcomes without any day, those without a stage among them: they belong to no year. */
  readonly undated: number;
  /** Outcomes with a date of which nobody states a stage: they came to none in any year. */
  readonly unstaged: number;
  readonly open: readonly OpenItem[];
  /** What the office noted that exchanges of the year cost it, and of how many exchanges it noted nothing. */
  readonly costs: readonly Amount[];
  readonly uncosted: number;
}

export interface CouncilYear {
  readonly year: number;
  /** ISO. */
  readonly today: string;
  readonly office: { readonly id: OfficeId; readonly name: MultilingualText };
  readonly ties: readonly TieYear[];
  readonly sums: readonly StageTotal[];
  /** The same sums in the currency that the office chose, with the rates; null where it chose none. */
  readonly converted: Converted | null;
  /** What the naming policy calls countries, for the names of currencies. */
  readonly labels: RegionLabels;
  /** What cities are called that anything goes from or to, by id. */
  readonly cities: Readonly<Record<string, MultilingualText>>;
  readonly costs: readonly Amount[];
}

const isPublic = ({ visibility }: { readonly visibility: string }): boolean => visibility === 'public';

type ByTie<O> = ReadonlyMap<TieId, readonly O[]>;

type SaidMark = Awaited<ReturnType<typeof marksOfProjects>>[number];

interface Reading {
  readonly office: OfficeId;
  readonly year: number;
  /** ISO: a day and an instant. */
  readonly today: string;
  readonly end: string;
  readonly outcomes: ByTie<KnownOutcome>;
  readonly unstaged: ByTie<UnstagedOutcome>;
  readonly marks: ByTie<SaidMark>;
  readonly costs: ReadonlyMap<string, Amount>;
}

function yearOf(tie: ReadyTie, { office, year, today, end, outcomes, unstaged, marks, costs }: Reading): TieYear {
  const { cities, facts, slug, classCode, className, since, contested } = tie;
  const happened = facts.exchanges.filter(({ starts }) => isIn(starts, year) && hasCome(starts, today));
  const all = outcomes.get(tie.id) ?? [];
  const bare = unstaged.get(tie.id) ?? [];
  const bareUndated = bare.filter(({ occurred }) => occurred === null).length;
  const [own, other] = cities.b.officeId === office && cities.a.officeId !== office ? [cities.b, cities.a] : [cities.a, cities.b];
  const costed = happened.flatMap(({ id }) => costs.get(id) ?? []);
  return {
    ...{ slug, cities: [own, other] as const, classCode, className, since, contested },
    happened: happened
      .toSorted((one, next) => (one.starts.text < next.starts.text ? -1 : 1))
      .map((one) => ({ kind: one.kind, title: one.title, on: one.starts, isPublic: isPublic(one) })),
    signed: facts.agreements.flatMap((one) =>
      one.signedOn !== null && isIn(one.signedOn, year)
        ? [{ kind: one.kind, title: one.title, on: one.signedOn, isPublic: isPublic(one) }]
        : [],
    ),
    ending: facts.agreements.flatMap((one) =>
      one.validTo !== null && isIn(one.validTo, year)
        ? [{ kind: one.kind, title: one.title, on: one.validTo, isPublic: isPublic(one) }]
        : [],
    ),
    came: cameIn(all, year),
    marks: marksIn(marks.get(tie.id) ?? [], year),
    before: becameOf(all, year, end),
    undated: all.filter(isUndated).length + bareUndated,
    unstaged: bare.length - bareUndated,
    open: openItems(facts.items, { agreements: facts.agreements, sides: [cities.a.officeId, cities.b.officeId], today, year }),
    costs: sumsOf(costed),
    uncosted: happened.length - costed.length,
  };
}

/** Outcomes by the tie that they have to do with: itself, or what lies in it. */
async function outcomesByTie(work: Work, ties: readonly ReadyTie[]): Promise<Pick<Reading, 'outcomes' | 'unstaged' | 'marks'>> {
  const tieOf = new Map<string, ReadyTie>(
    ties.flatMap((tie) =>
      [tie.id, ...tie.facts.agreements.map(({ id }) => id), ...tie.facts.exchanges.map(({ id }) => id)].map((id) => [id, tie] as const),
    ),
  );
  const sidesOf = (subject: string): readonly OfficeId[] => tieOf.get(subject)?.sides ?? [];
  const known = await outcomesKnown(work, { subjects: [...tieOf.keys()], sidesOf, asked: 'once' });
  const byTie = <O extends UnstagedOutcome>(all: readonly O[]): ByTie<O> => {
    const found = new Map<TieId, O[]>();
    for (const outcome of all)
      for (const id of new Set(outcome.subjects.flatMap((subject) => tieOf.get(subject)?.id ?? []))) {
        const of = found.get(id);
        if (of === undefined) found.set(id, [outcome]);
        else of.push(outcome);
      }
    return found;
  };
  const [outcomes, unstaged] = [byTie(known.outcomes), byTie(known.unstaged)];
  const said = Map.groupBy(
    await marksOfProjects(
      work,
      [...known.outcomes, ...known.unstaged].filter(({ kind }) => kind === 'project').map(({ id }) => id),
    ),
    ({ outcomeId }) => outcomeId,
  );
  const marks = new Map(
    ties.map(({ id }) => [id, [...(outcomes.get(id) ?? []), ...(unstaged.get(id) ?? [])].flatMap((one) => said.get(one.id) ?? [])]),
  );
  return { outcomes, unstaged, marks };
}

/** Whoever asks has been found to be a member of the office. Ties stand in no order. */
export async function gatherYear(work: Work, { office, year }: { readonly office: OfficeId; readonly year: number }): Promise<CouncilYear> {
  const register = await registerOf(work, office);
  const ties = await readTies(work, new Map(register.map(({ tieId, pair }) => [tieId, pair])));
  const exchanges = ties.flatMap(({ facts }) => facts.exchanges.map(({ id }) => id));
  const [costs, names] = await Promise.all([costsOfExchanges(work, office, exchanges), nameOffices(work, [office])]);
  const now = work.now.toISOString();
  const years: TieYear[] = [];
  for (let from = 0; from < ties.length; from += tiesAtOnce) {
    const some = ties.slice(from, from + tiesAtOnce);
    const reading: Reading = {
      office,
      year,
      today: now.slice(0, 10),
      end: endOfYear(year, now),
      ...(await outcomesByTie(work, some)),
      costs,
    };
    years.push(...some.map((tie) => yearOf(tie, reading)));
  }
  // An outcome of several ties is summed once.
  const came = new Map(years.flatMap((tie) => tie.came.map((one) => [one.id, one] as const)));
  const named = await citiesByIds(
    work,
    [...came.values()].flatMap(({ way }) => [way.from, way.to].flatMap((id) => id ?? [])),
  );
  const converted = await convertFigures(
    work,
    { office },
    [...came.values()].map(({ id, kind, partOf, occurred, way, figure, sure }) => ({
      ...{ id, kind, partOf, occurred, way, figure: { ...figure, ...sureIn({ sure }) } },
    })),
  );
  return {
    ...{ converted, labels: await labelsOf(work) },
    ...{ year, today: now.slice(0, 10), office: { id: office, name: { ...names.get(office) } }, ties: years },
    sums: sumsOfYear([...came.values()]),
    cities: Object.fromEntries([...named].map(([id, { name }]) => [id, name])),
    costs: sumsOf(years.flatMap((tie) => tie.costs)),
  };
}

/** Of so many ties the outcomes are held at once. */
const tiesAtOnce = 20;
