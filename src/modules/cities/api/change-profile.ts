// A city's profile is written as a draft, looked at as the public would see it, published, and taken back.
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { ProfileEntry, PublishedEntry } from '../contract/profile.ts';
import type { EntryRecord, EntryText, ProfileEntryId } from '../domain/profile.ts';
import type { CityScope } from '../domain/scope.ts';
import { findEntry, findPublished, insertEntry, publishEntry, unpublishEntry, updateEntry } from '../store/profile.ts';
import { openForChange } from './open-city.ts';
import { showEntry, showPublished } from './read-profile.ts';

const stale: Refusal = { kind: 'stale', code: 'kernel.stale' };

interface Opened {
  readonly entry: EntryRecord;
  readonly scope: CityScope;
}

async function openEntry(work: Work, entryId: string): Promise<Result<Opened>> {
  const entry = await findEntry(work.tx, entryId as ProfileEntryId);
  if (entry === null) return notFound('cities.entry_not_found');
  const opened = await openForChange(work, entry.cityId);
  return opened.ok ? ok({ entry, scope: opened.value.scope }) : opened;
}

/** Begins an entry; nobody but the steward's members reads it until it is published. */
export async function createProfileEntry(work: Work, { cityId, ...text }: Asked<'createProfileEntry'>): Promise<Result<ProfileEntry>> {
  const opened = await openForChange(work, cityId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const id = work.newId<'ProfileEntry'>();
  const entry = await insertEntry(work.tx, scope, { ...text, id, now: work.now });
  await audit(work, { useCase: 'create-profile-entry', office: scope.office, subjects: [scope.cityId, id], fields: Object.keys(text) });
  return ok(showEntry(entry));
}

/** One step of an entry, guarded by its version and noted in the log. */
async function step(
  work: Work,
  entryId: string,
  {
    useCase,
    fields,
    take,
  }: {
    readonly useCase: AuditedChange['useCase'];
    readonly fields: readonly string[];
    readonly take: (opened: Opened) => Promise<EntryRecord | null>;
  },
): Promise<Result<ProfileEntry>> {
  const opened = await openEntry(work, entryId);
  if (!opened.ok) return opened;
  const { entry, scope } = opened.value;
  const changed = await take(opened.value);
  if (changed === null) return refuse(stale);
  await audit(work, { useCase, office: scope.office, subjects: [scope.cityId, entry.id], fields });
  return ok(showEntry(changed));
}

/** Sets what is given of the working text; what is published stays as it is. */
export function updateProfileEntry(work: Work, { entryId, ...input }: Asked<'updateProfileEntry'>): Promise<Result<ProfileEntry>> {
  return step(work, entryId, {
    useCase: 'update-profile-entry',
    fields: Object.keys(input),
    take: ({ entry, scope }) => {
      const text: EntryText = {
        kind: input.kind ?? entry.kind,
        domain: input.domain === undefined ? entry.domain : input.domain,
        title: input.title ?? entry.title,
        body: input.body ?? entry.body,
      };
      return updateEntry(work.tx, scope, { entry, text, expectedVersion: work.expectedVersion, now: work.now });
    },
  });
}

interface Preview {
  version: number;
  becomes: Omit<PublishedEntry, 'publishedAt'>;
  now: PublishedEntry | null;
}

/** What everybody would read, beside what they read now; publishing then names the version that was seen. */
export async function previewProfileEntry(work: Work, { entryId }: Asked<'previewProfileEntry'>): Promise<Result<Preview>> {
  const opened = await openEntry(work, entryId);
  if (!opened.ok) return opened;
  const { id, version, kind, domain, title, body } = opened.value.entry;
  const published = await findPublished(work.tx, id);
  return ok({
    version,
    becomes: { id, kind, domain, title: { ...title }, body: { ...body } },
    now: published === null ? null : showPublished(published),
  });
}

/** Publishes the version that was previewed. */
export const publishProfileEntry = (work: Work, { entryId }: Asked<'publishProfileEntry'>): Promise<Result<ProfileEntry>> =>
  step(work, entryId, {
    useCase: 'publish-profile-entry',
    fields: ['state'],
    take: ({ entry, scope }) => publishEntry(work.tx, scope, { entry, expectedVersion: work.expectedVersion, now: work.now }),
  });

/** Takes an entry back; the draft stays. */
export const unpublishProfileEntry = (work: Work, { entryId }: Asked<'unpublishProfileEntry'>): Promise<Result<ProfileEntry>> =>
  step(work, entryId, {
    useCase: 'unpublish-profile-entry',
    fields: ['state'],
    take: ({ entry, scope }) => unpublishEntry(work.tx, scope, { entry, expectedVersion: work.expectedVersion }),
  });
