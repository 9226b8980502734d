import { expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { enterStatements } from './enter-statements.ts';
import { statementsOf } from './read-statements.ts';

const db = await ownTestDatabase();
const office = await db.foundOffice();

const reach = { population: 'Firms that exhibited', area: null, period: '2018', method: 'A survey by mail', sample: '31', outOf: '217' };
const subject = { kind: 'city' as const, id: '01a212ff-c0b5-774b-811b-83a1091ce8dd' };
const study = { class: 'press_or_study' as const, title: 'What became of it', publisher: 'A chamber' };

const say = (source: object) =>
  db.as(office.owner, (work) =>
    enterStatements(work, {
      ...{ office: office.office, subject },
      entries: [{ attribute: 'known_for', value: { type: 'count', count: '47', qualifier: 'exact', unit: '%' }, source }],
    }),
  );
const problemsOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : (result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

test('a study is a source with its reach, which whoever reads the figure reads', async () => {
  valueOf(await say({ ...study, reach }));
  const found = await db.as(office.owner, async (work) => ({ ok: true, value: await statementsOf(work, 'city', [subject.id]) }) as const);
  expect(valueOf(found).get(subject.id)?.[0]?.source).toMatchObject({ title: 'What became of it', reach });
});

test('the same study with another reach is another source: which of both is meant is asked, and nothing is dropped', async () => {
  expect(problemsOf(await say({ ...study, reach: { ...reach, sample: '40' } }))).toEqual([
    'entries.0.source.title evidence.source_on_record',
  ]);
  expect((await say({ ...study, reach })).ok).toBe(true);
});

test('a sample larger than those whom it stands for is refused', async () => {
  const source = { ...study, title: 'Another study', reach: { ...reach, sample: '218' } };
  expect(problemsOf(await say(source))).toEqual(['entries.0.source.reach.sample evidence.sample_above_all']);
});
