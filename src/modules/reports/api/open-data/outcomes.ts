// Rows of what came of ties: outcomes with their ledgers, answers, parties and rates.
import type { pageOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';
import { anyText, dateCells, listCell, officeCells, sourceCells, textCells } from './cells.ts';

/** `tieOf`: the address of a tie that is let out, by the address that the outcome names. */
export type Outcome = Awaited<ReturnType<typeof pageOutcomes>>['outcomes'][number];

export const outcomeRow = (outcome: Outcome, isOut: (tie: string) => boolean): OpenRow => ({
  ...{ id: outcome.id, kind: outcome.kind, extent: outcome.extent, counted: outcome.counted, ...textCells('title', outcome.title) },
  ties: listCell([...new Set(outcome.attributions.flatMap(({ slug, heard }) => (slug !== null && heard && isOut(slug) ? [slug] : [])))]),
  relations: listCell(outcome.attributions.map(({ relation, subjectKind, subjectId }) => `${relation}:${subjectKind}:${subjectId}`)),
  ...{ part_of: outcome.partOf, from_city: outcome.fromCity?.slug ?? null, to_city: outcome.toCity?.slug ?? null, domain: outcome.domain },
  ...dateCells('occurred', outcome.occurred),
  ...textCells('note', outcome.note),
  ...officeCells(outcome.office.id, outcome.office.name),
});

export const entryRows = ({ id, entries }: Outcome): readonly OpenRow[] =>
  entries.map((entry) => ({
    ...{ id: entry.id, outcome: id, number: entry.number, stage: entry.stage },
    ...{ amount: entry.amount?.value ?? null, currency: entry.amount?.currency ?? null, qualifier: entry.qualifier },
    ...{ count: entry.count, count_qualifier: entry.countQualifier },
    ...dateCells('value_date', entry.valueDate),
    ...{ said_by: entry.saidBy, about: entry.about, reverses: entry.reverses, note: entry.note },
    ...sourceCells(entry.source),
    paper_expired_on: entry.paperExpired ?? null,
    ...{ entered_at: entry.enteredAt, content_hash: entry.contentHash },
  }));

export const answerRows = ({ id, confirmations }: Outcome): readonly OpenRow[] =>
  confirmations.map((said) => ({
    ...{ id: said.id, outcome: id, stage: said.stage, verdict: said.verdict, outdated: said.outdated },
    ...{ held_amount: said.amount?.value ?? null, held_currency: said.amount?.currency ?? null },
    ...{ held_qualifier: said.qualifier, held_count: said.count, held_count_qualifier: said.countQualifier },
    ...{ held_stage: said.heldStage, held_party: said.heldParty, note: said.note },
    ...sourceCells(said.source),
    paper_expired_on: said.paperExpired ?? null,
    ...officeCells(said.office.id, said.office.name),
    entered_at: said.enteredAt,
  }));

export const partyRows = ({ id, parties }: Outcome): readonly OpenRow[] =>
  parties.map(({ role, name, organisation, city, share }, at) => ({
    ...{
      outcome: id,
      place: at + 1,
      role,
      name: name ?? anyText(organisation?.name) ?? anyText(city?.name),
      city: city?.slug ?? null,
      share,
    },
  }));

export const rateRows = ({ id, rates }: Outcome): readonly OpenRow[] =>
  rates.map(({ number, from, to, rate, day, source, inForce }) => ({
    ...{ outcome: id, number, from, to, rate, day, in_force: inForce },
    ...sourceCells(source),
  }));
