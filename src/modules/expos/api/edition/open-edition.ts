// Finding an edition for reading or for changing; what may not be seen does not exist.
import { holds, type Actor } from '#kernel/actor.ts';
import { isId } from '#kernel/ids.ts';
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import { officesById, type Offices } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { Edition } from '../../contract/edition.ts';
import type { EditionId, EditionRecord } from '../../domain/edition.ts';
import type { EditionScope } from '../../domain/scope.ts';
import { mayChange } from '../../policy.ts';
import { findEditionRecord, lockEdition } from '../../store/editions.ts';
import { instantText } from '../instant.ts';

const shownWith =
  (actor: Actor, offices: Offices) =>
  (record: EditionRecord): Edition => ({
    id: record.id,
    version: record.version,
    slug: record.slug,
    name: { ...record.name },
    venue: { ...record.venue },
    description: record.description === null ? null : { ...record.description },
    website: record.website,
    timeZone: record.timeZone,
    firstDay: record.firstDay,
    lastDay: record.lastDay,
    organiser: record.organiser,
    organiserName: { ...offices.get(record.organiser)?.name },
    isUnclaimed: offices.get(record.organiser)?.kind === 'register',
    expo: record.expoId === null || record.expoName === null ? null : { id: record.expoId, name: { ...record.expoName } },
    visibility: record.visibility,
    publishedAt: record.publishedAt === null ? null : instantText(record.publishedAt),
    archivedAt: record.archivedAt === null ? null : instantText(record.archivedAt),
    counts: { ...record.counts },
    mayEdit: holds(actor, record.organiser, 'editor'),
    updatedAt: instantText(record.updatedAt),
  });

/** Editions as this actor reads them; all their organisers are one query. */
export async function showEditions(work: Work, records: readonly EditionRecord[]): Promise<Edition[]> {
  const offices = await officesById(
    work,
    records.map(({ organiser }) => organiser),
  );
  return records.map(shownWith(work.actor, offices));
}

/** The edition as this actor reads it. */
export async function showEdition(work: Work, record: EditionRecord): Promise<Edition> {
  const [edition] = await showEditions(work, [record]);
  if (edition === undefined) throw new Error('one edition was to be shown');
  return edition;
}

/** The edition by id or slug, as far as the actor may see it. Refuses `expos.not_found`. */
export async function getEdition(work: Work, input: { readonly edition: string }): Promise<Result<Edition>> {
  const record = await findNamedEdition(work, input.edition);
  return record.ok ? ok(await showEdition(work, record.value)) : record;
}

/** The edition's record by id or slug, as far as the actor may see it. Refuses `expos.not_found`. */
export async function findNamedEdition(work: Work, edition: string): Promise<Result<EditionRecord>> {
  const record = await findEditionRecord(work.tx, isId<'Edition'>(edition) ? { id: edition } : { slug: edition });
  return record === null ? notFound('expos.not_found') : ok(record);
}

/** The edition's record, as far as the actor may see it. Refuses `expos.not_found`. */
export async function findEdition(work: Work, editionId: string): Promise<Result<EditionRecord>> {
  const record = await findEditionRecord(work.tx, { id: editionId as EditionId });
  return record === null ? notFound('expos.not_found') : ok(record);
}

/** Refuses a change of something that is no longer at the version the caller saw; no expectation passes. */
export const current = <T extends { readonly version: number }>(work: Work, record: T): Result<T> =>
  work.expectedVersion === null || work.expectedVersion === record.version ? ok(record) : refuse(stale);

/** An edition and the proof that the actor may change it. */
export interface OpenEdition {
  readonly record: EditionRecord;
  readonly scope: EditionScope;
}

/** The edition with the proof that the actor may change it, not locked: to look only. Refuses `expos.not_found`, `kernel.forbidden`. */
export async function openForPreview(work: Work, editionId: string): Promise<Result<OpenEdition>> {
  const found = await findEdition(work, editionId);
  if (!found.ok) return found;
  const scope = mayChange(work.actor, found.value);
  return scope.ok ? ok({ record: found.value, scope: scope.value }) : scope;
}

/** Opens and locks the edition, to change something under it. Refuses `expos.not_found`, `kernel.forbidden`. */
export async function openForChange(work: Work, editionId: string): Promise<Result<OpenEdition>> {
  const opened = await openForPreview(work, editionId);
  return opened.ok ? ok({ ...opened.value, record: await lockEdition(work.tx, opened.value.scope) }) : opened;
}

/** Opens and locks the edition, to change what its own version guards. Refuses also `kernel.stale`. */
export async function openCurrent(work: Work, editionId: string): Promise<Result<OpenEdition>> {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const fresh = current(work, opened.value.record);
  return fresh.ok ? opened : fresh;
}
