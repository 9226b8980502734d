// Who here should meet those who come: by organisation of the delegation, across languages, with bills that sum; told to the office of that city alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProfileEntry, publishProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { recordEntries } from '#modules/organisations/api/record-entries.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { setDelegation } from '#modules/ties/api/visit/change-visit.ts';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { listVisitMatches } from './list-visit-matches.ts';

let db: TestDatabase;
let w: TieWorld;
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const zh = (text: string) => ({ 'zh-Hans': { text, origin: 'human' as const } });

beforeAll(async () => {
  db = await openTestDatabase();
  w = await openTieWorld(db);
});
afterAll(() => db.close());

test('a visiting port finds our shore-power practice and our company, and only the office of the city it comes to is told', async () => {
  const { liverpool, shanghai, city, transactAs } = w;
  const { office, owner } = liverpool;
  const as = <T>(use: Parameters<typeof db.as<T>>[1], version?: number) => db.as(owner, use, version);
  const { id: tieId } = valueOf(await as((work) => keepTie(work, { office, cityId: city('Liverpool'), withCityId: city('Shanghai') })));
  for (const [title, body] of [
    ['Shore power for ferries', 'Ships at the quay use shore power.'],
    ['Museum nights', 'Museums stay open.'],
  ] as const) {
    const written = {
      cityId: city('Liverpool'),
      kind: 'practice' as const,
      domain: null,
      goals: [],
      title: en(title),
      body: en(body),
      sought: null,
    };
    const { id: entryId } = valueOf(await as((work) => createProfileEntry(work, { ...written, saidBy: null, source: null })));
    valueOf(await as((work) => publishProfileEntry(work, { entryId, note: 'One person.' })));
  }
  const company = (name: string) =>
    as((work) =>
      createOrganisation(work, { office, kind: 'company', name: en(name), country: 'GB', city: null, website: null, officeId: null }),
    );
  const cables = valueOf(await company('Mersey Marine'));
  valueOf(await company('Albert Bakery'));
  valueOf(
    await as(async (work) => {
      await recordEntries(work, {
        office,
        entries: [{ organisationId: cables.id, kind: 'offer', text: en('Shore power systems for berths'), details: null }],
      });
      return ok(null);
    }),
  );
  const { a } = { a: city('Liverpool') < city('Shanghai') ? 'b' : 'a' } as { readonly a: 'a' | 'b' };
  const facts = {
    kind: 'visit' as const,
    domains: ['urban_transport' as const],
    title: en('Port delegation'),
    starts: { text: '2019-04', qualifier: 'exact' as const },
  };
  const unknown = { ends: null, fromSide: a, level: null, ledBy: null, people: null, note: null, source: null };
  const { id: visitId } = valueOf(await as((work) => addExchange(work, { tieId, office, ...facts, ...unknown })));
  const somebody = { id: null, leads: false, organisationId: null, name: null };
  const travellers = [
    { ...somebody, organisation: zh('上海港岸电公司'), post: zh('岸电部主任') },
    { ...somebody, organisation: zh('上海动物园'), post: zh('园长') },
  ];
  valueOf(await as((work) => setDelegation(work, { visitId, travellers, keepUntil: null }), 0));

  const { visitors, compared, city: host } = valueOf(await listVisitMatches(transactAs(liverpool), { visitId, office }));
  expect([host.id, compared]).toEqual([city('Liverpool'), { entries: 2, organisations: 2 }]);
  const [port, zoo] = visitors;
  expect(port?.told.map(({ entry }) => entry.title['en']?.text)).toEqual(['Shore power for ferries']);
  expect(port?.organisations.map(({ id }) => id)).toEqual([cables.id]);
  for (const { score, bill } of [...(port?.told ?? []), ...(port?.organisations ?? [])]) {
    const lines = [...bill.sought, ...bill.brought, ...bill.both, ...bill.besides];
    expect(score).not.toBeNull();
    expect(lines.reduce((sum, { value }) => sum + value, 0)).toBe(score);
  }
  expect([...(zoo?.told ?? []), ...(zoo?.organisations ?? [])].filter(({ score }) => score !== null)).toEqual([]);

  for (const [who, asked] of [
    [shanghai, shanghai.office],
    [shanghai, office],
  ] as const)
    expect((await listVisitMatches(transactAs(who), { visitId, office: asked })).ok).toBe(false);
});
