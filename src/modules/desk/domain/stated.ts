// What others state of things in which an office has a word - its city, its lessons, outcomes and projects, its place at an edition - and it has said nothing of.
import { isFact, standing } from '#modules/evidence/domain/show-first.ts';
import type { Statement, SubjectKind } from '#modules/evidence/domain/statement.ts';
import { basisOf, valuesAgree } from '#modules/evidence/domain/value.ts';
import { isSeenBy } from '#modules/ties/domain/unanswered-word.ts';
import type { GivenAnswer } from './answers.ts';

/**
 * Where statements of a kind ask for an answer. Ties have a list of their own, since both sides keep them (`unanswered`); of an organisation by itself
 * nobody enters any: what is said of a company is said of its place at an edition or of an outcome.
 */
export const askedWhere = {
  tie: 'ties',
  organisation: 'nowhere',
  city: 'stated',
  edition: 'stated',
  participation: 'stated',
  outcome: 'stated',
  lesson: 'stated',
  milestone: 'stated',
  indicator: 'stated',
} as const satisfies Readonly<Record<SubjectKind, 'ties' | 'stated' | 'nowhere'>>;
export type StatedKind = { [K in SubjectKind]: (typeof askedWhere)[K] extends 'stated' ? K : never }[SubjectKind];

/** Remarks, and what a project foresees: nobody else can say whether it is so. */
const askNothing: readonly string[] = ['remark', 'planned', 'baseline', 'target'];

interface StatedWord {
  readonly theirs: Statement;
  /** What we say otherwise, null where we say nothing. */
  readonly ours: Statement | null;
  /** Our answer is there, and whoever says it does not see it. */
  readonly isUnseen: boolean;
}

const newest = (all: readonly Statement[]): Statement | undefined => all.toSorted((x, y) => (x.id < y.id ? -1 : 1)).at(-1);

/** What stands of one subject, what we say and what others do; of actual figures of a project, time by time. */
function words(
  statements: readonly Statement[],
  office: string,
): readonly { readonly ours: Statement | null; readonly others: readonly Statement[] }[] {
  const facts = standing(statements).filter((one) => isFact(one) && !askNothing.includes(one.attribute));
  const groups = Map.groupBy(facts, ({ attribute, value }) => (attribute === 'actual' ? `actual ${basisOf(value)}` : attribute));
  return [...groups.values()].map((group) => ({
    ours: newest(group.filter((one) => one.office.id === office)) ?? null,
    // Who says that they do not know asks nobody.
    others: group.filter((one) => one.office.id !== office && one.value.type !== 'unknown'),
  }));
}

/** Attribute by attribute the last that waits: neither said alike by us, nor answered later in a way that its office sees. */
export const unansweredStated = (statements: readonly Statement[], office: string): readonly StatedWord[] =>
  words(statements, office).flatMap(({ ours, others }) => {
    const waiting = others.flatMap((theirs): readonly StatedWord[] => {
      if (ours !== null && valuesAgree(theirs.value, ours.value)) return [];
      const isLater = ours !== null && ours.id > theirs.id;
      return isLater && isSeenBy(theirs.office.id, ours) ? [] : [{ theirs, ours, isUnseen: isLater }];
    });
    return waiting.toSorted((x, y) => (x.theirs.id < y.theirs.id ? -1 : 1)).slice(-1);
  });

/** What the office has answered since an instant (ISO, UTC). */
export const answeredStated = (
  statements: readonly Statement[],
  office: string,
  since: string,
): readonly { readonly theirs: Statement; readonly statement: Statement; readonly answer: GivenAnswer }[] =>
  words(statements, office).flatMap(({ ours, others }) => {
    const theirs = ours === null ? undefined : newest(others.filter((one) => one.id < ours.id));
    if (ours === null || theirs === undefined || ours.enteredAt < since) return [];
    const otherwise = ours.value.type === 'unknown' ? 'not_known' : 'differs';
    return [{ theirs, statement: ours, answer: valuesAgree(theirs.value, ours.value) ? 'as_they_say' : otherwise }];
  });
