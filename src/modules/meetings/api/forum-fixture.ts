// A forum for tests: an organiser, a chamber that leads two exhibitors, a company of its own, and two buyers with an office each.
import { asListed } from '#modules/expos/api/edition-fixture.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { createGroup } from '#modules/expos/api/change-groups.ts';
import { createInterpreter } from '#modules/expos/api/change-interpreters.ts';
import { createParticipant } from '#modules/expos/api/change-participants.ts';
import { replaceSlots, replaceTables } from '#modules/expos/api/change-setup.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Wish } from '../domain/edition-facts.ts';
import { createRequests } from './requests/create-requests.ts';
import { getAgenda } from './agenda/get-agenda.ts';
import { planGrid } from './planning/get-plan.ts';
import { scheduleGrid } from './schedule/list-releases.ts';
import { releasePlan } from './schedule/release-plan.ts';
import { runPlan } from './planning/run-plan.ts';
import { startPlan } from './planning/start-plan.ts';

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
  readonly ids: Readonly<Record<'E01' | 'E02' | 'B01' | 'B02', Id<'Participant'>>>;
  readonly groupId: Id<'Group'>;
  /** In order of time. */
  readonly slots: readonly string[];
  readonly tables: readonly string[];
  /** Does something on the day before the forum, when everything is still to come. */
  readonly as: <T>(
    who: TestOffice | { readonly owner: AccountId },
    use: (work: Work) => Promise<Result<T>>,
    version?: number,
  ) => Promise<Result<T>>;
  /** Enters one request and answers its id; as the organiser unless said otherwise. */
  readonly ask: (from: string, to: string, wish?: Wish, who?: TestOffice) => Promise<string>;
}

interface ForumSize {
  readonly tables?: number;
  readonly days?: number;
}

interface Added {
  readonly code: string;
  readonly office: OfficeId | null;
  readonly groupId: Id<'Group'> | null;
  readonly languages: readonly string[];
}

async function addParticipant(
  work: Work,
  editionId: string,
  { code, office, groupId, languages }: Added,
): Promise<Result<Id<'Participant'>>> {
  const role = code.startsWith('B') ? ('buyer' as const) : ('exhibitor' as const);
  const facts = { code, role, name: text(`Company ${code}`), languages: [...languages], officeId: office, groupId, unavailable: [] };
  const added = await createParticipant(work, { editionId, ...facts });
  return added.ok ? ok(added.value.id) : added;
}

