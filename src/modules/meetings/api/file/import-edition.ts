// Importing an edition file into an edition: first what it would do, then all of it or nothing. File and edition are read and compared in a
// thread, before the transaction; under the edition's lock only a digest tells whether the edition still is what was compared.
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { labelsRead } from '#modules/cities/api/naming.ts';
import { setEditionDays } from '#modules/expos/api/edition/change-edition.ts';
import { replaceRoster } from '#modules/expos/api/replace-roster.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import type { ReadImport as ReadFile } from '../../formats/import-bytes.ts';
import { readImportFile } from '../../formats/edition-files.ts';
import { clearSettled, loadStored, loadStoredDigest } from '../../store/edition-facts.ts';
import { allowSameSide } from '../requests/request-rules.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadNotice } from '../../store/releases.ts';
import { organise } from '../open-edition.ts';
import { replaceRequests } from '../requests/replace-requests.ts';

type Preview = Answer<'previewImport'>;

/** What a file would do, and the digest of the facts that it was read against. */
export interface ReadImport extends ReadFile {
  readonly against: string;
}

/** Reads the file in a thread, outside any transaction; `digest` of the way that was agreed to. Refuses a file with every problem at once, each with its place. */
export async function readImport(
  transact: Transact,
  input: Asked<'previewImport'> & Partial<Pick<Asked<'importEdition'>, 'digest' | 'keepCells'>>,
): Promise<Result<ReadImport>> {
  const found = await transact(async (work) => {
    const opened = await organise(work, input.editionId);
    if (!opened.ok) return opened;
    const stored = await loadStored(work.tx, opened.value.scope);
    return stored === null ? notFound('meetings.edition_unknown') : ok({ ...stored, labels: await labelsRead(work) });
  });
  if (!found.ok) return found;
  const { facts, digest: against, labels } = found.value;
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const { date, firstStart, minutes, sheets: choices, leaveOut, leaveRows, digest = null, keepCells: keep } = input;
  const day = { date, firstStart, minutes };
  const read = await readImportFile({ facts, bytes, fileName: input.file.name, day, choices, leaveOut, leaveRows, labels, digest, keep });
  return read.ok ? ok({ ...read.value, against }) : read;
}

async function previewOf(work: Work, editionId: string, file: ReadImport, shown: ReadImport['preset']): Promise<Preview> {
  const { preset: _, chosen: __, against: ___, empty, ...read } = file;
  const state = (await loadNotice(work.tx, editionId)) !== null ? 'released' : empty ? 'empty' : 'filled';
  return {
    ...shown,
    ...read,
    ways: read.ways.map(told),
    cells: told(shown).cells,
    tables: [...read.tables],
    ignored: read.ignored.map((part) => ({ ...part })),
    aside: read.aside.map((row) => ({ ...row })),
    madeStands: [...read.madeStands],
    madeTopics: [...read.madeTopics],
    joined: read.joined.map((row) => ({ ...row })),
    readAlike: read.readAlike.map((one) => ({ ...one })),
    companies: read.companies.map(({ languages, person, ...one }) => ({
      ...one,
      languages: [...languages],
      person: person === null ? null : { ...person },
    })),
    doubled: read.doubled.map(({ name, by, held, places }) => ({
      ...{ name, by: [...by], held: [...held] },
      places: places.map(({ sheet, row }) => ({ sheet, row })),
    })),
    state,
  };
}

const told = (way: ReadImport['preset']) => ({ ...way, cells: way.cells.map((cell) => ({ ...cell, called: { ...cell.called } })) });

/** What an import of the file would do; changes nothing. */
export async function previewImport(work: Work, input: Asked<'previewImport'>, file: ReadImport): Promise<Result<Preview>> {
  const opened = await organise(work, input.editionId);
  return opened.ok ? ok(await previewOf(work, input.editionId, file, file.preset)) : opened;
}

const outdated: Refusal = { kind: 'conflict', code: 'meetings.import_preview_outdated' };

/**
 * Imports the file, all or nothing. Refuses `meetings.import_preview_outdated` when file or edition are no longer what was seen;
 * `meetings.import_needs_confirmation` and `meetings.import_released` for what `confirm` does not allow, `meetings.import_without_requests`
 * where nobody wishes to meet anybody and `withoutRequests` does not say that this is meant, `meetings.import_cells_undecided` unless of
 * every cell in which the file says otherwise it was decided which word holds.
 */
export async function importEdition(work: Work, input: Asked<'importEdition'>, file: ReadImport): Promise<Result<Preview>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  await lockSchedule(work.tx, scope);
  const { chosen } = file;
  if (chosen?.way.digest !== input.digest || (await loadStoredDigest(work.tx, scope)) !== file.against) return refuse(outdated);
  const preview = await previewOf(work, scope.editionId, file, chosen.way);
  if (preview.state === 'released' && input.confirm !== 'replace_although_released')
    return refuse({ kind: 'conflict', code: 'meetings.import_released' });
  if (preview.state === 'filled' && input.confirm === 'empty_only')
    return refuse({ kind: 'conflict', code: 'meetings.import_needs_confirmation' });
  if (chosen.way.lacksRequests && input.withoutRequests !== true)
    return refuse({ kind: 'conflict', code: 'meetings.import_without_requests' });
  const undecided = chosen.way.cells.length;
  if ((input.decidedCells ?? 0) !== undecided)
    return refuse({ kind: 'conflict', code: 'meetings.import_cells_undecided', params: { count: undecided } });
  // A file that says what the edition holds already is done with: not even versions are counted on.
  if (!preview.changes) return ok(preview);
  const written = await writeEdition(work, scope, chosen);
  if (!written.ok) return written;
  await audit(work, {
    useCase: 'import-event',
    office: scope.office,
    subjects: [scope.editionId, ...written.value],
    fields: preview.tables,
    digest: preview.digest,
  });
  return ok(preview);
}

/** Writes all facts of a checked edition into the edition; answers the organisations recorded anew. Refuses slots and places that a plan or the schedule still uses. */
async function writeEdition(
  work: Work,
  scope: OrganiserScope,
  { way: { days, sameSide }, edition, roster }: NonNullable<ReadImport['chosen']>,
): Promise<Result<readonly string[]>> {
  const moved = days === null ? ok(undefined) : await setEditionDays(work, scope.editionId, days);
  if (!moved.ok) return moved;
  await clearSettled(work.tx, scope);
  const replaced = await replaceRoster(work, scope.editionId, roster);
  if (!replaced.ok) return replaced;
  if (sameSide > 0) await allowSameSide(work, scope);
  await replaceRequests(work, scope, edition);
  return ok(replaced.value.createdOrganisations);
}
