// Two cities with their offices, the register office, and a tie both keep: what tests of outcomes stand on.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { addCity } from '#modules/cities/api/add-city.ts';
import { answerAdoption, askAdoption } from '#modules/cities/api/adopt-city.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';

export interface TieFixture {
  readonly liverpool: TestOffice;
  readonly shanghai: TestOffice;
  readonly stranger: TestOffice;
  readonly cities: Readonly<Record<'liverpool' | 'shanghai', Id<'City'>>>;
  readonly tieId: string;
}

const named = (en: string, zh: string) => [
  { language: 'en', text: en, kind: 'official' as const, origin: 'human' as const },
  { language: 'zh-Hans', text: zh, kind: 'official' as const, origin: 'human' as const },
];

/** Records a city, of which a database that files share has several of one name, and lets an office adopt it. */
async function foundCity(db: TestDatabase, register: TestOffice, names: ReturnType<typeof named>, country: string) {
  const office = await db.foundOffice({ kind: 'city' });
  const facts = { office: register.office, names, kind: 'municipality' as const, country, confirmed: ['cities.may_be_same' as const] };
  const city = valueOf(await db.as(register.owner, (work) => addCity(work, facts, null)));
  const asked = valueOf(await db.as(office.owner, (work) => askAdoption(work, { cityId: city.id, office: office.office, note: null })));
  valueOf(await db.as(register.owner, (work) => answerAdoption(work, { adoptionId: asked.id, approved: true })));
  return { office, id: city.id as Id<'City'> };
}

export async function openTie(db: TestDatabase): Promise<TieFixture> {
  const register = await db.foundOffice({ kind: 'register' });
  const liverpool = await foundCity(db, register, named('Liverpool', '利物浦'), 'GB');
  const shanghai = await foundCity(db, register, named('Shanghai', '上海'), 'CN');
  const kept = [];
  for (const { office, id } of [liverpool, shanghai]) {
    const asked = { office: office.office, cityId: id, withCityId: id === liverpool.id ? shanghai.id : liverpool.id };
    kept.push(valueOf(await db.as(office.owner, (work) => keepTie(work, asked))));
  }
  return {
    liverpool: liverpool.office,
    shanghai: shanghai.office,
    stranger: await db.foundOffice(),
    cities: { liverpool: liverpool.id, shanghai: shanghai.id },
    tieId: kept[0]?.id ?? '',
  };
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
