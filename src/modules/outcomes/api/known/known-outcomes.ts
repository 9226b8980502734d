// What is known of the outcomes of ties, many at once: how far each came, how sure that is, what became of it; by the rules that every outcome is shown by.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import { takingsOf } from '#modules/ties/api/hearing.ts';
import { isHeard } from '#modules/ties/domain/taking.ts';
import type { Work } from '#platform/work.ts';
import { assuranceBy, wordsInForce, type Assurance, type EvidencedEntry, type Part, type StageAssurance } from '../../domain/assurance.ts';
import type { Announcement } from '../../domain/follow-through/announcement.ts';
import { ledgerFate } from '../../domain/follow-up/fate.ts';
import { reachedBy } from '../../domain/ledger.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import type { Stage } from '../../domain/stages.ts';
import { isKeptOut } from '../../domain/totals.ts';
import { expiredOnOf, papersExpired, papersHeld, type ExpiredOn } from '../../store/evidence.ts';
import { amountOf } from '../../store/follow-through.ts';
import { answersTold } from '../../store/follow-ups.ts';
import { knownAbout, type KnownFigure, type KnownRow } from '../../store/known-about.ts';
import { evidenceOf } from '../show-outcome.ts';

type Sources = Awaited<ReturnType<typeof sourcesByIds>>;

/** An outcome with what is known of it; its figures with the days they are said for. */
export interface KnownOutcome extends Omit<Announcement, 'figures'> {
  readonly title: MultilingualText;
  readonly occurred: FlexDate | null;
  /** Cities by their ids, where they are said. */
  readonly way: { readonly from: string | null; readonly to: string | null };
  /** What counts were of, where not of as many as the kind says: these took part, and nothing becomes of them. */
  readonly counted: KnownRow['counted'];
  /** Whether it may be told what was answered when it was asked what became of it; where not, `askings` are empty. */
  readonly isTold: boolean;
  /** Those that were asked about. */
  readonly subjects: readonly string[];
  /** `ofStudy`: it rests on a study, which holds for whom it covers, and is added to nothing. */
  readonly figures: readonly (KnownFigure & { readonly ofStudy: boolean })[];
  /** The stage that it came to or ended at, and how sure that is. */
  readonly at: Stage;
  readonly sureness: Assurance;
  /** How much of what one side reports there another one confirms. */
  readonly partAt: Part | null;
  /** The last day on which the paper was valid that would document it there. */
  readonly paperExpired: string | null;
}

interface Papers {
  readonly known: Sources;
  readonly expiredOn: ExpiredOn;
  /** Whether the actor's office holds one under its checklist, which nobody else reads. */
  readonly isHeld: (outcome: string, stage: Stage) => boolean;
}

const entriesAt = (
  of: OutcomeId,
  { stage, last, sources }: KnownFigure,
  { known, expiredOn }: Pick<Papers, 'known' | 'expiredOn'>,
): readonly EvidencedEntry[] =>
  sources.map((source) => ({
    ...{ id: source, number: last, reverses: null, stage },
    evidence: evidenceOf(known.get(source) ?? null),
    expiredOn: expiredOn(of, stage, source),
  }));

