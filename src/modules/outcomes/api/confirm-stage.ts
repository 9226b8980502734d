// What a side says of the figures of a stage: it was so, it was otherwise, here is the paper, we checked it, we take our word back.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { compareDecimals, type Amount } from '#kernel/money.ts';
import { askFirst, ok, refuse, refuseInput, type Problem, type Question, type Refusal, type Result } from '#kernel/result.ts';
import { announce } from '#modules/accounts/api/programs/announce.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citeFrom, sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import type { Passage, SourceId } from '#modules/evidence/domain/source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { heldOf, lastNumber, type EvidencedEntry } from '../domain/assurance.ts';
import { checkEntry } from '../domain/entry-problems.ts';
import { figuresOf, type Ledger } from '../domain/ledger.ts';
import { lastHeld } from '../domain/headline.ts';
import { farFromTheirs } from '../domain/plausible.ts';
import { toldAmount } from '../domain/stage-order.ts';
import { verdictProblems } from '../domain/open-verdicts.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import type { ConfirmationRecord, EntryRecord } from '../domain/records.ts';
import type { VoiceScope } from '../domain/scope.ts';
import { expiredOnOf, papersExpired } from '../store/evidence.ts';
import { confirmationsOf, entriesOf, insertConfirmation, lockVoice } from '../store/ledger.ts';
import { findOutcome } from './open-outcome.ts';
import { enteredBy } from './post-entry.ts';
import { evidenceOf, showOutcome } from './show-outcome.ts';
import { openVoice } from './sides.ts';

type Said = Asked<'confirmStage'>;

const changedFigures: Refusal = { kind: 'conflict', code: 'outcomes.figures_changed' };

/** The outcome and the proof that the office speaks for one of its sides. */
async function openSaid(work: Work, input: Said): Promise<Result<{ readonly record: OutcomeRecord; readonly scope: VoiceScope }>> {
  const found = await findOutcome(work, input.outcomeId);
  if (!found.ok) return found;
  const record = found.value;
  const scope = await openVoice(work, record, input.office);
  return scope.ok ? ok({ record, scope: scope.value }) : scope;
}

interface Stage {
  readonly record: OutcomeRecord;
  readonly scope: VoiceScope;
  readonly entries: readonly (EntryRecord & EvidencedEntry)[];
  readonly confirmations: readonly ConfirmationRecord[];
  readonly by: AccountId;
  /** What the answer cites is more than our own word: a file, or something that somebody else published. */
  readonly showsPaper: boolean;
}

/** Our own records are no paper, unless a file of them is there. */
async function citesPaper(work: Work, { source }: Said): Promise<boolean> {
  if (source === null) return false;
  if (source.sourceId === undefined) return source.class !== 'own_records' || source.documentId != null;
  const known = (await sourcesByIds(work, [source.sourceId])).get(source.sourceId);
  return known === undefined || known.class !== 'own_records' || known.documentId !== null;
}

const differable = ['amount', 'currency', 'count', 'heldStage', 'heldParty'] as const;

interface Compared {
  readonly field: 'amount' | 'count';
  readonly value: string;
  readonly whole: string | undefined;
  readonly told: string;
}

/** More than nothing and no more than the whole. */
const outside = ({ field, value, whole, told }: Compared): readonly Problem[] => {
  if (whole === undefined) return [{ path: [field], code: 'outcomes.part_not_stated' }];
  const isInside = compareDecimals(value, '0') > 0 && compareDecimals(value, whole) <= 0;
  return isInside ? [] : [{ path: [field], code: tooMuch[field], params: { whole: told } }];
};
const tooMuch = { amount: 'outcomes.part_not_less', count: 'outcomes.part_not_fewer' } as const;

