// A day of talks at the size of the first matchmaking day of the 2019 import expo in Shanghai. Published are: nearly 300 tables, over 200 of them with an
// interpreter, 773 exhibitors who sat, 1,426 buyers who rotated, 1,697 talks in 7.5 hours, of 20 to 60 minutes; one table saw eleven talks. All else is
// assumed, here in one place.

import { type LiveDay, minutesTogether } from '../dispatch/day.ts';
import type { QueueInterpreter, QueueParticipant, QueueRequest } from '../dispatch/queue-facts.ts';
import { type Random, randomFrom } from '../random.ts';

export interface DayAssumptions {
  readonly seated: number;
  readonly rotating: number;
  readonly tables: number;
  /** Tables with an interpreter of their own. */
  readonly interpretedTables: number;
  /** Interpreters of rarer languages who go where they are called. */
  readonly roaming: number;
  readonly requests: number;
  readonly mustShare: number;
  /** Part of the requests that are made during the day, on the spot, none of them a must. */
  readonly laterShare: number;
  /** How unlike in popularity those who sit are: the deviation of its logarithm. */
  readonly popularitySpread: number;
  /** Requests taken for one who sits, as a multiple of the talks that fit into their turn. */
  readonly overbooking: number;
  /** Lengths around the usual (`peaked`, triangular) or all alike (`even`). */
  readonly lengths: 'peaked' | 'even';
  /** Multiplies how many come late, leave early, never come or withdraw. */
  readonly disorder: number;
}

/** The requests are set so that first come, first served holds about the 1,697 talks that were held. */
export const matchmakingDay2019: DayAssumptions = {
  seated: 773,
  rotating: 1_426,
  tables: 296,
  interpretedTables: 205,
  roaming: 12,
  requests: 2_520,
  mustShare: 0.3,
  laterShare: 0.1,
  popularitySpread: 0.5,
  overbooking: 1.5,
  lengths: 'peaked',
  disorder: 1,
};

const opensAt = 9 * 60;
const dayLength = 450;
const closesAt = opensAt + dayLength;
const talkMinutes = { shortest: 20, usual: 40, longest: 60 };
const changeMinutes = 3;
/** Two are only asked to meet when they are announced to be there together for this long. */
const leastTogether = 75;
const sectors = 12;
/** The sectors have their hours: a third of them in the morning, at noon, in the afternoon. */
const thirds = 3;
/** First languages of those who sit, in parts of a hundred. */
const firstLanguages = { en: 40, ja: 13, de: 9, fr: 8, it: 7, es: 9, ko: 8, ru: 6 } as const;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const drawn = <T>(random: Random, from: readonly T[], share: (one: T) => number): T | undefined => {
  let left = random.next() * from.reduce((sum, one) => sum + share(one), 0);
  return from.find((one) => (left -= share(one)) < 0) ?? from[from.length - 1];
};

const language = (random: Random, without: readonly string[] = []): string =>
  drawn(
    random,
    Object.entries(firstLanguages).filter(([one]) => !without.includes(one)),
    ([, share]) => share,
  )?.[0] ?? 'en';

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** One in four interpreters speaks another language besides Chinese and English. */
const interpretersFrom = (random: Random, size: DayAssumptions): QueueInterpreter[] =>
  range(size.interpretedTables + size.roaming).map((index) => {
    const bound = index < size.interpretedTables;
    const more = !bound || random.next() < 0.25 ? [language(random, ['en'])] : [];
    return { id: `i${index}`, languages: ['zh', 'en', ...more], table: bound ? index : null, from: opensAt, until: closesAt + 120 };
  });

interface Turn {
  readonly table: number;
  readonly from: number;
  readonly until: number;
}

/** Those who sit take turns: two halves or three thirds of the day at a table, as many threes as it takes to give everybody one turn. */
const turnsFrom = (size: DayAssumptions): Turn[] => {
  const threes = size.seated - 2 * size.tables;
  return range(size.tables)
    .flatMap((table) => {
      const count = Math.floor(((table + 1) * threes) / size.tables) > Math.floor((table * threes) / size.tables) ? 3 : 2;
      return range(count).map((turn) => ({
        table,
        from: opensAt + (turn * dayLength) / count,
        until: opensAt + ((turn + 1) * dayLength) / count,
      }));
    })
    .sort((a, b) => a.from - b.from || a.table - b.table);
};

