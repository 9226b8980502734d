// Posting to a ledger: the one way a row comes into it, whoever asks for it.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import type { AccountId, Id } from '#kernel/ids.ts';
import { unauthenticated, type Problem, type Result } from '#kernel/result.ts';
import { ok, refuse, refuseInput } from '#kernel/result.ts';
import { hashOf } from '#modules/evidence/api/content-hash.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import { settleSource, type AskedSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import { checkEntry, saysNothing, type ProposedEntry } from '../domain/entry-problems.ts';
import type { EntryFacts, EntryId, Ledger } from '../domain/ledger.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import { ownWords, type EntryRecord, type Words } from '../domain/records.ts';
import type { OutcomeScope } from '../domain/scope.ts';
import type { Stage } from '../domain/stages.ts';
import { entriesOf, insertEntry } from '../store/ledger.ts';

export interface AskedEntry extends ProposedEntry {
  readonly source?: AskedSource | undefined;
  readonly note: string | null;
  readonly saidBy: string | null;
  readonly about: string | null;
}

/** Who enters, known by account; an editor always has one. */
export function enteredBy(work: Work): Result<AccountId> {
  const { account } = work.actor;
  return account === null ? refuse(unauthenticated) : ok(account);
}

export const audienceOf = ({ visibility, sharedWith }: OutcomeRecord) => ({ visibility, sharedWith });

/** What the hash of an entry covers: everything that is said by it. Installations compare entries by it. Words that are not given are left out, as they were before there were any. */
const hashed = (record: OutcomeRecord, entry: Omit<EntryRecord, 'contentHash'>) => ({
  id: entry.id,
  outcome: record.id,
  office: record.ownerOffice,
  stage: entry.stage,
  amount: entry.amount,
  count: entry.count,
  qualifier: entry.qualifier,
  // Left out where it is the same word, as it was while one stood for both.
  countQualifier: entry.count === null || entry.countQualifier === entry.qualifier ? undefined : entry.countQualifier,
  valueDate: entry.valueDate,
  reverses: entry.reverses,
  source: entry.sourceId,
  note: entry.note,
  saidBy: entry.saidBy ?? undefined,
  about: entry.about ?? undefined,
  passage: entry.passage ?? undefined,
  place: entry.place ?? undefined,
});

export interface Posting {
  readonly facts: EntryFacts;
  readonly sourceId: Id<'Source'>;
  readonly note: string | null;
  readonly reverses: EntryId | null;
  /** Left out where it is the office's own word. */
  readonly words?: Words;
}

/** Writes a checked entry at the end of the ledger and opens its source to the outcome's readers. */
export async function post(
  work: Work,
  { record, scope, ledger }: { readonly record: OutcomeRecord; readonly scope: OutcomeScope; readonly ledger: Ledger },
  posting: Posting,
): Promise<Result<EntryId>> {
  const by = enteredBy(work);
  if (!by.ok) return by;
  const { facts, words = ownWords, ...rest } = posting;
  const entry = {
    ...facts,
    ...words,
    ...rest,
    outcomeId: record.id,
    id: work.newId<'OutcomeEntry'>(),
    number: ledger.entries.length + 1,
    enteredBy: by.value,
    enteredAt: work.now,
  };
  await insertEntry(work.tx, scope, { ...entry, contentHash: hashOf(hashed(record, entry)) });
  const cited = await citeFrom(work, {
    office: record.ownerOffice,
    citingId: entry.id,
    audience: audienceOf(record),
    sourceIds: [entry.sourceId],
  });
  return cited.ok ? ok(entry.id) : cited;
}

export async function ledgerOf(work: Work, record: OutcomeRecord): Promise<Ledger> {
  return { extent: record.extent, entries: await entriesOf(work.tx, [record.id]) };
}

const under = (path: readonly (string | number)[], problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));

/** Until the last place on earth has the day, too. */
const HOURS_AHEAD = 14;

/** What is signed, realised or has ended came about on a day that has been; what may come may be told of a day to come. */
export function futureProblems(
  work: Work,
  { day, stage, path }: { readonly day: FlexDate | null; readonly stage: Stage | null; readonly path: readonly string[] },
): readonly Problem[] {
  const from = day === null ? null : boundsOf(day).from;
  const today = new Date(work.now.getTime() + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
  const mayCome = stage === null || stage === 'potential' || stage === 'intended';
  return from === null || from <= today || mayCome ? [] : [{ path: [...path], code: 'outcomes.future_day' }];
}

/** Every problem of an entry at once, its source's among them; the facts where there is none. */
export async function readEntry(
  work: Work,
  {
    record,
    ledger,
    asked,
    path = [],
  }: {
    readonly record: Pick<OutcomeRecord, 'ownerOffice'>;
    readonly ledger: Ledger;
    readonly asked: AskedEntry;
    readonly path?: readonly string[];
  },
): Promise<{ readonly problems: readonly Problem[] } | { readonly problems: null; readonly posting: Posting }> {
  const checked = checkEntry(ledger, asked);
  const source = await settleSource(work, record.ownerOffice, asked.source);
  if (!source.ok && source.refusal.problems === undefined) throw new Error(source.refusal.code);
  const problems = [
    ...(checked.problems ?? []),
    ...(asked.note === null && asked.saidBy === null && asked.source === undefined ? saysNothing(ledger, asked) : []),
    ...futureProblems(work, { day: asked.valueDate, stage: asked.stage, path: ['valueDate'] }),
    ...(source.ok ? [] : under(['source'], source.refusal.problems ?? [])),
  ];
  if (checked.problems !== null || !source.ok || problems.length > 0) return { problems: under(path, problems) };
  const { note, saidBy, about } = asked;
  const { id: sourceId, passage, place } = source.value;
  return { problems: null, posting: { facts: checked.facts, sourceId, note, reverses: null, words: { saidBy, about, passage, place } } };
}

/** The same as a refusal. */
export async function acceptEntry(work: Work, entry: Parameters<typeof readEntry>[1]): Promise<Result<Posting>> {
  const read = await readEntry(work, entry);
  return read.problems === null ? ok(read.posting) : refuseInput(read.problems);
}
