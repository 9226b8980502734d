// Background work of the reference layer: imports are read, written and taken back, sets are opened and closed.
import type { AccountId } from '#kernel/ids.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { openJobName, runOpening } from './api/open-sets.ts';
import { importJobName, runImport, type ImportJob } from './api/run-import.ts';

export const referenceJobs: readonly Job[] = [
  {
    name: importJobName,
    expireSeconds: 600,
    // A node that ends leaves the import as it was: another one does it.
    retries: 3,
    run: ({ importId, account, step }, { database, logger, signal }) =>
      runImport(
        { database, signal, onFault: (fault) => logger.error({ err: fault, importId }, 'import of a reference set') },
        { importId: String(importId), account: account as AccountId, step: step as ImportJob['step'] },
      ),
  },
  {
    name: openJobName,
    expireSeconds: 600,
    retries: 3,
    run: ({ setId, account }, { database, signal }) =>
      runOpening({ database, signal }, { setId: String(setId), account: account as AccountId }),
  },
];
