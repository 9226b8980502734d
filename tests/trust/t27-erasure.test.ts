// T27: a person takes their data and is erased; afterwards neither their name nor their address nor their id is anywhere in the database,
// its files, queues and outbox, what they entered stands, and the audit log is still proven.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { password } from '../fixtures/app.ts';
import { call } from '../fixtures/calls.ts';
import { openWorld } from '../fixtures/open-world.ts';
import { text, type Person, type World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.app.close());

const everybody = ['fair', 'city', 'acme', 'register', 'town', 'register editor', 'chamber', 'acme viewer'] as const;
const erased = process.env['HANSA_ROUNDS'] === undefined ? everybody.slice(0, 3) : everybody;

const rowsOf = async <T extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> =>
  (await world.app.db.owner.query<T>(sql, [...values])).rows;

/** Tables that hold any of the words, in a text, a document, a file, a list or a log; of every schema there is. */
async function tablesWith(words: readonly string[]): Promise<readonly string[]> {
  const tables = await rowsOf<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%'`,
  );
  const sought = words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await world.app.db.owner.query(
      `select 1 from ${name} t where exists (select 1 from unnest($1::text[]) as w where strpos(lower(t::text), lower(w)) > 0) limit 1`,
      [sought],
    );
    if (rowCount !== 0) found.push(name);
  }
  return found;
}

