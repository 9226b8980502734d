// T32 for speakers: a link opens what one speaks at, and nothing else of the programme, of other speakers or of the edition.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editionInput, text } from '#modules/expos/api/edition-fixture.ts';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';

let app: TestApp;
let organiser: string;
let editionId: string;
let talk: Made;
let link: string;
let speakerId: string;

type Made = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;
interface Own {
  readonly entries: readonly {
    readonly id: string;
    readonly items: readonly (Made & { readonly released: boolean; readonly comes: string | null })[];
  }[];
}

async function done(operation: string, input: Input, version?: number, cookie = organiser): Promise<Made> {
  const answer = await call(app, operation, input, { cookie, version });
  if (answer.status >= 300) expect.fail(`${operation}: ${answer.status} ${answer.text}`);
  return answer.body as Made;
}
const own = async (): Promise<Own> => (await done('expos.listOwnPlaces', {}, undefined, link)) as unknown as Own;
const figures = async () =>
  ((await done('expos.getLetterFigures', { editionId, whom: 'speakers' })) as unknown as { readonly states: Record<string, number> })
    .states;
const cookieOf = ({ headers }: Asked): string => headers.get('set-cookie')?.split(';')[0] ?? '';

/** Opens the newest letter to an address. */
async function openLetter(address: string): Promise<string> {
  const { rows } = await app.db.owner.query<{ body: string }>(
    'select body from platform.mail where recipient = $1 order by id desc limit 1',
    [address],
  );
  const secret = /#(hansa_link_[\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? expect.fail(`no letter to ${address}`);
  return cookieOf(await app.ask('POST', '/api/link', { json: { token: secret } }));
}

beforeAll(async () => {
  app = await openTestApp();
  const founded = await app.db.foundOffice({ kind: 'organiser' });
  organiser = await app.signIn(founded.owner);
  const days = { firstDay: '2091-11-06', lastDay: '2091-11-06' };
  ({ id: editionId } = await done('expos.createEdition', { ...editionInput(founded.office, 'Spoken'), ...days }));
  const item = (title: string, speakers: readonly object[]) =>
    done('expos.createProgrammeItem', { editionId, kind: 'forum', title: text(title), day: '2091-11-06', speakers });
  const ada = { name: text('Ada Lin'), email: 'Ada@people.example' };
  talk = await item('Opening', [ada, { name: text('Canary Wu'), email: 'wu@people.example' }, { name: text('Nobody Writes') }]);
  await item('Canary session', [{ name: text('Canary Wu'), email: 'WU@people.example' }]);
});
afterAll(() => app.close());

test('speakers with an address are written to, each once however many items they speak at', async () => {
  const twice = { editionId, kind: 'forum', title: text('Twice'), day: '2091-11-06' };
  const speakers = ['a@people.example', 'A@people.example'].map((email) => ({ name: text(email), email }));
  expect(await call(app, 'expos.createProgrammeItem', { ...twice, speakers }, { cookie: organiser })).toMatchObject({
    status: 422,
    body: { errors: [{ path: ['speakers', 1, 'email'], code: 'expos.speaker_address_twice' }] },
  });
  expect(await figures()).toMatchObject({ uninvited: 2 });
  expect(await done('expos.sendLetters', { editionId, whom: 'speakers', kind: 'invitation' })).toEqual({ written: 2 });
  expect(await done('expos.sendLetters', { editionId, whom: 'speakers', kind: 'invitation' })).toEqual({ written: 0 });
  expect(await figures()).toMatchObject({ waiting: 2, uninvited: 0 });
  // The letter says when and at what; of what others alone speak at it says nothing.
  const { rows } = await app.db.owner.query<{ body: string }>("select body from platform.mail where recipient = 'ada@people.example'");
  const bodies = rows.map(({ body }) => body).join('\n');
  expect(bodies).toContain('- 6 November 2091: Opening\n');
  expect(bodies).toContain('- 2091年11月6日：Opening\n');
  expect(bodies).not.toContain('Canary session');
});

test('a speaker sees what they speak at, answers, and changes the draft alone until the programme is released again', async () => {
  const unanswered = async () => (await done('meetings.checkProgramme', { editionId }))['unanswered'];
  // Who could be asked and has not answered is named once, before the programme is released.
  expect(await unanswered()).toEqual([text('Ada Lin'), text('Canary Wu')]);
  await done('meetings.releaseProgramme', { editionId });
  link = await openLetter('ada@people.example');
  const [entry] = (await own()).entries;
  speakerId = entry?.id ?? expect.fail('nowhere');
  expect(entry?.items).toMatchObject([{ id: talk.id, comes: null, released: true, name: text('Ada Lin') }]);
  expect(JSON.stringify(entry)).not.toContain('Canary');
  const mine = {
    editionId,
    speakerId,
    itemId: talk.id,
    comes: 'yes',
    name: text('Ada Lin'),
    post: text('Mayor'),
    office: text('City'),
    topic: text('Ports'),
  };
  expect((await call(app, 'expos.answerSpeaking', mine, { cookie: link, version: talk.version + 1 })).status).toBe(412);
  await done('expos.answerSpeaking', mine, talk.version, link);
  const draft = JSON.stringify(await done('expos.getProgrammeDraft', { editionId }));
  expect(draft).toContain('"comes":"yes"');
  expect(draft).toContain('Ports');
  expect(draft).toContain('"changed":true');
  const released = async () => JSON.stringify(await done('expos.getProgramme', { editionId }));
  expect(await released()).not.toContain('Ports');
  expect(await figures()).toMatchObject({ answered: 1, waiting: 1 });
  expect(await unanswered()).toEqual([text('Canary Wu')]);
  await done('meetings.releaseProgramme', { editionId });
  expect(await released()).toContain('Ports');
  // How they are reached is told to nobody.
  expect(await released()).not.toContain('people.example');
  const { rows } = await app.db.owner.query<{ content: string }>(
    'select content::text from expos.programme_release where edition_id = $1',
    [editionId],
  );
  expect(rows.map(({ content }) => content).join(' ')).not.toMatch(/people\.example|speakerId/);
});

