// Two cities with their offices, the register office, and a tie both keep: what tests of outcomes stand on.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openTieWorld } from '#modules/ties/api/tie-fixture.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';

export interface TieFixture {
  readonly liverpool: TestOffice;
  readonly shanghai: TestOffice;
  readonly stranger: TestOffice;
  readonly cities: Readonly<Record<'liverpool' | 'shanghai', Id<'City'>>>;
  readonly tieId: string;
}

export async function openTie(db: TestDatabase): Promise<TieFixture> {
  const { liverpool, shanghai, city } = await openTieWorld(db);
  const cities = { liverpool: city('Liverpool'), shanghai: city('Shanghai') };
  const keep = ({ owner, office }: TestOffice, cityId: Id<'City'>, withCityId: Id<'City'>) =>
    db.as(owner, (work) => keepTie(work, { office, cityId, withCityId }));
  const tie = valueOf(await keep(liverpool, cities.liverpool, cities.shanghai));
  valueOf(await keep(shanghai, cities.shanghai, cities.liverpool));
  return { liverpool, shanghai, stranger: await db.foundOffice(), cities, tieId: tie.id };
}

export const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });

type Entry = NonNullable<Asked<'recordOutcome'>['entry']>;

export const entry = (facts: Partial<Entry>): Entry => ({
  stage: 'potential',
  amount: null,
  currency: null,
  count: null,
  qualifier: 'exact',
  countQualifier: 'exact',
  valueDate: null,
  note: null,
  saidBy: null,
  about: null,
  ...facts,
});

/** "45 potential deals, £139 million", as a delegation of April 2019 would report it. */
export const deals = (
  { cities, tieId }: TieFixture,
  office: OfficeId,
  facts: Partial<Asked<'recordOutcome'>> = {},
): Asked<'recordOutcome'> => ({
  office,
  // Tests record the same again and again.
  confirmed: ['outcomes.may_be_same'],
  kind: 'deal',
  extent: 'aggregate',
  counted: null,
  title: text('Deals found by the delegation'),
  fromCity: cities.liverpool,
  toCity: cities.shanghai,
  domain: 'trade',
  occurred: { text: '2019-04', qualifier: 'exact' },
  note: null,
  partOf: null,
  parties: [],
  attributions: [{ subjectKind: 'tie', subjectId: tieId, relation: 'related_to' }],
  entry: entry({ amount: '139000000', currency: 'GBP', count: '45', valueDate: { text: '2019-04', qualifier: 'exact' } }),
  ...facts,
});
