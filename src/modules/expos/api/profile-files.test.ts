// Pictures and papers of a company on the real database: who adds, sees and removes them, and what is left out of a picture.
import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { updateParticipant, withdrawParticipant } from './change-participants.ts';
import { organiserOf, text } from './edition-fixture.ts';
import { listDirectory } from './list-directory.ts';
import {
  addProfileFile,
  describeProfileFile,
  listProfileFiles,
  openProfileFile,
  readProfileFile,
  removeProfileFile,
} from './profile-files.ts';
import { jpegOf, paperOf, pngOf } from '../domain/profile/picture-fixture.ts';

const db = await shareTestDatabase();

async function fair() {
  const organiser = organiserOf(db, await db.foundOffice());
  const [own, other, stranger] = [await db.foundOffice(), await db.foundOffice(), await db.foundOffice()];
  const { id: editionId } = await organiser.edition('Pictures');
  const e1 = await organiser.participant(editionId, 'E01', { officeId: own.office });
  await organiser.participant(editionId, 'B01', { officeId: other.office });
  const ids = { editionId, participantId: e1.id };
  const add = async (by: AccountId | null, file: File): Promise<Result<unknown>> => {
    const read = await readProfileFile((use) => db.as(by, use), { ...ids, file });
    return read.ok ? db.as(by, (work) => addProfileFile(work, { ...ids, file }, read.value)) : read;
  };
  const seen = async (by: AccountId | null) => db.as(by, (work) => listProfileFiles(work, ids));
  const entries = async (by: AccountId | null) => valueOf(await seen(by)).entries;
  return { organiser, own: own.owner, other: other.owner, stranger: stranger.owner, ids, add, seen, entries, e1 };
}

const bytesOf = async (opened: Result<File>): Promise<string> => Buffer.from(await valueOf(opened).arrayBuffer()).toString('latin1');

test('a company shows pictures and papers to whoever takes part, without where a picture was taken; the public and strangers see none', async () => {
  const { organiser, own, other, stranger, ids, add, seen, entries } = await fair();
  valueOf(await add(own, new File([jpegOf({ note: 'taken in Liverpool', orientation: 6 })], 'pump.jpg')));
  valueOf(await add(own, new File([paperOf('Catalogue')], 'catalogue.pdf')));
  expect(await entries(other)).toMatchObject([
    { kind: 'picture', name: 'pump.jpg', mediaType: 'image/jpeg', width: 1, height: 1, words: {} },
    { kind: 'paper', name: 'catalogue.pdf', mediaType: 'application/pdf', width: null },
  ]);
  const [picture] = await entries(other);
  const at = { ...ids, fileId: picture?.id ?? expect.fail('no picture') };
  const opened = await bytesOf(await db.as(other, (work) => openProfileFile(work, at)));
  expect(opened).not.toContain('Liverpool');
  expect(opened.slice(0, 3)).toBe('\xff\xd8\xff');
  const listed = async (by: AccountId | null) =>
    valueOf(await db.as(by, (work) => listDirectory(work, { editionId: ids.editionId, limit: 50 }))).entries.map(({ files }) => files);
  expect(await listed(other)).toEqual([0, 2]);
  await organiser.publish(ids.editionId);
  expect(await listed(null)).toEqual([0]);
  for (const by of [null, stranger]) {
    expect(await db.as(by, (work) => openProfileFile(work, at))).toMatchObject({ refusal: { code: 'expos.profile_file_not_found' } });
    expect(valueOf(await seen(by))).toEqual({ entries: [], mayChange: false });
  }
});

