// The thread that compares, with an operator's folder of word vectors.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unstated } from '#matcher/core/model.ts';
import { find, useVectors } from './finder.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
afterAll(() => {
  useVectors(null);
  rmSync(folder, { recursive: true });
});

test('a folder that cannot be used is refused with what is wrong; one that can adds lines of its own', async () => {
  expect(() => {
    useVectors(folder);
  }).toThrow('HANSA_VECTORS');
  writeFileSync(path.join(folder, 'tiny.en.vec'), '1 2\nwinch 1 0\n');
  writeFileSync(path.join(folder, 'tiny.zh.vec'), '1 2\n起重机 1 0\n');
  useVectors(folder);
  const passage = (text: string) => ({ language: null, title: text, text: '' });
  const found = await find({
    ...{ poolId: 'tried', stamp: '1', ownWords: [] },
    profiles: [{ ...unstated('offer'), offers: [passage('起重机')] }],
    ask: { kind: 'answers', own: [{ ...unstated('need'), needs: [passage('winch')] }], tiers: [{ ids: null, most: 3 }] },
  });
  const [answer] = found !== null && 'answers' in found ? (found.answers[0]?.[0] ?? []) : [];
  const lines = [...(answer?.bill.sought ?? []), ...(answer?.bill.besides ?? [])];
  expect(lines.map(({ part, ours, theirs }) => [part, ours, theirs])).toEqual([['near', ['winch'], ['起重机']]]);
  expect(lines[0]?.value).toBe(answer?.score);
});
