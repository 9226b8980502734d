// T32 for interpreters: a link opens their own day and entry, and nothing of the companies, of other interpreters or of the organiser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { editionInput, text } from '#modules/expos/api/edition-fixture.ts';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { searched } from '../fixtures/searched.ts';

let app: TestApp;
let organiser: string;
let owner: { readonly account: AccountId; readonly cookie: string };
let editionId: string;
let link: string;
const ids: Record<string, string> = {};

type Made = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

async function done(operation: string, input: Input, version?: number, cookie = organiser): Promise<Made> {
  const answer = await call(app, operation, input, { cookie, version });
  if (answer.status >= 300) expect.fail(`${operation}: ${answer.status} ${answer.text}`);
  return answer.body as Made;
}

const idOf = (name: string): string => ids[name] ?? expect.fail(name);
const cookieOf = ({ headers }: Asked): string => headers.get('set-cookie')?.split(';')[0] ?? '';
const mailsTo = async (address: string): Promise<readonly { readonly subject: string; readonly body: string }[]> =>
  (
    await app.db.owner.query<{ subject: string; body: string }>(
      'select subject, body from platform.mail where recipient = $1 order by id',
      [address],
    )
  ).rows;
const secretIn = (body: string | undefined): string => /#(hansa_link_[\w-]{43})/.exec(body ?? '')?.[1] ?? expect.fail('no link');
const open = async (secret: string): Promise<string> => cookieOf(await app.ask('POST', '/api/link', { json: { token: secret } }));

/** Plans and releases. */
async function release(): Promise<void> {
  const started = await done('meetings.startPlan', { editionId, seconds: 1 });
  const plan = await searched(app, owner, editionId, started.id);
  await done('meetings.releasePlan', { editionId, planId: plan.id }, plan.version);
}

beforeAll(async () => {
  app = await openTestApp();
  const founded = await app.db.foundOffice({ kind: 'organiser' });
  const office: OfficeId = founded.office;
  organiser = await app.signIn(founded.owner);
  owner = { account: founded.owner, cookie: organiser };
  const days = { firstDay: '2091-11-06', lastDay: '2091-11-06' };
  ({ id: editionId } = await done('expos.createEdition', { ...editionInput(office, 'Interpreted'), ...days }));
  const at = (half: number) => new Date(Date.UTC(2091, 10, 6, 1, half * 30)).toISOString();
  const halves = [0, 1, 2, 3].map((half) => ({ startsAt: at(half), endsAt: at(half + 1), session: 1 }));
  const slots = await done('expos.replaceSlots', { editionId, slots: halves }, 1);
  await done('expos.replaceTables', { editionId, tables: [{ number: 1, hall: 'A' }] }, slots.version);
  for (const [code, role, tag] of [
    ['E01', 'exhibitor', 'en'],
    ['E02', 'exhibitor', 'zh-Hans'],
    ['B01', 'buyer', 'zh-Hans'],
  ] as const) {
    const contacts = [{ surname: `Canary-${code}`, email: `${code}@company.example` }];
    ids[code] = (
      await done('expos.createParticipant', { editionId, code, role, name: text(`Company ${code}`), languages: [tag], contacts })
    ).id;
  }
  const contact = { surname: 'Gu', givenName: 'Wenqing', email: 'Gu@people.example', phone: '+86 21 5550 0101' };
  ids['Gu'] = (
    await done('expos.createInterpreter', { editionId, name: 'Gu Wenqing', languages: ['en', 'zh-Hans'], contact, longestMinutes: 90 })
  ).id;
  ids['Lu'] = (
    await done('expos.createInterpreter', {
      editionId,
      name: 'Lu Canary',
      languages: ['en', 'zh-Hans'],
      contact: { phone: '+86 21 5550 0102' },
    })
  ).id;
  const asks = [
    ['E01', 'B01'],
    ['E02', 'B01'],
  ] as const;
  const requests = asks.map(([from, to]) => ({ fromId: idOf(from), toId: idOf(to), wish: 'must' }));
  await done('meetings.createRequests', { editionId, requests });
});
afterAll(() => app.close());