const seatedLanguages = (random: Random): string[] => {
  const first = language(random);
  return [...new Set([first, ...(random.next() < 0.75 ? ['en'] : []), ...(random.next() < 0.3 ? ['zh'] : [])])];
};

/** How badly a turn's table suits somebody: those without Chinese get an interpreter of theirs while there are any, the others leave them free. */
const misfit = (languages: readonly string[], own: QueueInterpreter | undefined): number => {
  if (languages.includes('zh')) return own === undefined ? 0 : 5 + own.languages.length;
  if (own === undefined) return 8;
  return own.languages.some((one) => one !== 'zh' && languages.includes(one)) ? own.languages.length : 9;
};

const seatedFrom = (random: Random, size: DayAssumptions, interpreters: readonly QueueInterpreter[]): QueueParticipant[] => {
  const ofTable = new Map(interpreters.map((one) => [one.table, one]));
  const turns = turnsFrom(size);
  const starts = [...new Set(turns.map(({ from }) => from))];
  return starts.flatMap((start) => {
    const free = new Set(turns.filter(({ from }) => from === start));
    const choosy = (languages: readonly string[]): number => (languages.includes('zh') ? 2 : languages.includes('en') ? 1 : 0);
    const speakers = [...free].map(() => seatedLanguages(random)).sort((a, b) => choosy(a) - choosy(b));
    return speakers.flatMap((languages): QueueParticipant[] => {
      const rank = (turn: Turn): number => misfit(languages, ofTable.get(turn.table));
      const turn = [...free].reduce<Turn | null>((best, one) => (best === null || rank(one) < rank(best) ? one : best), null);
      if (turn === null) return [];
      free.delete(turn);
      return [{ id: '', seated: true, seats: 1, languages, tables: [turn.table], from: turn.from, until: turn.until }];
    });
  });
};

/** Buyers come around the hours of their sector and stay for one and a half to five and a half hours. */
const rotatingFrom = (random: Random, sector: number): QueueParticipant => {
  const hours = opensAt + (Math.floor((sector * thirds) / sectors) * dayLength) / thirds;
  const from = Math.max(opensAt, Math.min(closesAt - 90, hours - 30 + random.below(120)));
  const languages = ['zh', ...(random.next() < 0.25 ? ['en'] : []), ...(random.next() < 0.03 ? ['ja'] : [])];
  return { id: '', seated: false, seats: 1, languages, tables: null, from, until: Math.min(closesAt, from + 90 + random.below(240)) };
};

/** Sectors of those who sit: one of the hours of their turn. */
const sectorOfTurn = (random: Random, from: number): number => {
  const third = Math.min(thirds - 1, Math.round(((from - opensAt) * thirds) / dayLength));
  return (third * sectors) / thirds + random.below(sectors / thirds);
};

interface Crowd {
  readonly people: readonly QueueParticipant[];
  readonly sectorOf: readonly number[];
}

/** Everybody who rotates asks once while they can, then those with more appetite again; four of five requests stay within the sector. */
const wishesFrom = (random: Random, size: DayAssumptions, { people, sectorOf }: Crowd): QueueRequest[] => {
  const popularity = people.map((one) => Math.exp(size.popularitySpread * normal(random)) * (one.until - one.from));
  const appetite = people.map((one) => (one.seated ? 0 : 0.3 - Math.log(1 - random.next())));
  const pools = range(sectors).map((sector) => range(size.seated).filter((one) => sectorOf[one] === sector));
  const rotating = range(people.length).slice(size.seated);
  const known = new Set<string>();
  const taken = people.map(() => 0);
  const wishes: QueueRequest[] = [];
  for (let tries = 0; wishes.length < size.requests && tries < size.requests * 50; tries += 1) {
    const who = rotating[tries] ?? drawn(random, rotating, (one) => appetite[one] ?? 0) ?? 0;
    const sector = random.next() < 0.8 ? (sectorOf[who] ?? 0) : random.below(sectors);
    const whom = drawn(random, pools[sector] ?? [], (one) => popularity[one] ?? 0);
    const [a, b] = [people[who], people[whom ?? -1]];
    if (whom === undefined || a === undefined || b === undefined || minutesTogether(a, b) < leastTogether) continue;
    const room = (size.overbooking * (b.until - b.from)) / (talkMinutes.usual + changeMinutes);
    if (known.has(`${whom} ${who}`) || (taken[whom] ?? 0) >= room) continue;
    known.add(`${whom} ${who}`);
    taken[whom] = (taken[whom] ?? 0) + 1;
    wishes.push({ id: '', seated: whom, rotating: who, must: random.next() < size.mustShare, weight: 1 });
  }
  return wishes;
};