test('who cannot come waits for the organiser and is warned of, until somebody else speaks or it is held at another time', async () => {
  const draftItem = async () => {
    const { items } = (await done('expos.getProgrammeDraft', { editionId })) as unknown as {
      readonly items: readonly (Made & { readonly speakers: readonly { readonly comes: string | null }[] })[];
    };
    return items.find(({ id }) => id === talk.id) ?? expect.fail('gone');
  };
  const named = { name: text('Ada Lin'), post: text('Mayor'), office: text('City') };
  const say = async (comes: 'yes' | 'no') =>
    done('expos.answerSpeaking', { editionId, speakerId, itemId: talk.id, comes, ...named }, (await draftItem()).version, link);
  const told = async () => {
    const { clashes } = (await done('meetings.checkProgramme', { editionId })) as unknown as {
      readonly clashes: readonly { readonly code: string }[];
    };
    const { entries } = (await done('meetings.listDecisions', { editionId })) as unknown as {
      readonly entries: readonly { readonly kind: string }[];
    };
    return [
      ...clashes.filter(({ code }) => code === 'meetings.clash_not_coming'),
      ...entries.filter(({ kind }) => kind === 'speaker_not_coming'),
    ];
  };
  expect(await told()).toEqual([]);
  await say('no');
  expect(await told()).toMatchObject([
    { severity: 'warning', items: [talk.id], params: { about: 'Ada Lin', item: 'Opening' } },
    { title: { params: { names: 'Ada Lin', item: 'Opening' } } },
  ]);
  // A warning hinders no release.
  await done('meetings.releaseProgramme', { editionId });
  const change = async (facts: object) => {
    const item = { editionId, itemId: talk.id, kind: 'forum', title: text('Opening'), day: '2091-11-06' };
    return done('expos.updateProgrammeItem', { ...item, ...facts }, (await draftItem()).version);
  };
  const ada = { ...named, email: 'ada@people.example' };
  const at = (from: string, until: string) => ({ startsAt: `2091-11-06T${from}:00Z`, endsAt: `2091-11-06T${until}:00Z` });
  // It was said before any time was known, so of that whole day.
  await change({ speakers: [ada], ...at('01:00', '02:00') });
  expect((await told()).length).toBe(2);
  await say('no');
  await change({ speakers: [ada], ...at('03:00', '04:00') });
  expect([await told(), (await own()).entries[0]?.items[0]?.comes]).toEqual([[], null]);
  await say('no');
  expect((await told()).length).toBe(2);
  await say('yes');
  expect(await told()).toEqual([]);
  await say('no');
  await change({ speakers: [{ ...named, name: text('Bo Ek') }], ...at('03:00', '04:00') });
  expect(await told()).toEqual([]);
  await change({ speakers: [ada] });
});

test('of other items and other speakers a link opens nothing, and it ends when they want no more letters', async () => {
  const { items } = (await done('expos.getProgrammeDraft', { editionId })) as unknown as { readonly items: readonly Made[] };
  const other = items.find(({ id }) => id !== talk.id) ?? expect.fail('one item alone');
  const { entries } = (await done('expos.listLetters', { editionId, whom: 'speakers' })) as unknown as {
    readonly entries: readonly Made[];
  };
  const wu = entries.find(({ id }) => id !== speakerId)?.id ?? expect.fail('one speaker alone');
  const said = { editionId, comes: 'no', name: text('Wrong') };
  for (const [operation, input] of [
    ['expos.answerSpeaking', { ...said, speakerId, itemId: other.id }],
    ['expos.answerSpeaking', { ...said, speakerId: wu, itemId: talk.id }],
    ['expos.declineLetters', { editionId, addresseeId: wu }],
    ['expos.getLetterWay', { editionId, addresseeId: wu }],
    // Which times the meetings have is not a speaker's to see.
    ['expos.getTimes', { editionId, addresseeId: speakerId }],
    ['expos.sayTimes', { editionId, addresseeId: speakerId, said: [] }],
    ['expos.listDirectory', { editionId }],
  ] as const)
    expect([operation, (await call(app, operation, input, { cookie: link, version: 1 })).status]).toEqual([operation, 404]);
  expect((await call(app, 'expos.getProgrammeDraft', { editionId }, { cookie: link })).status).toBe(403);
  await done('expos.declineLetters', { editionId, addresseeId: speakerId }, undefined, link);
  expect((await app.ask('GET', '/api/v1/session', { cookie: link })).body).toMatchObject({ code: 'kernel.token_revoked' });
  expect(await figures()).toMatchObject({ declined: 1 });
  expect(await done('expos.revokeLinks', { editionId, addresseeId: wu })).toEqual({ revoked: 1 });
});
