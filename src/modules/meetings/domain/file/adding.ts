// A file added to what an edition holds: what it names is added or changed, and nothing goes.
import type {
  EditionFile,
  EditionParts,
  FileContact,
  FileFixed,
  FileOrder,
  FileRectangle,
  FileRequest,
  FileUnavailable,
} from './edition-file.ts';
import type { FilePlaces } from './problems.ts';
import { foldedName } from './same-people.ts';
import { followTopics, topicsAdded } from './topics.ts';

/** The file's rows, and those on record that it does not name. The file's come first, so that they keep their places. */
function united<T>(own: readonly T[], held: readonly T[] | undefined, keyOf: (row: T) => string | number): readonly T[] {
  const named = new Set((held ?? []).map(keyOf));
  return [...(held ?? []), ...own.filter((row) => !named.has(keyOf(row)))];
}

const codeOf = ({ code }: { readonly code: string }): string => code;
const pairOf = ({ from, to }: FileRequest): string => JSON.stringify([from, to].sort());
const directionOf = ({ from, to }: FileRequest): string => JSON.stringify([from, to]);
const whoOf = ({ who }: FileUnavailable): string => JSON.stringify(who.kind === 'participant' ? [who.code] : [who.name, 'i']);

/** The numbers of the meetings of each two sides, ascending. */
function numbersByPair(requests: readonly FileRequest[]): Map<string, readonly number[]> {
  const numbers = new Map<string, Set<number>>();
  for (const r of requests) if (r.meeting !== null) numbers.set(pairOf(r), (numbers.get(pairOf(r)) ?? new Set()).add(r.meeting));
  return new Map([...numbers].map(([pair, own]) => [pair, [...own].sort((a, b) => a - b)]));
}

/** The numbers that a file's meetings get: the n-th of two sides that of their n-th on record, else the next one free. */
function renumbering(own: readonly FileRequest[], held: readonly FileRequest[]): (meeting: number) => number {
  const standing = numbersByPair(own);
  let next = own.reduce((most, { meeting }) => Math.max(most, meeting ?? 0), 0) + 1;
  const numbers = new Map<number, number>();
  for (const [pair, meetings] of numbersByPair(held))
    meetings.forEach((meeting, at) => numbers.set(meeting, standing.get(pair)?.[at] ?? next++));
  return (meeting) => numbers.get(meeting) ?? meeting;
}

/** Requests of one side to another as the file says them all, those it does not speak of as they stand; with orders and fixed times. */
function wishesAdded(own: EditionFile, { requests, orders, fixed }: EditionParts): Pick<EditionFile, 'requests' | 'orders' | 'fixed'> {
  const anew = renumbering(own.requests, requests ?? []);
  const all = united(
    own.requests,
    requests?.map((request) => (request.meeting === null ? request : { ...request, meeting: anew(request.meeting) })),
    directionOf,
  );
  const meetings = new Set(all.map(({ meeting }) => meeting));
  const newOrders = orders?.map(({ earlier, later }): FileOrder => ({ earlier: anew(earlier), later: anew(later) }));
  const newFixed = fixed?.map(({ meeting, slot }): FileFixed => ({ meeting: anew(meeting), slot }));
  const oldOrders = own.orders.filter(({ earlier, later }) => meetings.has(earlier) && meetings.has(later));
  return {
    requests: all,
    orders: united(oldOrders, newOrders, ({ earlier, later }) => `${earlier} ${later}`),
    fixed: united(
      own.fixed.filter(({ meeting }) => meetings.has(meeting)),
      newFixed,
      ({ meeting }) => meeting,
    ),
  };
}

/** Whether two contacts of a participant are one person: by address, or by name. */
const samePerson = (one: FileContact, other: FileContact): boolean =>
  one.participant === other.participant &&
  ((one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) ||
    (one.surname !== '' && foldedName(one.surname + one.givenName) === foldedName(other.surname + other.givenName)));

/** A contact with its place among the file's; without one, as it stands on record. */
interface ContactAdded {
  readonly contact: FileContact;
  readonly heldAt?: number;
}

/** Contacts on record in their order, changed where the file names them; what it leaves blank of one stays; those it names anew come last. */
function contactsAdded(own: readonly FileContact[], held: readonly FileContact[]): readonly ContactAdded[] {
  const byCode = Map.groupBy(
    held.map((contact, heldAt) => ({ contact, heldAt })),
    ({ contact: { participant } }) => participant,
  );
  const taken = new Set<number>();
  const standing = own.map((before): ContactAdded => {
    const found = byCode.get(before.participant)?.find(({ contact, heldAt }) => !taken.has(heldAt) && samePerson(before, contact));
    if (found === undefined) return { contact: before };
    const { contact: now, heldAt } = found;
    taken.add(heldAt);
    const contact = {
      ...before,
      ...(now.surname === '' ? {} : { surname: now.surname, givenName: now.givenName, nameOrder: now.nameOrder }),
      post: now.post === '' ? before.post : now.post,
      email: now.email ?? before.email,
      phone: now.phone ?? before.phone,
      languages: now.languages.length === 0 ? before.languages : now.languages,
    };
    return { contact, heldAt };
  });
  return [...standing, ...held.flatMap((contact, heldAt) => (taken.has(heldAt) ? [] : [{ contact, heldAt }]))];
}

/** Leads from the edition with a file added to where the file says it: its rows come first everywhere but among contacts, whose first one stays the first. */
export function placesWhenAdded(places: FilePlaces, own: EditionFile, { contacts = [] }: EditionParts): FilePlaces {
  const added = contactsAdded(own.contacts, contacts);
  // Past the file's own, whoever stands on record alone.
  return (table, index, field) => places(table, table === 'contacts' ? (added[index]?.heldAt ?? contacts.length + index) : index, field);
}

/** Halls that the file draws are drawn as it says; what it moves there from another hall is not drawn twice. */
function rectanglesAdded(own: readonly FileRectangle[], held: readonly FileRectangle[]): readonly FileRectangle[] {
  const halls = new Set(held.map(({ hall }) => hall));
  const keyIn = ({ kind, code }: FileRectangle): string | null => (code === null ? null : `${kind} ${code}`);
  const named = new Set(held.map(keyIn));
  return [...held, ...own.filter((one) => !halls.has(one.hall) && (keyIn(one) === null || !named.has(keyIn(one))))];
}

/** The file that results when the parts are added to an edition. Its slots alone are taken as they are: a timetable is a whole. */
export function withAdded(own: EditionFile, parts: EditionParts): EditionFile {
  const topics = topicsAdded(own.topics, parts.topics ?? []);
  return {
    edition: parts.edition ?? own.edition,
    slots: parts.slots ?? own.slots,
    tables: united(own.tables, parts.tables, ({ number }) => number),
    stands: united(own.stands, parts.stands, codeOf),
    halls: united(own.halls, parts.halls, codeOf),
    walks: united(own.walks, parts.walks, ({ from, to }) => [from, to].sort().join('\n')),
    rectangles: rectanglesAdded(own.rectangles, parts.rectangles ?? []),
    groups: united(own.groups, parts.groups, codeOf),
    topics,
    participants: followTopics(united(own.participants, parts.participants, codeOf), own.topics, topics),
    contacts: contactsAdded(own.contacts, parts.contacts ?? []).map(({ contact }) => contact),
    interpreters: united(own.interpreters, parts.interpreters, ({ name }) => name),
    unavailable: united(own.unavailable, parts.unavailable, whoOf),
    ...wishesAdded(own, parts),
  };
}