test('an interpreter is invited by a letter of their own, and by no letter to companies', async () => {
  expect(await done('expos.getLetterFigures', { editionId, whom: 'interpreters' })).toMatchObject({
    total: 2,
    states: { uninvited: 1, no_address: 1 },
    due: { invitation: 1 },
  });
  expect(await done('expos.previewLetter', { editionId, whom: 'interpreters', kind: 'invitation' })).toMatchObject({
    sentTo: 'Gu@people.example',
  });
  expect(await done('expos.sendLetters', { editionId, whom: 'interpreters', kind: 'invitation' })).toEqual({ written: 1 });
  // Nobody twice within the days of quiet.
  expect(await done('expos.sendLetters', { editionId, whom: 'interpreters', kind: 'invitation' })).toEqual({ written: 0 });
  const [letter, more] = await mailsTo('gu@people.example');
  expect(more).toBeUndefined();
  expect(letter?.body).toContain('Wenqing Gu');
  link = await open(secretIn(letter?.body));
  expect((await app.ask('GET', '/api/v1/session', { cookie: link })).body).toMatchObject({ holder: 'link' });
  const own = await call(app, 'expos.listOwnPlaces', {}, { cookie: link });
  expect(own.body).toMatchObject({
    entries: [
      {
        whom: 'interpreters',
        edition: { id: editionId },
        interpreter: { id: idOf('Gu'), longestMinutes: 90, contact: { email: 'Gu@people.example' } },
      },
    ],
  });
});

test('the times that they say are kept to by the planner, and a time taken back waits for the organiser', async () => {
  const mine = { editionId, interpreterId: idOf('Gu') };
  const own = { editionId, addresseeId: idOf('Gu') };
  const times = (await done('expos.getTimes', own, undefined, link)) as unknown as {
    readonly version: number;
    readonly slots: readonly { readonly id: string; readonly startsAt: string }[];
  };
  const [, , third, fourth] = times.slots;
  // What is not marked is free, so every other time is refused.
  const only = (slot: (typeof times.slots)[number] | undefined) =>
    times.slots.map(({ id }) => ({ slotId: id, says: id === slot?.id ? 'can' : 'cannot' }));
  // The third alone: so the one meeting that needs an interpreter is held then, for the other one is away all day.
  await done('expos.sayTimes', { ...own, said: only(third) }, times.version, link);
  const [first, last] = [times.slots[0], times.slots.at(-1)];
  const all = [
    { startsAt: first?.startsAt, endsAt: new Date(Date.parse(last?.startsAt ?? '') + 1_800_000).toISOString(), reason: 'Canary' },
  ];
  await done('expos.updateInterpreter', { editionId, interpreterId: idOf('Lu'), unavailable: all }, 1);
  await release();
  const day = await done('meetings.getInterpreterAgenda', mine, undefined, link);
  expect(day).toMatchObject({
    side: 'own',
    entries: [{ startsAt: third?.startsAt.replace('.000Z', 'Z'), parties: [{ code: 'E01' }, { code: 'B01' }] }],
    stretchMinutes: 30,
    longestMinutes: 90,
  });
  // Neither a person of a company, nor the meeting that needs no interpreter.
  expect(JSON.stringify(day)).not.toMatch(/Canary|E02/);
  expect((await mailsTo('gu@people.example')).at(-1)?.subject).toContain('your interpreting schedule');
  const again = (await done('expos.getTimes', own, undefined, link)).version;
  await done('expos.sayTimes', { ...own, said: only(fourth) }, again, link);
  const { entries } = (await done('meetings.listDecisions', { editionId })) as unknown as {
    readonly entries: readonly { readonly kind: string }[];
  };
  // Beside it stand the companies that the release could not tell.
  expect(entries.filter(({ kind }) => kind !== 'not_told')).toMatchObject([
    { kind: 'interpreter_away', attention: true, interpreterId: idOf('Gu'), title: { params: { name: 'Gu Wenqing', count: 1 } } },
  ]);
  // One press mends it: nobody else is free, so the meeting moves to the only time that is left.
  const changes = [{ kind: 'interpreter_away', interpreterId: idOf('Gu') }];
  const { unheld, changes: repaired } = (await done('meetings.previewRepair', { editionId, changes })) as unknown as {
    readonly unheld: readonly unknown[];
    readonly changes: readonly { readonly after: { readonly startsAt: string; readonly interpreter: string | null } | null }[];
  };
  expect(unheld).toEqual([]);
  expect(repaired.flatMap(({ after }) => (after?.interpreter === 'Gu Wenqing' ? [after.startsAt] : []))).toEqual([fourth?.startsAt]);
  // Somebody else takes over: to whom it was told before, it is cancelled, at the time it had.
  await done('expos.updateInterpreter', { editionId, interpreterId: idOf('Lu'), unavailable: [] }, 2);
  const never = times.slots.map(({ id }) => ({ slotId: id, says: 'cannot' }));
  await done('expos.sayTimes', { ...own, said: never }, again + 1, link);
  const { digest } = (await done('meetings.previewRepair', { editionId, changes })) as unknown as { readonly digest: string };
  await done('meetings.repairSchedule', { editionId, changes, digest });
  const taken = await done('meetings.getInterpreterAgenda', mine, undefined, link);
  expect(taken).toMatchObject({ entries: [], cancelled: [{ startsAt: third?.startsAt.replace('.000Z', 'Z') }] });
  expect(JSON.stringify(taken)).not.toMatch(/Canary/);
});