/** Of a part a sum is said, a number, or both: more than nothing of each, of one of them less than what is reported, in its currency. */
function partProblems(ledger: Ledger, said: Said): readonly Problem[] {
  const others = (['heldStage', 'heldParty'] as const).filter((field) => said[field] !== null);
  const found: Problem[] = others.map((field) => ({ path: [field], code: 'outcomes.figures_only_when_differing' }));
  const { stage, amount, currency, count, qualifier, countQualifier } = said;
  const whole = figuresOf(ledger).find((figure) => figure.stage === stage);
  // Where either would do, that both are missing is said of neither: else the other field would be asked for beside one that is wrong.
  const fields = (['amount', 'count'] as const).filter((field) => whole?.[field] != null);
  if (amount === null && count === null) return [...found, { path: fields.length === 1 ? fields : [], code: 'outcomes.part_needed' }];
  const { problems } = checkEntry(
    { extent: ledger.extent, entries: [] },
    { stage, amount, currency, count, qualifier, countQualifier, valueDate: null },
  );
  if (problems !== null) return [...found, ...problems];
  if (whole === undefined) return found;
  if (amount !== null && whole.amount !== null && whole.amount.currency !== currency)
    return [...found, { path: ['currency'], code: 'outcomes.second_currency', params: { currency: whole.amount.currency } }];
  const told = { amount: whole.amount === null ? '' : toldAmount(whole.amount), count: whole.count ?? '' };
  const compared: Compared[] = [
    ...(amount === null ? [] : [{ field: 'amount' as const, value: amount, whole: whole.amount?.value, told: told.amount }]),
    ...(count === null ? [] : [{ field: 'count' as const, value: count, whole: whole.count ?? undefined, told: told.count }]),
  ];
  const wrong = compared.flatMap(outside);
  const isAll = compared.every(({ value, whole: all }) => all !== undefined && compareDecimals(value, all) === 0);
  const all = compared.flatMap(({ field, told: says }) => ({ path: [field], code: tooMuch[field], params: { whole: says } }));
  return [...found, ...(isAll ? all : wrong)];
}

/** What one holds instead goes with "it differs" alone; figures are read as an entry of a ledger would be, the currency one's own. */
function otherwise({ record, entries }: Stage, said: Said): readonly Problem[] {
  const { stage, verdict, amount, currency, count, qualifier, countQualifier, heldStage } = said;
  if (verdict === 'confirms_part') return partProblems({ extent: record.extent, entries }, said);
  const meant = (['qualifier', 'countQualifier'] as const).filter((field) => said[field] !== 'exact');
  const given = [...differable.filter((field) => said[field] !== null), ...meant];
  if (verdict !== 'differs') return given.map((field) => ({ path: [field], code: 'outcomes.figures_only_when_differing' }));
  if (given.length === 0 && said.note === null) return [{ path: ['note'], code: 'outcomes.difference_missing' }];
  const same = heldStage === stage ? [{ path: ['heldStage'], code: 'outcomes.held_stage_same' }] : [];
  if (heldStage === 'never')
    return given.flatMap((field) => (field === 'heldStage' ? [] : [{ path: [field], code: 'outcomes.never_has_no_figures' }]));
  const proposed = { stage, amount, currency, count, qualifier, countQualifier, valueDate: null };
  return [...same, ...(checkEntry({ extent: record.extent, entries: [] }, proposed).problems ?? [])];
}

function problemsOf(stage: Stage, said: Said): readonly Problem[] {
  const { verdict, visibility } = said;
  const speaking = { ...stage, stage: said.stage, owner: stage.record.ownerOffice, office: stage.scope.office };
  const before = stage.confirmations.filter((c) => c.office === stage.scope.office && c.stage === said.stage).at(-1);
  return [
    ...verdictProblems(speaking, verdict).map((code) => ({ path: ['verdict'], code })),
    ...(verdict === 'documents' && !stage.showsPaper ? [{ path: ['source', 'origin'], code: 'outcomes.paper_missing' }] : []),
    ...otherwise(stage, said),
    // Who has read the earlier word must be able to read the newer.
    ...(before?.visibility === 'public' && visibility !== 'public' ? [{ path: ['visibility'], code: 'outcomes.word_was_public' }] : []),
  ];
}

