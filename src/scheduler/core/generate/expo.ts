// A large trade fair, drawn from a seed: who comes when, whom they want to meet. What is assumed stands beside each figure.
// All meetings can be held at once: they are drawn together with a time for each, which is then thrown away.

import type { Facts, Meeting, Participant, Place, Slot } from '../model.ts';
import { randomFrom, type Random } from '../random.ts';

/** How large a fair is; `use` = meetings / (tables × slots); `absence` multiplies how often people are elsewhere, 1 = as assumed below. */
export interface ExpoSize {
  readonly exhibitors: number;
  readonly buyers: number;
  readonly tables: number;
  readonly days: number;
  readonly slotsPerDay: number;
  readonly use: number;
  readonly absence: number;
}

/** The size of the China International Import Expo's matchmaking: six days of eight slots, nearly ninety thousand meetings. */
export const importExpo: ExpoSize = { exhibitors: 3_800, buyers: 7_000, tables: 2_150, days: 6, slotsPerDay: 8, use: 0.87, absence: 1 };

/** The same fair with more or fewer people and tables; days and slots stay. */
export const scaled = (size: ExpoSize, scale: number): ExpoSize => ({
  ...size,
  exhibitors: Math.round(size.exhibitors * scale),
  buyers: Math.round(size.buyers * scale),
  tables: Math.round(size.tables * scale),
});

/** Assumptions; shares are of the people named. */
const assumed = {
  /** Kinds of goods; three of four wishes stay within one. */
  sectors: 12,
  withinSector: 0.75,
  /** Popularity of exhibitors and appetite of buyers are log-normal: a few are wanted by everybody. */
  popularitySpread: 0.8,
  appetiteSpread: 0.5,
  /** Nobody takes more meetings than this share of their free slots, drawn evenly for each. */
  leastFull: 0.8,
  /** The most popular exhibitors meet at a table of their own stand, the others are seated at the tables of the hall. */
  withStand: 0.08,
  /** Two teams, two meetings at once. */
  exhibitorsInTwo: 0.03,
  buyersInTwo: 0.02,
  /** Exhibitors are elsewhere up to so many times a week, for one or two slots: talks, signings, visitors of rank. */
  mostEvents: 6,
  /** Exhibitors who pack up before the last two slots. */
  packUpEarly: 0.15,
  /** Buyers come in trading groups of about so many, for one to six days in a row, all within the fair. */
  groupSize: 40,
  daysOfStay: [0.1, 0.2, 0.25, 0.2, 0.15, 0.1],
  /** Trading groups have a common programme of two slots on some of their days: a forum, a visit. */
  daysWithProgramme: 0.4,
  /** Buyers who arrive late on their first day or leave early on their last, by one to three slots. */
  arriveLate: 0.3,
  leaveEarly: 0.3,
  /** Buyers have an appointment of their own, one slot, on some of their days. */
  daysWithAppointment: 0.3,
  /** Meetings asked for in a morning or afternoon only. */
  inOneSession: 0.05,
  musts: 0.1,
} as const;

const halls = 6;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const logNormal = (random: Random, spread: number): number =>
  Math.exp(spread * Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()));

/** An index, as likely as its share. */
const drawn = (random: Random, shares: readonly number[]): number => {
  let left = random.next() * shares.reduce((sum, share) => sum + share, 0);
  const found = shares.findIndex((share) => (left -= share) < 0);
  return found < 0 ? shares.length - 1 : found;
};

/** Draws indices by weight, again and again: binary search in running sums. */
const lottery = (members: readonly number[], weights: readonly number[]): ((random: Random) => number) => {
  const sums: number[] = [];
  let total = 0;
  for (const member of members) sums.push((total += weights[member] ?? 0));
  return (random) => {
    const point = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    return members[low] ?? -1;
  };
};

const slotsOf = ({ days, slotsPerDay }: ExpoSize): Slot[] =>
  range(days * slotsPerDay).map((slot) => {
    const [day, number] = [Math.floor(slot / slotsPerDay), slot % slotsPerDay];
    const afternoon = number >= slotsPerDay / 2;
    return {
      id: `s${day + 1}.${number + 1}`,
      day,
      session: afternoon ? 2 : 1,
      startMinute: 540 + 45 * number + (afternoon ? 60 : 0),
      lengthMinutes: 45,
    };
  });

/** Somebody with wishes: a participant, and what only the drawing needs to know. */
interface Person {
  readonly seats: number;
  readonly free: Uint8Array;
  readonly weight: number;
  readonly sector: number;
  readonly most: number;
}

const mostFor = (random: Random, free: Uint8Array, seats: number): number => {
  const share = assumed.leastFull + (1 - assumed.leastFull) * random.next();
  return Math.floor(share * seats * free.reduce((sum, one) => sum + one, 0));
};

