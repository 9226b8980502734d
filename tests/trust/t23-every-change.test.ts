// T23: every change leaves exactly one entry in the audit log of an office the person acts for, and no word of what was entered.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { texts } from '#app/texts/texts.ts';
import { languages } from '#kernel/language.ts';
import { sentence } from '#kernel/sentence.ts';
import { fieldName, useCaseName } from '#modules/accounts/ui/log/log-words.ts';
import { call, type Input } from '../fixtures/calls.ts';
import type { Change } from '../fixtures/change.ts';
import { changesOf, versionNow } from '../fixtures/changes.ts';
import { everyProcedure } from '../fixtures/procedures.ts';
import { openWorld } from '../fixtures/open-world.ts';
import { text, type World } from '../fixtures/world.ts';
import { worked } from '../fixtures/world-of-reference.ts';
import { snapshotOf } from '../fixtures/world-of-snapshots.ts';

let world: World;
let changes: ReadonlyMap<string, Change>;
let token: string;
beforeAll(async () => {
  world = await openWorld();
  changes = changesOf(world);
  await changeEverythingElse();
});
afterAll(() => world.app.close());

/** Does the operation as who may do it, with the version of now. */
async function change(operation: string, more: Input = {}, guards?: Change['guards']): Promise<void> {
  const known = changes.get(operation) ?? expect.fail(operation);
  const version = await versionNow(world, { ...known, ...(guards === undefined ? {} : { guards }) });
  await world.does(known.by, operation, { ...known.input, ...more }, version === undefined ? {} : { version });
}

/** What building the world did not do. */
async function changeEverythingElse(): Promise<void> {
  const { does, thing, app, person, offices, made } = world;
  const editionId = thing('main').id;
  const { body } = await call(app, 'accounts.listMembers', { officeId: offices.acme }, { cookie: person('acme').cookie });
  expect((body as { readonly entries: readonly unknown[] }).entries).toHaveLength(2);
  for (const operation of [
    'inviteMember',
    'acceptInvitation',
    'declineInvitation',
    'changeRole',
    'disableMember',
    'enableMember',
    'revokeKey',
    'renewWebhookSecret',
    'restartWebhook',
    'sendAgain',
    'removeWebhook',
    'removeMember',
  ])
    await change(`accounts.${operation}`);
  const founding = changes.get('accounts.foundOffice')?.input ?? expect.fail('nobody founds offices');
  const founded = await does('register', 'accounts.foundOffice', founding);
  await change('accounts.inviteFirstOwner', { officeId: founded.id });
  await change('outcomes.resumeFollowUps', { token: thing('link that said stop')['token'] });
  for (const operation of ['updateOrganisation', 'updateContact', 'endContact', 'eraseContact']) await change(`organisations.${operation}`);

  const copy = await does('fair', 'meetings.copyPlan', { editionId, planId: thing('plan').id });
  const onCopy = ['exchangePlacements', 'unplaceMeeting', 'placeUnplaced', 'movePlacement', 'pinMeeting', 'unpinMeeting'];
  await onEve(async () => {
    for (const name of onCopy) await change(`meetings.${name}`, { planId: copy.id }, { table: 'meetings.plan', id: copy.id });
  });
  await change('meetings.stopPlan');
  await onEve(async () => change('meetings.moveBooking', await freeSpot(String(thing('meeting of E1').id))));
  for (const name of ['sendSuggestionLetters', 'stopSuggestionLetters', 'learnFromEdition']) await change(`meetings.${name}`);
  for (const name of ['changeSuggesting', 'setSuggested', 'setAside', 'addOwnWords', 'removeOwnWords']) await change(`matching.${name}`);
  for (const name of ['addLesson', 'enterLessonStatements', 'setLessonAudience', 'withdrawLesson']) await change(`matching.${name}`);
  for (const name of ['setSteward', 'removeSteward', 'setScreen', 'endScreen']) await change(`meetings.${name}`);
  await onEve(agreeOnAnotherTime);
  token = String(thing('feed of E1')['path']).slice(-20);
  await does('acme', 'meetings.withdrawCard', { editionId, participantId: thing('E1').id, cardId: thing('card of E1').id });
  for (const name of ['withdrawAbsence', 'revokeFeed']) await change(`meetings.${name}`);
  for (const name of ['expos.answerInterpreter', 'meetings.revokeInterpreterFeed', 'expos.answerSpeaking']) await change(name);
  await onEve(() => change('meetings.cancelBooking'));
  for (const name of ['answerRequest', 'changeRequestRules', 'updateRequest', 'withdrawRequest']) await change(`meetings.${name}`);
  await onTheDay(async () => {
    for (const name of ['setQueueState', 'tellOwnQueue', 'tellInterpreterQueue', 'tellQueue']) await change(`meetings.${name}`);
  });
  await onEve(() => acceptSomebody(editionId));
  await onEve(() => putRightAndBack(editionId));
  await importAgain(editionId);

  await importLists();
  await change('desk.putOffAnswer');
  for (const name of ['setBriefing', 'beginHandover', 'tickHandover', 'setHandover', 'finishHandover', 'cancelHandover'])
    await change(`desk.${name}`);
  await showFollowThrough();
  await change('reports.publishTieSnapshot', await snapshotOf(world));
  for (const name of ['removeSnapshotName', 'withdrawTieSnapshot']) await change(`reports.${name}`);
  for (const name of ['sayOfExchange', 'replyToDesk']) await change(`ties.${name}`);
  for (const name of ['setEditionRoute', 'setVisitRoute', 'addMilestones', 'updateMark', 'withdrawMark', 'restoreEvidence'])
    await change(`outcomes.${name}`);

  for (const name of ['updateEdition', 'closePlace', 'updateStand', 'updateGroup', 'unpublishEdition']) await change(`expos.${name}`);
  for (const name of ['updateParticipant', 'replaceUnavailable', 'withdrawParticipant', 'reinstateParticipant'])
    await change(`expos.${name}`);
  await change('expos.replaceTopics');
  await change('expos.replaceFloorTable');
  await takeOverAndBack(editionId);
  for (const name of [
    'answerProfile',
    'removeProfileFile',
    'sayTimes',
    'chooseLetterWay',
    'declineLetters',
    'sendLetters',
    'stopLetters',
    'makeLink',
    'makeLinks',
    'revokeLinks',
  ])
    await change(`expos.${name}`);
  for (const name of ['expos.replaceProgrammeRooms', 'expos.updateProgrammeItem', 'meetings.releaseProgramme', 'expos.removeProgrammeItem'])
    await change(name);
  const on = { editionId: thing('closed').id };
  const stand = await does('rival', 'expos.createStand', { ...on, code: 'S' });
  await does('rival', 'expos.removeStand', { ...on, standId: stand.id }, { version: stand.version });
  const group = await does('rival', 'expos.createGroup', { ...on, code: 'G', kind: 'delegation', name: made.get('closed')?.['name'] });
  await does('rival', 'expos.removeGroup', { ...on, groupId: group.id }, { version: group.version });
  const interpreter = await does('rival', 'expos.createInterpreter', { ...on, name: 'I', languages: ['en'] });
  await does('rival', 'expos.removeInterpreter', { ...on, interpreterId: interpreter.id }, { version: interpreter.version });
}

