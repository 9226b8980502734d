// T32 for leads: a company's link notes what came of its own meetings, which is its own until somebody signs in for it; nothing else is noted by it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { editionInput, text } from '#modules/expos/api/edition-fixture.ts';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { searched } from '../fixtures/searched.ts';

let app: TestApp;
let organiser: string;
let owner: { readonly account: AccountId; readonly cookie: string };
let stranger: string;
let account: string;
let editionId: string;
/** By code: the participant and, but of B02 who has an account, the cookie of its link. */
const companies: Record<string, { readonly id: string; readonly link: string }> = {};

type Made = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

async function done(operation: string, input: Input, version?: number, cookie = organiser): Promise<Made> {
  const answer = await call(app, operation, input, { cookie, version });
  if (answer.status >= 300) expect.fail(`${operation}: ${answer.status} ${answer.text}`);
  return answer.body as Made;
}
const codeOf = ({ status, body }: Asked) => [status, (body as { readonly code?: string } | null)?.code ?? null];
const company = (code: string) => companies[code] ?? expect.fail(code);

async function linkOf(participantId: string): Promise<string> {
  const { address } = (await done('expos.makeLink', { editionId, addresseeId: participantId })) as unknown as { readonly address: string };
  const opened = await app.ask('POST', '/api/link', { json: { token: address.split('#')[1] ?? '' } });
  return opened.headers.get('set-cookie')?.split(';')[0] ?? expect.fail('no cookie');
}

const officeOf = async (link: string): Promise<string> => {
  const { body } = await app.ask('GET', '/api/v1/session', { cookie: link });
  return (body as { readonly offices: readonly { readonly id: string }[] }).offices[0]?.id ?? expect.fail('no office');
};

/** The meeting of a company with another in its agenda. */
async function meetingOf(code: string, cookie: string, other: string): Promise<string> {
  const agenda = (await done('meetings.getAgenda', { editionId, participantId: company(code).id }, undefined, cookie)) as unknown as {
    readonly entries: readonly { readonly meetingId: string; readonly with: { readonly code: string } }[];
  };
  return agenda.entries.find((entry) => entry.with.code === other)?.meetingId ?? expect.fail(`${code} does not meet ${other}`);
}

const lead = (office: string, attributions: readonly object[], more: object = {}) => ({
  ...{ office, kind: 'deal', extent: 'single', title: text('Canary of a lead'), fromCity: null, toCity: null },
  attributions,
  entry: { stage: 'potential', amount: '120000', currency: 'USD' },
  ...more,
});
const cameOf = (subjectId: string) => ({ subjectKind: 'meeting', subjectId, relation: 'result_of' });

beforeAll(async () => {
  app = await openTestApp();
  const founded = await app.db.foundOffice({ kind: 'organiser' });
  organiser = await app.signIn(founded.owner);
  owner = { account: founded.owner, cookie: organiser };
  stranger = await app.signIn((await app.db.foundOffice()).owner);
  const buyer = await app.db.foundOffice({ kind: 'company' });
  account = await app.signIn(buyer.owner);
  const days = { firstDay: '2091-11-06', lastDay: '2091-11-06' };
  ({ id: editionId } = await done('expos.createEdition', { ...editionInput(founded.office, 'Leads'), ...days }));
  const at = (half: number) => new Date(Date.UTC(2091, 10, 6, 1, half * 30)).toISOString();
  const halves = [0, 1, 2, 3].map((half) => ({ startsAt: at(half), endsAt: at(half + 1), session: 1 }));
  const slots = await done('expos.replaceSlots', { editionId, slots: halves }, 1);
  await done('expos.replaceTables', { editionId, tables: [{ number: 1 }, { number: 2 }] }, slots.version);
  for (const [code, role] of [
    ['E01', 'exhibitor'],
    ['E02', 'exhibitor'],
    ['B01', 'buyer'],
    ['B02', 'buyer'],
  ] as const) {
    const officeId = code === 'B02' ? buyer.office : null;
    const made = await done('expos.createParticipant', {
      editionId,
      code,
      role,
      name: text(`Company ${code}`),
      languages: ['en'],
      officeId,
    });
    companies[code] = { id: made.id, link: code === 'B02' ? '' : await linkOf(made.id) };
  }
  const requests = [
    ['E01', 'B01'],
    ['E01', 'B02'],
    ['E02', 'B02'],
  ].map(([from = '', to = '']) => ({ fromId: company(from).id, toId: company(to).id, wish: 'must' }));
  await done('meetings.createRequests', { editionId, requests });
  const started = await done('meetings.startPlan', { editionId, seconds: 1 });
  const plan = await searched(app, owner, editionId, started.id);
  await done('meetings.releasePlan', { editionId, planId: plan.id }, plan.version);
});
afterAll(() => app.close());

