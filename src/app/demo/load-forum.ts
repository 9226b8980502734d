// Enters the demo's content through the use cases, as the people of its offices would: the forum day with its offices, a first
// plan and its release, a round of meetings that is going on just now, and an edition that is still empty. Each step looks at what is there, so a start that was
// interrupted is finished by the next.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { createGroup, listGroups, updateGroup } from '#modules/expos/api/change-groups.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { listParticipants } from '#modules/expos/api/list-participants.ts';
import { replaceFloorTable } from '#modules/expos/api/floor/replace-floor.ts';
import { replaceTopics } from '#modules/expos/api/topics.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { previewPublication, publishEdition } from '#modules/expos/api/edition/publish-edition.ts';
import { createRequests } from '#modules/meetings/api/requests/create-requests.ts';
import { getPlan, listPlans } from '#modules/meetings/api/planning/get-plan.ts';
import { listRequests } from '#modules/meetings/api/requests/list-requests.ts';
import { importEdition, readImport } from '#modules/meetings/api/file/import-edition.ts';
import { releasePlan } from '#modules/meetings/api/schedule/release-plan.ts';
import { startPlan } from '#modules/meetings/api/planning/start-plan.ts';
import type { EditionFile } from '#modules/meetings/domain/file/edition-file.ts';
import { writeEditionFile } from '#modules/meetings/formats/edition-files.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, type Work } from '#platform/work.ts';
import { must, type DemoMember } from './as-people.ts';
import { forumOn, nextForumAfter } from './forum-day.ts';
import { forumSaid, forumTopics } from './forum-offers.ts';
import { floorOf } from './forum-floor.ts';
import { forumEveAt } from './forum-eve.ts';

export interface DemoPeople {
  readonly organiser: DemoMember;
  readonly lead: DemoMember;
  readonly delegate: DemoMember;
}

/** With a city's office that comes to the forum, and so reads what companies offer there. */
type People = DemoPeople & { readonly visitor?: DemoMember };

interface Setting {
  readonly database: Database;
  readonly people: People;
  readonly origin: string;
  /** Day of the forum where it is entered now, as an ISO date. */
  readonly day: string;
  /** The moment of entering, UTC milliseconds: the round that is going on lies around it. */
  readonly now?: number;
  readonly print: (sentence: string) => void;
  /** Done as of then: what is going on now was planned on its eve. */
  readonly asOf?: Date;
}

const as = async <T>({ database, asOf }: Setting, { owner }: DemoMember, use: (work: Work) => Promise<Result<T>>): Promise<T> =>
  must(
    await inWork(database, { account: owner, language: 'en', requestId: 'demo' }, (work) =>
      use(asOf === undefined ? work : { ...work, now: asOf }),
    ),
  );

const human = (text: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag, { text: words, origin: 'human' as const }]));

const newEdition = (
  office: OfficeId,
  { name, venue, timeZone, firstDay, lastDay }: EditionFile['edition'],
  description: Readonly<Record<string, string>>,
) => ({
  office,
  name: human(name),
  venue: human(venue),
  timeZone,
  firstDay,
  lastDay,
  description: human(description),
});

/** Imports an edition as a file, the way a person does. */
async function bring(work: Work, editionId: string, edition: EditionFile): Promise<void> {
  const { bytes, mediaType } = must(await writeEditionFile({ edition, format: 'csv', language: 'en', table: null }));
  const file = new File([new Uint8Array(bytes)], 'forum-day.csv', { type: mediaType });
  const input = { editionId, file, firstStart: '09:00', minutes: 20 };
  const { digest } = must(await readImport((use) => use(work), input)).preset;
  const read = must(await readImport((use) => use(work), { ...input, digest }));
  const decidedCells = read.preset.cells.length;
  must(await importEdition(work, { ...input, digest, confirm: 'replace', withoutRequests: true, decidedCells }, read));
}

const ofGroup = async (work: Work, editionId: string, code: string) =>
  must(await listGroups(work, { editionId, limit: 200 })).entries.find((group) => group.code === code);

const ofParticipant = async (work: Work, editionId: string, code: string) =>
  must(await listParticipants(work, { editionId, q: code, state: 'active', limit: 200 })).entries.find(
    (participant) => participant.code === code,
  );

/** Says which offices act for whom: before the requests come, so that these reach their offices. */
async function nameOffices(work: Work, editionId: string, { lead, delegate }: DemoPeople): Promise<void> {
  const group = await ofGroup(work, editionId, 'D1');
  if (group !== undefined) must(await updateGroup(work, { editionId, groupId: group.id, leadOffice: lead.office }));
  for (const [code, officeId] of [['E01', lead.office] as const, ['E02', delegate.office] as const]) {
    const participant = await ofParticipant(work, editionId, code);
    if (participant !== undefined) must(await updateParticipant(work, { editionId, participantId: participant.id, officeId }));
  }
}

const invented = {
  en: 'An example: every company, group and person here is invented.',
  'zh-Hans': '示例活动：其中的企业、团组和人员均为虚构。',
};

/** The edition's topics, and by them what each company offers or looks for. */
async function chooseTopics(work: Work, editionId: string): Promise<void> {
  const keys = Object.keys(forumTopics);
  const topics = Object.values(forumTopics).map((name) => ({ name: human(name) }));
  const { entries } = must(await replaceTopics(work, { editionId, topics }));
  const idOf = new Map(keys.map((key, at) => [key, entries[at]?.id]));
  const { entries: participants } = must(await listParticipants(work, { editionId, state: 'active', limit: 200 }));
  for (const { id: participantId, code, role } of participants) {
    const chosen = (forumSaid[code]?.topics ?? []).flatMap((key) => idOf.get(key) ?? []);
    const said = role === 'buyer' ? { needTopics: chosen } : { offerTopics: chosen };
    if (chosen.length > 0) must(await updateParticipant(work, { editionId, participantId, ...said }));
  }
}

