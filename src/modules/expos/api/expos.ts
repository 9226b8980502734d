// Expos over the years: added, named, listed. Their editions say which one they belong to.
import { holds } from '#kernel/actor.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { ExpoId, ExpoRecord } from '../domain/edition.ts';
import { mayOrganise } from '../policy.ts';
import { findExpos, insertExpo, listExpoRecords, updateExpoName } from '../store/expos.ts';

type Expo = Answer<'createExpo'>;

const shown = (work: Work, { id, version, name, organiser }: ExpoRecord): Expo => ({
  ...{ id, version, organiser, name: { ...name } },
  mayEdit: holds(work.actor, organiser, 'editor'),
});

export async function listExpos(work: Work, input: Asked<'listExpos'>): Promise<Result<Answer<'listExpos'>>> {
  const after = readCursor<'Expo'>(input.cursor);
  if (!after.ok) return after;
  const { organiser = null, limit } = input;
  const rows = await listExpoRecords(work.tx, { organiser, after: after.value, limit });
  return ok(
    cutPage(
      rows.map((row) => shown(work, row)),
      limit,
      byId,
    ),
  );
}

/** Adds an expo for an office of the actor; it becomes public with the first of its editions. */
export async function createExpo(work: Work, { office, name }: Asked<'createExpo'>): Promise<Result<Expo>> {
  const scope = mayOrganise(work.actor, office);
  if (!scope.ok) return scope;
  const record = await insertExpo(work.tx, scope.value, { id: work.newId<'Expo'>(), name, now: work.now });
  await audit(work, { useCase: 'create-expo', office, subjects: [record.id], fields: ['name'] });
  return ok(shown(work, record));
}

/** Refuses `expos.expo_not_found`, `kernel.forbidden`, `kernel.stale`. */
export async function renameExpo(work: Work, { expoId, name }: Asked<'renameExpo'>): Promise<Result<Expo>> {
  const [expo] = await findExpos(work.tx, [expoId]);
  if (expo === undefined) return notFound('expos.expo_not_found');
  const scope = mayOrganise(work.actor, expo.organiser);
  if (!scope.ok) return scope;
  const renamed = await updateExpoName(work.tx, scope.value, {
    ...{ id: expo.id, name, now: work.now },
    version: work.expectedVersion ?? expo.version,
  });
  if (renamed === null) return refuse(stale);
  await audit(work, { useCase: 'rename-expo', office: expo.organiser, subjects: [expo.id], fields: ['name'] });
  return ok(shown(work, renamed));
}

/** Refuses an expo that is not the office's own. */
export async function checkExpo(work: Work, office: OfficeId, expoId: ExpoId | null): Promise<Result<null>> {
  if (expoId === null || (await findExpos(work.tx, [expoId]))[0]?.organiser === office) return ok(null);
  return refuseInput([{ path: ['expoId'], code: 'expos.expo_unknown' }]);
}
