import { expect, test } from 'vitest';
import type { ProgrammeItem, ProgrammeItemFacts, Speaker } from '#modules/expos/domain/programme/programme.ts';
import type { Id } from '#kernel/ids.ts';
import { smallEdition } from '../edition-fixture.ts';
import { clashesOf, type ClashFacts, type StopSpan } from './clashes.ts';

const hour = 3_600_000;
const nine = smallEdition().slots[0]?.start ?? 0;
const brand = <K extends string>(id: string): Id<K> => id as Id<K>;
const text = (en: string, zh?: string) => ({
  en: { text: en, origin: 'human' as const },
  ...(zh === undefined ? {} : { 'zh-Hans': { text: zh, origin: 'human' as const } }),
});
const speaker = (name: Speaker['name'], more: Partial<Speaker> = {}): Speaker => ({
  ...{ name, post: {}, office: {}, rank: 1, participantId: null, topic: {}, speakerId: null },
  ...more,
});
const item = (id: string, from: number | null, until: number | null, more: Partial<ProgrammeItemFacts> = {}): ProgrammeItem => ({
  ...{
    id: brand(id),
    version: 1,
    kind: 'forum',
    title: text(id),
    day: '2019-11-06',
    roomId: brand('r1'),
    languages: [],
    interpretedInto: [],
  },
  ...{ interpreters: [], standId: null, cities: [], hosts: [], themes: [], speakers: [], followUp: [], source: null },
  start: from === null ? null : nine + from * hour,
  end: until === null ? null : nine + until * hour,
  ...more,
});
const facts = (items: readonly ProgrammeItem[], more: Partial<ClashFacts> = {}): ClashFacts => {
  const { participants, interpreters } = smallEdition();
  const rooms = ['r1', 'r2'].map((id) => ({ id: brand<'ProgrammeRoom'>(id), name: text(id), hall: '', seats: null }));
  return { items, rooms, answers: [], held: [], participants, interpreters, ...more };
};
const told = (given: ClashFacts) =>
  clashesOf(given).map(({ code, severity, items }) => [code.replace('meetings.clash_', ''), severity, ...items]);

test('one room, one person under either name, one interpreter cannot be twice at once; what touches does not clash', () => {
  const chen = speaker(text('Chen Xiao', '陈晓'), { office: text('Port office') });
  const elsewhere = { roomId: brand<'ProgrammeRoom'>('r2') };
  expect(told(facts([item('a', 0, 1), item('b', 1, 2)]))).toEqual([]);
  expect(told(facts([item('a', 0, 1), item('b', 0.5, 2)]))).toEqual([['room', 'hard', 'a', 'b']]);
  const also = speaker({ 'zh-Hans': { text: ' 陈晓', origin: 'human' } });
  expect(told(facts([item('a', 0, 1, { speakers: [chen] }), item('b', 0.5, 2, { ...elsewhere, speakers: [also] })]))).toEqual([
    ['person', 'hard', 'a', 'b'],
  ]);
  const namesake = speaker(text('CHEN XIAO'), { office: text('Museum') });
  expect(told(facts([item('a', 0, 1, { speakers: [chen] }), item('b', 0.5, 2, { ...elsewhere, speakers: [namesake] })]))).toEqual([]);
  const interpreters = [brand<'Interpreter'>('i1')];
  expect(told(facts([item('a', 0, 1, { interpreters }), item('b', 0.5, 2, { ...elsewhere, interpreters })]))).toEqual([
    ['interpreter', 'hard', 'a', 'b'],
  ]);
});

