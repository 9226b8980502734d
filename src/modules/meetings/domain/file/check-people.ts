// Rules of an edition file about who takes part and where: tables, stands, groups, participants, interpreters.
import { phonePattern, saysWho } from '#modules/expos/domain/contacts.ts';
import { limits } from '#modules/expos/domain/limits.ts';
import { isCountry } from '#kernel/codes.ts';
import { longestPlace, mostPlaces } from '#modules/cities/domain/profile/extent.ts';
import { entryKinds, longestSource, longestTitle, type EntryKind } from '#modules/organisations/domain/entry.ts';
import { hasMarkup } from '#kernel/writing/markup.ts';
import { checkDoubles, city, code, hall, said, unknown, type Check } from './rule-frame.ts';
import type { FileParticipant } from './edition-file.ts';
import { quoted } from './problems.ts';
import { complaintOfName, complaintOfNumber, complaintOfText, fileLimits, isDay, isEmail, type Complaint } from './rules.ts';
import { foldedName } from './same-people.ts';
import { topicKey } from './topics.ts';

/** Tables and stands: doubled, unknown slots, leads that stand elsewhere. */
export function checkPlaces({ file, report, slots, participants, noParticipant }: Check): void {
  checkDoubles(
    report,
    'tables',
    'number',
    file.tables.map((t) => t.number),
  );
  checkDoubles(
    report,
    'stands',
    'code',
    file.stands.map((s) => s.code),
  );
  const place = (
    table: 'tables' | 'stands',
    index: number,
    row: { readonly hall: string; readonly seats: number; readonly closedSlots: readonly number[] },
  ) => {
    report(table, index, 'hall', complaintOfText(row.hall, hall));
    report(table, index, 'seats', complaintOfNumber(row.seats, table === 'stands' ? 0 : 1, limits.placeSeats));
    for (const slot of row.closedSlots) if (!slots.has(slot)) report(table, index, 'closedSlots', unknown(slot));
  };
  file.tables.forEach((table, index) => {
    report('tables', index, 'number', complaintOfNumber(table.number, 1, fileLimits.tableNumber));
    place('tables', index, table);
  });
  const standOf = new Map(file.participants.map((p) => [p.code, p.stand]));
  file.stands.forEach((stand, index) => {
    report('stands', index, 'code', complaintOfText(stand.code, code));
    place('stands', index, stand);
    if (stand.lead === null) return;
    if (!participants.has(stand.lead)) report('stands', index, 'lead', noParticipant(stand.lead));
    else if (standOf.get(stand.lead) !== stand.code)
      report('stands', index, 'lead', { code: 'meetings.file_lead_elsewhere', params: { value: quoted(stand.lead) } });
  });
}

/** Groups: doubled, unknown or circular parents. */
export function checkGroups({ file, report, isLanguage }: Check): void {
  checkDoubles(
    report,
    'groups',
    'code',
    file.groups.map((g) => g.code),
  );
  const parents = new Map(file.groups.map((g) => [g.code, g.parent]));
  file.groups.forEach((group, index) => {
    report('groups', index, 'code', complaintOfText(group.code, code));
    report('groups', index, 'name', complaintOfName(group.name, true, isLanguage));
    if (group.parent !== null && !parents.has(group.parent)) report('groups', index, 'parent', unknown(group.parent));
    else if (isOwnAncestor(group.code, parents)) report('groups', index, 'parent', { code: 'meetings.file_group_circle' });
  });
}

function isOwnAncestor(group: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let up = parents.get(group) ?? null; up !== null && !seen.has(up); up = parents.get(up) ?? null) {
    if (up === group) return true;
    seen.add(up);
  }
  return false;
}

/** Topics: named, and no word of two of them. */
export function checkTopics({ file, report, isLanguage }: Check): void {
  const seen = new Set<string>();
  file.topics.forEach(({ name }, index) => {
    report('topics', index, 'name', complaintOfName(name, true, isLanguage));
    const words = Object.values(name);
    const [again] = words.filter((word) => seen.has(foldedName(word)));
    if (again !== undefined) report('topics', index, 'name', { code: 'meetings.file_doubled', params: { value: quoted(again) } });
    for (const word of words) {
      seen.add(foldedName(word));
      if (word.length > fileLimits.topic) report('topics', index, 'name', complaintOfText(word, { max: fileLimits.topic, required: true }));
    }
  });
}

