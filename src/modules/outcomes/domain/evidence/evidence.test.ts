import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { OutcomeId } from '../outcome.ts';
import { evidenceAt, stateOf, type EvidenceMark } from './checklist.ts';
import { drawn } from './sample.ts';

const mark = (item: string, facts: Partial<EvidenceMark> = {}): EvidenceMark => ({
  ...{ id: item as Id<'EvidenceMark'>, stage: 'realised', item, validUntil: null, isChecked: false },
  ...facts,
});

test('each kind asks for its own papers at each stage, and an office for more', () => {
  const own = [{ id: 'own-1', kind: 'deal' as const, stage: 'realised' as const, title: 'Insurance' }];
  const [signed, realised] = evidenceAt({ kind: 'deal', stages: ['potential', 'signed', 'realised'] }, [mark('payment_record')], {
    own,
    today: '2026-11-30',
  });
  expect([signed?.items.map(({ item, state }) => [item, state]), signed?.covered]).toEqual([[['signed_contract', 'missing']], 0]);
  expect([realised?.items.map(({ item, state }) => [item, state]), realised?.covered]).toEqual([
    [
      ['delivery_note', 'missing'],
      ['customs_declaration', 'missing'],
      ['payment_record', 'held'],
      ['own-1', 'missing'],
    ],
    1,
  ]);
});

test('a paper is valid on its last day, covers nothing the day after, and a newer one takes its place', () => {
  expect([stateOf({ validUntil: '2026-11-30' }, '2026-11-30'), stateOf({ validUntil: '2026-11-30' }, '2026-12-01')]).toEqual([
    'held',
    'expired',
  ]);
  const at = (marks: readonly EvidenceMark[]) =>
    evidenceAt({ kind: 'project', stages: ['realised'] }, marks, { own: [], today: '2026-12-01' })[0];
  expect(at([mark('completion_report', { validUntil: '2026-11-30' })])).toMatchObject({ covered: 0, items: [{ state: 'expired' }] });
  expect(at([mark('completion_report', { validUntil: '2026-11-30' }), mark('completion_report')])?.covered).toBe(1);
});

test('a sample is the same for the same list and seed in whatever order, and of no outcome twice', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), fc.string({ minLength: 1, maxLength: 20 }), fc.nat(12), (ids, seed, size) => {
      const population = ids as OutcomeId[];
      const sample = drawn(population, { seed, size }, hash);
      expect(drawn(population.toReversed(), { seed, size }, hash)).toEqual(sample);
      expect(sample.length).toBe(Math.min(size, ids.length));
      expect(new Set(sample).size).toBe(sample.length);
    }),
    { numRuns: 100 },
  );
});
