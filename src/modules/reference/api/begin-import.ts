// An import begins with a file: uploaded, fetched from a query service, or the one of an earlier import read once more.
import { createHash } from 'node:crypto';
import { ok, refuse, refuseInput, unauthenticated, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Transact, Work } from '#platform/work.ts';
import { fetchPublic, type Outside } from '#platform/http/fetch-public.ts';
import type { Asked } from '../contract.ts';
import { missingIn, type Mapping } from '../domain/mapping.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { FileHeadRecord, ImportId, ImportRecord, SetRecord } from '../domain/set.ts';
import { sisterCitiesQuery, type AskedCities } from '../formats/sister-cities-query.ts';
import { headOf } from '../formats/reference-files.ts';
import type { HeadRead } from '../formats/read-set.ts';
import { findAtWork, findImport, insertFiles, insertImport, moveImport, type StoredFile } from '../store/imports.ts';
import { lockSet } from '../store/sets.ts';
import { openImportForChange, openSetForChange } from './find-set.ts';
import { importJobName } from './run-import.ts';
import { showImport, type ShownImport } from './show-set.ts';

/** Files with what the first of them looks like. */
export interface ReadUpload {
  readonly files: readonly StoredFile[];
  readonly read: HeadRead;
  readonly label: string;
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const LONGEST_NAME = 200;
const nameOf = ({ name }: File): string => (name.trim() === '' ? 'file' : name.trim().slice(-LONGEST_NAME));

/** Looks at the files in a thread, outside any transaction, once the caller may import at all. Refuses what is no list of ties. */
export async function readUpload(transact: Transact, input: Asked<'beginReferenceImport'>): Promise<Result<ReadUpload>> {
  const allowed = await transact((work) => openSetForChange(work, input.setId));
  if (!allowed.ok) return allowed;
  const files: StoredFile[] = [{ place: 0, name: nameOf(input.file), bytes: await bytesOf(input.file) }];
  if (input.names !== undefined) files.push({ place: 1, name: nameOf(input.names), bytes: await bytesOf(input.names) });
  return lookAt(files);
}

async function lookAt(files: readonly StoredFile[]): Promise<Result<ReadUpload>> {
  const [file] = files;
  if (file === undefined) throw new Error('an upload without a file');
  const read = await headOf(file);
  return read.ok
    ? ok({
        files,
        read: read.value,
        label: files
          .map(({ name }) => name)
          .join(', ')
          .slice(0, LONGEST_NAME),
      })
    : read;
}

function askedCities({ items, geonamesIds, country }: Asked<'fetchReferenceImport'>): Result<AskedCities> {
  const asked: readonly AskedCities[] = [
    ...(items === undefined ? [] : [{ by: 'items' as const, items }]),
    ...(geonamesIds === undefined ? [] : [{ by: 'places' as const, geonamesIds }]),
    ...(country === undefined ? [] : [{ by: 'country' as const, country }]),
  ];
  const [only, more] = asked;
  return only === undefined || more !== undefined ? refuseInput([{ path: ['items'], code: 'reference.ask_for_one' }]) : ok(only);
}

/** Asks a query service for sister cities, guarded against every address that is not public; `outside` is another one in tests alone. */
export async function fetchUpload(
  transact: Transact,
  input: Asked<'fetchReferenceImport'>,
  outside?: Outside,
): Promise<Result<ReadUpload>> {
  const cities = askedCities(input);
  if (!cities.ok) return cities;
  const allowed = await transact((work) => openSetForChange(work, input.setId));
  if (!allowed.ok) return allowed;
  const asked = new URL(input.address);
  asked.searchParams.set('query', sisterCitiesQuery(cities.value));
  asked.searchParams.set('format', 'json');
  const limits = { accept: 'application/sparql-results+json', mostBytes: 20_000_000, seconds: 70 };
  const fetched = await fetchPublic(asked, limits, outside);
  if (!fetched.ok) return fetched;
  return lookAt([{ place: 0, name: `${asked.hostname}.json`, bytes: fetched.value }]);
}

const hashOf = (files: readonly StoredFile[]): string => {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  return hash.digest('hex');
};

const recordedHead = ({ sheets, columns, rows }: HeadRead['head']): FileHeadRecord => ({ sheets, columns, rows });

interface Beginning {
  readonly set: SetRecord;
  readonly scope: ImportScope;
}

/** One import at a time is at work on a set. */
async function lockForImport(work: Work, { set, scope }: Beginning): Promise<Result<null>> {
  await lockSet(work.tx, scope, set.id);
  return (await findAtWork(work.tx, set.id)) === null ? ok(null) : refuse({ kind: 'conflict', code: 'reference.import_at_work' });
}

interface Made {
  readonly id: ImportId;
  readonly format: string;
  readonly label: string;
  readonly sha256: string;
  readonly filesOf: ImportId;
  readonly head: FileHeadRecord;
  readonly mapping: Mapping;
  readonly useCase: 'begin-reference-import' | 'fetch-reference-import' | 'repeat-reference-import';
}

/**
 * Enters the import. What somebody uploads waits until a person has confirmed what its columns are, be it as they were guessed: a guess is
 * no decision. Sent to be read at once is what has no columns, what our own query brought, and a file read again as it was confirmed.
 */
async function enterImport(work: Work, { set, scope }: Beginning, made: Made): Promise<Result<ShownImport>> {
  const { account } = work.actor;
  if (account === null) return refuse(unauthenticated);
  const { id, format, label, sha256, filesOf, head, mapping, useCase } = made;
  const isClear = format === 'entities' || (useCase !== 'begin-reference-import' && missingIn(mapping).length === 0);
  const state = isClear ? 'reading' : 'mapping';
  await insertImport(work.tx, scope, {
    ...{ id, setId: set.id, state, account, format, fileName: label, sha256, filesOf, head, mapping, now: work.now },
  });
  if (isClear) await work.enqueue(importJobName, { importId: id, account, step: 'read' });
  await audit(work, { useCase, office: set.office, subjects: [set.id, id], fields: ['file'], digest: sha256 });
  return reread(work, set, id);
}

async function reread(work: Work, set: SetRecord, id: ImportId): Promise<Result<ShownImport>> {
  const found = await findImport(work.tx, id);
  if (found === null) throw new Error('an import vanished while it was written');
  return ok(showImport(found, set));
}

async function beginWith(
  work: Work,
  setId: string,
  upload: ReadUpload,
  useCase: 'begin-reference-import' | 'fetch-reference-import',
): Promise<Result<ShownImport>> {
  const opened = await openSetForChange(work, setId);
  if (!opened.ok) return opened;
  const free = await lockForImport(work, opened.value);
  if (!free.ok) return free;
  const { head, mapping } = upload.read;
  const id = work.newId<'ReferenceImport'>();
  const made = { id, format: head.format, label: upload.label, sha256: hashOf(upload.files), filesOf: id, mapping, useCase };
  const entered = await enterImport(work, opened.value, { ...made, head: recordedHead(head) });
  if (!entered.ok) return entered;
  await insertFiles(work.tx, opened.value.scope, id, upload.files);
  return entered;
}

/** Begins an import with what was uploaded. Refuses `reference.import_at_work` while another one is. */
export const beginReferenceImport = (
  work: Work,
  { setId }: Asked<'beginReferenceImport'>,
  upload: ReadUpload,
): Promise<Result<ShownImport>> => beginWith(work, setId, upload, 'begin-reference-import');

/** Begins an import with what the query service answered. */
export const fetchReferenceImport = (
  work: Work,
  { setId }: Asked<'fetchReferenceImport'>,
  upload: ReadUpload,
): Promise<Result<ShownImport>> => beginWith(work, setId, upload, 'fetch-reference-import');

const readAgain: readonly ImportRecord['state'][] = ['previewed', 'failed'];

/** Reads the same file once more, with the answers given since: in place of the preview, or as an import of its own after the end. */
export async function repeatReferenceImport(work: Work, { importId }: Asked<'repeatReferenceImport'>): Promise<Result<ShownImport>> {
  const opened = await openImportForChange(work, importId);
  if (!opened.ok) return opened;
  const { found, set, scope } = opened.value;
  const free = await lockForImport(work, { set, scope });
  if (!free.ok) return free;
  const useCase = 'repeat-reference-import' as const;
  if (found.state === 'mapping') return refuse({ kind: 'conflict', code: 'reference.mapping_first' });
  if (!readAgain.includes(found.state)) {
    const { format, fileName, sha256, filesOf, head, mapping } = found;
    const id = work.newId<'ReferenceImport'>();
    return enterImport(work, { set, scope }, { id, format, label: fileName, sha256, filesOf, head, mapping, useCase });
  }
  await moveImport(work.tx, scope, found.id, { from: readAgain, to: 'reading', failure: null, endedAt: null });
  await work.enqueue(importJobName, { importId: found.id, account: found.account, step: 'read' });
  await audit(work, { useCase, office: set.office, subjects: [set.id, found.id], fields: [] });
  return reread(work, set, found.id);
}
