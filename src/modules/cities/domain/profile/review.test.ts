import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { mayReviewText, publicationRefusal } from './review.ts';

const [author, colleague] = ['author' as AccountId, 'colleague' as AccountId];
const text = (review: 'none' | 'asked' | 'approved' | 'returned') => ({ review, writtenBy: author });

test('where somebody else can read it, a text is published once they have approved it', () => {
  const refused = (review: Parameters<typeof text>[0]) => publicationRefusal(text(review), { writers: 2, note: 'In haste' })?.code ?? null;
  expect((['none', 'asked', 'returned', 'approved'] as const).map(refused)).toEqual([
    'cities.review_needed',
    'cities.review_needed',
    'cities.review_needed',
    null,
  ]);
});

test('an office of one person publishes with a note', () => {
  expect(publicationRefusal(text('none'), { writers: 1, note: null })).toEqual({ path: ['note'], code: 'cities.note_needed' });
  expect(publicationRefusal(text('none'), { writers: 1, note: 'Nobody else here' })).toBeNull();
  expect(publicationRefusal(text('approved'), { writers: 1, note: null })).toBeNull();
});

test('nobody reviews their own text, and nobody what was not asked for', () => {
  expect(mayReviewText(text('asked'), colleague)).toBe(true);
  expect(mayReviewText(text('asked'), author)).toBe(false);
  expect(mayReviewText(text('asked'), null)).toBe(false);
  expect(mayReviewText(text('none'), colleague)).toBe(false);
  expect(mayReviewText({ review: 'asked', writtenBy: null }, colleague)).toBe(true);
});
