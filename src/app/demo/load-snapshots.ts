// Enters the demo's one snapshot: what everybody reads of Liverpool and Shanghai on the day on which the demo is loaded, as Liverpool's desk publishes it.
import { ok } from '#kernel/result.ts';
import { previewTieSnapshot, publishTieSnapshot, readForSnapshot } from '#modules/reports/api/snapshots/publish-snapshot.ts';
import { listTieSnapshots } from '#modules/reports/api/snapshots/snapshots.ts';
import { inWork } from '#platform/work.ts';
import { as, must, type RegisterSetting } from './as-people.ts';

const tie = 'liverpool-gb--shanghai-cn';

/** Once. */
export async function loadSnapshots({ database, people: { liverpool } }: RegisterSetting): Promise<void> {
  const { owner, office } = liverpool;
  const known = await as(database, owner, async (work) => must(await listTieSnapshots(work, { tie })).entries.length);
  if (known > 0) return;
  const { digest } = await as(database, owner, async (work) => must(await previewTieSnapshot(work, { tie, office })));
  const input = { tie, office, digest };
  const caller = { account: owner, language: 'en' as const, requestId: 'demo' };
  const report = must(await readForSnapshot((use) => inWork(database, caller, use), input));
  await as(database, owner, async (work) => ok(must(await publishTieSnapshot(work, input, report))));
}
