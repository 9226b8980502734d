// T4: whoever asks for whatever, no answer holds what the one who asks may not know, and nothing of others is changed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { valueOf } from '#platform/postgres/test-database.ts';
import type { Asked } from '../fixtures/app.ts';
import { call, parametersOf, procedureOf, type Input } from '../fixtures/calls.ts';
import { changesOf, versionNow, type Change } from '../fixtures/changes.ts';
import { hashesOf } from '../fixtures/database-hash.ts';
import { elsewhere, readingsOf, type Reading } from '../fixtures/readings.ts';
import { queryReader } from '../fixtures/operations.ts';
import { whileSecretsDiffer } from '../fixtures/secrets-of-others.ts';
import { mayKnow } from '../fixtures/who-may-know.ts';
import { openWorld, type Person, type World } from '../fixtures/world.ts';

let world: World;
let readings: readonly Reading[];
/** Answers to the readings, by person and reading. */
const known = new Map<string, ReadonlyMap<Reading, string>>();
beforeAll(async () => {
  world = await openWorld();
  readings = readingsOf(world, await queryReader());
}, 300_000);
afterAll(() => world.app.close());

/** All text of an answer: headers, body, and what lies inside a workbook. */
async function textOf(answer: Asked): Promise<string> {
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  if (answer.bytes.subarray(0, 2).toString() !== 'PK') return `${headers}\n${answer.text}`;
  return `${headers}\n${JSON.stringify(valueOf(await readWorkbook(answer.bytes)))}`;
}

const canariesIn = (text: string): readonly string[] => [...new Set(text.match(/cnry\d+q/g))];

const nameOf = ({ operation, input }: Reading): string => `${operation} ${JSON.stringify(input)}`;

const foreignTo = (offices: readonly string[], found: readonly string[]): readonly string[] =>
  found.flatMap((canary) => {
    const secret = world.canaries.get(canary);
    return secret === undefined || mayKnow(world.facts, offices, secret) ? [] : [JSON.stringify(secret)];
  });

const ask = (person: Person, { operation, input }: Reading): Promise<Asked> => call(world.app, operation, input, { cookie: person.cookie });

/** An answer as one line to compare; bytes of files differ with the minute they were made in. */
const lineOf = ({ status, text, bytes }: Asked): string =>
  bytes.subarray(0, 2).toString() === 'PK' ? `${status} workbook` : `${status} ${text}`;

/** Reads everything as one person: what was answered, which canaries were seen, and what of it was foreign. */
async function readAll(person: Person): Promise<{ readonly seen: readonly string[]; readonly leaks: readonly string[] }> {
  const answers = new Map<Reading, string>();
  const [seen, leaks] = [new Set<string>(), new Set<string>()];
  for (const reading of readings) {
    const answer = await ask(person, reading);
    answers.set(reading, lineOf(answer));
    // A searched word comes back in the link to the next page; anything else said of it would be news.
    const said = canariesIn(JSON.stringify(reading.input)).length > 0 ? (answer.headers.get('link') ?? '') : '';
    const found = canariesIn((await textOf(answer)).replace(said, ''));
    for (const canary of found) seen.add(canary);
    for (const secret of foreignTo(person.offices, found)) leaks.add(`${person.label} read ${secret} by ${nameOf(reading)}`);
  }
  known.set(person.label, answers);
  return { seen: [...seen], leaks: [...leaks] };
}

test('no canary of others in any answer, header, export or error', async () => {
  const results = [];
  const people = Object.values(world.people);
  for (let i = 0; i < people.length; i += 4) results.push(...(await Promise.all(people.slice(i, i + 4).map(readAll))));
  expect(results.flatMap(({ leaks }) => leaks).slice(0, 30)).toEqual([]);
  const seen = new Set(results.flatMap((result) => result.seen));
  expect([...world.canaries].filter(([canary]) => !seen.has(canary)).map(([, secret]) => secret)).toEqual([]);
}, 600_000);

test('no canary of others in any mail', async () => {
  const { rows } = await world.app.db.owner.query<{ recipient: string; text: string; offices: string[] }>(`
    select m.recipient, m.recipient || m.subject || m.body as text, array(select s.office::text from accounts.membership s
      join accounts.account a on a.id = s.account where a.email = m.recipient) as offices from platform.mail m`);
  expect(rows.length).toBeGreaterThan(4);
  const name = new Map<string, string>(Object.entries(world.offices).map(([key, id]) => [id, key]));
  const leaks = rows.flatMap(({ recipient, text, offices }) =>
    foreignTo(
      offices.map((id) => name.get(id) ?? ''),
      canariesIn(text),
    ).map((secret) => `${recipient} was sent ${secret}`),
  );
  expect(leaks).toEqual([]);
});

test('a calendar address shows its own side’s agenda to whoever holds it, and nothing else', async () => {
  for (const [id, office] of [
    ['E1', 'acme'],
    ['B1', 'buyer'],
    ['B2', 'mission'],
  ] as const) {
    const answer = await world.app.ask('GET', String(world.thing(`feed of ${id}`)['path']));
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/calendar']);
    const found = canariesIn(await textOf(answer));
    expect(found.length).toBeGreaterThan(1);
    expect(foreignTo([office], found)).toEqual([]);
  }
  const unknown = await world.app.ask('GET', `/feeds/${'A'.repeat(43)}.ics`);
  expect(unknown.status).toBe(404);
});

