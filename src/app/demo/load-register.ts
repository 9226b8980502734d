// Enters the demo's register through the use cases: cities, who stewards them, and what sources say of their ties.
import { addCity } from '#modules/cities/api/add-city.ts';
import { answerAdoption, askAdoption, listAdoptions } from '#modules/cities/api/adopt-city.ts';
import { placesByNumber } from '#modules/cities/formats/gazetteer.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { previewTieAudience, setTieAudience } from '#modules/ties/api/tie-audience.ts';
import type { ExchangeId } from '#modules/ties/domain/happenings.ts';
import { setVisitAudience } from '#modules/ties/api/visit/change-visit.ts';
import { getVisit } from '#modules/ties/api/visit/show-visit.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import type { Work } from '#platform/work.ts';
import { as, idsOfCities, must, sourcesOf, type DemoMember, type RegisterPeople, type RegisterSetting } from './as-people.ts';
import { cityFacts } from './facts/cities.ts';
import type { SourceKey } from './facts/sources.ts';
import { tieFacts } from './facts/ties.ts';
import { loadExampleOutcomes } from './load-example-outcomes.ts';
import { loadExampleProjects } from './load-example-projects.ts';
import { loadFollowUps } from './load-follow-ups.ts';
import { loadSnapshots } from './load-snapshots.ts';
import { examplesFor } from './load-examples.ts';
import { enterHappenings, statementsFor, type Desk, type Pair } from './load-happenings.ts';
import { enterLessons } from './load-lessons.ts';
import { enterProfile } from './load-profiles.ts';
import { enterImportExpo } from './load-import-expo.ts';
import { loadOutcomes } from './load-outcomes.ts';

/** Every city of the facts under its names; the gazetteer gives the place, regions bring their middle. */
async function addCities(work: Work, office: OfficeId): Promise<void> {
  const places = must(await placesByNumber(cityFacts.flatMap(({ geonamesId }) => geonamesId ?? [])));
  const byNumber = new Map(places.map((place) => [place.geonamesId, place]));
  for (const { en, zh, country, geonamesId, at, also = [] } of cityFacts) {
    const names = [
      { language: 'en', text: en, kind: 'official' as const, origin: 'human' as const },
      { language: 'zh-Hans', text: zh, kind: 'official' as const, origin: 'human' as const },
      ...also.map((name) => ({ ...name, origin: 'human' as const })),
    ];
    const region = at === undefined ? {} : { kind: 'region' as const, latitude: at[0], longitude: at[1] };
    const place = geonamesId === undefined ? null : (byNumber.get(geonamesId) ?? null);
    must(await addCity(work, { office, names, country, ...region, ...(geonamesId === undefined ? {} : { geonamesId }) }, place));
  }
}

/** The desk asks for its city and the register office agrees; what an earlier start has done is left. */
async function adopt({ database, people }: RegisterSetting, slug: string, { owner, office }: DemoMember): Promise<void> {
  const done = await as(database, owner, async (work) => {
    const city = must(await openCity(work, slug));
    if (city.officeId !== null) return true;
    const { entries } = must(await listAdoptions(work, { state: 'asked' }));
    if (!entries.some((asked) => asked.city.id === city.id)) must(await askAdoption(work, { cityId: city.id, office, note: null }));
    return false;
  });
  if (done) return;
  await as(database, people.register.owner, async (work) => {
    const { entries } = must(await listAdoptions(work, { state: 'asked' }));
    for (const { id } of entries.filter(({ city }) => city.slug === slug))
      must(await answerAdoption(work, { adoptionId: id, approved: true }));
  });
}

/** Sources that speak for Shanghai's side; its desk enters what they state. */
const ofShanghai: readonly SourceKey[] = [
  'shanghai-yearbook-2007',
  'shanghai-list-2012',
  'zh-wikipedia',
  'shanghai-site-2024',
  'people-2000',
  'rotterdam-shine',
  'press-2025',
  'forum-eastday',
  'rotterdam-2003',
  'cork-2024',
];

type Voice = keyof RegisterPeople;

/** The city whose desk it is; the register office speaks for the others. */
const ownCity = { shanghai: 'shanghai-cn', liverpool: 'liverpool-gb', register: null } as const satisfies Readonly<
  Record<Voice, string | null>