/** An edition with all its facts and those who act for its participants, public; in one transaction. */
async function enterEdition(work: Work, organiser: OfficeId, people: People, edition: EditionFile): Promise<Result<string>> {
  const { id } = must(await createEdition(work, newEdition(organiser, edition.edition, invented)));
  await bring(work, id, { ...edition, requests: [], orders: [], fixed: [] });
  await nameOffices(work, id, people);
  await bring(work, id, edition);
  if (people.visitor !== undefined && organiser === people.organiser.office) {
    const visitors = {
      code: 'D2',
      kind: 'delegation' as const,
      name: human({ en: 'Mersey visitors (example)', 'zh-Hans': '默西河来宾（示例）' }),
    };
    must(await createGroup(work, { editionId: id, ...visitors, leadOffice: people.visitor.office }));
  }
  await chooseTopics(work, id);
  must(await replaceFloorTable(work, { editionId: id, ...floorOf(edition) }));
  const { digest } = must(await previewPublication(work, { editionId: id }));
  must(await publishEdition(work, { editionId: id, digest }));
  return ok(id);
}

const SECONDS = 5;
const DAY = 86_400_000;
const POLL_MS = 250;

/** Finds a plan and publishes it; the search is the workers', as for everybody. */
async function planAndRelease(setting: Setting, organiser: DemoMember, editionId: string): Promise<void> {
  const known = (await as(setting, organiser, (work) => listPlans(work, { editionId, limit: 1 }))).entries[0];
  if (known !== undefined && known.releasedAs !== null) return;
  const planId = known?.id ?? (await as(setting, organiser, (work) => startPlan(work, { editionId, seed: 1, seconds: SECONDS }))).id;
  for (let waited = 0; waited < 60_000; waited += POLL_MS) {
    const { status, version } = await as(setting, organiser, (work) => getPlan(work, { editionId, planId }));
    if (status === 'ready') {
      await as(setting, organiser, (work) => releasePlan({ ...work, expectedVersion: version }, { editionId, planId }, setting.origin));
      return;
    }
    if (status !== 'running') throw new Error(`the demo's plan has ${status}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('the demo’s plan was not found within a minute');
}

/** Requests that come after the release: who enters, from whom to whom, and why. The last two can be met at once, by a hole. */
const late = [
  { by: 'delegate', from: 'E02', to: 'B14', note: 'Wants to sell our leak finder to utilities' },
  { by: 'organiser', from: 'B11', to: 'E02', note: '为合作医院选购节水设备' },
  { by: 'organiser', from: 'B16', to: 'E12', note: '为员工食堂采购果品' },
] as const;

/** After the release some ask for one more meeting, so that the organiser has something to decide and the lead a hole to fill. */
async function askOnceMore(setting: Setting, editionId: string): Promise<void> {
  const idOf = (code: string) =>
    as(setting, setting.people.organiser, async (work) => {
      const found = await ofParticipant(work, editionId, code);
      if (found === undefined) throw new Error(`the demo lacks ${code}`);
      return ok(found.id);
    });
  for (const { by, from, to, note } of late) {
    const [fromId, toId] = [await idOf(from), await idOf(to)];
    const known = await as(setting, setting.people.organiser, (work) =>
      listRequests(work, { editionId, participantId: fromId, limit: 200 }),
    );
    if (known.entries.some((request) => request.from.code === from && request.to.code === to)) continue;
    const request = { fromId, toId, wish: 'want' as const, session: null, round: 1, note };
    await as(setting, setting.people[by], (work) => createRequests(work, { editionId, requests: [request] }));
  }
}

const editionsOf = async (setting: Setting, organiser = setting.people.organiser) =>
  (await as(setting, organiser, (work) => listEditions(work, { organiser: organiser.office, limit: 50 }))).entries;

/** Enters, plans and releases an edition, or what is missing of that; answers its edition. */
async function hold(setting: Setting, organiser: DemoMember, edition: EditionFile): Promise<string> {
  const known = (await editionsOf(setting, organiser)).find(({ name }) => name['en']?.text === edition.edition.name.en);
  // Entered and planned as of one moment: a request that is younger than the plan would count as changed since.
  const eve = Date.parse(edition.edition.firstDay) - DAY;
  const onEve = { ...setting, asOf: new Date(Math.min(eve, Date.now())) };
  const id = known?.id ?? (await as(onEve, organiser, (work) => enterEdition(work, organiser.office, setting.people, edition)));
  await planAndRelease(onEve, organiser, id);
  return id;
}

/** Whether the demo's content is whole: the empty edition is entered last. */
export const isForumLoaded = async (setting: Setting): Promise<boolean> =>
  (await editionsOf(setting)).some((edition) => edition.name['en']?.text === nextForumAfter(setting.day).name.en);

/** Enters what is missing of the demo's content. */
export async function loadForum(setting: Setting): Promise<void> {
  const { organiser, lead } = setting.people;
  setting.print('Planning the demo’s meetings …');
  await askOnceMore(setting, await hold(setting, organiser, forumOn(setting.day)));
  await hold(setting, lead, forumEveAt(setting.now ?? Date.now()));
  if (await isForumLoaded(setting)) return;
  const description = {
    en: 'Still empty: import participants and requests to begin.',
    'zh-Hans': '尚无内容：请先导入参会单位和预约洽谈。',
  };
  await as(setting, organiser, (work) => createEdition(work, newEdition(organiser.office, nextForumAfter(setting.day), description)));
}