test('the calendar file of an agenda is given to its own side and the organiser, to nobody else', async () => {
  const wrong: string[] = [];
  for (const { label, cookie, offices } of Object.values(world.people))
    for (const id of ['E1', 'E2', 'B1', 'B3']) {
      const path = `/calendar/${world.thing('main').id}/${world.thing(id).id}.ics`;
      const answer = await world.app.ask('GET', path, cookie === undefined ? {} : { cookie });
      const wanted = mayKnow(world.facts, offices, { of: 'absence', id }) ? 200 : 404;
      if (answer.status !== wanted) wrong.push(`${label} ${id}: ${answer.status}`);
      wrong.push(...foreignTo(offices, canariesIn(await textOf(answer))).map((secret) => `${label} read ${secret}`));
    }
  expect(wrong).toEqual([]);
});

/** Whether the innermost thing of the path is one whose existence everybody, or this person, may know. */
function isKnown({ operation, input }: Reading, label: string): boolean {
  const last = input[parametersOf(procedureOf(operation).path).at(-1) ?? ''];
  const { id, slug } = world.thing('open') as { readonly id: string; readonly slug?: unknown };
  const toCity = ['shared records', 'statement taken back'];
  const names = [
    'public records',
    'statement published',
    'public tie',
    'public outcome',
    'linked outcome',
    'harbour',
    'open list',
    ...(label === 'city' ? toCity : []),
  ];
  return [id, slug, ...names.map((name) => world.thing(name).id)].includes(last);
}

test('to strangers, what they may not see and what does not exist answer alike', async () => {
  const different: string[] = [];
  for (const label of ['nobody', 'stranger', 'city']) {
    const person = world.person(label);
    const absent = new Map<string, string>();
    for (const reading of readings) {
      const other = elsewhere(reading);
      const given = known.get(label)?.get(reading) ?? '';
      if (other === null || isKnown(reading, label) || given.startsWith('200')) continue;
      const key = nameOf(other);
      if (!absent.has(key)) absent.set(key, lineOf(await ask(person, other)));
      if (absent.get(key) !== given)
        different.push(`${label} ${nameOf(reading)}: ${given.slice(0, 150)} | ${String(absent.get(key)).slice(0, 150)}`);
    }
  }
  expect(different.slice(0, 20)).toEqual([]);
}, 300_000);

test('what others keep to themselves changes nothing in what one reads: no text, no count, no order', async () => {
  const main = readings.filter(
    ({ operation, input }) => /^(meetings|expos)\./.test(operation) && input['editionId'] === world.thing('main').id,
  );
  const compare = async (label: string): Promise<readonly string[]> => {
    const noticed: string[] = [];
    for (const reading of main) {
      const [before, after] = [known.get(label)?.get(reading), lineOf(await ask(world.person(label), reading))];
      if (before !== after) noticed.push(`${label} ${nameOf(reading)}:\n${String(before)}\n${after}`);
    }
    return noticed;
  };
  const noticed: string[] = [];
  for (const label of ['acme', 'buyer', 'mission', 'chamber', 'beta', 'stranger']) {
    noticed.push(...(await whileSecretsDiffer(world, world.person(label), () => compare(label))));
  }
  // The organiser, who may know all this, notices.
  expect((await whileSecretsDiffer(world, world.person('stranger'), () => compare('fair viewer'))).length).toBeGreaterThan(10);
  expect(noticed.slice(0, 5)).toEqual([]);
}, 300_000);

test('nobody but who may do it changes anything, and the refusal comes before anything else is looked at', async () => {
  const before = await hashesOf(world.app.db);
  const wrong: string[] = [];
  for (const label of ['nobody', 'stranger', 'rival', 'buyer', 'mission', 'acme viewer', 'fair viewer'])
    for (const [operation, change] of changesOf(world)) {
      const answer = await call(world.app, operation, change.input, {
        cookie: world.person(label).cookie,
        version: await versionNow(world, change),
      });
      // Of many requests at once each one that may not be entered is named.
      const allowed = operation === 'meetings.createRequests' ? [401, 403, 404, 422] : [401, 403, 404];
      if (!allowed.includes(answer.status)) wrong.push(`${label} ${operation}: ${answer.status} ${answer.text.slice(0, 200)}`);
      for (const secret of foreignTo(world.person(label).offices, canariesIn(answer.text)))
        wrong.push(`${label} read ${secret} by ${operation}`);
    }
  expect(wrong).toEqual([]);
  expect(await hashesOf(world.app.db)).toEqual(before);
}, 300_000);

