// Showing an edition's follow-through page to everybody, after looking at exactly what they will read; and taking it back.
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { openCurrent, openForPreview, showEdition, type OpenEdition } from '#modules/expos/api/edition/open-edition.ts';
import { announcementsOf } from '#modules/outcomes/api/follow-through/announcements.ts';
import {
  showFollowThrough,
  statementOf,
  withdrawFollowThrough,
  type FollowThroughRecord,
} from '#modules/outcomes/api/follow-through/show-page.ts';
import { tallyOf, thingsOf } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { unlistedOf } from '#modules/outcomes/domain/follow-through/stated.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { FollowThrough } from '../../contract/follow-through.ts';
import { composeFollowThrough, dayOf, type Opened } from './follow-through.ts';
import { statedSteps } from './stated-steps.ts';

type Stating = Pick<FollowThroughRecord, 'steps' | 'unlisted'>;

/** What is stated besides: never of what another office keeps, whoever it is shared with. */
async function stated(work: Work, { record }: OpenEdition, choice: { withSteps: boolean; withUnlisted: boolean }) {
  const { announcements } = await announcementsOf(work, { editionId: record.id });
  const unlisted = announcements.filter(({ visibility }) => visibility !== 'public');
  const own = unlisted.filter(({ office }) => office === record.organiser);
  const now: Stating = {
    steps: choice.withSteps ? await statedSteps(work, record.id) : null,
    unlisted: choice.withUnlisted ? unlistedOf(tallyOf(thingsOf(own))) : null,
  };
  return { keptBack: unlisted.length, stating: await statementOf(work, record.id, now) };
}

interface Preview {
  readonly page: FollowThrough;
  readonly digest: string;
  readonly version: number;
  readonly keptBack: number;
  readonly stating: Stating;
}

/** Everything that everybody would read, with a digest of exactly that. The transaction has the public's rights afterwards. */
async function previewOf(work: Work, opened: OpenEdition, choice: { withSteps: boolean; withUnlisted: boolean }): Promise<Preview> {
  const { record } = opened;
  const { keptBack, stating } = await stated(work, opened, choice);
  const edition = await showEdition(work, record);
  const today = dayOf(work);
  const shown: FollowThroughRecord = { ...stating, editionId: record.id, visibility: 'public', statedOn: today, publishedAt: null };
  const asEverybody: Opened = {
    ...{ work: await asPublic(work), record, edition, view: 'public', offices: null, mayPublish: true, hasOwn: true, shown },
  };
  const page = await composeFollowThrough(asEverybody, today);
  const digest = createHash('sha256').update(JSON.stringify(page)).digest('base64url');
  return { page, digest, version: record.version, keptBack, stating };
}

/** The page as everybody would read it, with what is stated besides by choice. Refuses `kernel.forbidden` to all but the organiser's editors. */
export async function previewFollowThrough(
  work: Work,
  { editionId, ...choice }: Asked<'previewFollowThrough'>,
): Promise<Result<Omit<Preview, 'stating'>>> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok) return opened;
  const { stating: _stating, ...preview } = await previewOf(work, opened.value, choice);
  return ok(preview);
}

interface Shown {
  readonly editionId: string;
  readonly version: number;
  readonly isPublic: boolean;
}

/** Refuses `reports.preview_outdated` unless `digest` is of the current preview, `reports.edition_not_public` while the edition itself is not. */
export async function publishFollowThrough(
  work: Work,
  { editionId, digest, ...choice }: Asked<'publishFollowThrough'>,
): Promise<Result<Shown>> {
  const opened = await openCurrent(work, editionId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  if (record.publishedAt === null) return refuse({ kind: 'conflict', code: 'reports.edition_not_public' });
  const { stating } = await stated(work, opened.value, choice);
  const saved = await showFollowThrough(work, record, stating);
  if (!saved.ok) return saved;
  // Read after it is written, since reading as everybody gives up the rights to write; refused, nothing stays.
  const preview = await previewOf(work, opened.value, choice);
  if (preview.digest !== digest) return refuse({ kind: 'conflict', code: 'reports.preview_outdated' });
  return ok({ editionId: record.id, version: record.version, isPublic: true });
}

/** Takes the page back from everybody; what is counted on it stays where it is. */
export async function withdrawFollowThroughPage(work: Work, { editionId }: Asked<'withdrawFollowThrough'>): Promise<Result<Shown>> {
  const opened = await openCurrent(work, editionId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  const taken = await withdrawFollowThrough(work, record);
  return taken.ok ? ok({ editionId: record.id, version: record.version, isPublic: false }) : taken;
}