/** Founds all offices and opens an edition of one morning or several: six half hours from 09:00, the last two a second session, and tables. */
export async function openForum(db: TestDatabase, { tables = 2, days: mornings = 1 }: ForumSize = {}): Promise<Forum> {
  const organiser = await db.foundOffice({ kind: 'organiser' });
  const chamber = await db.foundOffice({ kind: 'chamber' });
  const [company, buyerOne, buyerTwo, stranger] = await Promise.all(['c', '1', '2', 's'].map(() => db.foundOffice({ kind: 'company' })));
  if (company === undefined || buyerOne === undefined || buyerTwo === undefined || stranger === undefined) throw new Error('no offices');
  const opened = Date.now();
  const eve = (): Date => new Date(Date.UTC(2019, 10, 5, 8) + Date.now() - opened);
  const as: Forum['as'] = (who, use, version) => db.as(who.owner, (work) => use({ ...work, now: eve() }), version);

  const run = async <T>(use: (work: Work) => Promise<Result<T>>): Promise<T> => valueOf(await as(organiser, use));
  const days = { timeZone: 'Asia/Shanghai', firstDay: '2019-11-06', lastDay: `2019-11-0${5 + mornings}` };
  const edition = await run((w) =>
    createEdition(w, { office: organiser.office, name: text(`Forum ${organiser.office}`), venue: text('Hall'), ...days }),
  );
  const editionId = edition.id;
  const start = Date.UTC(2019, 10, 6, 1);
  const at = (i: number): number => start + Math.floor(i / 6) * 86_400_000 + (i % 6) * 1_800_000;
  const slots = Array.from({ length: 6 * mornings }, (_, i) => ({
    startsAt: new Date(at(i)).toISOString(),
    endsAt: new Date(at(i) + 1_800_000).toISOString(),
    session: i % 6 < 4 ? 1 : 2,
  }));
  const withSlots = await run((w) => replaceSlots(w, { editionId, slots }));
  const rows = Array.from({ length: tables }, (_, i) => ({ number: i + 1, hall: 'A', seats: 1, closedSlots: [] }));
  const setup = await run((w) => replaceTables(w, { editionId, tables: rows }));
  const group = await run((w) =>
    createGroup(w, { editionId, code: 'D1', kind: 'delegation', name: text('Delegation'), leadOffice: chamber.office }),
  );
  const participant = (code: string, office: OfficeId | null, groupId: Id<'Group'> | null, languages: readonly string[]) =>
    run((w) => addParticipant(w, editionId, { code, office, groupId, languages }));
  const ids = {
    E01: await participant('E01', company.office, group.id, ['en']),
    E02: await participant('E02', null, group.id, ['en']),
    B01: await participant('B01', buyerOne.office, null, ['zh', 'en']),
    B02: await participant('B02', buyerTwo.office, null, ['zh']),
  };
  await run((w) => createInterpreter(w, { editionId, name: 'Ms Gu', languages: ['en', 'zh'], unavailable: [], ...asListed }));
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

export const origin = 'https://hansa.example';

/** How many want one thing at once: at full size many. */
export const crowd = process.env['HANSA_ROUNDS'] === undefined ? 12 : 50;

/** Does the search that was started, to its end. */
export function searchPlan(db: TestDatabase, f: Forum, planId: string): Promise<void> {
  const run = {
    database: db.database,
    signal: new AbortController().signal,
    now: () => performance.now(),
    onFault: (fault: unknown) => {
      throw new Error('the planning thread failed', { cause: fault });
    },
  };
  return runPlan(run, { editionId: f.editionId, planId, account: f.organiser.owner, attempt: 1 });
}
/** Searches for a plan of all requests and answers its id. */
export async function plannedForum(db: TestDatabase, f: Forum): Promise<string> {
  const { id } = valueOf(await f.as(f.organiser, (w) => startPlan(w, { editionId: f.editionId, seconds: 5, seed: 1 })));
  await searchPlan(db, f, id);
  return id;
}
/** Releases a plan as the organiser. */
export const releaseForum = async (f: Forum, planId: string) => {
  const { version } = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));
  return f.as(f.organiser, (w) => releasePlan(w, { editionId: f.editionId, planId }, origin), version);
};
/** A forum with a released schedule of two meetings: E01 with B01, E02 with B02. */
export async function releasedForum(db: TestDatabase, options: ForumSize = {}): Promise<Forum> {
  const f = await openForum(db, options);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.B02, f.ids.E02);
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  return f;
}
export const scheduleOf = async (f: Forum) => valueOf(await f.as(f.organiser, (w) => scheduleGrid(w, { editionId: f.editionId })));
export const agendaOf = async (f: Forum, who: TestOffice, participantId: string) =>
  valueOf(await f.as(who, (w) => getAgenda(w, { editionId: f.editionId, participantId })));
export const cellOf = async (f: Forum, code: string) => {
  const grid = await scheduleOf(f);
  const cell = grid.cells.find((c) => grid.participants[c.a]?.code === code);
  if (cell === undefined) throw new Error(`no meeting of ${code}`);
  return { meetingId: cell.meetingId, slotId: grid.slots[cell.slot]?.id ?? '', placeId: grid.places[cell.place]?.id ?? '' };
};

/** Waits until some transaction waits for a lock that another holds. */
export async function untilOneWaits(db: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await db.owner.query(
      'select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()',
    );
    if (rows.length > 0) return;
    await pause(50);
  }
  throw new Error('nobody waits');
}
