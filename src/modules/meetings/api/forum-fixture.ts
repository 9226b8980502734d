// A forum for tests: an organiser, a chamber that leads two exhibitors, a company of its own, and two buyers with an office each.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/change-edition.ts';
import { createGroup } from '#modules/expos/api/change-groups.ts';
import { createInterpreter } from '#modules/expos/api/change-interpreters.ts';
import { createParticipant } from '#modules/expos/api/change-participants.ts';
import { replaceSlots, replaceTables } from '#modules/expos/api/change-setup.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Wish } from '../domain/edition-facts.ts';
import { createRequests } from './create-requests.ts';

const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });

export interface Forum {
  readonly editionId: string;
  readonly organiser: TestOffice;
  readonly chamber: TestOffice;
  readonly company: TestOffice;
  readonly buyerOne: TestOffice;
  readonly buyerTwo: TestOffice;
  readonly stranger: TestOffice;
  /** E01 and E02 are led by the chamber, E01 is the company's own; B01 and B02 have an office each. */
  readonly ids: Readonly<Record<'E01' | 'E02' | 'B01' | 'B02', string>>;
  readonly groupId: string;
  /** In order of time. */
  readonly slots: readonly string[];
  readonly tables: readonly string[];
  readonly as: <T>(
    who: TestOffice | { readonly owner: AccountId },
    use: (work: Work) => Promise<Result<T>>,
    version?: number,
  ) => Promise<Result<T>>;
  /** Enters one request and answers its id; as the organiser unless said otherwise. */
  readonly ask: (from: string, to: string, wish?: Wish, who?: TestOffice) => Promise<string>;
}

/** Founds all offices and opens an edition of one morning: six half hours from 09:00, the last two a second session, and tables. */
export async function openForum(db: TestDatabase, { tables = 2 }: { readonly tables?: number } = {}): Promise<Forum> {
  const organiser = await db.foundOffice({ kind: 'organiser' });
  const chamber = await db.foundOffice({ kind: 'chamber' });
  const [company, buyerOne, buyerTwo, stranger] = await Promise.all(['c', '1', '2', 's'].map(() => db.foundOffice({ kind: 'company' })));
  if (company === undefined || buyerOne === undefined || buyerTwo === undefined || stranger === undefined) throw new Error('no offices');
  const as: Forum['as'] = (who, use, version) => db.as(who.owner, use, version);
  const run = async <T>(use: (work: Work) => Promise<Result<T>>): Promise<T> => valueOf(await as(organiser, use));
  const days = { timeZone: 'Asia/Shanghai', firstDay: '2019-11-06', lastDay: '2019-11-06' };
  const edition = await run((w) =>
    createEdition(w, { office: organiser.office, name: text(`Forum ${organiser.office}`), venue: text('Hall'), ...days }),
  );
  const editionId = edition.id;
  const start = Date.UTC(2019, 10, 6, 1);
  const slots = Array.from({ length: 6 }, (_, i) => ({
    startsAt: new Date(start + i * 1_800_000).toISOString(),
    endsAt: new Date(start + (i + 1) * 1_800_000).toISOString(),
    session: i < 4 ? 1 : 2,
  }));
  const withSlots = await run((w) => replaceSlots(w, { editionId, slots }));
  const rows = Array.from({ length: tables }, (_, i) => ({ number: i + 1, hall: 'A', seats: 1, closedSlots: [] }));
  const setup = await run((w) => replaceTables(w, { editionId, tables: rows }));
  const group = await run((w) =>
    createGroup(w, { editionId, code: 'D1', kind: 'delegation', name: text('Delegation'), leadOffice: chamber.office }),
  );
  const participant = async (
    code: string,
    office: OfficeId | null,
    groupId: string | null,
    languages: readonly string[],
  ): Promise<string> => {
    const role = code.startsWith('B') ? ('buyer' as const) : ('exhibitor' as const);
    const facts = { code, role, name: text(`Company ${code}`), languages: [...languages], officeId: office, groupId, unavailable: [] };
    return (await run((w) => createParticipant(w, { editionId, ...facts }))).id;
  };
  const ids = {
    E01: await participant('E01', company.office, group.id, ['en']),
    E02: await participant('E02', null, group.id, ['en']),
    B01: await participant('B01', buyerOne.office, null, ['zh', 'en']),
    B02: await participant('B02', buyerTwo.office, null, ['zh']),
  };
  await run((w) => createInterpreter(w, { editionId, name: 'Ms Gu', languages: ['en', 'zh'], unavailable: [] }));
  return {
    editionId,
    organiser,
    chamber,
    company,
    buyerOne,
    buyerTwo,
    stranger,
    ids,
    groupId: group.id,
    slots: withSlots.slots.map((s) => s.id),
    tables: setup.places.map((p) => p.id),
    as,
    ask: async (from, to, wish = 'want', who = organiser) => {
      const request = { fromId: from, toId: to, wish, session: null, round: 1, note: 'canary note' };
      const made = valueOf(await as(who, (w) => createRequests(w, { editionId, requests: [request] })));
      return made.requests[0]?.id ?? '';
    },
  };
}
