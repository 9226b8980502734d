// Registrations of an edition as a table for its organiser: all of them, or those of one state such as the waiting list.
import { ok, type Result } from '#kernel/result.ts';
import { listGroups } from '#modules/expos/api/change-groups.ts';
import { listRegistrations } from '#modules/expos/api/registration/decide.ts';
import { listTopics } from '#modules/expos/api/topics.ts';
import { saysWho } from '#modules/expos/domain/contacts.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import { noFloor, type EditionFile } from '../../domain/file/edition-file.ts';
import { writtenDetails } from '../../domain/file/details.ts';
import { written } from '../../domain/file/file-text.ts';
import { keysInOrder, topicKey } from '../../domain/file/topics.ts';
import { writeRegistrations } from '../../formats/edition-files.ts';
import type { RegistrationsInput } from '../../formats/registrations-file.ts';
import { oversee } from '../open-edition.ts';

type Registration = Extract<Awaited<ReturnType<typeof listRegistrations>>, { readonly ok: true }>['value']['entries'][number];

/** All pages of a list, one after another. */
async function everyPage<E>(
  page: (cursor: string | undefined) => Promise<Result<{ readonly entries: readonly E[]; readonly nextCursor: string | null }>>,
): Promise<Result<readonly E[]>> {
  const all: E[] = [];
  for (let cursor: string | undefined; ;) {
    const read = await page(cursor);
    if (!read.ok) return read;
    all.push(...read.value.entries);
    if (read.value.nextCursor === null) return ok(all);
    cursor = read.value.nextCursor;
  }
}

interface Named {
  readonly groups: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
}

const participantOf = (one: Registration, at: number, { groups, topics }: Named): EditionFile['participants'][number] => ({
  code: String(at + 1),
  name: written(one.name),
  country: one.country,
  city: one.city ?? '',
  role: one.role,
  offer: written(one.offer ?? {}),
  need: written(one.need ?? {}),
  offerTopics: one.offerTopics.flatMap((id) => topics.get(id) ?? []),
  needTopics: one.needTopics.flatMap((id) => topics.get(id) ?? []),
  markets: one.markets,
  size: one.size,
  ...{ offerDetails: writtenDetails(one.offerDetails), needDetails: writtenDetails(one.needDetails) },
  seats: 1,
  languages: one.languages,
  minMeetings: null,
  maxMeetings: null,
  group: one.groupId === null ? null : (groups.get(one.groupId) ?? null),
  stand: null,
  meetsAt: 'table',
});

type Gathered = Omit<RegistrationsInput, 'format' | 'language'>;

async function gather(
  work: Work,
  editionId: string,
  state: Registration['state'] | undefined,
  timeZone: string,
): Promise<Result<Gathered>> {
  const listed = await everyPage((cursor) =>
    listRegistrations(work, { editionId, limit: 200, cursor, ...(state === undefined ? {} : { state }) }),
  );
  if (!listed.ok) return listed;
  const groups = await everyPage((cursor) => listGroups(work, { editionId, limit: 200, cursor }));
  if (!groups.ok) return groups;
  const topics = await listTopics(work, { editionId });
  if (!topics.ok) return topics;
  const list = topics.value.entries.map(({ name }) => ({ name: written(name) }));
  const named = {
    groups: new Map(groups.value.map(({ id, code }) => [String(id), code])),
    topics: new Map(topics.value.entries.map(({ id }, at) => [String(id), topicKey(list[at] ?? { name: {} })])),
  };
  const participants = listed.value.map((one, at) => {
    const row = participantOf(one, at, named);
    return { ...row, offerTopics: keysInOrder(list, row.offerTopics), needTopics: keysInOrder(list, row.needTopics) };
  });
  const day = (instant: string): string => dayAt(Date.parse(instant), timeZone);
  return ok({
    edition: {
      edition: { name: {}, venue: {}, timeZone, firstDay: '', lastDay: '' },
      ...{
        ...noFloor,
        slots: [],
        tables: [],
        stands: [],
        groups: [],
        topics: list,
        unavailable: [],
        interpreters: [],
        requests: [],
        orders: [],
        fixed: [],
      },
      participants,
      contacts: listed.value.flatMap(({ contact }, at) =>
        contact === null || !saysWho(contact) ? [] : [{ ...contact, participant: String(at + 1) }],
      ),
    },
    codes: listed.value.map(({ code }) => code),
    standing: listed.value.map(({ state: stands, position, registeredAt, confirmedAt, standWish, consents }) => ({
      ...{ state: stands, position, registered: day(registeredAt), standWish },
      agreed: consents.flatMap(({ purpose, receiver, withdrawnAt }) => (withdrawnAt === null ? [`${purpose} (${receiver})`] : [])),
      confirmed: confirmedAt === null ? null : day(confirmedAt),
    })),
  });
}

/** Refuses `meetings.edition_unknown`, `expos.organiser_only`. */
export async function exportRegistrations(transact: Transact, input: Asked<'exportRegistrations'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const opened = await oversee(work, input.editionId);
    if (!opened.ok) return opened;
    const { timeZone, slug } = opened.value.head;
    const gathered = await gather(work, input.editionId, input.state, timeZone);
    return gathered.ok ? ok({ gathered: gathered.value, language: input.language ?? work.actor.language, slug }) : gathered;
  });
  if (!read.ok) return read;
  const { gathered, language, slug } = read.value;
  const file = await writeRegistrations({ ...gathered, format: input.format, language });
  if (!file.ok) return file;
  const { bytes, mediaType, extension } = file.value;
  return ok(new File([new Uint8Array(bytes)], `${slug}-registrations.${extension}`, { type: mediaType }));
}
