// A second person reads an entry before it is published: asked for, then approved or returned with remarks.
import { type Refusal, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { ProfileEntry } from '../../contract/profile.ts';
import { halfTexts } from '../../domain/profile/profile.ts';
import { mayReviewText } from '../../domain/profile/review.ts';
import { reviewEntry } from '../../store/profile.ts';
import { invalid, takeStep, type OpenedEntry } from './change-profile.ts';
import { tellReviewers } from './review-mail.ts';

const conflict = (code: string): Refusal => ({ kind: 'conflict', code });

/** Asks for a second reader; whoever may answer is told by mail, whose links lead to `origin`. Refuses `cities.nobody_reviews` where the office has no other, `cities.review_asked_already`, a text that is half in a language. */
export const askEntryReview = (work: Work, { entryId, note }: Asked<'askEntryReview'>, origin: string): Promise<Result<ProfileEntry>> =>
  takeStep(work, entryId, {
    useCase: 'ask-entry-review',
    fields: ['review'],
    step: 'review_asked',
    note,
    refuses: ({ entry, colleagues }) => {
      if (colleagues.writers < 2) return conflict('cities.nobody_reviews');
      if (entry.review === 'asked' || entry.review === 'approved') return conflict('cities.review_asked_already');
      return invalid(halfTexts(entry));
    },
    take: async ({ entry, scope }) => {
      const asked = await reviewEntry(work.tx, scope, { entry, review: 'asked', note, expectedVersion: work.expectedVersion });
      if (asked !== null) await tellReviewers(work, { office: scope.office, entry: asked, origin });
      return asked;
    },
  });

const answerRefusal = (work: Work, { entry }: OpenedEntry, { approved, note }: Asked<'answerEntryReview'>): Refusal | null => {
  if (entry.review !== 'asked') return conflict('cities.review_not_asked');
  if (!mayReviewText(entry, work.actor.account)) return { kind: 'forbidden', code: 'cities.own_text' };
  return invalid(approved || note !== null ? [] : [{ path: ['note'], code: 'cities.remarks_missing' }]);
};

/**
 * Approves a text, or returns it with remarks. Refuses `cities.review_not_asked`, `cities.own_text` to whoever wrote it, and a return
 * without remarks.
 */
export const answerEntryReview = (work: Work, asked: Asked<'answerEntryReview'>): Promise<Result<ProfileEntry>> =>
  takeStep(work, asked.entryId, {
    useCase: 'answer-entry-review',
    fields: ['review'],
    step: asked.approved ? 'approved' : 'returned',
    note: asked.note,
    refuses: (opened) => answerRefusal(work, opened, asked),
    take: ({ entry, scope }) =>
      reviewEntry(work.tx, scope, {
        entry,
        review: asked.approved ? 'approved' : 'returned',
        note: asked.note,
        expectedVersion: work.expectedVersion,
      }),
  });