/** A second edition begins with the topics of the first, and without them after all. */
async function takeOverAndBack(earlierId: string): Promise<void> {
  const days = { timeZone: 'Europe/London', firstDay: '2020-11-06', lastDay: '2020-11-06' };
  const next = await world.does('fair', 'expos.createEdition', {
    ...days,
    office: world.offices.fair,
    name: text('Next'),
    venue: text('Hall'),
  });
  const on = { editionId: next.id, parts: ['topics'] };
  const { version } = await world.does('fair', 'expos.takeOverSetup', { ...on, earlierId }, { version: next.version });
  await world.does('fair', 'expos.undoTakeOver', on, { version: Number(version) });
}

/** Does it the day before the meetings: what has begun is neither moved nor filled. */
const onEve = (use: () => Promise<void>): Promise<void> => at('2019-11-05T08:00:00Z', use);
/** Does it while the live queue is open. */
const onTheDay = (use: () => Promise<void>): Promise<void> => at('2019-11-06T07:00:00Z', use);

async function at(now: string, use: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  try {
    await use();
  } finally {
    vi.useRealTimers();
  }
}

interface Option {
  readonly slot: { readonly id: string };
  readonly place: { readonly id: string } | null;
  readonly reasons: readonly { readonly severity: string }[];
}

/** A slot and place to which the meeting can be moved without harm. */
async function freeSpot(meetingId: string): Promise<Input> {
  const input = { editionId: world.thing('main').id, planId: world.thing('plan').id, meetingId };
  const { body } = await call(world.app, 'meetings.getPlannedMeeting', input, { cookie: world.person('fair').cookie });
  const free = (body as { readonly options: readonly Option[] }).options.find(
    ({ place, reasons }) => place !== null && reasons.length === 0,
  );
  return { slotId: free?.slot.id, placeId: free?.place?.id };
}

interface MoveTimes {
  readonly times: readonly { readonly slot: { readonly id: string }; readonly place: { readonly id: string } }[];
  readonly exchanges: readonly { readonly meetingId: string }[];
}

