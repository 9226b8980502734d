// Making an edition public, after looking at exactly what becomes public, and taking it back.
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Listing } from '../../contract/roster.ts';
import type { EditionRecord } from '../../domain/edition.ts';
import { updatePublished } from '../../store/editions.ts';
import { readPublicList } from '../../store/listings.ts';
import { listPlaces, listSlots } from '../../store/setup.ts';
import { listAllStands } from '../../store/stands.ts';
import { settleExpos } from '../../store/expos.ts';
import { showListing } from '../list-directory.ts';
import { findEdition, openCurrent, openForPreview, showEdition, type OpenEdition } from './open-edition.ts';
import { settleAudience } from '../settle-audience.ts';

const fields = ['name', 'expo', 'organiser', 'venue', 'description', 'website', 'firstDay', 'lastDay', 'timeZone'] as const;
/** A preview shows this many exhibitors; all of them are in the directory. */
const SHOWN = 200;

interface Preview {
  editionId: string;
  version: number;
  visibility: EditionRecord['visibility'];
  digest: string;
  fields: (typeof fields)[number][];
  counts: { slots: number; tables: number; stands: number; exhibitors: number; buyers: number; countries: number };
  exhibitors: Listing[];
  keptBack: { exhibitors: number; buyers: number };
}

/** Everything the public would read of the edition, with a digest of exactly that. */
async function previewOf(work: Work, record: EditionRecord): Promise<Preview> {
  const { exhibitors, keptBack } = await readPublicList(work.tx, record.id);
  const slots = await listSlots(work.tx, record.id);
  const places = await listPlaces(work.tx, record.id);
  const stands = await listAllStands(work.tx, record.id);
  const told = { ...record, expo: record.expoName };
  const said = fields.map((field) => told[field]);
  const digest = createHash('sha256')
    .update(JSON.stringify([said, record.counts, slots, places, stands, exhibitors]))
    .digest('base64url');
  return {
    editionId: record.id,
    version: record.version,
    visibility: record.visibility,
    digest,
    fields: fields.filter((field) => told[field] !== null),
    counts: {
      slots: slots.length,
      tables: places.filter(({ kind }) => kind === 'table').length,
      stands: stands.length,
      exhibitors: exhibitors.length,
      buyers: record.counts.buyers ?? 0,
      countries: record.counts.countries,
    },
    exhibitors: exhibitors.slice(0, SHOWN).map(showListing),
    keptBack,
  };
}

/** What becomes public, before it does. Refuses `kernel.forbidden` to all but the organiser's editors. */
export async function previewPublication(work: Work, input: Asked<'previewPublication'>): Promise<Result<Preview>> {
  const opened = await openForPreview(work, input.editionId);
  return opened.ok ? ok(await previewOf(work, opened.value.record)) : opened;
}

async function setPublished(
  work: Work,
  { record, scope }: OpenEdition,
  useCase: AuditedChange['useCase'],
  publishedAt: Date | null,
): Promise<Result<Edition>> {
  await updatePublished(work.tx, scope, publishedAt, work.now);
  await settleAudience(work, scope);
  await settleExpos(work.tx, scope.office);
  await audit(work, { useCase, office: scope.office, subjects: [record.id], fields: ['visibility'] });
  const changed = await findEdition(work, record.id);
  return changed.ok ? ok(await showEdition(work, changed.value)) : changed;
}

/** Makes the edition and its listed exhibitors public. Refuses `expos.archived`, and `expos.preview_outdated` unless `digest` is of the current preview. */
export async function publishEdition(work: Work, input: Asked<'publishEdition'>): Promise<Result<Edition>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  if (record.archivedAt !== null) return refuse({ kind: 'conflict', code: 'expos.archived' });
  const preview = await previewOf(work, record);
  if (preview.digest !== input.digest) return refuse({ kind: 'conflict', code: 'expos.preview_outdated' });
  return setPublished(work, opened.value, 'publish-edition', record.publishedAt ?? work.now);
}

/** Takes the edition back from the public; offices that take part still see it. */
export async function unpublishEdition(work: Work, input: Asked<'unpublishEdition'>): Promise<Result<Edition>> {
  const opened = await openCurrent(work, input.editionId);
  return opened.ok ? setPublished(work, opened.value, 'unpublish-edition', null) : opened;
}