function knownOf(
  row: KnownRow,
  partOf: KnownRow['partOf'],
  { papers, isTold }: { readonly papers: Papers; readonly isTold: boolean },
): KnownOutcome | null {
  const { id, kind, extent, visibility, ownerOffice: owner, figures, said, title, occurred, counted, subjects } = row;
  const askings = isTold ? row.askings : [];
  const [announced] = figures.toSorted((one, other) => one.first - other.first);
  const last = figures.toSorted((one, other) => one.last - other.last).at(-1);
  if (announced === undefined || last === undefined) return null;
  const reached = reachedBy({ extent, figures, last: last.stage });
  const furthest = figures.find(({ stage }) => stage === (reached.ended ?? reached.stage)) ?? last;
  const confirmations = said.map(([number, office, verdict, through, stage, source, value, currency, count]) => ({
    ...{ number, office, verdict, through, stage },
    ...{ amount: amountOf(value, currency), count, expiredOn: papers.expiredOn(id, stage, source) },
  }));
  const sureOf = (figure: KnownFigure | undefined): StageAssurance | null =>
    figure === undefined
      ? null
      : assuranceBy({
          ...{ stage: figure.stage, owner, entries: entriesAt(id, figure, papers) },
          words: wordsInForce({ stage: figure.stage, entries: row.entries, confirmations }),
        });
  const hasFile = entriesAt(id, furthest, papers).some(({ evidence, expiredOn }) => evidence !== null && expiredOn == null);
  const [sure, realised] = [sureOf(furthest), sureOf(figures.find(({ stage }) => stage === 'realised'))];
  return {
    ...{
      id,
      kind,
      extent,
      partOf,
      visibility,
      office: owner,
      stage: announced.stage,
      reached,
      askings,
      isDisputed: sure !== null && isKeptOut(sure),
    },
    figures: figures.map((figure) => ({ ...figure, ofStudy: figure.sources.some((source) => papers.known.get(source)?.reach != null) })),
    way: { from: row.fromCity, to: row.toCity },
    ...{ title, occurred, counted, subjects, isTold, at: furthest.stage, sureness: sure?.assurance ?? 'reported' },
    ...{ partAt: sure?.confirmedPart ?? null, paperExpired: sure?.paperExpired ?? null },
    ledger: ledgerFate({ reached, figures, enteredAt: furthest.enteredAt }),
    ...{ assurance: realised?.assurance ?? null, confirmedPart: realised?.confirmedPart ?? null },
    hasPaper:
      hasFile ||
      papers.isHeld(id, furthest.stage) ||
      askings.some(({ answers }) => answers.at(-1)?.hasPaper === true) ||
      confirmations.some(({ verdict, stage, expiredOn }) => verdict === 'documents' && stage === furthest.stage && expiredOn === null),
  };
}

/** An outcome of which no entry says a stage. */
export type UnstagedOutcome = Pick<KnownRow, 'id' | 'kind' | 'occurred' | 'subjects'>;

/** Who speaks on the pages of a thing: the desks of the two cities of its tie. */
export type SidesOfSubject = (subject: string) => readonly OfficeId[];

/**
 * The outcomes that stand on the pages of these ties, agreements and exchanges, and what the actor's offices keep themselves; a part comes with
 * its whole, and beside them those of which no entry says a stage. Seven statements, however many there are. What is asked for `once` is not held in
 * memory for who asks for it again.
 */
export async function outcomesKnown(
  work: Work,
  {
    subjects,
    sidesOf,
    asked,
  }: { readonly subjects: readonly string[]; readonly sidesOf: SidesOfSubject; readonly asked: 'again' | 'once' },
): Promise<{ readonly outcomes: readonly KnownOutcome[]; readonly unstaged: readonly UnstagedOutcome[] }> {
  if (subjects.length === 0) return { outcomes: [], unstaged: [] };
  const rows = (await knownAbout(work.tx, subjects, asked)).flat().toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const own = new Set<OfficeId>(work.actor.memberships.map(({ office }) => office));
  const isSides = ({ ownerOffice, subjects: of }: KnownRow): boolean =>
    own.has(ownerOffice) || of.some((one) => sidesOf(one).includes(ownerOffice));
  const others = rows.filter((row) => !isSides(row)).map(({ id }) => id);
  const takings = Map.groupBy(others.length === 0 ? [] : await takingsOf(work, others), ({ thingId }) => thingId);
  const stands = (row: KnownRow): boolean =>
    isSides(row) ||
    row.subjects.some((one) => isHeard({ owner: row.ownerOffice, takings: takings.get(row.id) ?? [], sides: sidesOf(one) }));
  const heard = rows.filter(stands);
  const told = await answersTold(
    work.tx,
    heard.map(({ id }) => id),
    'own',
  );
  const sources = await sourcesByIds(work, [...new Set(heard.flatMap(({ figures }) => figures.flatMap((figure) => figure.sources)))]);
  const kept = new Set<OutcomeId>(heard.map(({ id }) => id));
  const today = work.now.toISOString().slice(0, 10);
  const expiredOn = expiredOnOf(await papersExpired(work.tx, [...kept], today));
  const papers = { known: sources, expiredOn, isHeld: await papersHeld(work.tx, [...own], today) };
  const outcomes = heard.flatMap(
    (row) => knownOf(row, row.partOf !== null && kept.has(row.partOf) ? row.partOf : null, { papers, isTold: told.has(row.id) }) ?? [],
  );
  const staged = new Set(outcomes.map(({ id }) => id));
  return { outcomes, unstaged: heard.filter(({ id }) => !staged.has(id)) };
}