/** A free time for E1's meeting with B1, and one of its meetings with which that can change times: the organiser moves both about until there are such, whatever the search has made. */
async function timeAndExchange(own: Input, meetingId: string): Promise<readonly [slotId: string, withMeetingId: string]> {
  const { app, person } = world;
  const asked = async (operation: string, input: Input): Promise<unknown> =>
    (await call(app, operation, { ...own, ...input }, { cookie: person('acme').cookie })).body;
  const timesOf = async (of: string): Promise<MoveTimes> => (await asked('meetings.listMoveTimes', { meetingId: of })) as MoveTimes;
  const { entries } = (await asked('meetings.getAgenda', {})) as { readonly entries: readonly { readonly meetingId: string }[] };
  const other = entries.find((entry) => entry.meetingId !== meetingId)?.meetingId ?? expect.fail('E1 has one meeting');
  const spots = async (of: string) => [null, ...(await timesOf(of)).times];
  const move = async (of: string, spot: MoveTimes['times'][number] | null): Promise<void> => {
    if (spot !== null) await change('meetings.moveBooking', { meetingId: of, slotId: spot.slot.id, placeId: spot.place.id });
  };
  for (const spot of await spots(meetingId)) {
    await move(meetingId, spot);
    for (const spotOfOther of await spots(other)) {
      await move(other, spotOfOther);
      const { times, exchanges } = await timesOf(meetingId);
      const [[time], [exchange]] = [times, exchanges];
      if (time !== undefined && exchange !== undefined) return [time.slot.id, exchange.meetingId];
    }
  }
  return expect.fail('no time or exchange for E1');
}

/** A side proposes an exchange, then another time in its place, and takes that back; it proposes again, and the other side says no; the organiser exchanges. */
async function agreeOnAnotherTime(): Promise<void> {
  const { does, thing } = world;
  const own = { editionId: thing('main').id, participantId: thing('E1').id };
  const input = { ...own, meetingId: thing('meeting of E1').id };
  const [slotId, withMeetingId] = await timeAndExchange(own, input.meetingId);
  await does('acme', 'meetings.proposeExchange', { ...input, withMeetingId });
  const propose = () => does('acme', 'meetings.proposeMove', { ...input, slotId });
  await does('acme', 'meetings.withdrawMove', { ...own, moveId: (await propose()).id });
  // Nobody acts for B3, whom the release could not tell.
  await change('meetings.markTold', {});
  await does('acme', 'meetings.askOrganiser', { ...input, wants: 'cancel', note: 'We leave early' });
  await does('buyer', 'meetings.answerMove', { ...own, participantId: thing('B1').id, moveId: (await propose()).id, answer: 'decline' });
  await change('meetings.exchangeBookings', { meetingId: input.meetingId, withMeetingId });
}

/** The organiser shows what became of an edition, and takes it back. */
async function showFollowThrough(): Promise<void> {
  const input = { editionId: world.thing('open').id };
  const { body } = await call(world.app, 'reports.previewFollowThrough', input, { cookie: world.person('fair').cookie });
  await change('reports.publishFollowThrough', { digest: (body as { readonly digest: string }).digest });
  await change('reports.withdrawFollowThrough');
}

/** The lead of a group takes somebody who asked for one of its members. */
async function acceptSomebody(editionId: string): Promise<void> {
  const participantId = world.thing('E2').id;
  const setup = world.made.get('main setup')?.['slots'] as readonly { readonly id: string }[];
  for (const { id: slotId } of setup) {
    const { body } = await call(
      world.app,
      'meetings.listCandidates',
      { editionId, participantId, slotId },
      { cookie: world.person('chamber').cookie },
    );
    const candidates = (
      body as { readonly candidates: readonly { readonly canTake: boolean; readonly participant: { readonly id: string } }[] }
    ).candidates;
    const taken = candidates.find(({ canTake }) => canTake);
    if (taken === undefined) continue;
    await change('meetings.acceptCandidate', { participantId, slotId, withId: taken.participant.id });
    return;
  }
  expect.fail('nobody can be taken');
}

/** Closes a slot in which somebody meets, as on the day itself, and takes that back. */
async function putRightAndBack(editionId: string): Promise<void> {
  const { body } = await call(world.app, 'meetings.scheduleGrid', { editionId }, { cookie: world.person('fair').cookie });
  const grid = body as { readonly slots: readonly { readonly id: string }[]; readonly cells: readonly { readonly slot: number }[] };
  const changes = [{ kind: 'slot_closed', slotId: grid.slots[grid.cells[0]?.slot ?? 0]?.id }];
  const { digest } = await world.does('fair', 'meetings.previewRepair', { editionId, changes });
  const { release } = await world.does('fair', 'meetings.repairSchedule', { editionId, changes, digest });
  await change('meetings.undoChange', { number: (release as { readonly number: number }).number });
}