/** What somebody says of the market: topics of the list, countries and regions. */
function complaintsOfMarket(p: FileParticipant, topics: ReadonlySet<string>): readonly (readonly [string, Complaint])[] {
  const tooMany = (count: number, most: number): Complaint =>
    count > most ? { code: 'meetings.file_too_many_words', params: { count, most } } : null;
  return [
    ...(['offerTopics', 'needTopics'] as const).flatMap((field) => [
      [field, tooMany(p[field].length, limits.topics)] as const,
      ...p[field]
        .filter((key) => !topics.has(key))
        .map((key) => [field, { code: 'meetings.file_topic_unknown', params: { value: quoted(key) } }] as const),
    ]),
    ['markets', tooMany(p.markets.length, limits.markets)],
    ...p.markets
      .filter((code) => !isCountry(code))
      .map((code) => ['markets', { code: 'meetings.file_country_unknown', params: { value: quoted(code) } }] as const),
  ];
}

/** What is said of an offer or a need beside its words: days of the calendar in their order, plain words. */
function complaintsOfDetails(
  p: FileParticipant,
  kind: EntryKind,
  isLanguage: Check['isLanguage'],
): readonly (readonly [string, Complaint])[] {
  const details = p[`${kind}Details`];
  if (details === null) return [];
  const { title, places, from, until, source } = details;
  const plain = (text: string, max: number): Complaint =>
    hasMarkup(text) ? { code: 'meetings.file_markup' } : complaintOfText(text, { max, required: true });
  const badDay = (day: string | null): Complaint =>
    day === null || isDay(day) ? null : { code: 'meetings.file_day_invalid', params: { value: quoted(day) } };
  return [
    ...Object.entries(title).flatMap(([tag, text]) => [
      [`${kind}Title`, isLanguage(tag) ? null : { code: 'meetings.file_language_unknown', params: { value: quoted(tag) } }] as const,
      [`${kind}Title`, plain(text, longestTitle)] as const,
    ]),
    [`${kind}From`, badDay(from)],
    [`${kind}Until`, badDay(until)],
    [`${kind}Until`, from !== null && until !== null && until < from ? { code: 'meetings.file_ends_before_start' } : null],
    [
      `${kind}Places`,
      places.length > mostPlaces ? { code: 'meetings.file_too_many_words', params: { count: places.length, most: mostPlaces } } : null,
    ],
    ...places.map((place) => [`${kind}Places`, plain(place, longestPlace)] as const),
    [`${kind}Source`, source === null ? null : plain(source, longestSource)],
  ];
}

/** Participants: texts, numbers, references. */
export function checkParticipants({ file, report, isLanguage }: Check): void {
  checkDoubles(
    report,
    'participants',
    'code',
    file.participants.map((p) => p.code),
  );
  const groups = new Set(file.groups.map((g) => g.code));
  const stands = new Set(file.stands.map((s) => s.code));
  const topics = new Set(file.topics.map(topicKey));
  file.participants.forEach((p, index) => {
    const at = (field: string, complaint: Complaint) => report('participants', index, field, complaint);
    at('code', complaintOfText(p.code, code));
    at('name', complaintOfName(p.name, true, isLanguage));
    if (p.country !== '' && !isCountry(p.country))
      at('country', { code: 'meetings.file_country_unknown', params: { value: quoted(p.country) } });
    at('city', complaintOfText(p.city, city));
    for (const field of ['offer', 'need'] as const)
      for (const [tag, text] of Object.entries(p[field])) {
        if (!isLanguage(tag)) at(field, { code: 'meetings.file_language_unknown', params: { value: quoted(tag) } });
        at(field, hasMarkup(text) ? { code: 'meetings.file_markup' } : complaintOfText(text, said));
      }
    for (const [field, complaint] of complaintsOfMarket(p, topics)) at(field, complaint);
    for (const kind of entryKinds) for (const [field, complaint] of complaintsOfDetails(p, kind, isLanguage)) at(field, complaint);
    at('seats', complaintOfNumber(p.seats, 1, limits.participantSeats));
    for (const tag of p.languages)
      if (!isLanguage(tag)) at('languages', { code: 'meetings.file_language_unknown', params: { value: quoted(tag) } });
    for (const field of ['minMeetings', 'maxMeetings'] as const)
      if (p[field] !== null) at(field, complaintOfNumber(p[field], 0, limits.meetings));
    if (p.minMeetings !== null && p.maxMeetings !== null && p.minMeetings > p.maxMeetings)
      at('maxMeetings', { code: 'meetings.file_least_above_most' });
    if (p.group !== null && !groups.has(p.group)) at('group', unknown(p.group));
    if (p.stand !== null && !stands.has(p.stand)) at('stand', unknown(p.stand));
    if (p.meetsAt === 'stand' && p.stand === null) at('meetsAt', { code: 'meetings.file_no_stand' });
  });
}

