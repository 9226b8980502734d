import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { isWithin, within } from './audience.ts';
import { delegationProblems, organisationsIn, type EnteredTraveller, type Traveller } from './delegation.ts';
import { inOrder, isOutside, itineraryProblems, type StopFacts } from './itinerary.ts';

const words = (text: string): MultilingualText => ({ en: { text, origin: 'human' } });
const id = (text: string) => text as Id<'Traveller'>;
const somebody = (more: Partial<EnteredTraveller>): EnteredTraveller => ({
  ...{ id: null, leads: false, post: null, organisation: null, organisationId: null, name: null },
  ...more,
});
const named = (surname: string) => ({ surname, givenName: 'Ann', nameOrder: 'given_first' as const, contactId: null });
const known: readonly Traveller[] = [{ id: id('t1'), leads: false, post: words('Mayor'), organisation: null, organisationId: null }];

test('everything that cannot be of a delegation is told at once, each at its line', () => {
  const list = [
    somebody({ leads: true, id: id('t1'), post: words('Mayor') }),
    somebody({ leads: true, name: named('Lin'), organisation: words('Port  Company') }),
    somebody({ name: named('LIN'), organisation: words('port company') }),
    somebody({}),
    somebody({ id: id('t1'), post: words('Mayor') }),
    somebody({ id: id('of another'), post: words('Mayor') }),
  ];
  expect(delegationProblems(list, known)).toEqual([
    { path: ['travellers', 1, 'leads'], code: 'ties.two_leaders', params: { line: 1 } },
    { path: ['travellers', 2, 'name', 'surname'], code: 'ties.traveller_twice', params: { line: 2 } },
    { path: ['travellers', 3, 'name', 'surname'], code: 'ties.traveller_empty' },
    { path: ['travellers', 4, 'id'], code: 'ties.traveller_unknown' },
    { path: ['travellers', 5, 'id'], code: 'ties.traveller_unknown' },
  ]);
});

test('people of one name at two organisations are two, and a post that two hold is nobody twice', () => {
  const list = [
    somebody({ name: named('Lin'), organisation: words('Port') }),
    somebody({ name: named('Lin'), organisation: words('University') }),
    somebody({ post: words('Adviser') }),
    somebody({ post: words('Adviser') }),
  ];
  expect(delegationProblems(list, [])).toEqual([]);
});

test('organisations stand once each, in the order of whoever comes for them, with how many do', () => {
  const of = (organisation: string | null, organisationId: string | null = null) => ({
    organisation: organisation === null ? null : words(organisation),
    organisationId,
  });
  const list = [of('City council'), of('Port', 'o1'), of(null), of('city  Council'), of('The Port', 'o1')];
  expect(organisationsIn(list).map(({ first, people }) => [first.organisation?.['en']?.text, people])).toEqual([
    ['City council', 2],
    ['Port', 2],
  ]);
});

const on = (text: string) => ({ text, qualifier: 'exact' as const });
const stop = (more: Partial<StopFacts>): StopFacts & { readonly id: null } => ({
  ...{ id: null, date: on('2019-04-18'), part: null, starts: null, ends: null, title: words('A meeting') },
  ...{ place: null, parties: [], travellerIds: [], agreementId: null },
  ...more,
});

test('a time needs a day, an end a start, and nothing ends before it begins; all of it is told at once', () => {
  const stops = [
    stop({ date: on('2019-04'), part: 'morning' }),
    stop({ ends: '10:00' }),
    stop({ starts: '10:00', ends: '10:00', part: 'morning', title: {} }),
    stop({ travellerIds: [id('nobody')] }),
    stop({ date: on('2019'), starts: null }),
    stop({ starts: '09:00' }),
    // A dinner past midnight.
    stop({ starts: '19:30', ends: '00:30' }),
    stop({ starts: '19:30', ends: '09:00' }),
  ];
  expect(itineraryProblems(stops, { stops: [], travellers: known }).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
    'stops.0.date ties.time_without_day',
    'stops.1.starts ties.end_without_start',
    'stops.2.title kernel.required',
    'stops.2.ends ties.stop_ends_before',
    'stops.2.part ties.part_and_time',
    'stops.3.travellerIds ties.traveller_unknown',
    'stops.7.ends ties.stop_ends_before',
  ]);
});

test('an itinerary is in the order of the clock, what has no time first; what lies outside the visit is told of', () => {
  const at = (date: string, starts: string | null, part: 'morning' | 'afternoon' | null = null) => ({ date: on(date), starts, part });
  const stops = [
    at('2019-04-18', '14:00'),
    at('2019-04-18', null, 'afternoon'),
    at('2019-04-18', '09:30'),
    at('2019-04', null),
    at('2019-04-18', null),
  ];
  expect(inOrder(stops).map(({ date, starts, part }) => `${date.text} ${starts ?? part ?? ''}`)).toEqual([
    '2019-04 ',
    '2019-04-18 ',
    '2019-04-18 09:30',
    '2019-04-18 afternoon',
    '2019-04-18 14:00',
  ]);
  const visit = { starts: on('2019-04-17'), ends: on('2019-04-20') };
  expect(['2019-04-16', '2019-04', '2019', '2019-04-20', '2019-04-21'].map((text) => isOutside({ date: on(text) }, visit))).toEqual([
    ...[true, false, false, false, true],
  ]);
  const inMonth = { starts: on('2019-04'), ends: null };
  expect([isOutside({ date: on('2019-04-30') }, inMonth), isOutside({ date: on('2019-05-01') }, inMonth)]).toEqual([false, true]);
  const endless = { starts: on('2019-04-17'), ends: null };
  expect([isOutside({ date: on('2019-04-19') }, endless), isOutside({ date: on('2019-04-16') }, endless)]).toEqual([false, true]);
});

test('a part of a visit is never seen by more than the visit', () => {
  const [one, two] = ['o1', 'o2'] as unknown as readonly [Id<'Office'>, Id<'Office'>];
  const shared = (...sharedWith: readonly Id<'Office'>[]) => ({ visibility: 'shared' as const, sharedWith });
  const open = { visibility: 'public' as const, sharedWith: [] };
  const closed = { visibility: 'private' as const, sharedWith: [] };
  expect([
    within(open, shared(one)),
    within(shared(one, two), shared(two)),
    within(shared(one), shared(two)),
    within(shared(one), open),
  ]).toEqual([...[shared(one), shared(two), closed, shared(one)]]);
  expect([isWithin(open, open), isWithin(open, shared(one)), isWithin(closed, closed), isWithin(shared(one), closed)]).toEqual([
    ...[true, false, true, false],
  ]);
});