test('the company and the organiser change them, nobody else; what is seen stale is not changed; what is removed is gone', async () => {
  const { organiser, own, other, ids, add, entries, e1 } = await fair();
  valueOf(await add(own, new File([pngOf({})], 'stand.png')));
  // The same once more is the same.
  valueOf(await add(own, new File([pngOf({ note: 'again' })], 'again.png')));
  expect((await entries(own)).map(({ name }) => name)).toEqual(['stand.png']);
  expect(await add(other, new File([pngOf({})], 'mine.png'))).toMatchObject({ refusal: { code: 'expos.participant_not_found' } });
  const [picture] = await entries(own);
  const at = { ...ids, fileId: picture?.id ?? expect.fail('no picture') };
  const describe = (by: AccountId, words: string, version: number) =>
    db.as(by, (work) => describeProfileFile(work, { ...at, words: text(words) }), version);
  expect(valueOf(await describe(own, 'A pump', 1))).toMatchObject({ version: 2, words: text('A pump') });
  expect(await describe(own, 'A fan', 1)).toMatchObject({ refusal: { kind: 'stale' } });
  expect((await describe(other, 'A fake', 2)).ok).toBe(false);
  valueOf(await organiser.as((work) => describeProfileFile(work, { ...at, words: {} }), 2));
  expect((await db.as(other, (work) => removeProfileFile(work, at), 3)).ok).toBe(false);
  valueOf(await organiser.as((work) => removeProfileFile(work, at), 3));
  expect(await entries(own)).toEqual([]);
  const { rows } = await db.owner.query<{ count: number }>('select count(*)::int as count from expos.profile_file where edition_id = $1', [
    ids.editionId,
  ]);
  expect(rows).toEqual([{ count: 0 }]);
  // Whoever is another company's now, or has withdrawn, shows nothing any more.
  valueOf(await add(own, new File([pngOf({})], 'stand.png')));
  valueOf(await organiser.as((work) => updateParticipant(work, { ...ids, officeId: null })));
  expect((await add(own, new File([jpegOf({})], 'late.jpg'))).ok).toBe(false);
  const posting = { origin: 'https://hansa.example', channels: ['mail' as const] };
  valueOf(await organiser.as((work) => withdrawParticipant(work, { ...ids, participantId: e1.id }, posting)));
  expect(await db.as(other, (work) => listProfileFiles(work, ids))).toMatchObject({ refusal: { code: 'expos.participant_not_found' } });
});

test('what is no picture or paper, damaged, moving, too large or one too many is refused in words', async () => {
  const { own, add, entries } = await fair();
  const codeOf = async (bytes: Uint8Array<ArrayBuffer> | string, name = 'file.png') => {
    const added = await add(own, new File([bytes], name));
    return added.ok ? 'kept' : (added.refusal.problems?.[0]?.code ?? added.refusal.code);
  };
  expect(await codeOf('')).toBe('evidence.file_empty');
  for (const bytes of ['plain words', '<svg onload="alert(1)"></svg>', 'GIF89a', 'MZ program', 'PK\u0003\u0004'])
    expect(await codeOf(bytes)).toBe('expos.profile_file_kind');
  expect(await codeOf(jpegOf({}).slice(0, 60))).toBe('expos.picture_damaged');
  expect(await codeOf(pngOf({ moving: true }))).toBe('expos.picture_moving');
  expect(await codeOf(pngOf({ width: 5000 }))).toBe('expos.picture_too_wide');
  expect(await codeOf(pngOf({ width: 0 }))).toBe('expos.picture_damaged');
  expect(await codeOf(pngOf({ note: 'x'.repeat(2_000_000) }))).toBe('expos.picture_too_large');
  expect(await codeOf(paperOf('x'.repeat(5_000_000)))).toBe('expos.paper_too_large');
  for (let width = 1; width <= 6; width += 1) expect(await codeOf(pngOf({ width }))).toBe('kept');
  expect(await codeOf(pngOf({ width: 7 }))).toBe('expos.pictures_full');
  for (const words of ['one', 'two']) expect(await codeOf(paperOf(words), 'paper.pdf')).toBe('kept');
  expect(await codeOf(paperOf('three'))).toBe('expos.papers_full');
  // Many at once are not more than there is room for.
  expect(await entries(own)).toHaveLength(8);
  const again = await Promise.all(Array.from({ length: 6 }, (_, n) => codeOf(pngOf({ width: 20 + n }))));
  expect(new Set(again)).toEqual(new Set(['expos.pictures_full']));
});