async function loadStage(work: Work, { record, scope }: Pick<Stage, 'record' | 'scope'>, by: AccountId, said: Said): Promise<Stage> {
  const entries = await entriesOf(work.tx, [record.id]);
  const sources = await sourcesByIds(
    work,
    entries.map(({ sourceId }) => sourceId),
  );
  const expired = expiredOnOf(await papersExpired(work.tx, [record.id], work.now.toISOString().slice(0, 10)));
  return {
    ...{ record, scope, by, showsPaper: await citesPaper(work, said) },
    entries: entries.map((entry) => {
      const expiredOn = expired(record.id, entry.stage, entry.sourceId);
      return { ...entry, evidence: evidenceOf(sources.get(entry.sourceId) ?? null), expiredOn };
    }),
    confirmations: (await confirmationsOf(work.tx, [record.id])).map((one) => ({
      ...one,
      expiredOn: expired(record.id, one.stage, one.sourceId),
    })),
  };
}

type Cited = Passage & { readonly id: SourceId };

const amountOf = ({ amount, currency }: Said): Amount | null => (amount === null || currency === null ? null : { value: amount, currency });

/** As the form shows it beside: where the stage itself does not say how much, what was last reported before it. */
function farFromReported({ entries }: Stage, said: Said): readonly Question[] {
  const figures = figuresOf({ entries });
  const amount = lastHeld(figures, said.stage, (figure) => figure.amount !== null)?.amount ?? null;
  const count = lastHeld(figures, said.stage, (figure) => figure.count !== null)?.count ?? null;
  const far = said.verdict === 'differs' ? farFromTheirs({ amount: amountOf(said), count: said.count }, { amount, count }) : null;
  return far === null ? [] : [{ ...far, like: [] }];
}

async function settleSaid(work: Work, office: OfficeId, { source }: Said): Promise<Result<Cited | null>> {
  return source === null ? ok(null) : settleSource(work, office, source);
}

/**
 * Says for an office of a side what it holds of a stage's figures; shared with the office that keeps the outcome (by that office itself: with
 * those to whom it shows the outcome), or public. Asks where what it holds is far from what is reported. Refuses
 * `outcomes.not_a_side`, `outcomes.figures_changed` where the ledger has moved on since it was seen, and every problem at once.
 */
export async function confirmStage(work: Work, input: Said): Promise<Result<Answer<'confirmStage'>>> {
  const opened = await openSaid(work, input);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const by = enteredBy(work);
  if (!by.ok) return by;
  await lockVoice(work.tx, scope);
  const stage = await loadStage(work, { record, scope }, by.value, input);
  if (lastNumber(stage.entries, input.stage) !== input.through) return refuse(changedFigures);
  const problems = problemsOf(stage, input);
  if (problems.length > 0) return refuseInput(problems);
  const asks = askFirst(farFromReported(stage, input), input.confirmed);
  if (asks !== null) return asks;
  const source = await settleSaid(work, scope.office, input);
  if (!source.ok) return source;
  const said = {
    ...{ id: work.newId<'OutcomeConfirmation'>(), outcomeId: record.id, office: scope.office, stage: input.stage, verdict: input.verdict },
    ...{ through: input.through, ...heldOf({ ...input, amount: amountOf(input) }), sourceId: source.value?.id ?? null },
    number: stage.confirmations.filter(({ office }) => office === scope.office).length + 1,
    visibility: input.visibility,
    sharedWith: input.visibility !== 'shared' ? [] : record.ownerOffice === scope.office ? record.sharedWith : [record.ownerOffice],
    ...{ enteredBy: by.value, enteredAt: work.now },
  };
  await insertConfirmation(work.tx, scope, said);
  if (source.value !== null) {
    const audience = { visibility: said.visibility, sharedWith: said.sharedWith };
    const cited = await citeFrom(work, {
      office: scope.office,
      citingId: said.id,
      audience,
      sourceIds: [source.value.id],
      passage: source.value,
    });
    if (!cited.ok) return cited;
  }
  await audit(work, {
    useCase: 'confirm-outcome-stage',
    office: scope.office,
    subjects: [record.id, said.id],
    fields: ['stage', 'verdict', 'source', 'visibility'],
  });
  if (said.verdict === 'confirms' || said.verdict === 'confirms_part')
    await announce(work, {
      event: 'outcome.confirmed',
      offices: [...new Set([scope.office, record.ownerOffice])],
      subjects: { outcomeId: record.id, stage: said.stage },
    });
  return ok(await showOutcome(work, record));
}