test('what a link notes of a meeting is its company’s own: neither who met it nor the organiser nor another link sees it', async () => {
  const { link } = company('E01');
  const office = await officeOf(link);
  const meetingId = await meetingOf('E01', link, 'B02');
  expect(await done('outcomes.getLead', { meetingId }, undefined, link)).toMatchObject({ known: [] });
  const made = await done('outcomes.recordOutcome', lead(office, [cameOf(meetingId)]), undefined, link);
  expect(made).toMatchObject({ visibility: 'private', office: { id: office }, mayEdit: false, voices: [] });
  expect(await done('outcomes.getLead', { meetingId }, undefined, link)).toMatchObject({ known: [{ id: made.id, isOurs: true }] });
  expect(await done('outcomes.getOutcome', { outcomeId: made.id }, undefined, link)).toMatchObject({
    figures: [{ amount: { value: '120000', currency: 'USD' } }],
  });
  for (const cookie of [organiser, account, stranger, company('B01').link, company('E02').link, undefined]) {
    expect(codeOf(await call(app, 'outcomes.getOutcome', { outcomeId: made.id }, { cookie }))).toEqual([404, 'outcomes.not_found']);
    expect((await call(app, 'outcomes.listOutcomes', { limit: 100 }, { cookie })).text).not.toContain('Canary of a lead');
  }
  expect(await done('outcomes.getLead', { meetingId }, undefined, account)).toMatchObject({ known: [] });
  // A second time it is asked whether it is the same.
  const again = await call(app, 'outcomes.recordOutcome', lead(office, [cameOf(meetingId)]), { cookie: link });
  expect(again.text).toContain('outcomes.may_be_same');
  // What goes on with it, and who sees it, is for people who are signed in; it can be taken back.
  for (const [operation, input] of [
    ['outcomes.addEntry', { stage: 'signed', amount: '1', currency: 'USD' }],
    ['outcomes.setOutcomeAudience', { visibility: 'public' }],
    ['outcomes.updateOutcome', { note: null }],
  ] as const)
    expect([
      operation,
      ...codeOf(await call(app, operation, { outcomeId: made.id, ...input }, { cookie: link, version: made.version })),
    ]).toEqual([operation, 403, 'kernel.not_by_link']);
  for (const cookie of [organiser, company('B01').link])
    expect((await call(app, 'outcomes.withdrawOutcome', { outcomeId: made.id }, { cookie, version: made.version })).status).toBe(404);
  await done('outcomes.withdrawOutcome', { outcomeId: made.id }, made.version, link);
  expect(await done('outcomes.getLead', { meetingId }, undefined, link)).toMatchObject({ known: [] });
});

test('a link notes nothing of a meeting of others, for another office, or of no meeting at all', async () => {
  const { link } = company('B01');
  const office = await officeOf(link);
  const own = await meetingOf('B01', link, 'E01');
  const others = await meetingOf('E02', company('E02').link, 'B02');
  expect(codeOf(await call(app, 'outcomes.getLead', { meetingId: others }, { cookie: link }))).toEqual([404, 'outcomes.subject_unknown']);
  const problems = async (input: Input) => {
    const { status, body } = await call(app, 'outcomes.recordOutcome', input, { cookie: link });
    const { errors = [] } = body as { readonly errors?: readonly { readonly path: readonly unknown[]; readonly code: string }[] };
    return [status, ...errors.map(({ path, code }) => `${path.join('.')} ${code}`)];
  };
  expect(await problems(lead(office, [cameOf(others)]))).toEqual([422, 'attributions.0.subjectId outcomes.subject_unknown']);
  const edition = { subjectKind: 'edition', subjectId: editionId, relation: 'related_to' };
  expect(await problems(lead(office, [edition], { title: {} }))).toEqual([
    422,
    'title kernel.required',
    'attributions outcomes.meeting_missing',
  ]);
  expect(await problems(lead(await officeOf(company('E01').link), [cameOf(own)]))).toEqual([403]);
  expect((await problems(lead(office, [cameOf(own), edition])))[0]).toBe(201);
});

test('whoever has an account notes a lead with a company that has none, and nobody is named to share it with', async () => {
  const meetingId = await meetingOf('B02', account, 'E02');
  const made = await done('outcomes.recordOutcome', lead(await officeOf(account), [cameOf(meetingId)]), undefined, account);
  expect(made).toMatchObject({ mayEdit: true, sides: [] });
  expect(await done('outcomes.getLead', { meetingId }, undefined, company('E02').link)).toMatchObject({ known: [] });
});

test('whoever takes the company into an account goes on with what its link noted', async () => {
  const before = company('B01').link;
  const office = await officeOf(before);
  const meetingId = await meetingOf('B01', before, 'E01');
  const { address } = (await done('expos.makeLink', { editionId, addresseeId: company('B01').id })) as unknown as {
    readonly address: string;
  };
  const person = await app.signIn((await app.db.foundOffice()).owner);
  await done('accounts.joinByLink', { token: address.split('#')[1] ?? '' }, undefined, person);
  const { known } = (await done('outcomes.getLead', { meetingId }, undefined, person)) as unknown as {
    readonly known: readonly { readonly id: string; readonly isOurs: boolean }[];
  };
  expect(known).toMatchObject([{ isOurs: true }]);
  const outcomeId = known[0]?.id ?? expect.fail('nothing came along');
  const outcome = await done('outcomes.getOutcome', { outcomeId }, undefined, person);
  expect(outcome).toMatchObject({ mayEdit: true, office: { id: office } });
  await done('outcomes.addEntry', { outcomeId, stage: 'signed', amount: '90000', currency: 'USD' }, undefined, person);
});
