// Pictures and papers of a company: its own and the organiser's to change, shown to those who take part.
import { createHash } from 'node:crypto';
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { recogniseDocument } from '#modules/evidence/api/documents.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { ProfileFileShown } from '../contract/profile-files.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import { cleanPicture, type Picture } from '../domain/profile/picture.ts';
import {
  isPictureType,
  kindOf,
  profileLimits,
  type ProfileFile,
  type ProfileFileId,
  type ProfileFileType,
} from '../domain/profile/profile-file.ts';
import type { EditionScope } from '../domain/scope.ts';
import { mayActForOwn, mayChange } from '../policy.ts';
import { lockEdition } from '../store/editions.ts';
import { findAddressee } from '../store/addressees.ts';
import { findListings } from '../store/listings.ts';
import {
  deleteProfileFile,
  findProfileFile,
  insertProfileFile,
  listProfileFiles as filesOf,
  writeProfileFileWords,
} from '../store/profile-files.ts';
import { current, findEdition } from './edition/open-edition.ts';
import { asOwn } from './own-side.ts';

interface OfParticipant {
  readonly editionId: string;
  readonly participantId: ParticipantId;
}

interface OfFile extends OfParticipant {
  readonly fileId: ProfileFileId;
}

/** A file that was looked into and is kept as it is here. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: ProfileFileType;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

const refused = (code: string, params?: Readonly<Record<string, number>>) =>
  refuseInput([{ path: ['file'], code, ...(params === undefined ? {} : { params }) }]);
const unknownParticipant = notFound('expos.participant_not_found');
const unknownFile = notFound('expos.profile_file_not_found');

/** Whether the caller is the organiser or acts for the company itself; a group's lead looks on. */
async function mayKeep(work: Work, { editionId, participantId }: OfParticipant): Promise<Result<unknown>> {
  const edition = await findEdition(work, editionId);
  if (edition.ok && mayChange(work.actor, edition.value).ok) return ok(null);
  const seen = await findAddressee(work.tx, editionId as EditionId, participantId);
  return seen === null ? unknownParticipant : mayActForOwn(work.actor, seen);
}

interface Keeping {
  readonly scope: EditionScope;
  readonly audited: (useCase: AuditedChange['useCase'], field: string, more?: { readonly digest: string }) => Promise<void>;
}

/** Runs `use` on the organiser's rows, the edition locked, for the organiser or the company itself. */
async function asKeeper<T>(work: Work, of: OfParticipant, use: (acting: Work, keeping: Keeping) => Promise<Result<T>>): Promise<Result<T>> {
  const keeping = (scope: EditionScope, office: EditionScope['office']): Keeping => ({
    scope,
    audited: (useCase, field, more) =>
      audit(work, { useCase, office, subjects: [scope.editionId, of.participantId], fields: [field], ...more }),
  });
  const edition = await findEdition(work, of.editionId);
  const scope = edition.ok ? mayChange(work.actor, edition.value) : edition;
  if (!scope.ok)
    return asOwn(work, { editionId: of.editionId, addresseeId: of.participantId }, (acting, own) =>
      own.addressee.whom === 'participants' ? use(acting, keeping(own.scope, own.office)) : Promise.resolve(unknownParticipant),
    );
  await lockEdition(work.tx, scope.value);
  const [listing] = await findListings(work.tx, scope.value.editionId, { participants: [of.participantId] });
  return listing === undefined ? unknownParticipant : use(work, keeping(scope.value, scope.value.office));
}

const shown = (file: ProfileFile): ProfileFileShown => ({
  ...{ id: file.id, version: file.version, kind: kindOf(file), mediaType: file.mediaType, name: file.name, size: file.size },
  ...{ width: file.width, height: file.height, words: { ...file.words } },
});

/** Of a company that the caller may know to take part. */
export async function listProfileFiles(work: Work, input: OfParticipant): Promise<Result<Answer<'listProfileFiles'>>> {
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const [listing] = await findListings(work.tx, edition.value.id, { participants: [input.participantId] });
  if (listing === undefined) return unknownParticipant;
  const files = await filesOf(work.tx, edition.value.id, input.participantId);
  return ok({ entries: files.map(shown), mayChange: (await mayKeep(work, input)).ok });
}

/** The picture or paper itself. */
export async function openProfileFile(work: Work, { editionId, ...input }: OfFile): Promise<Result<File>> {
  const found = await findProfileFile(work.tx, { editionId: editionId as EditionId, ...input });
  return found === null ? unknownFile : ok(new File([new Uint8Array(found.bytes)], found.name, { type: found.mediaType }));
}

