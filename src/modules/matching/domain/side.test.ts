// What of an entry is compared: UN goals and places count with it, and nothing of one that is not valid on the days that are left.
import { expect, test } from 'vitest';
import type { ListingRecord } from '#modules/expos/domain/listing.ts';
import { noMarket } from '#modules/expos/domain/topic.ts';
import { noDetails } from '#modules/organisations/domain/entry.ts';
import { daysLeft, profileOf, saysSomething, saysTheSame, sideOf } from './side.ts';

const edition = { firstDay: '2026-11-05', lastDay: '2026-11-10', timeZone: 'Asia/Shanghai' };
const at = (instant: string) => daysLeft(edition, new Date(instant));
const words = { en: { text: 'Shore power', origin: 'human' as const } };
const listing = {
  ...{ participantId: 'p1', organisationId: 'o1', role: 'exhibitor', code: 'E1', name: words, country: 'GB', city: null },
  ...{ standId: null, leadsStand: false, meetsAt: 'table', standCode: null, hall: null },
  ...noMarket,
  ...{ offer: words, need: words, offerTopics: ['t1'], needTopics: ['t2'] },
} as unknown as ListingRecord;
const offering = (details: Partial<typeof noDetails>): ListingRecord => ({ ...listing, offerDetails: { ...noDetails, ...details } });

test('the days that are left begin with the edition, then with the day at the venue; of one that is over all count', () => {
  expect(at('2026-10-01T00:00:00Z')).toEqual({ first: '2026-11-05', last: '2026-11-10' });
  expect(at('2026-11-06T17:00:00Z')).toEqual({ first: '2026-11-07', last: '2026-11-10' });
  expect(at('2027-01-01T00:00:00Z')).toEqual({ first: '2026-11-05', last: '2026-11-10' });
});

test('an offer that has ended or has not begun counts for nothing, the need beside it as before', () => {
  const ended = offering({ until: '2026-11-06', goals: [7], places: ['Liverpool'] });
  expect(profileOf(sideOf(ended, at('2026-11-05T01:00:00Z'))).offers).toHaveLength(2);
  const side = sideOf(ended, at('2026-11-07T01:00:00Z'));
  expect(side.lapsed).toEqual(['offer']);
  expect(profileOf(side)).toMatchObject({ offers: [], offerTopics: [], needTopics: ['t2'] });
  expect(profileOf(side).needs).toHaveLength(1);
  expect(sideOf(offering({ from: '2026-11-11' }), at('2026-11-05T01:00:00Z')).lapsed).toEqual(['offer']);
  expect(sideOf(offering({ from: '2026-11-10' }), at('2026-11-05T01:00:00Z')).lapsed).toEqual([]);
  const alone = { ...ended, need: null, needTopics: [] };
  expect([saysSomething(sideOf(alone, at('2026-11-05T01:00:00Z'))), saysSomething(sideOf(alone, at('2026-11-08T01:00:00Z')))]).toEqual([
    true,
    false,
  ]);
});

test('a title is compared with the words of its language, and alone where there are no others', () => {
  const title = { ...words, 'zh-Hans': { text: '岸电', origin: 'human' as const } };
  const offers = (said: ListingRecord) => profileOf(sideOf(said, at('2026-11-05T01:00:00Z'))).offers;
  expect(offers(offering({ title }))).toEqual([
    { language: 'en', title: 'Shore power', text: 'Shore power' },
    { language: 'zh-Hans', title: '岸电', text: '' },
  ]);
  const alone = { ...offering({ title }), offer: null, need: null, offerTopics: [], needTopics: [] };
  expect(saysSomething(sideOf(alone, at('2026-11-05T01:00:00Z')))).toBe(true);
  const [one, other] = [offering({ title }), offering({ title: words })].map((said) => sideOf(said, at('2026-11-05T01:00:00Z')));
  expect([one && other && saysTheSame(one, other), one && saysTheSame(one, one)]).toEqual([false, true]);
});

test('topics of the edition and UN goals are compared as what both may state, places as words', () => {
  const profile = profileOf(sideOf(offering({ goals: [7, 13], places: ['Liverpool', '上海'] }), at('2026-11-05T01:00:00Z')));
  expect(profile.offerTopics).toEqual(['t1', '7', '13']);
  expect(profile.offers.map(({ text }) => text)).toEqual(['Shore power', 'Liverpool; 上海']);
});
