// The roles inside the cluster: made idempotently, since roles belong to the cluster and not to one database.
import pg from 'pg';
import { SentenceError } from '../sentence-error.ts';

const roles = ['hansa_app', 'hansa_auth', 'hansa_backup'] as const;

/** One open connection. */
export type Connection = pg.Client;

/** Opens one connection, or explains in one sentence why the database cannot be reached (never showing a password). */
export async function connect(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return client;
  } catch (fault) {
    const reason = fault instanceof Error && fault.message !== '' ? fault.message : ((fault as { code?: string }).code ?? 'no answer');
    throw new SentenceError(
      `The database of ${name} cannot be reached (${reason}): check that it runs and that the address, user and password are right.`,
      { cause: fault },
    );
  }
}

/**
 * Creates the group roles where they are missing and lets the server's login take the app and sign-in roles on.
 * @throws SentenceError when the migrator lacks the right to, or the server is too old
 */
export async function ensureRoles(migratorUrl: string, serverUrl: string): Promise<void> {
  const client = await connect(migratorUrl, 'the migrator');
  try {
    const { rows } = await client.query<{ version: number; bypasses: boolean }>(
      `select current_setting('server_version_num')::int as version, (rolsuper or rolbypassrls) as bypasses from pg_roles where rolname = current_user`,
    );
    const here = rows[0];
    if (here === undefined || here.version < 160000) throw new SentenceError('Hansa needs PostgreSQL 16 or newer.');
    if (!here.bypasses)
      throw new SentenceError(
        'The migrator must see all rows: run "alter role <migrator> bypassrls createrole" as a superuser, then start again.',
      );
    const login = decodeURIComponent(new URL(serverUrl.replace('@/', '@socket/')).username);
    // Serialised, since two nodes may start at once and "create role" has no "if not exists".
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7204101)');
    for (const role of roles) {
      const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (found.rowCount === 0) await client.query(`create role ${role} nologin`);
    }
    const superuser = await client.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = $1', [login]);
    if (superuser.rows[0]?.rolsuper === false)
      for (const role of ['hansa_app', 'hansa_auth'])
        await client.query(`grant ${role} to ${pg.escapeIdentifier(login)} with inherit false, set true`);
    // A backup is taken by the migrator's login in the backup role, which changes nothing.
    await client.query('grant hansa_backup to current_user with inherit false, set true');
    await client.query('commit');
  } catch (fault) {
    if (fault instanceof SentenceError) throw fault;
    throw new SentenceError(`The database roles could not be prepared: ${fault instanceof Error ? fault.message : String(fault)}.`);
  } finally {
    await client.end();
  }
}

/**
 * Refuses a database that may lose acknowledged writes in a power cut.
 * @throws SentenceError when fsync, full_page_writes or synchronous_commit is off and the operator has not said so
 */
export async function checkDurability(url: string, allowUnsafe: boolean): Promise<void> {
  const client = await connect(url, 'the migrator');
  try {
    const { rows } = await client.query<{ name: string }>(
      `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
    );
    if (rows.length > 0 && !allowUnsafe)
      throw new SentenceError(
        `The database runs with ${rows.map((r) => r.name).join(', ')} off and could lose what it has confirmed: switch it on, or set HANSA_ALLOW_UNSAFE_DISK=1 if you accept that.`,
      );
  } finally {
    await client.end();
  }
}