function measured(type: ProfileFileType, bytes: Uint8Array): Result<Picture> | null {
  if (!isPictureType(type)) return null;
  const picture = cleanPicture(type, bytes);
  if (typeof picture === 'string') return refused(`expos.picture_${picture}`);
  const { width, height } = picture;
  const most = profileLimits.pictureSide;
  if (width < 1 || height < 1) return refused('expos.picture_damaged');
  return Math.max(width, height) > most ? refused('expos.picture_too_wide', { pixels: most }) : ok(picture);
}

/**
 * Finds out outside the transaction what a file is, and takes out of a picture what is said beside it. Refuses, at `file`, what is neither a still picture (JPEG,
 * PNG, WebP) nor PDF, and what is too large.
 */
export async function readProfileFile(transact: Transact, input: Asked<'addProfileFile'>): Promise<Result<ReadFile>> {
  const allowed = await transact((work) => mayKeep(work, input));
  if (!allowed.ok) return allowed;
  const { file } = input;
  if (file.size > profileLimits.paperBytes)
    return refused('expos.paper_too_large', { megabytes: Math.round(profileLimits.paperBytes / 1e6) });
  const read = await recogniseDocument({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const isEmpty = file.size === 0;
  if (!read.ok) return refused(isEmpty ? 'evidence.file_empty' : 'expos.profile_file_kind');
  const { mediaType, name } = read.value;
  if (!isPictureType(mediaType) && mediaType !== 'application/pdf') return refused('expos.profile_file_kind');
  if (isPictureType(mediaType) && file.size > profileLimits.pictureBytes)
    return refused('expos.picture_too_large', { megabytes: Math.round(profileLimits.pictureBytes / 1e6) });
  const picture = measured(mediaType, read.value.bytes);
  if (picture === null) return ok({ bytes: read.value.bytes, sha256: read.value.sha256, name, mediaType, width: null, height: null });
  if (!picture.ok) return picture;
  const { bytes, width, height } = picture.value;
  return ok({ bytes, width, height, name, mediaType, sha256: createHash('sha256').update(bytes).digest('hex') });
}

/** Adds it. The same one once more changes nothing. Refuses one more than a company shows. */
export function addProfileFile(work: Work, input: Asked<'addProfileFile'>, read: ReadFile): Promise<Result<ProfileFileShown>> {
  return asKeeper(work, input, async (acting, { scope, audited }) => {
    const kept = await filesOf(acting.tx, scope.editionId, input.participantId);
    const same = kept.find(({ sha256 }) => sha256 === read.sha256);
    if (same !== undefined) {
      await audited('add-profile-file', 'file', { digest: same.sha256 });
      return ok(shown(same));
    }
    const kind = kindOf(read);
    const most = profileLimits[kind];
    if (kept.filter((file) => kindOf(file) === kind).length >= most)
      return refuse({ kind: 'conflict', code: `expos.${kind}s_full`, params: { count: most } });
    const file = { ...read, id: work.newId<'ProfileFile'>(), participantId: input.participantId, size: read.bytes.length, now: work.now };
    await insertProfileFile(acting.tx, scope, file);
    await audited('add-profile-file', 'file', { digest: read.sha256 });
    return ok(shown({ ...file, version: 1, words: {} }));
  });
}

/** One that still stands and is the one that the caller saw. */
async function openFile(acting: Work, { editionId }: EditionScope, { participantId, fileId }: OfFile): Promise<Result<ProfileFile>> {
  const file = (await filesOf(acting.tx, editionId, participantId)).find(({ id }) => id === fileId);
  if (file === undefined) return unknownFile;
  const fresh = current(acting, file);
  return fresh.ok ? ok(file) : fresh;
}

/** Says what it shows. */
export function describeProfileFile(work: Work, input: Asked<'describeProfileFile'>): Promise<Result<ProfileFileShown>> {
  return asKeeper(work, input, async (acting, { scope, audited }) => {
    const file = await openFile(acting, scope, input);
    if (!file.ok) return file;
    await writeProfileFileWords(acting.tx, scope, file.value.id, input.words);
    await audited('describe-profile-file', 'words');
    return ok(shown({ ...file.value, version: file.value.version + 1, words: input.words }));
  });
}

/** Takes it out; the log keeps by its digest what it was. */
export function removeProfileFile(work: Work, input: OfFile): Promise<Result<{ readonly id: ProfileFileId }>> {
  return asKeeper(work, input, async (acting, { scope, audited }) => {
    const file = await openFile(acting, scope, input);
    if (!file.ok) return file;
    await deleteProfileFile(acting.tx, scope, file.value.id);
    await audited('remove-profile-file', 'file', { digest: file.value.sha256 });
    return ok({ id: file.value.id });
  });
}
