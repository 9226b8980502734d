// Loads the demo world into an empty database, through the use cases; a database that holds anything is left alone.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { foundOffice } from '#modules/accounts/api/found-office.ts';
import type { SignIn } from '#modules/accounts/api/sign-in.ts';
import type { Database } from '#platform/postgres/database.ts';
import { connect } from '#platform/postgres/roles.ts';
import { demoOffices, demoPassword } from './demo-accounts.ts';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface DemoMember {
  readonly office: OfficeId;
  readonly owner: AccountId;
}

interface Server {
  readonly database: Database;
  readonly signIn: SignIn;
}

/** Whether nothing was ever entered. */
async function isEmpty(migratorUrl: string): Promise<boolean> {
  const client = await connect(migratorUrl, 'the migrator');
  try {
    const { rowCount } = await client.query('select 1 from accounts.office limit 1');
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

/** Founds the offices; the demo's content is entered afterwards by these people. */
async function foundOffices({ signIn }: Server, migratorUrl: string): Promise<ReadonlyMap<string, DemoMember>> {
  const client = await connect(migratorUrl, 'the migrator');
  const members = new Map<string, DemoMember>();
  try {
    for (const { role: _role, ...office } of demoOffices) {
      const member = await foundOffice(client, office);
      await signIn.setPassword({ id: member.owner, email: office.owner.email, name: office.owner.name }, demoPassword);
      members.set(office.slug, member);
    }
  } finally {
    await client.end();
  }
  return members;
}

/** Prepares the demo and answers its accounts, one per role. */
export async function prepareDemo(server: Server, migratorUrl: string, print: (sentence: string) => void): Promise<readonly DemoAccount[]> {
  if (await isEmpty(migratorUrl)) {
    print('Loading the demo world …');
    await foundOffices(server, migratorUrl);
  }
  return demoOffices.map(({ role, owner }) => ({ role, email: owner.email, password: demoPassword }));
}
