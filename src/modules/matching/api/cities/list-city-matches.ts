// What a city seeks beside what its sisters, other cities and companies bring, and the other way round; each with reasons that sum to the score.
import { writing } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { listProfileEntries } from '#modules/cities/api/profile/read-profile.ts';
import { holdsWithin } from '#modules/cities/domain/profile/extent.ts';
import { publishedByIds, toldStamp } from '#modules/cities/api/profile/told-entries.ts';
import { citiesByIds, openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { directoryStamp, listingsOf } from '#modules/expos/api/list-directory.ts';
import { listParticipants } from '#modules/expos/api/list-participants.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { begunFromEntries } from '#modules/ties/api/begun-from.ts';
import { listTies } from '#modules/ties/api/list-ties.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Answering, Tier } from '../../domain/cities/pool.ts';
import { compared, isCompared, profileOf, seeks } from '../../domain/cities/told.ts';
import { daysLeft, todayOf } from '../../domain/side.ts';
import { ownWordsOf } from '../words/keep-own-words.ts';
import { askCities, askCompanies } from './ask-pool.ts';
import { shownBill } from './show-bill.ts';
import { shownTold } from './show-told.ts';

type Shown = Answer<'listCityMatches'>;
type Match = Shown['entries'][number]['sisters'][number];

/** As many as a person looks through of each kind. */
const mostNamed = 5;
/** So many of the next editions are looked into. */
const mostEditions = 3;

/** The ties of a city that may be seen and have not ended, by the other city. */
async function sistersOf(work: Work, city: NamedCity): Promise<ReadonlyMap<string, { readonly id: string; readonly slug: string }>> {
  const sisters = new Map<string, { readonly id: string; readonly slug: string }>();
  for (let cursor: string | undefined; ;) {
    const page = await listTies(work, { city: city.id, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) return sisters;
    for (const { id, slug, cities, ended } of page.value.entries)
      if (ended === null) sisters.set(cities.a.id === city.id ? cities.b.id : cities.a.id, { id, slug });
    if (page.value.nextCursor === null) return sisters;
    cursor = page.value.nextCursor;
  }
}

/** Editions to come in the order of their days: those whose offers the reader may read, as they take part, and those whose they may not. */
async function editionsFor(work: Work) {
  const page = await listEditions(work, { from: work.now.toISOString().slice(0, 10), limit: 200 });
  const entries = page.ok ? page.value.entries.toReversed() : [];
  const open = entries
    .filter(({ counts }) => counts.buyers !== null && (counts.buyers > 0 || counts.exhibitors > 0))
    .slice(0, mostEditions);
  const closed = entries.filter(({ counts }) => counts.buyers === null).slice(0, mostEditions);
  return {
    open: await Promise.all(
      open.map(async ({ id, slug, name, firstDay, lastDay, timeZone }) => {
        const own = await listParticipants(work, { editionId: id, state: 'active', limit: 1 });
        const mayAsk = own.ok && own.value.entries.length > 0;
        const days = daysLeft({ firstDay, lastDay, timeZone }, work.now);
        return { id, slug, name, firstDay, mayAsk, days, stamp: await directoryStamp(work, id) };
      }),
    ),
    closed: closed.map(({ id, slug, name, firstDay }) => ({ id, slug, name, firstDay })),
  };
}

/** All that is to be known before anything is compared. */
async function gather(work: Work, { cityId, withCity }: Asked<'listCityMatches'>) {
  const city = await openCity(work, cityId);
  if (!city.ok) return city;
  const listed = await listProfileEntries(work, { cityId: city.value.id });
  if (!listed.ok) return listed;
  const own = listed.value.entries.flatMap((entry) => (isCompared(entry.kind) ? [{ ...entry, kind: entry.kind }] : []));
  const today = todayOf(work.now);
  const { stamp, entries } = await toldStamp(work, compared);
  const cities = await citiesByIds(
    work,
    entries.map((entry) => entry.cityId),
  );
  // What the naming policy hides is as if it had published nothing.
  const others = entries.filter((entry) => entry.cityId !== city.value.id && cities.has(entry.cityId) && holdsWithin(entry.extent, today));
  const sisters = await sistersOf(work, city.value);
  const ownWords = await ownWordsOf(work, city.value.steward);
  const editions = withCity === undefined ? await editionsFor(work) : { open: [], closed: [] };
  const { readsHan } = writing[work.actor.language];
  return ok({ readsHan, city: city.value, own, today, stamp, others, cities, sisters, editions, ownWords });
}

type Gathered = Extract<Awaited<ReturnType<typeof gather>>, { readonly ok: true }>['value'];

function tiersOf({ others, sisters }: Gathered, withCity: string | undefined): readonly Tier[] {
  const ids = (isIn: (cityId: string) => boolean): Tier => ({
    ids: others.filter(({ cityId }) => isIn(cityId)).map(({ id }) => id),
    most: mostNamed,
  });
  return withCity === undefined
    ? [ids((cityId) => sisters.has(cityId)), ids((cityId) => !sisters.has(cityId))]
    : [ids((cityId) => cityId === withCity), { ids: [], most: 0 }];
}

interface Worked {
  /** By own entry: sisters, others. */
  readonly ofCities: readonly (readonly (readonly Answering[])[])[];
  /** By own entry that seeks, each with its edition. */
  readonly ofCompanies: readonly (readonly { readonly editionId: string; readonly answering: Answering }[])[];
}

async function compare(transact: Transact, gathered: Gathered, withCity: string | undefined): Promise<Result<Worked>> {
  const { own, city, today, stamp, editions, ownWords, readsHan } = gathered;
  const holding = own.flatMap((entry, at) => (holdsWithin(entry.extent, today) ? [{ at, profile: profileOf(entry, city.country) }] : []));
  const found = await askCities(transact, {
    stamp,
    ownWords,
    ask: { kind: 'answers', own: holding.map(({ profile }) => profile), tiers: tiersOf(gathered, withCity), readsHan },
  });
  if (!found.ok) return found;
  const ofCompanies: { editionId: string; answering: Answering }[][] = own.map(() => []);
  for (const { id: editionId, stamp: word, days } of editions.open) {
    const looking = own.flatMap((entry, at) =>
      seeks(entry.kind) && holdsWithin(entry.extent, days) ? [{ at, profile: profileOf(entry, city.country) }] : [],
    );
    if (word === null || looking.length === 0) continue;
    const answers = await offersAt(transact, {
      editionId,
      days,
      stamp: word,
      ownWords,
      readsHan,
      own: looking.map(({ profile }) => profile),
    });
    for (const [at, of] of answers.entries())
      ofCompanies[looking[at]?.at ?? -1]?.push(...of.map((answering) => ({ editionId, answering })));
  }
  const ofCities: Answering[][][] = own.map(() => []);
  for (const [place, answers] of ('answers' in found.value ? found.value.answers : []).entries())
    ofCities[holding[place]?.at ?? -1] = answers.map((tier) => [...tier]);
  return ok({ ofCities, ofCompanies });
}

/** By own profile what companies offer at an edition. */
async function offersAt(
  transact: Transact,
  {
    own,
    readsHan,
    ...at
  }: Omit<Parameters<typeof askCompanies>[1], 'ask'> & {
    readonly own: readonly ReturnType<typeof profileOf>[];
    readonly readsHan: boolean;
  },
) {
  const call = { ...at, ask: { kind: 'answers' as const, own, tiers: [{ ids: null, most: mostNamed }], readsHan } };
  const found = await askCompanies(transact, call);
  return found.ok && 'answers' in found.value ? found.value.answers.map(([first = []]) => first) : [];
}

type Found = Pick<Shown['entries'][number], 'sisters' | 'others' | 'companies'>;

/** Where anybody has an answer, who merely works in the same field is no news. */
function closest({ sisters, others, companies }: Found): Found {
  const isClose = ({ score }: { readonly score: number | null }): boolean => score !== null;
  if (![...sisters, ...others, ...companies].some(isClose)) return { sisters, others, companies: [] };
  return { sisters: sisters.filter(isClose), others: others.filter(isClose), companies: companies.filter(isClose) };
}

/** On which days it was not compared. */
const lapsedOf = (
  { kind, extent }: Pick<Gathered['own'][number], 'kind' | 'extent'>,
  { today, editions }: Pick<Gathered, 'today' | 'editions'>,
): Shown['entries'][number]['lapsed'] => ({
  today: !holdsWithin(extent, today),
  editions: seeks(kind) ? editions.open.flatMap(({ id, days }) => (holdsWithin(extent, days) ? [] : [id])) : [],
});

const byScore = (one: { readonly score: number | null }, other: { readonly score: number | null }): number =>
  (other.score ?? 0) - (one.score ?? 0);

/** How what was found is shown, as the reader may read it. */
async function shown(work: Work, gathered: Gathered, { ofCities, ofCompanies }: Worked): Promise<Result<Shown>> {
  const { city, own, others, cities, sisters, editions } = gathered;
  const published = ofCities.flat(2).map(({ id }) => id);
  const told = await publishedByIds(work, published);
  const begun = await begunFromEntries(
    work,
    own.map(({ id }) => id),
  );
  const begunOf = (entryId: string, answerId: string): Match['begun'] =>
    begun
      .filter((one) => one.entryId === entryId && one.answerId === answerId)
      .map(({ what, id, at, on, state }) => ({ what, id, at: at.toISOString(), on, state }));
  const cityMatch =
    (ownId: string) =>
    ({ id, score, bill }: Answering): Match[] => {
      const entry = told.get(id);
      const of = entry === undefined ? undefined : cities.get(entry.cityId);
      if (entry === undefined || of === undefined || !isCompared(entry.kind)) return [];
      const tie = sisters.get(of.id) ?? null;
      return [{ ...shownTold({ ...entry, kind: entry.kind }, of), tie, begun: begunOf(ownId, id), score, bill: shownBill(bill) }];
    };
  const listings = new Map<string, Awaited<ReturnType<typeof listingsOf>>>();
  for (const { id } of editions.open) {
    const ids = ofCompanies.flat().flatMap(({ editionId, answering }) => (editionId === id ? [answering.id] : []));
    listings.set(id, await listingsOf(work, { editionId: id, participantIds: ids }));
  }
  const companyMatch = ({ editionId, answering }: Worked['ofCompanies'][number][number]): Shown['entries'][number]['companies'] => {
    const listing = listings.get(editionId)?.get(answering.id);
    if (listing === undefined) return [];
    const { participantId: id, name, country, offer, offerDetails } = listing;
    return [
      { editionId, participant: { id, name, country }, offer, offerDetails, score: answering.score, bill: shownBill(answering.bill) },
    ];
  };
  return ok({
    city: { id: city.id, slug: city.slug, name: { ...city.name } },
    entries: own.map(({ id, kind, domain, goals, title, body, extent, state }, at) => ({
      ...{ id, kind, domain, goals, title, body, extent, state },
      lapsed: lapsedOf({ kind, extent }, gathered),
      ...closest({
        sisters: (ofCities[at]?.[0] ?? []).flatMap(cityMatch(id)),
        others: (ofCities[at]?.[1] ?? []).flatMap(cityMatch(id)),
        companies: (ofCompanies[at] ?? []).flatMap(companyMatch).sort(byScore).slice(0, mostNamed),
      }),
    })),
    compared: {
      sisters: new Set(others.filter(({ cityId }) => sisters.has(cityId)).map(({ cityId }) => cityId)).size,
      cities: new Set(others.map(({ cityId }) => cityId)).size,
      entries: others.length,
    },
    editions: editions.open.map(({ stamp: _, days: _days, ...edition }) => edition),
    closedEditions: [...editions.closed],
  });
}

/**
 * For each challenge, need, practice and strength of a city, drafts included: what answers to it. Only who may read the drafts is told; nobody else's answers
 * rest on them. Refuses `cities.not_found`, `kernel.forbidden`.
 */
export async function listCityMatches(transact: Transact, input: Asked<'listCityMatches'>): Promise<Result<Shown>> {
  const gathered = await transact((work) => gather(work, input));
  if (!gathered.ok) return gathered;
  const worked = await compare(transact, gathered.value, input.withCity);
  if (!worked.ok) return worked;
  return transact((work) => shown(work, gathered.value, worked.value));
}
