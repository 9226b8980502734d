// An import at work, as a job does it: read, written or taken back; what goes wrong ends it with a sentence.
import type { AccountId } from '#kernel/ids.ts';
import { ok, type Refusal, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Caller, type Transact, type Work } from '#platform/work.ts';
import type { Failure, ImportId, ImportState } from '../domain/set.ts';
import { moveImport, tellProgress } from '../store/imports.ts';
import { openImportForChange } from './find-set.ts';
import { planSet, type AtWork } from './plan-set.ts';
import { writeSet } from './write-set.ts';

export const importJobName = 'reference-import';

export interface ImportJob {
  readonly importId: string;
  readonly account: AccountId;
  readonly step: 'read' | 'write' | 'undo';
}

export interface ImportRun {
  readonly database: Database;
  /** Aborted when this node ends: the import is then done by another. */
  readonly signal: AbortSignal;
  /** Told what went wrong in the work itself. */
  readonly onFault: (fault: unknown) => void;
}

const atWork: Readonly<Record<ImportJob['step'], ImportState>> = { read: 'reading', write: 'writing', undo: 'undoing' };

/** A problem of a file as a whole is told by itself: its row and column are among its params. */
function failureOf({ code, params = {}, problems = [] }: Refusal): Failure {
  const [problem] = problems;
  return problem === undefined ? { code, params } : { code: problem.code, params: problem.params ?? {} };
}

async function end(work: Work, { importId, step }: ImportJob, refusal: Refusal): Promise<Result<null>> {
  const opened = await openImportForChange(work, importId);
  if (!opened.ok) return ok(null);
  const { found, scope } = opened.value;
  const from = [atWork[step]];
  if (refusal.code === 'reference.import_stopped')
    await moveImport(work.tx, scope, found.id, { from, to: 'cancelled', failure: null, endedAt: work.now });
  else if (refusal.code === 'reference.plan_outdated' && step === 'write') {
    await moveImport(work.tx, scope, found.id, { from, to: 'reading' });
    await work.enqueue(importJobName, { importId, account: found.account, step: 'read' });
  } else {
    // What was undone in vain stands as it stood.
    const to = step === 'undo' ? 'done' : 'failed';
    await moveImport(work.tx, scope, found.id, { from, to, failure: failureOf(refusal), endedAt: work.now });
  }
  return ok(null);
}

/** Each step is done once: repeated by another node, it finds the import moved on and leaves it. */
export async function runImport({ database, signal, onFault }: ImportRun, job: ImportJob): Promise<void> {
  const caller: Caller = { ...nobody(), account: job.account };
  const transact: Transact = (use) => inWork(database, caller, use);
  const tell: AtWork['tell'] = async (step, done = 0, of = 0) => {
    if (signal.aborted) throw new Error('this node ends');
    const told = await transact(async (work) => {
      const opened = await openImportForChange(work, job.importId);
      if (!opened.ok) return opened;
      return ok(await tellProgress(work.tx, opened.value.scope, job.importId as ImportId, { step, done, of }));
    });
    return told.ok && told.value;
  };
  let result: Result<null>;
  try {
    const given = { transact, tell };
    result =
      job.step === 'read'
        ? await planSet(given, job.importId)
        : await writeSet(given, job.importId, job.step === 'write' ? 'forth' : 'back');
  } catch (fault) {
    // A node that ends leaves the import as it is: it is handed out again.
    if (signal.aborted) throw fault;
    onFault(fault);
    result = { ok: false, refusal: { kind: 'conflict', code: 'reference.import_failed' } };
  }
  if (result.ok) return;
  const { refusal } = result;
  await transact((work) => end(work, job, refusal));
}
