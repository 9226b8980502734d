import { expect, test } from 'vitest';
import { tiesToRead } from './to-read.ts';

const figure = [{ stage: 'potential' as const }];
const of = (slug: string, heard = true) => [{ subjectKind: 'tie', slug, title: {}, heard }];
const outcome = (id: string, year: string, attributions: ReturnType<typeof of>) => ({
  ...{ id, attributions, extent: 'single' as const, partOf: null, figures: figure },
  occurred: { text: year, qualifier: 'exact' as const },
  reached: { stage: 'potential' as const, ended: null },
});
const slugs = (outcomes: Parameters<typeof tiesToRead>[0]) => tiesToRead(outcomes).map(({ slug, outcome: { id } }) => `${slug} ${id}`);

test('each tie stands once, what nobody has followed up first, then the newest', () => {
  const done = { ...outcome('done', '2024', of('c')), reached: { stage: 'realised' as const, ended: null } };
  expect(slugs([outcome('old', '2014', of('a')), outcome('new', '2019', of('a')), outcome('other', '2021', of('b')), done])).toEqual([
    'b other',
    'a new',
    'c done',
  ]);
});

test('what no side has taken up, has no figure or is no tie leads nowhere', () => {
  const bare = { ...outcome('bare', '2020', of('d')), figures: [] };
  const edition = { ...outcome('fair', '2020', []), attributions: [{ subjectKind: 'edition', slug: 'fair', title: {}, heard: true }] };
  expect(slugs([outcome('third', '2020', of('d', false)), bare, edition])).toEqual([]);
});
