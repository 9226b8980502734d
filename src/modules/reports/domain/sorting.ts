// Sorts what the public may read of a tie: attribute by attribute, each side's word apart where each has its own.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { isFact, showFirst, type ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import { wholesAmong } from '#modules/outcomes/domain/headline.ts';
import { isListedProject, type OutcomeId } from '#modules/outcomes/domain/outcome.ts';
import type { Alike } from '#modules/outcomes/domain/alike.ts';
import { totalsOf, type CountedOutcome, type StageTotal } from '#modules/outcomes/domain/totals.ts';
import { ownWords } from '#modules/ties/domain/attributes.ts';
import { standingOfSaid, type Standing } from '#modules/evidence/domain/standing.ts';

/** A city of the tie with its own office, where it has one. */
export interface SideOfTie {
  readonly id: string;
  readonly officeId: OfficeId | null;
}

export interface SaidOfTie {
  readonly standing: Standing;
  readonly attribute: string;
  readonly cityId: string | null;
  readonly shown: ShownFirst<Statement>;
}

/** The attributes of a tie in the order in which a report tells them; others follow by name. */
const order = ['established', 'ended', 'class', 'a_level', 'b_level', 'status', 'status_reason', 'projects', 'note'];
const isOwnWord = ({ attribute }: Statement): boolean => ownWords.includes(attribute);
const rank = (attribute: string): number => (order.includes(attribute) ? order.indexOf(attribute) : order.length);

/** What is shown first of each group that a key tells apart, in the order of the groups' first statements. */
function shownBy<K>(
  statements: readonly Statement[],
  pins: readonly Pin[],
  keyOf: (statement: Statement) => K,
  papers: readonly FlexDate[] = [],
): readonly (readonly [K, SaidOfTie['shown']])[] {
  return [...Map.groupBy(statements, keyOf)].flatMap(([key, group]) => {
    const shown = showFirst(
      group,
      pins.filter(({ attribute }) => attribute === group[0]?.attribute),
      group[0]?.attribute === 'established' ? papers : [],
    );
    return shown.first === null && shown.apart.length === 0 ? [] : [[key, shown] as const];
  });
}

/** What is said of an attribute as a fact or count, and apart from that what somebody holds, compares or expects. */
function partsOf(shown: SaidOfTie['shown'], offices: readonly (OfficeId | null)[]): readonly Pick<SaidOfTie, 'standing' | 'shown'>[] {
  const { first, agreeing, apart, contested } = shown;
  const held = { first: null, agreeing: [], differing: [], apart, contested: false, reason: null, pinReason: null };
  return [
    ...(first === null ? [] : [{ standing: standingOfSaid({ first, agreeing, contested }, offices), shown: { ...shown, apart: [] } }]),
    ...(apart.length === 0 ? [] : [{ standing: 'held' as const, shown: held }]),
  ];
}

/** Attributes of which a fact or count is stated. */
export const statedAttributes = (statements: readonly Statement[]): readonly string[] =>
  statements.filter(isFact).map(({ attribute }) => attribute);

/** What is said of the tie; `papers` are the days on which it was founded by what is on record. The status is each side's own word, and known only once both say the same of it. */
export function saidOfTie(
  statements: readonly Statement[],
  pins: readonly Pin[],
  { sides, papers }: { readonly sides: readonly SideOfTie[]; readonly papers: readonly FlexDate[] },
): readonly SaidOfTie[] {
  const offices = sides.map(({ officeId }) => officeId);
  const cityOf = ({ office }: Statement): string | null => sides.find(({ officeId }) => officeId === office.id)?.id ?? null;
  const common = shownBy(
    statements.filter((statement) => !isOwnWord(statement)),
    pins,
    ({ attribute }) => attribute,
    papers,
  ).flatMap(([attribute, shown]) => partsOf(shown, offices).map((part): SaidOfTie => ({ ...part, attribute, cityId: null })));
  const own = ownWords.flatMap((attribute) =>
    shownBy(
      statements.filter((statement) => statement.attribute === attribute),
      pins,
      cityOf,
    ).flatMap(([cityId, shown]) => partsOf(shown, offices).map((part): SaidOfTie => ({ ...part, attribute, cityId }))),
  );
  return [...common, ...own].toSorted((a, b) => rank(a.attribute) - rank(b.attribute) || (a.attribute < b.attribute ? -1 : 1));
}

