// Adding to a ledger: an entry, a reversal of one, a rate. Nothing that was posted changes.
import { exponentOf, type Amount } from '#kernel/money.ts';
import { askFirst, ok, refuseInput, type Problem, type Question, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { isRate } from '../domain/conversion.ts';
import { checkReversal } from '../domain/entry-problems.ts';
import { drawingOn } from '../domain/headline.ts';
import { figuresOf, type EntryId, type Ledger } from '../domain/ledger.ts';
import { excesses, told, withEntry, type OrderedFigure } from '../domain/stage-order.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import type { Stage } from '../domain/stages.ts';
import { insertRate, ratesOf } from '../store/ledger.ts';
import { attributionsOf, partiesOf } from '../store/parts.ts';
import { askDoubts } from './ask-doubts.ts';
import { askWhole, drawnBy } from './ask-whole.ts';
import { openLedger } from './open-outcome.ts';
import { acceptEntry, audienceOf, enteredBy, futureProblems, ledgerOf, post } from './post-entry.ts';
import { showOutcome } from './show-outcome.ts';

/** Where the entry leaves a later stage with more than an earlier one. */
function laterIsLarger(figures: readonly OrderedFigure[], { stage }: OrderedFigure): readonly Question[] {
  const [excess] = excesses(figures, stage);
  if (excess === undefined) return [];
  const params = { more: told(excess.later, excess.of), less: told(excess.earlier, excess.of) };
  return [{ code: 'outcomes.later_is_larger', params, like: [] }];
}

/** Of a public outcome everybody reads at once what is added to its ledger, and nothing of it is ever taken out again. */
export const becomesPublic = ({ visibility }: Pick<OutcomeRecord, 'visibility'>): readonly Question[] =>
  visibility === 'public' ? [{ code: 'outcomes.becomes_public', like: [] }] : [];

const standingAt = (ledger: Ledger, stage: Stage): Amount | null =>
  figuresOf(ledger).find((figure) => figure.stage === stage)?.amount ?? null;

/** Who takes part, and what it hangs on. */
const around = async (work: Work, { id }: OutcomeRecord) => ({
  parties: (await partiesOf(work.tx, [id])).get(id) ?? [],
  attributions: (await attributionsOf(work.tx, [id])).get(id) ?? [],
});

/** By which it is held against its whole once the entry stands; null where the entry leaves that as it was, as one of an earlier stage does. */
function drawnAnew(ledger: Ledger, figures: readonly OrderedFigure[], last: Stage): OrderedFigure | null {
  const drawn = drawingOn({ extent: ledger.extent, figures, last });
  const isAsBefore = drawn?.stage === drawnBy(ledger)?.stage && drawn?.stage !== last;
  return drawn === undefined || isAsBefore ? null : drawn;
}

/** Adds an entry at the end of the ledger. Refuses every problem of figures and source at once; asks where a later stage would hold more, where a figure is hardly plausible, and where the entry becomes public at once. */
export async function addEntry(work: Work, input: Asked<'addEntry'>): Promise<Result<Answer<'addEntry'>>> {
  const opened = await openLedger(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const ledger = await ledgerOf(work, record);
  const { outcomeId: _id, confirmed, ...asked } = input;
  const accepted = await acceptEntry(work, { record, ledger, asked });
  if (!accepted.ok) return accepted;
  const { facts } = accepted.value;
  const { id, occurred } = record;
  const doubts = await askDoubts(work, { id, occurred, facts, before: standingAt(ledger, facts.stage), ...(await around(work, record)) });
  const figures = withEntry(figuresOf(ledger), facts);
  const ofWhole = await askWhole(work, record, drawnAnew(ledger, figures, facts.stage));
  const asks = askFirst([...laterIsLarger(figures, facts), ...ofWhole, ...doubts, ...becomesPublic(record)], confirmed);
  if (asks !== null) return asks;
  const posted = await post(work, { record, scope, ledger }, accepted.value);
  if (!posted.ok) return posted;
  await audit(work, {
    useCase: 'add-outcome-entry',
    office: scope.office,
    subjects: [record.id, posted.value],
    fields: Object.keys(asked),
  });
  return ok(await showOutcome(work, record));
}

/** Takes an entry back by a new one with negated figures. Refuses an unknown entry, a reversal, one that is reversed already; asks as `addEntry`. */
export async function reverseEntry(work: Work, input: Asked<'reverseEntry'>): Promise<Result<Answer<'reverseEntry'>>> {
  const opened = await openLedger(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const ledger = await ledgerOf(work, record);
  const checked = checkReversal(ledger, input.entryId as EntryId);
  if (checked.problems !== null) return refuseInput(checked.problems);
  const asks = askFirst(becomesPublic(record), input.confirmed);
  if (asks !== null) return asks;
  const source = await settleSource(work, record.ownerOffice, 'own_records');
  if (!source.ok) return source;
  const posting = { facts: checked.facts, sourceId: source.value.id, note: input.note, reverses: input.entryId as EntryId };
  const posted = await post(work, { record, scope, ledger }, posting);
  if (!posted.ok) return posted;
  await audit(work, {
    useCase: 'reverse-outcome-entry',
    office: scope.office,
    subjects: [record.id, posted.value, input.entryId],
    fields: ['reverses', 'note'],
  });
  return ok(await showOutcome(work, record));
}

const rateProblems = ({ from, to, rate }: Asked<'stateRate'>): readonly Problem[] => {
  const found: Problem[] = [];
  for (const [field, currency] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (exponentOf(currency) === null) found.push({ path: [field], code: 'kernel.currency_unknown' });
  if (from === to) found.push({ path: ['to'], code: 'outcomes.rate_to_itself' });
  if (!isRate(rate)) found.push({ path: ['rate'], code: 'outcomes.bad_rate' });
  return found;
};

/** States at which rate the amounts may be read in another currency; a rate of the same day before stays on record and is shown no more. */
export async function stateRate(work: Work, input: Asked<'stateRate'>): Promise<Result<Answer<'stateRate'>>> {
  const opened = await openLedger(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const stated = { text: input.day, qualifier: 'exact' as const };
  const problems = [...rateProblems(input), ...futureProblems(work, { day: stated, stage: 'realised', path: ['day'] })];
  if (problems.length > 0) return refuseInput(problems);
  const asks = askFirst(becomesPublic(record), input.confirmed);
  if (asks !== null) return asks;
  const source = await settleSource(work, record.ownerOffice, input.source);
  if (!source.ok) return source;
  const by = enteredBy(work);
  if (!by.ok) return by;
  const { from, to, rate, day } = input;
  const id = work.newId<'OutcomeRate'>();
  const number = (await ratesOf(work.tx, [record.id])).length + 1;
  await insertRate(work.tx, scope, {
    ...{ id, outcomeId: record.id, number, from, to, rate, day, sourceId: source.value.id },
    ...{ enteredBy: by.value, enteredAt: work.now },
  });
  const cited = await citeFrom(work, {
    office: scope.office,
    citingId: id,
    audience: audienceOf(record),
    sourceIds: [source.value.id],
    passage: source.value,
  });
  if (!cited.ok) return cited;
  await audit(work, {
    useCase: 'state-rate',
    office: scope.office,
    subjects: [record.id],
    fields: ['from', 'to', 'rate', 'day', 'source'],
  });
  return ok(await showOutcome(work, record));
}
