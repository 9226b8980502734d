// What the facts say of one tie, as the desk that speaks for their sources enters it.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addCarrier } from '#modules/ties/api/carriers/change-carriers.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { setItinerary } from '#modules/ties/api/visit/change-visit.ts';
import type { Asked } from '#modules/ties/contract.ts';
import type { Work } from '#platform/work.ts';
import { cited, must, on, words, type SourceOf } from './as-people.ts';
import { agreementFacts, carrierFacts, exchangeFacts, projectCounts, spokenFacts, type ExchangeFact } from './facts/happenings.ts';
import type { SourceKey } from './facts/sources.ts';
import { tieFacts } from './facts/ties.ts';

/** The addresses of two cities. */
export type Pair = readonly [string, string];

/** A desk at work: its office, where cities are, and which sources it speaks for. */
export interface Desk {
  readonly office: OfficeId;
  readonly cities: ReadonlyMap<string, string>;
  readonly source: SourceOf;
  readonly speaks: (pair: Pair, source: SourceKey) => boolean;
}

type Entry = Asked<'enterTieStatements'>['entries'][number];

export const isOf = (pair: Pair, other: Pair): boolean => pair.every((key) => other.includes(key));

const date = (text: string | null) => (text === null ? null : on(text));

interface Said {
  readonly source: SourceKey;
  readonly entry: Pick<Entry, 'attribute' | 'value'> & Partial<Entry>;
}

function saidOf(pair: Pair): readonly Said[] {
  const fact = tieFacts.find(({ cities }) => isOf(cities, pair));
  return [
    ...(fact?.class ?? []).map(([code, source]): Said => ({ source, entry: { attribute: 'class', value: { type: 'code', code } } })),
    ...(fact?.established ?? []).map(([text, source]): Said => ({
      source,
      entry: { attribute: 'established', value: { type: 'date', date: on(text) } },
    })),
    ...spokenFacts
      .filter(({ cities }) => isOf(cities, pair))
      .map(({ kind, text, saidBy, source }): Said => ({
        source,
        entry: { attribute: 'note', value: { type: 'text', text: words(text) }, kind, saidBy },
      })),
    ...projectCounts
      .filter(({ cities }) => isOf(cities, pair))
      .map(({ count, qualifier, saidBy, source }): Said => ({
        source,
        entry: { attribute: 'projects', value: { type: 'count', count, qualifier }, kind: 'count', saidBy },
      })),
  ];
}

/** What the sources of a desk state of a tie, as entries that only the desk sees until they are published. */
export async function statementsFor(pair: Pair, { source, speaks }: Desk): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const said of saidOf(pair)) {
    if (!speaks(pair, said.source)) continue;
    const plain = { kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null };
    entries.push({ ...plain, ...said.entry, source: cited(await source(said.source)) });
  }
  return entries;
}

interface Place {
  readonly tieId: string;
  readonly desk: Desk;
}

async function enterItinerary(
  work: Work,
  visitId: Id<'Exchange'>,
  stops: NonNullable<ExchangeFact['stops']>,
  papers: ReadonlyMap<string, Id<'Agreement'>>,
): Promise<void> {
  const untimed = { id: null, part: null, starts: null, ends: null, parties: [], travellerIds: [] };
  const told = stops.map(({ on: date, title, place, paper = '' }) => ({
    ...untimed,
    ...{ date: on(date), title: words(title), place: place === null ? null : words(place), agreementId: papers.get(paper) ?? null },
  }));
  must(await setItinerary({ ...work, expectedVersion: 0 }, { visitId, timeZone: 'Asia/Shanghai', stops: told }));
}

/** Agreements and exchanges of a tie that the desk's sources tell. */
export async function enterHappenings(work: Work, pair: Pair, { tieId, desk }: Place): Promise<void> {
  const { office, cities, source, speaks } = desk;
  const [one = '', other = ''] = pair.map((key) => cities.get(key) ?? '');
  const sideOf = (key: string) => ((cities.get(key) === one) === one < other ? ('a' as const) : ('b' as const));
  const entered = new Map<string, Id<'Agreement'>>();
  for (const fact of agreementFacts) {
    if (!isOf(fact.cities, pair) || !speaks(pair, fact.source)) continue;
    const { kind, title, named, under = '', follows = '' } = fact;
    const links = { frameId: entered.get(under) ?? null, followsId: entered.get(follows) ?? null };
    const dates = { signedOn: date(fact.signedOn), validFrom: date(fact.validFrom), validTo: date(fact.validTo) };
    const parties = [
      ...(named.length === 0 ? [one, other].map((id) => ({ kind: 'city' as const, id })) : []),
      ...named.map((name) => ({ kind: 'named' as const, name })),
    ];
    const paper = { kind, title: words(title), parties, ...dates, source: cited(await source(fact.source)), documentId: null };
    entered.set(title[0], must(await addAgreement(work, { tieId, office, ...paper, ...links })).id);
  }
  for (const fact of exchangeFacts) {
    if (!isOf(fact.cities, pair) || !speaks(pair, fact.source)) continue;
    const { kind, domains, title, from, people, note = null } = fact;
    const unknown = { ends: null, level: null, ledBy: null };
    const happened = { kind, domains: [...domains], title: words(title), starts: on(fact.starts), people, note };
    const fromSide = from === null ? null : sideOf(from);
    const cites = { source: cited(await source(fact.source)) };
    const { id: visitId } = must(await addExchange(work, { tieId, office, ...happened, ...unknown, fromSide, ...cites }));
    if (fact.stops !== undefined) await enterItinerary(work, visitId, fact.stops, entered);
  }
  for (const { cities: of, of: city, name, role } of carrierFacts) {
    if (!isOf(of, pair) || !speaks(pair, 'forum-2019')) continue;
    const unknown = { organisationId: null, body: null, starts: null, ends: null };
    const post = { kind: 'post' as const, side: sideOf(city), name, role, source: cited(await source('forum-2019')) };
    must(await addCarrier(work, { tieId, office, ...post, ...unknown }));
  }
}