test('their day goes along as a calendar, and its address ends with them', async () => {
  const mine = { editionId, interpreterId: idOf('Gu') };
  const file = await app.ask('GET', `/calendar/${editionId}/${idOf('Gu')}.ics`, { cookie: link });
  expect(file.text).toMatch(/SUMMARY:Company E01 – Company B01[^]*STATUS:CANCELLED/);
  const feed = await done('meetings.createInterpreterFeed', mine, undefined, link);
  expect((await app.ask('GET', String(feed['path']))).text).toContain(`UID:`);
  await done('meetings.revokeInterpreterFeed', { ...mine, feedId: feed.id }, undefined, link);
  expect((await app.ask('GET', String(feed['path']))).status).toBe(404);
  const paper = await app.ask('GET', `/paper/${editionId}?paper=interpreters&interpreterId=${idOf('Gu')}`, { cookie: link });
  expect([paper.status, paper.text.includes('%PDF')]).toEqual([200, true]);
});

test('nobody else is shown by it: no other interpreter, no company, nothing of the organiser', async () => {
  const other = { editionId, interpreterId: idOf('Lu') };
  const theirs = { editionId, addresseeId: idOf('Lu') };
  for (const [operation, input] of [
    ['meetings.getInterpreterAgenda', other],
    ['expos.getTimes', theirs],
    ['expos.getLetterWay', theirs],
    ['expos.chooseLetterWay', { ...theirs, channel: 'mail' }],
    ['expos.answerInterpreter', other],
    ['expos.sayTimes', { ...theirs, said: [] }],
    ['expos.declineLetters', theirs],
    ['meetings.createInterpreterFeed', other],
    ['meetings.getAgenda', { editionId, participantId: idOf('B01') }],
    ['expos.getParticipant', { editionId, participantId: idOf('E01') }],
    ['expos.getEdition', { edition: editionId }],
    ['expos.listDirectory', { editionId }],
  ] as const) {
    const answer = await call(app, operation, input, { cookie: link, version: 1 });
    expect([operation, answer.status, answer.text.includes('Canary')]).toEqual([operation, 404, false]);
  }
  for (const query of [
    `paper=interpreters&interpreterId=${idOf('Lu')}`,
    `paper=agendas&participantId=${idOf('E01')}`,
    'paper=interpreters',
  ])
    expect((await app.ask('GET', `/paper/${editionId}?${query}`, { cookie: link })).status).toBe(404);
  expect((await app.ask('GET', `/calendar/${editionId}/${idOf('Lu')}.ics`, { cookie: link })).status).toBe(404);
  // A company that takes part knows an interpreter's name, never how they are reached or when they cannot.
  const { address } = (await done('expos.makeLink', { editionId, addresseeId: idOf('E01') })) as unknown as { readonly address: string };
  const company = await open(secretIn(address));
  const day = await call(app, 'meetings.getInterpreterAgenda', { editionId, interpreterId: idOf('Gu') }, { cookie: company });
  expect(day.status).toBe(404);
});

test('what they correct the organiser reads; wanting no more letters ends the link; removed, nothing of them is left', async () => {
  const mine = { editionId, interpreterId: idOf('Gu') };
  const read = (await done('expos.listInterpreters', { editionId })) as unknown as { readonly entries: readonly Made[] };
  const version = read.entries.find(({ id }) => id === idOf('Gu'))?.version;
  const contact = { surname: 'Gu', givenName: 'Wenqing', email: 'gu.wenqing@people.example', phone: null };
  expect(await done('expos.answerInterpreter', { ...mine, contact }, version, link)).toMatchObject({ contact, name: 'Gu Wenqing' });
  await done('expos.declineLetters', { editionId, addresseeId: idOf('Gu') }, undefined, link);
  expect((await app.ask('GET', '/api/v1/session', { cookie: link })).body).toMatchObject({ code: 'kernel.token_revoked' });
  expect(await done('expos.getLetterFigures', { editionId, whom: 'interpreters' })).toMatchObject({ states: { declined: 1 } });
  const gone = await done('expos.createInterpreter', {
    editionId,
    name: 'Short',
    languages: ['en'],
    contact: { email: 'short@people.example' },
  });
  const made = (await done('expos.makeLink', { editionId, addresseeId: gone.id })) as unknown as { readonly address: string };
  const cookie = await open(secretIn(made.address));
  await done('expos.removeInterpreter', { editionId, interpreterId: gone.id }, gone.version);
  expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ code: 'kernel.token_revoked' });
  const { rows } = await app.db.owner.query(
    'select 1 from expos.contact where addressee_id = $1 union all select 1 from expos.addressee where id = $1',
    [gone.id],
  );
  expect(rows).toEqual([]);
});