const exhibitor = (random: Random, { days, slotsPerDay, absence }: ExpoSize): Person => {
  const free = new Uint8Array(days * slotsPerDay).fill(1);
  if (random.next() < assumed.packUpEarly) free.fill(0, free.length - 2);
  const events = random.below(Math.round(assumed.mostEvents * absence) + 1);
  for (let event = 0; event < events; event += 1) {
    const from = random.below(days) * slotsPerDay + random.below(slotsPerDay - 1);
    free.fill(0, from, from + 1 + random.below(2));
  }
  const seats = random.next() < assumed.exhibitorsInTwo ? 2 : 1;
  const weight = logNormal(random, assumed.popularitySpread) * seats;
  return { seats, free, weight, sector: random.below(assumed.sectors), most: mostFor(random, free, seats) };
};

/** When a trading group is at the fair: its days, and the first slots of its common programme. */
interface Stay {
  readonly days: readonly number[];
  readonly programme: readonly number[];
}

const stayOf = (random: Random, size: ExpoSize): Stay => {
  const length = Math.min(size.days, 1 + drawn(random, assumed.daysOfStay));
  const first = random.below(size.days - length + 1);
  const days = range(length).map((day) => first + day);
  const eventful = days.filter(() => random.next() < assumed.daysWithProgramme * size.absence);
  return { days, programme: eventful.map((day) => day * size.slotsPerDay + random.below(size.slotsPerDay - 1)) };
};

const buyer = (random: Random, { days, slotsPerDay, absence }: ExpoSize, stay: Stay): Person => {
  const free = new Uint8Array(days * slotsPerDay);
  const late = random.next() < assumed.arriveLate ? 1 + random.below(3) : 0;
  const early = random.next() < assumed.leaveEarly ? 1 + random.below(3) : 0;
  const [first = 0] = stay.days;
  free.fill(1, first * slotsPerDay + late, (first + stay.days.length) * slotsPerDay - early);
  for (const from of stay.programme) free.fill(0, from, from + 2);
  for (const day of stay.days)
    if (random.next() < assumed.daysWithAppointment * absence) free[day * slotsPerDay + random.below(slotsPerDay)] = 0;
  const seats = random.next() < assumed.buyersInTwo ? 2 : 1;
  const weight = logNormal(random, assumed.appetiteSpread) * stay.days.length * seats;
  return { seats, free, weight, sector: random.below(assumed.sectors), most: mostFor(random, free, seats) };
};

/** One drawn meeting, and the time it was drawn with. */
interface Wish {
  readonly exhibitor: number;
  readonly buyer: number;
  readonly slot: number;
}

interface Cast {
  readonly exhibitors: readonly Person[];
  readonly buyers: readonly Person[];
  /** Exhibitors who meet at their own stand. */
  readonly onStand: ReadonlySet<number>;
  readonly openTables: number;
}

/** What is still to be had while pairs are drawn. */
interface Room {
  /** Seats left, per person and slot. */
  readonly seats: readonly Uint8Array[];
  /** Meetings left, per person. */
  readonly left: Int32Array;
}

const roomOf = (people: readonly Person[]): Room => ({
  seats: people.map(({ free, seats }) => free.map((there) => there * seats)),
  left: Int32Array.from(people, ({ most }) => most),
});

/** A slot in which both are free and a table is, each as likely as the other; -1 when there is none. */
const commonSlot = (random: Random, hosts: Uint8Array, guests: Uint8Array, tables: Int32Array | null): number => {
  let [chosen, seen] = [-1, 0];
  for (let slot = 0; slot < hosts.length; slot += 1) {
    if (hosts[slot] === 0 || guests[slot] === 0 || tables?.[slot] === 0) continue;
    seen += 1;
    if (random.below(seen) === 0) chosen = slot;
  }
  return chosen;
};

const takeOne = (numbers: Uint8Array | Int32Array, index: number): void => {
  numbers[index] = (numbers[index] ?? 0) - 1;
};

const all = (people: readonly Person[]): ((random: Random) => number) =>
  lottery(
    range(people.length),
    people.map(({ weight }) => weight),
  );