>;

/** Whose desk enters what a source states of a tie. */
export function voiceOf(pair: Pair, source: SourceKey): Voice {
  if (pair.includes('shanghai-cn') && ofShanghai.includes(source)) return 'shanghai';
  return pair.includes('liverpool-gb') ? 'liverpool' : 'register';
}

/** Makes the tie and all that the office entered of it public, as after a preview. */
async function publish(work: Work, tieId: string, office: OfficeId): Promise<void> {
  const seen = must(await previewTieAudience(work, { tieId, office }));
  const ids = <I extends string>(entries: readonly { readonly id: I }[]): I[] => entries.map(({ id }) => id);
  must(
    await setTieAudience(
      { ...work, expectedVersion: seen.version },
      {
        tieId,
        office,
        visibility: 'public',
        sharedWith: [],
        statementIds: ids(seen.statements),
        agreementIds: ids(seen.agreements),
        exchangeIds: ids(seen.exchanges),
        carrierIds: ids(seen.carriers),
      },
    ),
  );
  for (const { id: visitId, kind } of seen.exchanges) if (kind === 'visit') await publishItinerary(work, visitId);
}

async function publishItinerary(work: Work, visitId: ExchangeId): Promise<void> {
  const { itinerary } = must(await getVisit(work, { visitId }));
  if (itinerary === null) return;
  const seenBy = { visitId, part: 'itinerary' as const, visibility: 'public' as const, sharedWith: [] };
  must(await setVisitAudience({ ...work, expectedVersion: itinerary.version }, seenBy));
}

/** All that one desk knows of the ties it keeps; one transaction. */
async function enterDesk(work: Work, voice: Voice, office: OfficeId): Promise<void> {
  const desk: Desk = {
    office,
    cities: await idsOfCities(work),
    source: sourcesOf(work, office),
    speaks: (pair, key) => voiceOf(pair, key) === voice,
  };
  for (const { cities } of tieFacts) {
    const own = ownCity[voice];
    if (own !== null && !cities.includes(own)) continue;
    const entries = await statementsFor(cities, desk);
    // The register office keeps only ties of which it has something to say.
    if (own === null && entries.length === 0) continue;
    const [cityId = '', withCityId = ''] = cities.map((key) => desk.cities.get(key) ?? '');
    const { id: tieId } = must(await keepTie(work, { office, cityId, withCityId }));
    for (let from = 0; from < entries.length; from += 50)
      must(await enterTieStatements(work, { tieId, office, entries: entries.slice(from, from + 50) }));
    await enterHappenings(work, cities, { tieId, desk });
    await publish(work, tieId, office);
  }
}

/** Enters cities, ties and outcomes as the three desks would; what an interrupted start has entered is left as it is. */
export async function loadRegister(setting: RegisterSetting): Promise<void> {
  const { database, people, today } = setting;
  await as(database, people.register.owner, async (work) => {
    if ((await idsOfCities(work)).size > 0) return;
    setting.print('Entering the demo’s cities and ties …');
    await addCities(work, people.register.office);
  });
  for (const voice of ['liverpool', 'shanghai'] as const) await adopt(setting, ownCity[voice], people[voice]);
  for (const voice of ['shanghai', 'liverpool', 'register'] as const) {
    const { owner, office } = people[voice];
    await as(database, owner, async (work) => {
      if (must(await openDesk(work, { officeId: office, today })).rows.length > 0) return;
      await enterDesk(work, voice, office);
      if (voice === 'liverpool') await examplesFor(work, office, today);
      // San Francisco has no office of its own here: the register office keeps its entry.
      await enterProfile(work, ownCity[voice] ?? 'san-francisco-us', sourcesOf(work, office));
      if (voice === 'shanghai') await enterLessons(work, office, sourcesOf(work, office));
    });
  }
  await as(database, people.register.owner, (work) => enterImportExpo(work, people.register.office));
  await loadOutcomes(setting);
  await loadExampleOutcomes(setting);
  await loadExampleProjects(setting);
  await loadFollowUps(setting);
  await loadSnapshots(setting);
}