/** What is wrong with an address and a phone. */
const complaintsOfReach = (email: string | null, phone: string | null): readonly (readonly [string, Complaint])[] => [
  ['email', email === null || isEmail(email) ? null : { code: 'meetings.file_email_invalid', params: { value: quoted(email) } }],
  ['phone', phone === null || phonePattern.test(phone) ? null : { code: 'meetings.file_phone_invalid', params: { value: quoted(phone) } }],
];

/** Contacts: whose they are, names, addresses, phones; one that says nobody is told under the surname. */
export function checkContacts({ file, report, isLanguage, participants, noParticipant }: Check): void {
  const counts = new Map<string, number>();
  file.contacts.forEach((contact, index) => {
    const at = (field: string, complaint: Complaint) => report('contacts', index, field, complaint);
    const { participant, email, phone, languages } = contact;
    if (!participants.has(participant)) at('participant', noParticipant(participant));
    const count = (counts.get(participant) ?? 0) + 1;
    counts.set(participant, count);
    if (count === limits.contacts + 1) at('participant', { code: 'meetings.file_too_many_contacts', params: { most: limits.contacts } });
    for (const field of ['surname', 'givenName', 'post'] as const)
      at(field, complaintOfText(contact[field], { max: field === 'post' ? fileLimits.post : fileLimits.person, required: false }));
    if (!saysWho(contact)) at('surname', { code: 'meetings.file_empty' });
    for (const complaint of complaintsOfReach(email, phone)) at(...complaint);
    for (const tag of languages)
      if (!isLanguage(tag)) at('contactLanguages', { code: 'meetings.file_language_unknown', params: { value: quoted(tag) } });
  });
}

/** Interpreters: names, languages, how they are reached. */
export function checkInterpreters({ file, report, isLanguage }: Check): void {
  checkDoubles(
    report,
    'interpreters',
    'name',
    file.interpreters.map((i) => i.name),
  );
  file.interpreters.forEach((interpreter, index) => {
    report('interpreters', index, 'name', complaintOfText(interpreter.name, { max: fileLimits.interpreter, required: true }));
    const at = (field: string, complaint: Complaint) => report('interpreters', index, field, complaint);
    const { givenName, email, phone, longestMinutes, restMinutes } = interpreter;
    for (const tag of interpreter.languages)
      if (!isLanguage(tag)) at('languages', { code: 'meetings.file_language_unknown', params: { value: quoted(tag) } });
    for (const field of ['surname', 'givenName'] as const)
      at(field, complaintOfText(interpreter[field], { max: fileLimits.person, required: false }));
    if (givenName !== '' && !saysWho(interpreter)) at('surname', { code: 'meetings.file_empty' });
    for (const complaint of complaintsOfReach(email, phone)) at(...complaint);
    if (longestMinutes !== null) at('longestMinutes', complaintOfNumber(longestMinutes, ...limits.longestMinutes));
    if (restMinutes !== null) at('restMinutes', complaintOfNumber(restMinutes, ...limits.restMinutes));
  });
}
