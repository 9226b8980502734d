// What became of announced figures, for whoever counts them.
import type { Work } from '#platform/work.ts';
import { announcedOf, type Announced } from '../../domain/follow-up/due.ts';
import { fateOf, ledgerFate, type Asking, type Fate, type LedgerFate } from '../../domain/follow-up/fate.ts';
import { figuresOf, reachedOf, standing, type Reached, type StageFigure } from '../../domain/ledger.ts';
import type { OutcomeId, OutcomeRecord } from '../../domain/outcome.ts';
import type { EntryRecord } from '../../domain/records.ts';
import { askingsOf, outcomesOfEdition } from '../../store/follow-ups.ts';
import { entriesOf } from '../../store/ledger.ts';
import { outcomeRecordsByIds } from '../../store/outcomes.ts';

/** An outcome with what was announced of it, what was asked, and what became of it. */
export interface Followed {
  readonly outcome: OutcomeRecord;
  readonly reached: Reached;
  /** Stage by stage. */
  readonly figures: readonly StageFigure[];
  /** Null where its ledger is empty. */
  readonly announced: (Announced & { readonly figure: StageFigure | null }) | null;
  /** What the ledger tells by itself, so that the fate of an earlier day can be asked for: `fateOf(askedUntil(askings, day), …)`. */
  readonly ledger: LedgerFate | null;
  readonly askings: readonly Asking[];
  readonly fate: Fate;
}

/** What the ledger tells by itself of what became of an outcome that came so far. */
export function ledgerOf(
  entries: readonly Pick<EntryRecord, 'id' | 'reverses' | 'stage' | 'enteredAt'>[],
  { reached, figures }: Pick<Followed, 'reached' | 'figures'>,
): LedgerFate | null {
  const furthest = standing(entries).findLast(({ stage }) => stage === (reached.ended ?? reached.stage));
  return furthest === undefined ? null : ledgerFate({ reached, figures, enteredAt: furthest.enteredAt.toISOString() });
}

function followedOf(outcome: OutcomeRecord, entries: readonly EntryRecord[], askings: readonly Asking[]): Followed {
  const [reached, figures] = [reachedOf({ extent: outcome.extent, entries }), figuresOf({ entries })];
  // A first entry without a date of its own is of when the outcome happened.
  const announced = announcedOf(
    entries.map((entry) => ({ ...entry, enteredAt: entry.enteredAt.toISOString(), valueDate: entry.valueDate ?? outcome.occurred })),
  );
  const ledger = ledgerOf(entries, { reached, figures });
  return {
    ...{ outcome, reached, figures, ledger, askings, fate: fateOf(askings, ledger) },
    announced: announced === null ? null : { ...announced, figure: figures.find(({ stage }) => stage === announced.stage) ?? null },
  };
}

/** What became of each of these outcomes that the actor may see, in the order of recording. Two statements, however many. */
export async function fatesOf(work: Work, ids: readonly OutcomeId[]): Promise<readonly Followed[]> {
  const [records, entries, askings] = await Promise.all([
    outcomeRecordsByIds(work.tx, ids),
    entriesOf(work.tx, ids),
    askingsOf(work.tx, ids),
  ]);
  const of = Map.groupBy(entries, ({ outcomeId }) => outcomeId);
  return records.map((record) => followedOf(record, of.get(record.id) ?? [], askings.get(record.id) ?? []));
}

/** The same of an edition: what hangs on it or on one of its meetings, wholes and parts; a part tells its whole by `outcome.partOf`. */
export const fatesOfEdition = async (work: Work, editionId: string): Promise<readonly Followed[]> =>
  fatesOf(work, await outcomesOfEdition(work.tx, editionId));
