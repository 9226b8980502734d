// Loads the demo world into an empty database, through the use cases; a database that holds anything else is left alone.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { foundOffice } from '#modules/accounts/api/found-office.ts';
import type { SignIn } from '#modules/accounts/api/sign-in.ts';
import { dayAt } from '#modules/meetings/domain/agenda/venue-clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { connect, type Connection } from '#platform/postgres/roles.ts';
import { demoOffices, demoPassword } from './demo-accounts.ts';
import type { DemoMember } from './as-people.ts';
import { loadFollowedEditions } from './load-followed-editions.ts';
import { isForumLoaded, loadForum } from './load-forum.ts';
import { loadRegister } from './load-register.ts';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

interface Server {
  readonly database: Database;
  readonly signIn: SignIn;
}

type Members = ReadonlyMap<string, DemoMember>;

/** Offices by slug with their first owner. */
async function officesOf(client: Connection): Promise<Members> {
  const { rows } = await client.query<{ slug: string; office: OfficeId; owner: AccountId }>(
    `select distinct on (o.slug) o.slug, o.id as office, m.account as owner from accounts.office o
     join accounts.membership m on m.office = o.id and m.role = 'owner' order by o.slug, m.since`,
  );
  return new Map(rows.map(({ slug, ...member }) => [slug, member]));
}

/** Founds the offices that are missing; null where the database is not the demo's. */
async function foundOffices(client: Connection): Promise<Members | null> {
  const known = await officesOf(client);
  if (known.size > 0 && !demoOffices.some(({ slug }) => known.has(slug))) return null;
  for (const { role: _role, ...office } of demoOffices) {
    if (known.has(office.slug)) continue;
    const founded = await foundOffice(client, office);
    if (!founded.ok) throw new Error(founded.refusal.code);
  }
  return officesOf(client);
}

const memberOf = (members: Members, role: string): DemoMember => {
  const member = members.get(demoOffices.find((office) => office.role === role)?.slug ?? '');
  if (member === undefined) throw new Error(`the demo has no office of the ${role}`);
  return member;
};

/** The forum is always tomorrow: a demo in which everything is over shows no one their next meeting. */
const tomorrowInShanghai = (): string => dayAt(Date.now() + 24 * 60 * 60 * 1000, 'Asia/Shanghai');

interface Setting {
  readonly migratorUrl: string;
  readonly origin: string;
}

const demoLock = 7204105;

const sentenceOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/**
 * Prepares the demo, or finishes what an interrupted start began, and answers its accounts, one per role. Of several nodes that start on one
 * database one does it, and the others wait for it: the lock is a session's, so a node that dies lets it go.
 */
export async function prepareDemo(server: Server, setting: Setting, print: (sentence: string) => void): Promise<readonly DemoAccount[]> {
  const client = await connect(setting.migratorUrl, 'the migrator');
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [demoLock]);
    if (rows[0]?.taken !== true) {
      print('Another node loads the demo world; waiting for it …');
      await client.query('select pg_advisory_lock($1)', [demoLock]);
    }
    return await fillDemo(server, client, setting.origin, print);
  } finally {
    await client.end();
  }
}

async function fillDemo(
  { database, signIn }: Server,
  client: Connection,
  origin: string,
  print: (sentence: string) => void,
): Promise<readonly DemoAccount[]> {
  const members = await foundOffices(client);
  if (members === null) return [];
  const people = {
    organiser: memberOf(members, 'Organiser'),
    lead: memberOf(members, 'Delegation lead'),
    delegate: memberOf(members, 'Delegate'),
    visitor: memberOf(members, 'Desk officer'),
  };
  const setting = { database, people, origin, print, day: tomorrowInShanghai() };
  const isNew = !(await isForumLoaded(setting));
  if (isNew) {
    print('Loading the demo world …');
    for (const { role, owner } of demoOffices) {
      await signIn.setPassword({ id: memberOf(members, role).owner, email: owner.email, name: owner.name }, demoPassword);
    }
    await loadForum(setting);
    await loadFollowedEditions({ database, member: people.organiser });
  }
  const desks = {
    liverpool: memberOf(members, 'Desk officer'),
    shanghai: memberOf(members, 'Desk officer, Shanghai'),
    register: memberOf(members, 'Register office'),
  };
  await loadRegister({ database, people: desks, print, origin, today: dayAt(Date.now(), 'Europe/London') }).catch((fault: unknown) => {
    if (isNew) throw fault;
    // What an earlier version entered may speak against what this one would add.
    print(`The demo world stays as an earlier version made it; npm run reset makes it anew. (${sentenceOf(fault)})`);
  });
  // Else the planner of queries guesses until autovacuum comes by: every table holds one row, and loops are as good as an index.
  if (isNew) await client.query('analyze');
  return demoOffices.map(({ role, owner }) => ({ role, email: owner.email, password: demoPassword }));
}