test('one’s own participant opens nothing of another’s', async () => {
  const before = await hashesOf(world.app.db);
  const [editionId, own, meetingId] = [world.thing('main').id, world.thing('B1').id, world.thing('meeting of B2').id];
  const tries: readonly (readonly [string, Input])[] = [
    ['meetings.revokeFeed', { participantId: own, feedId: world.thing('feed of E1').id }],
    ['meetings.revokeFeed', { participantId: own, feedId: world.thing('feed of B2').id }],
    ['meetings.reportAbsence', { participantId: own, meetingId }],
    ['meetings.giveFeedback', { participantId: own, meetingId, result: 'agreed', nextStep: 'none' }],
    ['meetings.createRequests', { requests: [{ fromId: world.thing('B2').id, toId: world.thing('E2').id, wish: 'no', round: 2 }] }],
    ['meetings.createRequests', { requests: [{ fromId: own, toId: world.thing('E9').id, wish: 'want' }] }],
    ['meetings.createRequests', { requests: [{ fromId: own, toId: world.thing('E7').id, wish: 'want' }] }],
  ];
  const { cookie } = world.person('buyer');
  for (const [operation, input] of tries) {
    const { status } = await call(world.app, operation, { editionId, ...input }, { cookie });
    expect([403, 404, 422], `${operation} ${JSON.stringify(input)}`).toContain(status);
  }
  const asking = async (toId: string): Promise<string> =>
    (await call(world.app, 'meetings.createRequests', { editionId, requests: [{ fromId: own, toId, wish: 'want' }] }, { cookie })).text;
  expect(await asking(world.thing('E7').id)).toBe(await asking('01a212ff-c0b5-774b-811b-83a1091ce8dd'));
  expect(await hashesOf(world.app.db)).toEqual(before);
});

test('who asked is not told that the other side said no', () => {
  const { from, to, ...asked } = world.thing('E3 asks B1');
  expect([from, to]).toMatchObject([{ id: world.thing('E3').id }, { id: world.thing('B1').id }]);
  expect(asked).toMatchObject({ wish: 'must', state: 'open' });
});

test('what was shared and is taken back is read no more', async () => {
  const { facts, offices, thing, does } = world;
  const [main, open] = [{ editionId: thing('main').id }, { editionId: thing('open').id }];
  const change = async (operation: string, input: Input, guards: Change['guards'], by = 'fair'): Promise<unknown> =>
    does(by, operation, input, { version: (await versionNow(world, { input, by, ...(guards === undefined ? {} : { guards }) })) ?? 0 });
  const on = (table: string, name: string) => ({ table, id: thing(name).id });
  const group = { ...main, groupId: thing('exporters').id, leadOffice: offices.city };
  await change('expos.updateGroup', group, on('expos.participant_group', 'exporters'));
  const buyer = { ...main, participantId: thing('B1').id, officeId: null };
  await change('expos.updateParticipant', buyer, on('expos.participant', 'B1'));
  await change('expos.withdrawParticipant', { ...main, participantId: thing('E3').id }, on('expos.participant', 'E3'));
  await change('expos.unpublishEdition', open, on('expos.edition', 'open'));
  for (const [name, by] of [
    ['shared records', 'fair'],
    ['public records', 'city'],
  ] as const)
    await change(
      'organisations.setOrganisationAudience',
      { organisationId: thing(name).id, visibility: 'private' },
      on('organisations.organisation', name),
      by,
    );
  const { groups, participants, editions, organisations, statements } = facts as unknown as Record<string, Record<string, object>>;
  Object.assign(groups?.['exporters'] ?? {}, { lead: 'city' });
  Object.assign(participants?.['B1'] ?? {}, { office: null });
  Object.assign(participants?.['E3'] ?? {}, { withdrawn: true });
  Object.assign(editions?.['open'] ?? {}, { published: false });
  for (const name of ['shared records', 'public records']) Object.assign(organisations?.[name] ?? {}, { audience: 'private' });
  for (const [name, by] of [
    ['passed on', 'city'],
    ['published', 'fair'],
  ] as const) {
    const statementId = thing(`statement ${name}`).id;
    const guards = { table: 'evidence.statement', id: statementId };
    await change('evidence.setStatementAudience', { statementId, visibility: 'private' }, guards, by);
    Object.assign(statements?.[name] ?? {}, { audience: 'private' });
  }
  const people = ['chamber', 'city', 'buyer', 'beta', 'mission', 'stranger', 'nobody'].map((label) => world.person(label));
  const results = await Promise.all(people.map(readAll));
  expect(results.flatMap(({ leaks }) => leaks).slice(0, 30)).toEqual([]);
}, 300_000);

test('were the policies of the database open, these readings would have told', async () => {
  const { rows } = await world.app.db.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_policies where policyname = 'reads' and qual like '%owner_office%'`,
  );
  for (const { name } of rows) await world.app.db.owner.query(`alter policy reads on ${name} using (true)`);
  const leaked = new Set((await readAll(world.person('stranger'))).leaks.map((leak) => /"of":"([a-z ]+)"/.exec(leak)?.[1]));
  expect([...leaked].sort()).toEqual(
    expect.arrayContaining(['contact', 'edition', 'group', 'listing', 'organisation', 'statement', 'taking part']),
  );
}, 300_000);
