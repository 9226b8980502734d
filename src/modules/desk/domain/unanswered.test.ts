import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { AgreedItem } from '#modules/ties/domain/records.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import type { Exchange } from '#modules/ties/domain/records.ts';
import type { ExchangeWord } from '#modules/ties/domain/exchange-words.ts';
import { answeredOf, unansweredOf, type Sides } from './unanswered.ts';

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
const facts = (statements: readonly Statement[], items: readonly AgreedItem[] = [], exchanges: readonly Exchange[] = []): TieFacts =>
  ({ tieId: 'tie', statements, items, pins: [], agreements: [], exchanges }) as unknown as TieFacts;
const sides: Sides = { office: ours, other: theirs, words: [], today: '2026-11-30' };
const waiting = (known: TieFacts) =>
  unansweredOf(known, sides).map((entry) =>
    entry.kind === 'said'
      ? [entry.attribute, entry.ours?.value ?? null]
      : [entry.kind, entry.kind === 'item' ? entry.state : entry.exchange.id],
  );

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
  const answered = (seen: Partial<Statement>) => unansweredOf(facts([status, said(2, ours, 'status', code('active'), seen)]), sides);
  expect(answered(hidden)).toMatchObject([{ attribute: 'status', ours: { value: code('active') }, isUnseen: true }]);
  expect(answered({ visibility: 'shared', sharedWith: [{ id: 'third' as OfficeId, name: {} }] })).toHaveLength(1);
  expect(answered(shown)).toEqual([]);
  expect(waiting(facts([status, said(2, ours, 'status', code('suspended'), hidden)]))).toEqual([]);
  const year1998 = said(1, ours, 'established', year('1998'), hidden);
  expect(unansweredOf(facts([year1998, said(2, theirs, 'established', year('1999'))]), sides)).toMatchObject([{ isUnseen: false }]);
});

