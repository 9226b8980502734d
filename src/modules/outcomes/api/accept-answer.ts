// Takes over what another side holds of one's own figures: reversals of what stood, and an entry in the other side's words.
import { onOneLine } from '#kernel/written-language.ts';
import { askFirst, ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { acceptedOf } from '../domain/accepting.ts';
import { contradictionsOf } from '../domain/assurance.ts';
import { checkEntry } from '../domain/entry-problems.ts';
import { figuresOf, reversalOf, standing, type EntryId } from '../domain/ledger.ts';
import { stages } from '../domain/stages.ts';
import { confirmationsOf } from '../store/ledger.ts';
import { becomesPublic } from './add-entry.ts';
import { openLedger } from './open-outcome.ts';
import { ledgerOf, post, type Posting } from './post-entry.ts';
import { showOutcome } from './show-outcome.ts';

const nothingToAccept: Refusal = { kind: 'conflict', code: 'outcomes.nothing_to_accept' };

/**
 * For the office that keeps the outcome. Refuses `outcomes.nothing_to_accept` where that answer waits for nothing any more or says nothing that figures
 * can say, a second currency as an entry would be; asks where it becomes public at once.
 */
export async function acceptAnswer(work: Work, input: Asked<'acceptAnswer'>): Promise<Result<Answer<'acceptAnswer'>>> {
  const opened = await openLedger(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const confirmations = await confirmationsOf(work.tx, [record.id]);
  const before = await ledgerOf(work, record);
  const said = stages
    .flatMap((stage) => contradictionsOf({ stage, owner: record.ownerOffice, entries: before.entries, confirmations }))
    .find(({ id }) => id === input.confirmationId);
  const figure = figuresOf(before).find(({ stage }) => stage === said?.stage);
  // Who confirms a part says nothing of the rest: there is no other figure to take over.
  const accepted = said === undefined || figure === undefined || said.verdict === 'confirms_part' ? null : acceptedOf(figure, said);
  if (said === undefined || accepted === null) return refuse(nothingToAccept);
  const asks = askFirst(becomesPublic(record), input.confirmed);
  if (asks !== null) return asks;
  const source = await settleSource(work, record.ownerOffice, 'own_records');
  if (!source.ok) return source;
  const rest = { sourceId: source.value.id, note: input.note };
  const add = async (posting: Posting): Promise<Result<EntryId>> =>
    post(work, { record, scope, ledger: await ledgerOf(work, record) }, posting);
  for (const entry of standing(before.entries).filter(({ stage }) => stage === said.stage)) {
    const reversed = await add({ ...rest, facts: reversalOf(entry), reverses: entry.id });
    if (!reversed.ok) return reversed;
  }
  if (accepted.entry !== null) {
    const checked = checkEntry(await ledgerOf(work, record), accepted.entry);
    if (checked.problems !== null) return refuseInput(checked.problems);
    // What was answered to this office alone is not told to others under the name of who answered.
    const names = said.visibility === 'public' ? await nameOffices(work, [said.office]) : new Map<never, never>();
    const words = {
      saidBy: onOneLine(names.get(said.office) ?? {}, work.actor.language) || null,
      about: null,
      passage: null,
      place: null,
    };
    const entered = await add({ ...rest, facts: checked.facts, reverses: null, words });
    if (!entered.ok) return entered;
  }
  await audit(work, { useCase: 'accept-outcome-answer', office: scope.office, subjects: [record.id, said.id], fields: ['note'] });
  return ok(await showOutcome(work, record));
}
