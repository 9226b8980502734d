// Lessons: either city states for itself, what differs stands side by side, and what is private stays with its office.
import { expect, test } from 'vitest';
import { mergeCities, undoMerge } from '#modules/ties/api/merge/merge-cities.ts';
import { openTieWorld } from '#modules/ties/api/tie-fixture.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { lessonCounts } from '../../domain/lessons/lesson.ts';
import { addLesson, enterLessonStatements, listLessons, setLessonAudience, withdrawLesson } from './keep-lessons.ts';

const db = await ownTestDatabase();
const w = await openTieWorld(db);
await w.add('San Francisco', 'US');

const human = (text: string) => ({ en: { text, origin: 'human' as const } });
type Entries = Asked<'addLesson'>['entries'];
const plain = { kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null };
const said = (attribute: Entries[number]['attribute'], code: string, more: Partial<Entries[number]> = {}): Entries[number] => ({
  ...plain,
  attribute,
  value: { type: 'code', code },
  ...more,
});
const lessonOf = (more: Partial<Asked<'addLesson'>> = {}): Asked<'addLesson'> => ({
  ...{ office: w.shanghai.office, learnerCity: w.city('Shanghai'), teacherCity: w.city('Liverpool'), teacherCountry: null },
  ...{ title: human('Port trusts'), domain: 'trade', practiceId: null, entries: [said('learned', 'yes')] },
  ...more,
});
const as = <T>({ owner }: TestOffice, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<Result<T>> =>
  db.as(owner, use, version);
const seenBy = async (who: TestOffice | null, city = 'Shanghai') =>
  valueOf(await db.as(who?.owner ?? null, (work) => listLessons(work, { cityId: w.city(city) }))).entries;

test('entered with its source by one city, private; the other states that it differs once it is shared; everybody reads both once they are public', async () => {
  const source = { class: 'press_or_study' as const, title: 'A forum', publisher: null, address: null, date: null, documentId: null };
  const entries = [said('learned', 'yes', { source, saidBy: 'A speaker' }), said('stage', 'in_use', { source, saidBy: 'A speaker' })];
  const { id: lessonId, version } = valueOf(await as(w.shanghai, (work) => addLesson(work, lessonOf({ entries }))));
  expect(await seenBy(w.liverpool)).toEqual([]);
  expect(await seenBy(null)).toEqual([]);
  const shared = await as(
    w.shanghai,
    (work) => setLessonAudience(work, { lessonId, visibility: 'shared', sharedWith: [w.liverpool.office] }),
    version,
  );
  expect(valueOf(shared).sharedWith.map(({ id }) => id)).toEqual([w.liverpool.office]);
  const [theirs] = await seenBy(w.liverpool, 'Liverpool');
  expect([theirs?.sharedWith, theirs?.mayEdit, theirs?.speaksFor]).toEqual([[], false, [w.liverpool.office]]);
  expect(theirs?.said.map(({ attribute, values }) => [attribute, values])).toEqual([
    ['learned', 1],
    ['stage', 1],
  ]);
  const denial = [said('learned', 'no', { visibility: 'public' })];
  valueOf(await as(w.liverpool, (work) => enterLessonStatements(work, { lessonId, office: w.liverpool.office, entries: denial })));
  const [ours] = await seenBy(w.shanghai);
  expect(ours?.said.find(({ attribute }) => attribute === 'learned')).toMatchObject({ sources: 2, values: 2 });
  valueOf(
    await as(w.shanghai, (work) => setLessonAudience(work, { lessonId, visibility: 'public', sharedWith: [] }), valueOf(shared).version),
  );
  const [everybody] = await seenBy(null);
  expect(everybody?.said.find(({ attribute }) => attribute === 'learned')?.shown.first?.saidBy).toBe('A speaker');
  expect(everybody).toMatchObject({ learner: { slug: 'shanghai-cn' }, teacher: { slug: 'liverpool-gb' }, mayEdit: false, speaksFor: [] });
  expect(lessonCounts([everybody?.said ?? []])).toMatchObject({ all: 1, stages: { in_use: 1 }, differing: 1, denied: 0, unsaid: 0 });
  valueOf(await as(w.shanghai, (work) => withdrawLesson(work, { lessonId, confirmed: ['kernel.read_by_others'] }), 3));
  expect(await seenBy(null)).toEqual([]);
  expect(await seenBy(w.shanghai)).toEqual([]);
});

test('of a city that its source does not name the country stands; nobody says how far it has come, and that is counted as such', async () => {
  valueOf(await as(w.shanghai, (work) => addLesson(work, lessonOf({ teacherCity: null, teacherCountry: 'JP', title: human('Rail') }))));
  const [lesson] = await seenBy(w.shanghai);
  expect(lesson).toMatchObject({ teacher: null, teacherCountry: 'JP' });
  expect(lessonCounts([lesson?.said ?? []])).toMatchObject({ unsaid: 1, stages: { in_use: 0 } });
});

test('who is of neither city states nothing; all that is wrong is told at once', async () => {
  const between = lessonOf({ teacherCity: w.city('San Francisco') });
  expect(await as(w.liverpool, (work) => addLesson(work, { ...between, office: w.liverpool.office }))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  const wrong = lessonOf({
    ...{ teacherCity: w.city('Shanghai'), teacherCountry: 'JP' },
    entries: [said('stage', 'famous'), said('result', 'yes')],
  });
  const refused = await as(w.shanghai, (work) => addLesson(work, wrong));
  expect(refused.ok ? [] : refused.refusal.problems?.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['teacherCountry', 'matching.teacher_twice'],
    ['entries.0.value.code', 'matching.code_unknown'],
    ['entries.1.value.type', 'matching.value_misfits'],
  ]);
  expect(await as(w.shanghai, (work) => addLesson(work, lessonOf({ teacherCity: w.city('Shanghai') })))).toMatchObject({
    refusal: { problems: [{ path: ['teacherCity'], code: 'matching.teacher_is_learner' }] },
  });
});

test('a city that goes into another takes along what it learned and taught, and back', async () => {
  await w.add('Yokohama', 'JP');
  await w.add('Yokohama City', 'JP');
  const [fromId, intoId] = [w.city('Yokohama'), w.city('Yokohama City')];
  valueOf(
    await as(w.liverpool, (work) =>
      addLesson(work, lessonOf({ office: w.liverpool.office, learnerCity: w.city('Liverpool'), teacherCity: fromId })),
    ),
  );
  const teachers = async () => (await seenBy(w.liverpool, 'Liverpool')).map(({ teacher }) => teacher?.id);
  expect(await teachers()).toContain(fromId);
  const merge = valueOf(await as(w.register, (work) => mergeCities(work, { fromId, intoId, reason: 'One city' })));
  expect(await teachers()).toContain(intoId);
  expect((await seenBy(w.liverpool, 'Yokohama City')).map(({ learner }) => learner.slug)).toEqual(['liverpool-gb']);
  valueOf(await as(w.register, (work) => undoMerge(work, { mergeId: merge.id, reason: 'Two after all' }), merge.version));
  expect(await teachers()).toContain(fromId);
});

test('a day that is still to come and a use before the learning are refused in words, of what one office states at once or one after the other', async () => {
  const since = (text: string) => ({ text, qualifier: 'exact' as const });
  const learned = (text: string) => said('learned', 'yes', { value: { type: 'code', code: 'yes', since: since(text) } });
  const used = (text: string) => said('stage', 'in_use', { value: { type: 'code', code: 'in_use', since: since(text) } });
  const add = (...entries: Entries) => as(w.shanghai, (work) => addLesson(work, lessonOf({ title: human('Quays'), entries })));
  const at = (place: number, code: string) => ({ path: ['entries', place, 'value', 'since'], code: `matching.${code}` });
  expect(await add(learned('2190'), used('2180'))).toMatchObject({
    refusal: { problems: [at(0, 'since_to_come'), at(1, 'since_to_come')] },
  });
  expect(await add(learned('2010'), used('1998'))).toMatchObject({ refusal: { problems: [at(1, 'used_before_learned')] } });
  // The same year may be either way round.
  const { id: lessonId } = valueOf(await add(learned('2010-05'), used('2010')));
  const state = (who: TestOffice, ...entries: Entries) =>
    as(who, (work) => enterLessonStatements(work, { lessonId, office: who.office, entries }));
  expect(await state(w.shanghai, used('1998'))).toMatchObject({ refusal: { problems: [at(0, 'used_before_learned')] } });
  expect(await state(w.shanghai, learned('2020'))).toMatchObject({ refusal: { problems: [at(0, 'used_before_learned')] } });
  valueOf(await state(w.shanghai, used('2012')));
});
