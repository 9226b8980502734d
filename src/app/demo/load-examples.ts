// Invented entries of Liverpool's desk, private and called examples, around the day on which they are loaded: what is due, late, to be returned.
import type { OfficeId } from '#kernel/ids.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addAgreedItem } from '#modules/ties/api/agreement/change-items.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
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
    must(await addAgreedItem(work, { agreementId: id, text: words([...text]), domain, aOwner: null, bOwner: null, due }));
  }
}

/** A memorandum that ends soon with its items, a visit to be returned, and how the desk itself sees the tie. */
export async function examplesFor(work: Work, office: OfficeId, today: string): Promise<void> {
  const desk = must(await openDesk(work, { officeId: office, today }));
  const row = desk.rows.find(({ city }) => city.slug === 'shanghai-cn');
  if (row === undefined || desk.city === null) return;
  const { tieId } = row;
  await enterMemorandum(work, tieId, office, today);
  must(
    await addExchange(work, {
      tieId,
      office,
      kind: 'visit',
      domains: ['urban_transport'],
      title: words(['Example: a port delegation comes to Liverpool (invented)', '示例：港口代表团访问利物浦（虚构）']),
      starts: on(later(today, -240)),
      ends: null,
      fromSide: row.city.id < desk.city.id ? 'a' : 'b',
      level: 'department',
      ledBy: null,
      people: 6,
      note: null,
      source: null,
    }),
  );
  const plain = { kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null };
  must(
    await enterTieStatements(work, {
      tieId,
      office,
      entries: [{ ...plain, attribute: 'status', value: { type: 'code', code: 'active' } }],
    }),
  );
}