/** Draws pairs until there are enough that have a time for both and, in the hall, a table; ends short when hardly any pair is left that does. */
const wishesOf = (random: Random, size: ExpoSize, { exhibitors, buyers, onStand, openTables }: Cast): Wish[] => {
  const slots = size.days * size.slotsPerDay;
  const wanted = Math.round(size.use * size.tables * slots);
  const [anyHost, anyGuest] = [all(exhibitors), all(buyers)];
  const hostOf = range(assumed.sectors).map((sector) =>
    lottery(
      range(exhibitors.length).filter((one) => exhibitors[one]?.sector === sector),
      exhibitors.map(({ weight }) => weight),
    ),
  );
  const [hosts, guests] = [roomOf(exhibitors), roomOf(buyers)];
  const tables = new Int32Array(slots).fill(openTables);
  const known = new Set<number>();
  const wishes: Wish[] = [];
  for (let tries = 0; wishes.length < wanted && tries < 400 * wanted; tries += 1) {
    const guest = anyGuest(random);
    const within = random.next() < assumed.withinSector ? hostOf[buyers[guest]?.sector ?? 0] : undefined;
    const host = (within ?? anyHost)(random);
    const key = host * buyers.length + guest;
    const [hostSeats, guestSeats] = [hosts.seats[host], guests.seats[guest]];
    if (hostSeats === undefined || guestSeats === undefined || hosts.left[host] === 0 || guests.left[guest] === 0 || known.has(key))
      continue;
    const inHall = !onStand.has(host);
    const slot = commonSlot(random, hostSeats, guestSeats, inHall ? tables : null);
    if (slot < 0) continue;
    for (const seats of [hostSeats, guestSeats]) takeOne(seats, slot);
    takeOne(hosts.left, host);
    takeOne(guests.left, guest);
    if (inHall) takeOne(tables, slot);
    known.add(key);
    wishes.push({ exhibitor: host, buyer: guest, slot });
  }
  return wishes;
};

const castOf = (random: Random, size: ExpoSize): Cast => {
  const exhibitors = range(size.exhibitors).map(() => exhibitor(random, size));
  const stays = range(Math.max(1, Math.round(size.buyers / assumed.groupSize))).map(() => stayOf(random, size));
  const buyers = range(size.buyers).map(() => buyer(random, size, stays[random.below(stays.length)] ?? { days: [], programme: [] }));
  const popular = range(exhibitors.length).sort((a, b) => (exhibitors[b]?.weight ?? 0) - (exhibitors[a]?.weight ?? 0) || a - b);
  const onStand = new Set(popular.slice(0, Math.round(assumed.withStand * size.exhibitors)));
  const standTables = [...onStand].reduce((sum, one) => sum + (exhibitors[one]?.seats ?? 1), 0);
  return { exhibitors, buyers, onStand, openTables: Math.max(0, size.tables - standTables) };
};

const unavailable = ({ free }: Person): number[] => range(free.length).filter((slot) => free[slot] === 0);

const participantsFrom = ({ exhibitors, buyers, onStand }: Cast): Participant[] => {
  const common = { minMeetings: 0, maxMeetings: null, languages: [] };
  const stands = [...onStand].sort((a, b) => a - b);
  const standOf = new Map(stands.map((owner, place) => [owner, place]));
  return [
    ...exhibitors.map((person, index): Participant => {
      const ownPlace = standOf.get(index) ?? null;
      return { ...common, id: `E${index + 1}`, seats: person.seats, unavailableSlots: unavailable(person), seated: true, ownPlace };
    }),
    ...buyers.map((person, index): Participant => {
      return { ...common, id: `B${index + 1}`, seats: person.seats, unavailableSlots: unavailable(person), seated: false, ownPlace: null };
    }),
  ];
};

const placesFrom = ({ exhibitors, onStand, openTables }: Cast): Place[] => [
  ...[...onStand]
    .sort((a, b) => a - b)
    .map((owner): Place => {
      const capacity = exhibitors[owner]?.seats ?? 1;
      return { id: `S${owner + 1}`, capacity, zone: owner % halls, closedSlots: [], owner };
    }),
  ...range(openTables).map((table): Place => ({ id: `T${table + 1}`, capacity: 1, zone: table % halls, closedSlots: [], owner: null })),
];

const meetingsFrom = (random: Random, slots: readonly Slot[], wishes: readonly Wish[], firstBuyer: number): Meeting[] =>
  wishes.map((wish, index) => {
    const session = slots[wish.slot]?.session;
    const allowed = random.next() < assumed.inOneSession ? slots.flatMap((slot, at) => (slot.session === session ? [at] : [])) : null;
    return {
      id: `M${index + 1}`,
      participants: [wish.exhibitor, firstBuyer + wish.buyer],
      weight: 1 + random.below(5),
      must: random.next() < assumed.musts,
      allowedSlots: allowed,
      pinnedSlot: null,
      pinnedPlace: null,
      lengthSlots: 1,
    };
  });

/** A fair of the given size; the same seed gives the same fair. All its meetings can be held, and nobody is told how. O(tries × slots). */
export const expoFacts = (seed: number, size: ExpoSize = importExpo): Facts => {
  const random = randomFrom(seed);
  const slots = slotsOf(size);
  const cast = castOf(random, size);
  const wishes = wishesOf(random, size, cast);
  return {
    slots,
    participants: participantsFrom(cast),
    meetings: meetingsFrom(random, slots, wishes, size.exhibitors),
    precedences: [],
    places: placesFrom(cast),
    resources: [],
    walkingMinutes: range(halls).map((from) => range(halls).map((to) => 3 * Math.abs(from - to))),
    maxBreakSpread: null,
  };
};