test('a status of ours answers theirs whatever it is; notes and other offices wait for nothing', () => {
  expect(waiting(facts([said(1, ours, 'status', code('quiet')), said(2, theirs, 'status', code('active'))]))).toEqual([]);
  expect(waiting(facts([said(1, theirs, 'status', code('active'))]))).toEqual([['status', null]]);
  expect(waiting(facts([said(1, theirs, 'note', code('x')), said(2, 'third' as OfficeId, 'class', code('y'))]))).toEqual([]);
  expect(unansweredOf(facts([said(1, theirs, 'class', code('y'))]), { ...sides, other: ours })).toEqual([]);
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

test('an item that they call done after we called it open waits for our word; that we cannot say, or said it after them, is one', () => {
  const by = (office: OfficeId, state: AgreedItem['states'][number]['state'], second: number) => ({
    ...{ office, state, at: `2019-11-05T00:00:0${second}.000Z`, sourceId: null, documentId: null },
  });
  const open = (...states: AgreedItem['states']) => waiting(facts([], [item(states)]));
  expect(open(by(ours, 'open', 1), by(theirs, 'done', 2))).toEqual([['item', 'done']]);
  expect(open(by(theirs, 'done', 1), by(ours, 'cannot_say', 2))).toEqual([]);
  expect(open(by(ours, 'done', 1), by(theirs, 'done', 2))).toEqual([]);
  // That they cannot say asks nothing of us.
  expect(open(by(theirs, 'cannot_say', 1))).toEqual([]);
  const known = facts([], [item([by(theirs, 'done', 1), by(ours, 'cannot_say', 2)])]);
  expect(answeredOf(known, sides, '2019-11-05T00:00:01.500Z')).toMatchObject([{ kind: 'item', answer: 'not_known' }]);
  expect(answeredOf(known, sides, '2019-11-06')).toEqual([]);
});

test('a visit that they entered waits until we have said something of it, or entered the same; one to come does not', () => {
  const visit = (id: string, office: OfficeId, starts: string): Exchange =>
    ({
      id,
      office,
      kind: 'visit',
      title: {},
      starts: { text: starts, qualifier: 'exact' },
      enteredAt: '2019-11-05T00:00:00.000Z',
    }) as unknown as Exchange;
  const word = (verdict: ExchangeWord['verdict']): ExchangeWord =>
    ({
      exchangeId: 'v',
      office: ours,
      verdict,
      happened: true,
      starts: null,
      note: null,
      at: '2019-11-05T00:00:01.000Z',
    }) as unknown as ExchangeWord;
  const one = facts([], [], [visit('v', theirs, '2019-11')]);
  expect(waiting(one)).toEqual([['exchange', 'v']]);
  expect(waiting(facts([], [], [visit('v', theirs, '2019-11'), visit('w', ours, '2019-11-05')]))).toEqual([]);
  expect(waiting(facts([], [], [visit('v', theirs, '2019-11'), visit('w', ours, '2018')]))).toEqual([['exchange', 'v']]);
  expect(waiting(facts([], [], [visit('v', theirs, '2027')]))).toEqual([]);
  expect(waiting(facts([], [], [visit('v', 'third' as OfficeId, '2019')]))).toEqual([]);
  for (const [verdict, answer] of [
    ['confirms', 'as_they_say'],
    ['differs', 'differs'],
    ['cannot_say', 'not_known'],
  ] as const) {
    const answered = { ...sides, words: [word(verdict)] };
    expect([unansweredOf(one, answered), answeredOf(one, answered, '2019-11-05')]).toMatchObject([[], [{ kind: 'exchange', answer }]]);
  }
});

test('a statement that we answered today is told with how; what the other side does not see is no answer', () => {
  const told = (value: StatedValue, seen: Partial<Statement> = {}) =>
    answeredOf(facts([said(1, theirs, 'established', year('1999')), said(2, ours, 'established', value, seen)]), sides, '2019-11-05').map(
      ({ answer }) => answer,
    );
  expect(told(year('1999-10-18'))).toEqual(['as_they_say']);
  expect(told(year('1998'))).toEqual(['differs']);
  expect(told({ type: 'unknown', reason: 'cannot_say' })).toEqual(['not_known']);
  expect(told(year('1998'), { visibility: 'private' })).toEqual([]);
});

test('an item that they have entered as agreed waits until we say something of it; one of our own or of a third office does not', () => {
  const by = (office: OfficeId, states: AgreedItem['states'] = []) => ({
    ...facts([], [{ ...item(states), agreementId: 'paper', enteredAt: '2019-11-05T00:00:01.000Z' } as unknown as AgreedItem]),
    agreements: [{ id: 'paper', office, title: {} }] as unknown as TieFacts['agreements'],
  });
  const word = (office: OfficeId, state: AgreedItem['states'][number]['state'], second = 2) => ({
    ...{ office, state, at: `2019-11-05T00:00:0${second}.000Z`, sourceId: null, documentId: null },
  });
  const answer = (...states: AgreedItem['states']) => answeredOf(by(theirs, states), sides, '2019-11-05').map(({ answer: given }) => given);
  expect(waiting(by(theirs))).toEqual([['item', null]]);
  expect(waiting(by(theirs, [word(theirs, 'open')]))).toEqual([['item', 'open']]);
  expect([waiting(by(ours)), waiting(by('third' as OfficeId)), waiting(by(theirs, [word(ours, 'cannot_say')]))]).toEqual([[], [], []]);
  expect([answer(word(ours, 'open')), answer(word(ours, 'dropped')), answer(word(ours, 'cannot_say')), answer()]).toEqual([
    ['as_they_say'],
    ['differs'],
    ['not_known'],
    [],
  ]);
});

test('whoever entered an item as agreed is told that it was not, answers that, and is asked no more', () => {
  const of = (...states: AgreedItem['states']) => ({
    ...facts([], [{ ...item(states), agreementId: 'paper', enteredAt: '2019-11-05T00:00:01.000Z' } as unknown as AgreedItem]),
    agreements: [{ id: 'paper', office: ours, title: {} }] as unknown as TieFacts['agreements'],
  });
  const word = (office: OfficeId, state: AgreedItem['states'][number]['state'], second: number) => ({
    ...{ office, state, at: `2019-11-05T00:00:0${second}.000Z`, sourceId: null, documentId: null },
  });
  const not = word(theirs, 'not_agreed', 2);
  expect([waiting(of(not)), waiting(of(word(ours, 'open', 1), not))]).toEqual([[['item', 'not_agreed']], [['item', 'not_agreed']]]);
  const answer = (state: AgreedItem['states'][number]['state']) => {
    const answered = of(not, word(ours, state, 3));
    return [...waiting(answered), ...answeredOf(answered, sides, '2019-11-05').map(({ answer: given }) => given)];
  };
  expect([answer('not_agreed'), answer('open'), answer('cannot_say')]).toEqual([['as_they_say'], ['differs'], ['not_known']]);
});