/** What is stated of an outcome by those who speak on the pages of its tie: whoever keeps it, and the desks of the cities. A party alone speaks on the outcome's own page. */
export const saidForTie = <S extends { readonly office: { readonly id: string } }>(
  statements: readonly S[],
  { owner, desks }: { readonly owner: string; readonly desks: readonly string[] },
): readonly S[] => statements.filter(({ office: { id } }) => id === owner || desks.includes(id));

/** What sources state of an outcome beside its ledger, attribute by attribute. */
export const statedOf = (statements: readonly Statement[], pins: readonly Pin[]) =>
  shownBy(statements, pins, ({ attribute }) => attribute).map(([attribute, shown]) => ({ attribute, shown }));

/**
 * Sums of several outcomes, within one stage, kind, currency and assurance, beside what was kept out; where one outcome alone speaks of a
 * stage, kind and currency there is nothing to add, and what looks like another one entered before it is not added to it.
 */
export function totalsOfSeveral(outcomes: readonly CountedOutcome[], alike: readonly Pick<Alike, 'again'>[]): readonly StageTotal[] {
  const again = new Set<string>(alike.map((one) => one.again));
  const totals = totalsOf(outcomes.filter(({ id }) => !again.has(id)));
  const groups = Map.groupBy(totals, ({ kind, way, stage, amount }) => `${kind} ${way?.from} ${way?.to} ${stage} ${amount.currency}`);
  return [...groups.values()].filter((group) => group.flatMap((total) => total.outcomes).length > 1).flat();
}

/** A line of a report as far as it can be a part of another one. */
interface ReportLine {
  readonly kind: string;
  readonly standing: Standing;
  readonly outcome?: { readonly id: string; readonly partOf: OutcomeId | null };
}

/** The parts of an outcome that stand in the same part of the report: they are told within it, never beside it. */
export const partsWithin = <L extends ReportLine>(whole: L, lines: readonly L[]): readonly L[] =>
  lines.filter(({ standing, outcome }) => standing === whole.standing && outcome?.partOf != null && outcome.partOf === whole.outcome?.id);

/** All parts of an outcome, wherever in the report they stand, but for what is told twice: what of it is accounted for does not depend on how sure it is. */
export const partsOfWhole = <O extends { readonly id: string; readonly partOf: string | null }>(
  { id: whole }: Pick<O, 'id'>,
  { outcomes, alike }: { readonly outcomes: readonly O[]; readonly alike: readonly { readonly again: string }[] },
): readonly O[] => outcomes.filter(({ id, partOf }) => partOf === whole && !alike.some(({ again }) => again === id));

/** How many joint projects are told one by one, each once: a number that somebody gives of them stands beside it and is no part of it. */
export const projectsListed = <O extends { readonly id: string; readonly kind: string; readonly extent: string }>(
  entries: readonly { readonly kind: string; readonly outcome?: O | undefined }[],
  alike: readonly { readonly again: string }[],
): number =>
  entries.filter(({ outcome }) => outcome !== undefined && isListedProject(outcome) && !alike.some(({ again }) => again === outcome.id))
    .length;

/** Lines that are no part of another one beside them. */
export const wholesOf = <L extends ReportLine>(lines: readonly L[]): readonly L[] => {
  const byStanding = Map.groupBy(lines, ({ standing }) => standing);
  const wholes = new Set([...byStanding.values()].flatMap((same) => wholesAmong(same.flatMap(({ outcome }) => outcome ?? []))));
  return lines.filter(({ outcome }) => outcome === undefined || wholes.has(outcome));
};

/** The newest first; what has no date last. */
export const byDate = <T>(entries: readonly T[], dateOf: (entry: T) => FlexDate | null): readonly T[] =>
  entries.toSorted((a, b) => {
    const [x, y] = [dateOf(a), dateOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return compareDates(y, x);
  });