/** When each comes and goes in truth: some late, some early, some never. */
const truthOf = (random: Random, one: QueueParticipant, disorder: number): { arrives: number | null; leaves: number } => {
  const [never, late, most, early] = one.seated ? [0.01, 0.08, 30, 0.04] : [0.04, 0.2, 45, 0.1];
  const comes = random.next() >= never * disorder;
  const delay = random.next() < late * disorder ? 5 + random.below(most - 5) : 0;
  const from = one.from + delay;
  const share = random.next() < early * disorder ? 0.3 + 0.7 * random.next() : 1;
  return { arrives: comes ? from : null, leaves: Math.max(from, Math.round(from + share * (one.until - from))) };
};

const lengthOf = (random: Random, size: DayAssumptions): number => {
  const { shortest, longest } = talkMinutes;
  const half = (longest - shortest) / 2 + 1;
  return shortest + (size.lengths === 'even' ? random.below(2 * half - 1) : random.below(half) + random.below(half));
};

/** A day drawn from a seed. */
export const liveDayFrom = (seed: number, size: DayAssumptions = matchmakingDay2019): LiveDay => {
  const random = randomFrom(seed);
  const interpreters = interpretersFrom(random, size);
  const seated = seatedFrom(random, size, interpreters);
  const sectorOf = seated.map(({ from }) => sectorOfTurn(random, from));
  const rotating = range(size.rotating).map(() => {
    const sector = random.below(sectors);
    sectorOf.push(sector);
    return rotatingFrom(random, sector);
  });
  const people = [...seated, ...rotating].map((one, index) => ({ ...one, id: `${one.seated ? 'E' : 'B'}${index}` }));
  const dated = wishesFrom(random, size, { people, sectorOf }).map((request) => {
    const [a, b] = [people[request.seated], people[request.rotating]];
    const [from, until] = [Math.max(a?.from ?? 0, b?.from ?? 0), Math.min(a?.until ?? 0, b?.until ?? 0)];
    const at = random.next() < size.laterShare ? Math.round((b?.from ?? 0) + random.next() * (until - 45 - (b?.from ?? 0))) : null;
    return { at, from, request: { ...request, must: request.must && at === null } };
  });
  const first = dated.filter(({ at }) => at === null);
  const later = dated.flatMap(({ at, from, request }) => (at === null ? [] : [{ at, from, request }])).sort((a, b) => a.at - b.at);
  const all = [...first, ...later].map((one, index) => ({ ...one, request: { ...one.request, id: `r${index}` } }));
  const truth = people.map((one) => truthOf(random, one, size.disorder));
  return {
    facts: {
      participants: people,
      tables: range(size.tables).map((index) => ({ id: `t${index}`, capacity: 1 })),
      interpreters,
      requests: all.slice(0, first.length).map(({ request }) => request),
      closesAt,
      talkMinutes,
      changeMinutes,
    },
    opensAt,
    later: all.slice(first.length).map(({ at, request }) => ({ at: at ?? 0, request })),
    arrivesAt: truth.map(({ arrives }) => arrives),
    leavesAt: truth.map(({ leaves }) => leaves),
    talkMinutes: all.map(() => lengthOf(random, size)),
    withdrawnAt: all.map(({ at, from }) => (random.next() < 0.03 * size.disorder ? Math.max(at ?? 0, from) + random.below(100) : null)),
  };
};
