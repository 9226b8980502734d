import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { AgreedItem } from '#modules/ties/domain/records.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import { unansweredOf } from './unanswered.ts';

const [ours, theirs] = ['ours' as OfficeId, 'theirs' as OfficeId];
const year = (text: string): StatedValue => ({ type: 'date', date: { text, qualifier: 'exact' } });
const code = (word: string): StatedValue => ({ type: 'code', code: word });

/** A statement that stands, entered at the `n`-th second. */
const said = (n: number, office: OfficeId, attribute: TieAttribute, value: StatedValue, seen: Partial<Statement> = {}): Statement => {
  const at = `2019-11-05T00:00:0${n}.000Z`;
  const facts = {
    id: `s${n}`,
    office: { id: office, name: {} },
    attribute,
    value,
    kind: 'fact',
    supersedes: null,
    withdrawn: null,
    enteredAt: at,
  };
  return { visibility: 'public', sharedWith: [], ...facts, ...seen } as unknown as Statement;
};
const item = (states: AgreedItem['states']): AgreedItem =>
  ({ id: 'i', text: { en: { text: 'Schools', origin: 'human' } }, states }) as unknown as AgreedItem;
const facts = (statements: readonly Statement[], items: readonly AgreedItem[] = []): TieFacts =>
  ({ tieId: 'tie', statements, items, pins: [], agreements: [], exchanges: [] }) as unknown as TieFacts;
const waiting = (known: TieFacts) =>
  unansweredOf(known, ours, theirs).map((entry) => (entry.kind === 'said' ? [entry.attribute, entry.ours] : ['item', entry.state]));

test('what the other side says waits until we say something of it, or the same; who says otherwise later has answered', () => {
  expect(waiting(facts([said(1, theirs, 'established', year('1999'))]))).toEqual([['established', null]]);
  // 1999 and 1999-10-18 agree.
  expect(waiting(facts([said(1, ours, 'established', year('1999-10-18')), said(2, theirs, 'established', year('1999'))]))).toEqual([]);
  expect(waiting(facts([said(1, ours, 'established', year('1998')), said(2, theirs, 'established', year('1999'))]))).toEqual([
    ['established', year('1998')],
  ]);
  expect(waiting(facts([said(1, theirs, 'established', year('1999')), said(2, ours, 'established', year('1998'))]))).toEqual([]);
});

test('an answer that the other side does not see is none yet, unless it says the same', () => {
  const [hidden, shown] = [{ visibility: 'private' as const }, { visibility: 'shared' as const, sharedWith: [{ id: theirs, name: {} }] }];
  const status = said(1, theirs, 'status', code('suspended'));
  const answered = (seen: Partial<Statement>) => unansweredOf(facts([status, said(2, ours, 'status', code('active'), seen)]), ours, theirs);
  expect(answered(hidden)).toMatchObject([{ attribute: 'status', ours: code('active'), isUnseen: true }]);
  expect(answered({ visibility: 'shared', sharedWith: [{ id: 'third' as OfficeId, name: {} }] })).toHaveLength(1);
  expect(answered(shown)).toEqual([]);
  expect(waiting(facts([status, said(2, ours, 'status', code('suspended'), hidden)]))).toEqual([]);
  const year1998 = said(1, ours, 'established', year('1998'), hidden);
  expect(unansweredOf(facts([year1998, said(2, theirs, 'established', year('1999'))]), ours, theirs)).toMatchObject([{ isUnseen: false }]);
});

test('a status of ours answers theirs whatever it is; notes and other offices wait for nothing', () => {
  expect(waiting(facts([said(1, ours, 'status', code('quiet')), said(2, theirs, 'status', code('active'))]))).toEqual([]);
  expect(waiting(facts([said(1, theirs, 'status', code('active'))]))).toEqual([['status', null]]);
  expect(waiting(facts([said(1, theirs, 'note', code('x')), said(2, 'third' as OfficeId, 'class', code('y'))]))).toEqual([]);
  expect(unansweredOf(facts([said(1, theirs, 'class', code('y'))]), ours, null)).toEqual([]);
});

test('an item that they call done waits for our word; one that is open does not', () => {
  const at = '2019-11-05T00:00:00.000Z';
  const bare = { at, sourceId: null, documentId: null };
  expect(waiting(facts([], [item([{ office: theirs, state: 'done', ...bare }])]))).toEqual([['item', 'done']]);
  expect(waiting(facts([], [item([{ office: theirs, state: 'open', ...bare }])]))).toEqual([]);
  const both = item([
    { office: theirs, state: 'done', ...bare },
    { office: ours, state: 'open', ...bare },
  ]);
  expect(waiting(facts([], [both]))).toEqual([]);
});
