// Invented entries of Liverpool's desk, private and called examples, around the day on which they are loaded: what is due, late, to be returned.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addAgreedItem } from '#modules/ties/api/agreement/change-items.ts';
import { DUE_HAS_PASSED } from '#modules/ties/domain/happenings.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { setDelegation, setItinerary } from '#modules/ties/api/visit/change-visit.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import type { Work } from '#platform/work.ts';
import { must, on, words } from './as-people.ts';

/** The day so many days after an ISO day. */
const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const items = [
  { text: ['Example: list of port technologies for both sides', '示例：双方港口技术清单'], domain: 'urban_transport', days: -5 },
  { text: ['Example: exchange of two schools', '示例：两所学校互访'], domain: 'education_science', days: 12 },
  { text: ['Example: joint concert', '示例：联合音乐会'], domain: 'culture', days: 200 },
] as const;

async function enterMemorandum(work: Work, tieId: string, office: OfficeId, today: string): Promise<void> {
  const dates = { signedOn: on(later(today, -1055)), validFrom: on(later(today, -1055)), validTo: on(later(today, 40)) };
  const title = words(['Example memorandum (invented)', '示例谅解备忘录（虚构）']);
  const { id } = must(
    await addAgreement(work, { tieId, office, kind: 'memorandum', title, parties: [], ...dates, source: null, documentId: null }),
  );
  for (const { text, domain, days } of items) {
    const due = on(later(today, days));
    must(
      await addAgreedItem(work, {
        agreementId: id,
        text: words([...text]),
        domain,
        aOwner: null,
        bOwner: null,
        due,
        confirmed: [DUE_HAS_PASSED],
      }),
    );
  }
}

const travellers = [
  { post: ['Deputy director', '副局长'], organisation: ['Example port authority (invented)', '示例港务局（虚构）'] },
  { post: ['Head of shore power', '岸电部主任'], organisation: ['Example port authority (invented)', '示例港务局（虚构）'] },
  {
    post: ['Professor of marine energy', '船舶能源教授'],
    organisation: ['Example maritime university (invented)', '示例海事大学（虚构）'],
  },
  { post: ['Director of sales', '销售总监'], organisation: ['Example crane maker (invented)', '示例起重机制造公司（虚构）'] },
] as const;

const stops = [
  {
    days: 0,
    starts: '10:00',
    ends: '11:30',
    title: ['Example: reception at the town hall', '示例：市政厅会见'],
    place: ['Town hall', '市政厅'],
  },
  {
    days: 0,
    starts: '14:00',
    ends: '16:00',
    title: ['Example: tour of the port', '示例：考察港口'],
    place: ['Container terminal', '集装箱码头'],
  },
  { days: 1, starts: null, ends: null, title: ['Example: talks on shore power for ships', '示例：岸电技术座谈'], place: null },
] as const;

/** Who came and what was done; no person is named in an example. */
async function enterDelegation(work: Work, visitId: Id<'Exchange'>, first: string): Promise<void> {
  const list = travellers.map(({ post, organisation }, at) => ({
    ...{ id: null, leads: at === 0, organisationId: null, name: null },
    ...{ post: words([...post]), organisation: words([...organisation]) },
  }));
  const begun = { ...work, expectedVersion: 0 };
  must(await setDelegation(begun, { visitId, travellers: list, keepUntil: null }));
  const done = stops.map(({ days, starts, ends, title, place }) => ({
    ...{ id: null, date: on(later(first, days)), starts, ends, part: starts === null ? ('morning' as const) : null },
    ...{ title: words([...title]), place: place === null ? null : words([...place]), parties: [], travellerIds: [], agreementId: null },
  }));
  must(await setItinerary(begun, { visitId, timeZone: 'Europe/London', stops: done }));
}

/** A memorandum that ends soon with its items, a visit to be returned, and how the desk itself sees the tie. */
export async function examplesFor(work: Work, office: OfficeId, today: string): Promise<void> {
  const desk = must(await openDesk(work, { officeId: office, today }));
  const row = desk.rows.find(({ city }) => city.slug === 'shanghai-cn');
  if (row === undefined || desk.city === null) return;
  const { tieId } = row;
  await enterMemorandum(work, tieId, office, today);
  const visit = must(
    await addExchange(work, {
      tieId,
      office,
      kind: 'visit',
      domains: ['urban_transport'],
      title: words(['Example: a port delegation comes to Liverpool (invented)', '示例：港口代表团来访利物浦（虚构）']),
      starts: on(later(today, -240)),
      ends: on(later(today, -239)),
      fromSide: row.city.id < desk.city.id ? 'a' : 'b',
      level: 'department',
      ledBy: null,
      people: 6,
      note: null,
      source: null,
    }),
  );
  await enterDelegation(work, visit.id, later(today, -240));
  const plain = { kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null };
  must(
    await enterTieStatements(work, {
      tieId,
      office,
      entries: [{ ...plain, attribute: 'status', value: { type: 'code', code: 'active' } }],
    }),
  );
}