/** The town's lists go every way there is; the register office closes its own. */
async function importLists(): Promise<void> {
  const { thing } = world;
  const waiting = thing('list preview').id;
  const read = () => worked(world, 'town', 'reference-import', { importId: waiting, step: 'read' });
  await change('reference.setReferenceMapping');
  await read();
  const { body } = await call(world.app, 'reference.listReferencePlaces', { importId: waiting }, { cookie: world.person('town').cookie });
  const [place] = (body as { readonly entries: readonly { readonly key: string }[] }).entries;
  await change('reference.answerReferencePlace', { key: place?.key });
  await change('reference.repeatReferenceImport');
  await change('reference.cancelReferenceImport');
  await read();
  for (const name of ['adoptReferenceTies', 'undoReferenceTaking', 'updateReferenceSet', 'undoReferenceImport', 'closeReferenceSet'])
    await change(`reference.${name}`);
}

/** Exports the edition, changes it, and imports the file again: one that says the same would change nothing. */
async function importAgain(editionId: string): Promise<void> {
  const exported = await call(world.app, 'meetings.exportEdition', { editionId, format: 'xlsx' }, { cookie: world.person('fair').cookie });
  const file = new File([new Uint8Array(exported.bytes)], 'event.xlsx');
  await change('expos.updateInterpreter');
  await world.does('fair', 'meetings.lookAtFile', { editionId, file });
  const bad = new File(['Name,Country\nAspen,FR\nBeech,Atlantis\n'], 'companies.csv');
  await world.does('fair', 'meetings.listBadRows', { editionId, file: bad });
  const preview = await world.does('fair', 'meetings.previewImport', { editionId, file });
  await change('meetings.importEdition', { file, digest: preview['digest'] });
}

/** A preview changes nothing, nor does opening the link of a letter; one's own account belongs to no office. */
const silent = [
  ...['meetings.previewImport', 'meetings.lookAtFile', 'meetings.listBadRows', 'meetings.previewRepair'],
  ...['desk.previewPaste', 'desk.readPastedFile', 'accounts.updateAccount'],
  ...['outcomes.previewOutcomeSheet', 'outcomes.readOutcomeFile'],
  ...['outcomes.previewRateTable', 'outcomes.readRateFile', 'outcomes.convertTotals'],
  ...['desk.previewPaste', 'desk.readPastedFile', 'accounts.updateAccount', 'outcomes.openFollowUp'],
];

/** One's own account belongs to no office; what asks the internet is entered as an upload is; links are claimed in T32. */
const elsewhere = ['accounts.updateAccount', 'accounts.claimOffice', 'accounts.joinByLink', 'reference.fetchReferenceImport'];

test('every changing operation was done, and left exactly one entry', () => {
  const done = new Set(world.entered.map(({ operation }) => operation));
  const changing = everyProcedure.filter(({ method, operation }) => method !== 'GET' && !elsewhere.includes(operation));
  expect(changing.map(({ operation }) => operation).filter((operation) => !done.has(operation))).toEqual([]);
  expect(world.entered.filter(({ operation, entries }) => entries !== (silent.includes(operation) ? 0 : 1))).toEqual([]);
});

test('entries hold ids and names of fields, and nothing that was entered', async () => {
  const { rows } = await world.app.db.owner.query<{ text: string; use_case: string; subjects: string[]; fields: string[] }>(
    'select e::text as text, use_case, subjects, fields from accounts.audit_entry e',
  );
  expect(rows.length).toBeGreaterThan(80);
  for (const { text, use_case, subjects, fields } of rows) {
    expect(text).not.toMatch(/cnry|@|https?:|password/);
    expect(text).not.toContain(token);
    expect(use_case).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(subjects.length).toBeGreaterThan(0);
    for (const field of fields) expect(field).toMatch(/^[a-zA-Z]{1,30}$/);
  }
});

test('what the log says was done, and every field that it names, has a word in each language', async () => {
  const { rows } = await world.app.db.owner.query<{ use_case: string; field: string }>(
    'select distinct use_case, unnest(fields) as field from accounts.audit_entry',
  );
  expect(rows.length).toBeGreaterThan(80);
  const tellers = languages.map((language) => (key: string) => sentence(texts[language], language, key));
  const isTold = ({ use_case, field }: (typeof rows)[number]): boolean =>
    tellers.every((say) => useCaseName(say, use_case) !== use_case && fieldName(say, use_case, field) !== null);
  expect(rows.filter((row) => !isTold(row))).toEqual([]);
});

test('every entry stands in the log of an office that the person acts for, but for the answer to its invitation', async () => {
  const { rows } = await world.app.db.owner.query<{ use_case: string }>(`
    select use_case from accounts.audit_entry e where e.account is not null and not exists (
      select 1 from accounts.membership m join accounts.account a on a.id = m.account where m.office = e.office and a.logged_as = e.account and m.role in ('editor', 'owner'))
      and use_case not in ('accept-invitation', 'decline-invitation')`);
  expect(rows).toEqual([]);
});