test('a speaker takes one seat of the participant beside its meetings, an interpreter no second meeting', () => {
  const speakers = [speaker(text('Lin'), { participantId: brand('E01') })];
  const meeting = { a: 'E01', b: 'B01', interpreterId: 'i1', start: nine, end: nine + hour };
  const held = [meeting];
  expect(told(facts([item('a', 0, 1, { speakers })], { held }))).toEqual([['seats', 'hard', 'a']]);
  expect(told(facts([item('a', 1, 2, { speakers })], { held }))).toEqual([]);
  const twoSeats = smallEdition({ E01: { seats: 2 } }).participants;
  expect(told(facts([item('a', 0, 1, { speakers })], { held, participants: twoSeats }))).toEqual([]);
  const twice = [
    item('a', 0, 1, { speakers }),
    item('b', 0, 1, { speakers: [speaker(text('Wu'), { participantId: brand('E01') })], roomId: brand('r2') }),
  ];
  expect(told(facts(twice, { held, participants: twoSeats }))).toEqual([['seats', 'hard', 'b']]);
  expect(told(facts([item('a', 0, 1, { interpreters: [brand('i1')] })], { held }))).toEqual([['interpreter_meets', 'hard', 'a']]);
  const interpreters = smallEdition().interpreters.map((one) => ({ ...one, away: [{ start: nine, end: nine + hour }] }));
  expect(told(facts([item('a', 0, 1, { interpreters: [brand('i1')] })], { interpreters }))).toEqual([['interpreter_away', 'hard', 'a']]);
});

test('what is not known is a warning, never a clash', () => {
  expect(told(facts([item('a', null, null, { roomId: null, interpretedInto: ['zh-Hans'] }), item('b', null, null)]))).toEqual([
    ['no_time', 'warning', 'a'],
    ['no_room', 'warning', 'a'],
    ['no_interpreter', 'warning', 'a'],
    ['no_time', 'warning', 'b'],
  ]);
  expect(told(facts([item('a', 0, 1, { roomId: null, kind: 'site_visit' })]))).toEqual([]);
});

test('a speaker who said that they cannot come is a warning for as long as they are announced for that item', () => {
  const ada = speaker(text('Ada Lin'), { speakerId: brand('s1') });
  const said = { speakerId: brand<'Speaker'>('s1'), itemId: brand<'ProgrammeItem'>('a'), comes: 'no' as const };
  const items = [item('a', 0, 1, { speakers: [ada] }), item('b', 1, 2, { speakers: [ada] })];
  expect(clashesOf(facts(items, { answers: [said] }))).toEqual([
    { code: 'meetings.clash_not_coming', severity: 'warning', items: ['a'], about: ada.name },
  ]);
  expect(told(facts(items, { answers: [{ ...said, comes: 'yes' }] }))).toEqual([]);
  expect(told(facts([item('a', 0, 1), item('b', 1, 2, { speakers: [ada] })], { answers: [said] }))).toEqual([]);
});

test('what a delegation does in its visit is held against the programme, the meetings and its own hours, and only warns', () => {
  const lin = { id: 't1', name: text('Ann Lin'), office: text('Port office') };
  const tall = { id: 't2', name: text('Bo Tall'), office: {} };
  const stop = (id: string, from: number, until: number, more: Partial<StopSpan> = {}): StopSpan => ({
    ...{ id, title: text(id), start: nine + from * hour, end: nine + until * hour, isTimed: true, people: [lin, tall], participants: [] },
    ...more,
  });
  const speaks = item('forum', 0, 1, { speakers: [speaker(text('ann  lin'), { office: text('Port office') })] });
  expect(told(facts([speaks], { stops: [stop('port', 0.5, 2), stop('town hall', 2, 3)] }))).toEqual([
    ['travels', 'warning', 'forum', 'port'],
  ]);
  expect(told(facts([speaks], { stops: [stop('port', 1, 2)] }))).toEqual([]);
  const namesake = { ...lin, office: text('Museum') };
  expect(told(facts([speaks], { stops: [stop('port', 0, 1, { people: [namesake] })] }))).toEqual([]);
  expect(told(facts([], { stops: [stop('a', 0, 1), stop('b', 0.5, 1), stop('c', 0.5, 1, { people: [] })] }))).toEqual([
    ['travels_twice', 'warning', 'a', 'b'],
  ]);
  // Known to a part of the day, both may well fit.
  expect(told(facts([], { stops: [stop('a', 0, 3, { isTimed: false }), stop('b', 0.5, 1)] }))).toEqual([]);
  const held = [{ a: 'E01', b: 'B01', interpreterId: null, start: nine, end: nine + hour }];
  expect(told(facts([], { held, stops: [stop('port', 0.5, 2, { participants: ['E01'] })] }))).toEqual([
    ['travel_meets', 'warning', 'port'],
  ]);
  expect(told(facts([], { held, stops: [stop('port', 1, 2, { participants: ['E01'] }), stop('quay', 0, 1)] }))).toEqual([]);
});