interface Known {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

const accountOf = async ({ account }: Person): Promise<Known> =>
  (await rowsOf<Known>('select id, email, name from accounts.account where id = $1', [account]))[0] ?? expect.fail('no such account');

/** Seals what has been logged so far, as if it had been an hour ago. */
async function seal(): Promise<void> {
  await world.app.db.owner.query(
    `update accounts.audit_entry e set happened_at = e.happened_at - interval '1 hour'
     where not exists (select 1 from accounts.audit_seal s where s.office = e.office and s.entry = e.id)`,
  );
  await world.app.db.owner.query(`update accounts.audit_unsealed u set happened_at = u.happened_at - interval '1 hour'`);
  await world.app.db.owner.query('select accounts.seal_audit()');
}

async function brokenSeals(): Promise<readonly unknown[]> {
  const client = await world.app.db.owner.connect();
  await client.query(`select set_config('hansa.owns', (select array_agg(id)::text from accounts.office), false)`);
  const { rows } = await client.query<{ id: string; broken: number | null }>(
    'select id, accounts.first_broken_seal(id) as broken from accounts.office',
  );
  client.release(true);
  return rows.filter(({ broken }) => broken !== null);
}

/** Leaves traces wherever a person leaves them: mail, an answered key, a calendar, an invitation elsewhere, a contact of their address, letters. */
async function leaveTraces(label: string, known: Known): Promise<void> {
  const { app, offices } = world;
  const person = world.person(label);
  const [home] = person.offices;
  if (home === undefined) expect.fail(`${label} has no office`);
  const officeId: OfficeId = offices[home];
  const { cookie } = person;
  await rowsOf(
    `insert into sign_in.passkey ("id", "name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp", "createdAt")
      values ($1, 'Telephone of ' || $2, 'none', $1, $1, 0, 'singleDevice', false, now())`,
    [known.id, known.name],
  );
  await rowsOf(
    `insert into sign_in.account ("id", "accountId", "providerId", "userId", "updatedAt") values ('at-' || $1, 'Identity of ' || $2, 'institution', $1, now())`,
    [known.id, known.name],
  );
  const invites = offices.stranger;
  await app.ask('POST', `/api/v1/offices/${invites}/members`, {
    cookie: world.person('stranger').cookie ?? '',
    json: { email: known.email, name: known.name, role: 'viewer' },
    headers: { 'idempotency-key': `invites ${label}` },
  });
  await call(app, 'desk.createCalendar', { officeId, of: 'account' }, { cookie });
  await call(app, 'desk.setWeeklyMail', { officeId, on: true }, { cookie });
  const contact = {
    organisationId: world.thing('public records').id,
    surname: known.name,
    post: text('Head of trade'),
    email: known.email,
  };
  const { id: contactId } = await world.does('city', 'organisations.addContact', contact, { as: `contact ${label}` });
  // Somebody's list of who travelled names them as that contact.
  await rowsOf(`update ties.delegation_names set names = names || $1::jsonb where visit_id = $2`, [
    JSON.stringify([{ travellerId: contactId, surname: known.name, givenName: '', nameOrder: 'given_first', contactId }]),
    world.thing('visit of public tie').id,
  ]);
  // A published snapshot of another office has them as who said something.
  await rowsOf(
    `with made as (insert into reports.snapshot (id, tie_id, number, owner_office, frozen_at, seal, content_hash)
        select gen_random_uuid(), tie_id, (select max(number) + 1 from reports.snapshot), owner_office, now(), seal, content_hash from reports.snapshot where id = $1
        returning id, owner_office)
      insert into reports.snapshot_content (snapshot_id, owner_office, content, words)
      select id, owner_office, '{"word": 0}', jsonb_build_array(jsonb_build_object('digest', 'd', 'salt', 's', 'text', $2::text, 'tells', true)) from made`,
    [world.thing('snapshot of public tie').id, known.name],
  );
  const asked = { surname: known.name, post: 'Head of trade', email: known.email.toUpperCase() };
  const guest = {
    editionId: world.thing('main').id,
    code: `C ${label}`.slice(0, 30),
    role: 'buyer',
    name: text(`Guest ${label}`),
    contacts: [asked],
  };
  await world.does('fair', 'expos.createParticipant', guest, { as: `guest ${label}` });
  const interpreter = {
    editionId: world.thing('main').id,
    name: known.name,
    languages: ['en'],
    contact: { surname: known.name, email: known.email },
  };
  const { id: interpreterId } = await world.does('fair', 'expos.createInterpreter', interpreter);
  await world.does('fair', 'expos.makeLink', { editionId: interpreter.editionId, addresseeId: interpreterId });
  await rowsOf(
    `insert into expos.registration (edition_id, id, owner_office, state, language, role, name, search_name, country, contact, email, token_hash, registered_at, confirmed_at)
      select e.id, gen_random_uuid(), e.owner_office, 'asked', 'en', 'buyer', '{"en": {"text": "Firm", "origin": "human"}}', 'firm', 'DE',
        jsonb_build_object('surname', $2::text, 'email', $3::text), lower($3), 'of ' || $1, now(), now() from expos.edition e where e.id = $4`,
    [label, known.name, known.email, world.thing('open').id],
  );
  await rowsOf(
    `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, note, said_for, said_by, language, answered_at)
      select gen_random_uuid(), f.id, f.outcome_id, 100 + (select count(*) from outcomes.follow_up_answer), f.owner_office, 'kept', 'Ask ' || $1, 'Firm', $1, 'en', now()
      from outcomes.follow_up f where f.id = $2`,
    [known.name, await followUpOf(known.email)],
  );
  for (const path of ['/sign-in/magic-link', '/request-password-reset'])
    await app.ask('POST', `/api/auth${path}`, { json: { email: known.email } });
  await app.db.owner.query(`insert into jobs.job (name, data) values ('plan-meetings', $1)`, [{ account: known.id, attempt: 1 }]);
}

/** A follow-up whose letter went to the address; of some outcome that nobody has been asked about after so many months. */
async function followUpOf(email: string): Promise<string> {
  const [made] = await rowsOf<{ id: string }>(
    `insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, sent_at, address_hash)
      select gen_random_uuid(), o.id, o.owner_office, m, '2019-07-30', 'sent', now(), encode(sha256(convert_to(lower($1), 'UTF8')), 'hex')
      from outcomes.outcome o cross join unnest(array[3, 6, 12, 24, 36]) m
      where not exists (select from outcomes.follow_up f where f.outcome_id = o.id and f.months = m) limit 1 returning id`,
    [email],
  );
  return made?.id ?? expect.fail('no outcome is left to be asked for');
}

const erase = (cookie: string | undefined, given: string) =>
  world.app.ask('POST', '/api/auth/erase-account', { cookie: cookie ?? '', json: { password: given } });

test('the last owner of an office must hand over first, and a wrong password erases nobody', async () => {
  const { cookie } = world.person('mission');
  const sole = await erase(cookie, password);
  expect(sole.status).toBe(409);
  expect(sole.body).toMatchObject({ code: 'accounts.sole_owner' });
  await world.app.db.addMember(world.offices.mission, 'owner');
  expect(await erase(cookie, 'another-long-password')).toMatchObject({ status: 422, body: { code: 'accounts.wrong_password' } });
  expect(await erase(cookie, '')).toMatchObject({ status: 422 });
  expect((await world.app.ask('GET', '/api/v1/account/data', { cookie: cookie ?? '' })).status).toBe(200);
});

test(`nothing of ${erased.length} people who have worked here is left after they were erased, and what they entered is`, async () => {
  const before = new Map<string, Known>();
  // A contact is entered by the office "city", whose owner is one of those who go: so all traces come first.
  for (const label of erased) {
    const known = await accountOf(world.person(label));
    before.set(label, known);
    await leaveTraces(label, known);
  }
  await seal();
  expect(await brokenSeals()).toEqual([]);
  const counts = () =>
    rowsOf(`select (select count(*) from evidence.statement) as statements, (select count(*) from evidence.source) as sources,
      (select count(*) from outcomes.entry) as entries, (select count(*) from meetings.release) as releases, (select count(*) from organisations.contact) as contacts`);
  const kept = await counts();
  let longest = 0;
  for (const label of erased) {
    const known = before.get(label) ?? expect.fail(label);
    const { cookie, offices } = world.person(label);
    const owners = await rowsOf(`select 1 from accounts.membership where account = $1 and role = 'owner'`, [known.id]);
    for (const office of offices) if (owners.length > 0) await world.app.db.addMember(world.offices[office], 'owner');
    const taken = await world.app.ask('GET', '/api/v1/account/data', { cookie: cookie ?? '' });
    expect(taken.status, taken.text.slice(0, 300)).toBe(200);
    expect(taken.body).toMatchObject({
      account: { id: known.id, email: known.email, name: known.name },
      signIn: { hasPassword: true },
      passkeys: [{ name: `Telephone of ${known.name}` }],
      identities: [{ provider: 'institution', identity: `Identity of ${known.name}` }],
      contacts: [{ surname: known.name, email: known.email }],
      registrations: [{ contact: { surname: known.name }, state: 'asked' }],
      travels: [{ surname: known.name }],
      followUps: [{ by: known.name, for: 'Firm', answer: 'kept' }],
      snapshots: [{ office: world.offices.town }],
    });
    const { contactsAtEditions } = taken.body as { readonly contactsAtEditions: readonly Readonly<Record<string, unknown>>[] };
    const kinds = contactsAtEditions.map(({ post, interpreter }) => post ?? interpreter);
    expect(kinds.sort()).toEqual(['Head of trade', known.name].sort());
    if (label !== 'acme viewer') expect(taken.text, label).toContain('"desk.calendar":[{');
    expect(taken.text).not.toMatch(/token=[\w-]|token_hash|off_token|password":"/);
    const began = Date.now();
    expect(await erase(cookie, password), label).toMatchObject({ status: 200 });
    longest = Math.max(longest, Date.now() - began);
    expect(await tablesWith([known.id, known.email, known.name]), label).toEqual([]);
    expect((await world.app.ask('GET', '/api/v1/session', { cookie: cookie ?? '' })).body, label).toMatchObject({ account: null });
    expect((await world.app.ask('POST', '/api/auth/sign-in/email', { json: { email: known.email, password } })).status, label).toBe(401);
  }
  expect(longest).toBeLessThan(60_000);
  expect(await counts()).toEqual(kept);
  await seal();
  expect(await brokenSeals()).toEqual([]);
});

test('the calendar addresses of those who are gone answer nothing, those of others go on', async () => {
  const feedOf = (id: string): string => String(world.thing(`feed of ${id}`)['path']);
  const opened = async (id: string): Promise<number> => (await world.app.ask('GET', feedOf(id))).status;
  expect([await opened('E1'), await opened('B1')]).toEqual([404, 200]);
});

test('the log says that a former member did it, and the former member is nobody who can be found or signed in', async () => {
  const owner = await world.app.db.addMember(world.offices.fair, 'owner');
  const cookie = await world.app.signIn(owner);
  const { body } = await world.app.ask('GET', `/api/v1/offices/${world.offices.fair}/audit?limit=200&check=whole`, { cookie });
  const log = body as {
    readonly brokenAt: number | null;
    readonly entries: readonly { account: string | null; accountName: string | null; useCase: string }[];
  };
  expect(log.brokenAt).toBeNull();
  const created = log.entries.filter(({ useCase }) => useCase === 'create-edition');
  expect(created.length).toBeGreaterThan(0);
  expect(created.every(({ account, accountName }) => account !== null && accountName === null)).toBe(true);
  expect(log.entries.some(({ useCase }) => useCase === 'erase-account')).toBe(true);
  const former = await rowsOf('select distinct name, language from accounts.account where erased_at is not null');
  expect(former).toEqual([{ name: '–', language: 'en' }]);
});

test('who entered a statement changes to a former member and to nobody else, even for who owns the tables', async () => {
  const { owner } = await world.app.db.foundOffice();
  const [statement] = await rowsOf<{ id: string }>('select id from evidence.statement limit 1');
  const change = (column: string, value: string) =>
    world.app.db.owner.query(`update evidence.statement set ${column} = $2 where id = $1`, [statement?.id, value]);
  await expect(change('entered_by', owner)).rejects.toThrow(/keeps its content/);
  const [former] = await rowsOf<{ id: string }>('select id from accounts.account where erased_at is not null limit 1');
  await expect(
    world.app.db.owner.query(`update evidence.statement set entered_by = $2, attribute = 'other' where id = $1`, [
      statement?.id,
      former?.id,
    ]),
  ).rejects.toThrow(/keeps its content/);
});
