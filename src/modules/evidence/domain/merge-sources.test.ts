import { expect, test } from 'vitest';
import { mergeProblem } from './merge-sources.ts';
import type { SourceId } from './source.ts';

const source = (id: string, more: { title?: string; into?: string; holds?: number } = {}) => ({
  id: id as SourceId,
  title: more.title ?? id,
  mergedInto: (more.into ?? null) as SourceId | null,
  holds: more.holds ?? 0,
});

test('two sources with a title can be merged, also into one that holds others already', () => {
  expect(mergeProblem(source('a'), source('b'))).toBeNull();
  expect(mergeProblem(source('a'), source('b', { holds: 2 }))).toBeNull();
});

test('no merging makes a chain or a circle, and none is of something that is not there', () => {
  expect(mergeProblem(source('a'), null)).toBe('evidence.source_unknown');
  expect(mergeProblem(source('a'), source('a'))).toBe('evidence.source_is_itself');
  expect(mergeProblem(source('a', { into: 'c' }), source('b'))).toBe('evidence.source_merged_already');
  expect(mergeProblem(source('a'), source('b', { into: 'c' }))).toBe('evidence.source_target_merged');
  expect(mergeProblem(source('a', { holds: 1 }), source('b'))).toBe('evidence.source_holds_others');
  expect(mergeProblem(source('a', { title: '' }), source('b'))).toBe('evidence.source_untitled');
});
