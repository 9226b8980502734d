import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { problemSentence } from '../formats/problem-sentences.ts';
import { Importer } from './import-fixture.ts';
import { listPlacesTold, listReferenceProblems } from './read-findings.ts';

const db = await ownTestDatabase();
const importer = new Importer(db, await db.foundOffice({ kind: 'register' }));

test('namesakes are told apart in the finding and in the question about it, in either language of the list', async () => {
  const set = await importer.createSet('Namesakes');
  const rows = [
    'Springfield,United States,Rochdale,United Kingdom',
    '斯普林菲爾德,美国,Cork,Ireland',
    'Santa Cruz,Philippines,Cork,Ireland',
  ];
  const preview = await importer.preview(set.id, ['City,Country,Partner,Partner country', ...rows].join('\n'));
  const found = valueOf(
    await importer.as((work) => listReferenceProblems(work, { importId: preview.id, code: 'reference.homonym', limit: 50 })),
  );
  const sentences = found.entries.map((problem) => problemSentence(problem, 'en', {}));
  expect(sentences).toHaveLength(3);
  for (const sentence of sentences.slice(0, 2))
    expect(sentence).toMatch(
      /Springfield, MO \(United States\); Springfield, MA \(United States\); Springfield, IL \(United States\); \d+ more\./,
    );
  expect(sentences[2]).toMatch(/Santa Cruz \(Philippines, [\d,]+ inhabitants\); Santa Cruz \(Philippines, [\d,]+ inhabitants\)/);
  const us = { US: { 'zh-Hans': { text: '美利坚', origin: 'human' as const } } };
  const [, springfield] = found.entries;
  expect(springfield && problemSentence(springfield, 'zh-Hans', us)).toMatch(/Springfield, MO（美利坚）；.*；另有\d+处。/);
  for (const { key } of found.entries) {
    const told = valueOf(await listPlacesTold(importer.as, { importId: preview.id, key: key ?? '', limit: 1 }));
    const alternatives = told.entries[0]?.alternatives ?? [];
    expect(alternatives.length).toBeGreaterThan(4);
    expect(alternatives.filter(({ near }) => near === undefined)).toEqual([]);
    expect(new Set(alternatives.map(({ region, near }) => JSON.stringify([region, near]))).size).toBe(alternatives.length);
  }
});
