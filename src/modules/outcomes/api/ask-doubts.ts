// Whether figures are plausible, by what is known around them: who takes part, which editions they hang on, what stands at the stage.
import type { FlexDate } from '#kernel/flex-date.ts';
import { chooseText } from '#kernel/language.ts';
import type { Amount } from '#kernel/money.ts';
import type { Question } from '#kernel/result.ts';
import { sizesOfOrganisations } from '#modules/expos/api/sizes-of-organisations.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { EntryFacts } from '../domain/ledger.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { Party } from '../domain/parties.ts';
import { doubtsOf, type Around, type SizedParty } from '../domain/plausible.ts';
import { findOutcomesAbout } from '../store/outcomes.ts';
import { comparable } from './compare-outcomes.ts';

interface Asked {
  /** The outcome itself, where it is on record. */
  readonly id: OutcomeId | null;
  readonly facts: Pick<EntryFacts, 'stage' | 'amount' | 'qualifier' | 'valueDate'>;
  /** When the outcome happened. */
  readonly occurred: FlexDate | null;
  readonly before: Amount | null;
  readonly parties: readonly Pick<Party, 'organisationId'>[];
  readonly attributions: readonly Attribution[];
}

/** Organisations on record among the parties, with how large they said that they are. */
export async function sized(work: Work, parties: Asked['parties']): Promise<readonly (SizedParty & { readonly organisationId: string })[]> {
  const ids = parties.flatMap(({ organisationId }) => organisationId ?? []);
  if (ids.length === 0) return [];
  const [sizes, names] = [await sizesOfOrganisations(work, ids), await nameOrganisations(work, ids)];
  return ids.map((id) => ({
    organisationId: id,
    size: sizes.get(id) ?? null,
    name: chooseText(names.get(id) ?? {}, work.actor.language).text,
  }));
}

/** More than any edition lists on one page; of larger ones the newest stand for all. */
const MOST_OF_EDITION = 500;

/** What the others of an edition hold at the stage, no part beside its whole. */
async function heldAt(work: Work, editionId: string, { id, facts }: Asked): Promise<readonly Amount[]> {
  const others = await comparable(work, await findOutcomesAbout(work.tx, [editionId], { limit: MOST_OF_EDITION }));
  return others
    .filter((other) => other.id !== id && other.partOf === null)
    .flatMap(({ figures }) => figures.flatMap(({ stage, amount }) => (stage === facts.stage && amount !== null ? [amount] : [])));
}

/** Every question that the figures raise; none without an amount. */
export async function askDoubts(work: Work, asked: Asked): Promise<readonly Question[]> {
  if (asked.facts.amount === null) return [];
  const editions = [];
  for (const { subjectKind, subjectId } of asked.attributions)
    if (subjectKind === 'edition') editions.push(await heldAt(work, subjectId, asked));
  const [on, today] = [asked.facts.valueDate ?? asked.occurred, work.now.toISOString().slice(0, 10)];
  const around: Around = { before: asked.before, parties: await sized(work, asked.parties), editions, on, today };
  return doubtsOf(asked.facts, around).map((doubt) => ({ ...doubt, like: [] }));
}
