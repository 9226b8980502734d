// The programme as it is answered: to its organiser with ids, to everybody else complete in itself.
import { ok, type Result } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ProgrammeItemShown, ShownItem } from '../../contract/programme.ts';
import type { EditionId } from '../../domain/edition.ts';
import {
  inProgrammeOrder,
  notComing,
  releasedItem,
  type ProgrammeItem,
  type ProgrammeRoom,
  type ReleasedItem,
  type Speaker,
  type SpeakerAnswer,
} from '../../domain/programme/programme.ts';
import {
  listItems,
  listItemsOfCities,
  listRooms,
  loadGoneItems,
  loadProgrammeRelease,
  type ProgrammeRelease,
} from '../../store/programme.ts';
import { listSpeakerAnswers, listSpeakers, type SpeakerRow } from '../../store/speakers.ts';
import { instantText } from '../instant.ts';
import { findEdition, openForPreview } from '../edition/open-edition.ts';

const time = (at: number | null): string | null => (at === null ? null : instantText(at));

/** What is known of those speakers who are reached by mail: their addresses, and what they said. */
export interface Reached {
  readonly speakers: readonly SpeakerRow[];
  readonly answers: readonly SpeakerAnswer[];
}

export const loadReached = async (work: Work, editionId: EditionId): Promise<Reached> => ({
  speakers: await listSpeakers(work.tx, editionId),
  answers: await listSpeakerAnswers(work.tx, editionId),
});

export const showItem = ({ start, end, ...item }: ProgrammeItem, { speakers, answers }: Reached): ProgrammeItemShown => ({
  ...item,
  title: { ...item.title },
  startsAt: time(start),
  endsAt: time(end),
  languages: [...item.languages],
  interpretedInto: [...item.interpretedInto],
  interpreters: [...item.interpreters],
  cities: [...item.cities],
  hosts: item.hosts.map((host) => ({ ...host })),
  themes: item.themes.map((theme) => ({ ...theme })),
  speakers: item.speakers.map(({ name, post, office, topic, speakerId, ...one }) => ({
    ...one,
    ...{ name: { ...name }, post: { ...post }, office: { ...office }, topic: { ...topic } },
    email: speakers.find(({ id }) => id === speakerId)?.email ?? null,
    comes: answers.find((said) => said.speakerId === speakerId && said.itemId === item.id)?.comes ?? null,
  })),
  followUp: item.followUp.map((one) => ({ ...one })),
});

/** As others read them; cities that may not be shown are left out. */
async function showReleased(work: Work, items: readonly ReleasedItem[]): Promise<ShownItem[]> {
  const cities = await citiesByIds(
    work,
    items.flatMap((item) => item.cities),
  );
  return items.map(({ id, kind, title, day, start, end, room, source, ...item }) => ({
    ...{ id, kind, title: { ...title }, day, startsAt: time(start), endsAt: time(end), source },
    room: room === null ? null : { ...room, name: { ...room.name } },
    languages: [...item.languages],
    interpretedInto: [...item.interpretedInto],
    cities: item.cities.flatMap((city) => {
      const named = cities.get(city);
      return named === undefined ? [] : [{ id: named.id, slug: named.slug, name: { ...named.name } }];
    }),
    hosts: item.hosts.map((host) => ({ ...host })),
    themes: item.themes.map((theme) => ({ ...theme })),
    speakers: item.speakers.map(({ name, post, office, topic, rank }) => ({
      ...{ name: { ...name }, post: { ...post }, office: { ...office } },
      ...{ topic: { ...topic }, rank },
    })),
  }));
}

const showRelease = (release: ProgrammeRelease | null) =>
  release === null ? null : { number: release.number, publishedAt: instantText(release.publishedAt) };

/** The newest release, to whoever sees the edition. */
export async function getProgramme(work: Work, input: Asked<'getProgramme'>): Promise<Result<Answer<'getProgramme'>>> {
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const release = await loadProgrammeRelease(work.tx, edition.value.id);
  return ok({ release: showRelease(release), items: await showReleased(work, release?.content ?? []) });
}

/** What programmes hold of a city, or of two together: one event for all the cities in it. */
export async function listCityProgramme(work: Work, input: Asked<'listCityProgramme'>): Promise<Result<Answer<'listCityProgramme'>>> {
  const found = await listItemsOfCities(work.tx, [input.cityId, ...(input.otherCity === undefined ? [] : [input.otherCity])]);
  const items = await showReleased(
    work,
    found.map(({ item }) => item),
  );
  const entries = found.flatMap(({ edition }, at) => {
    const item = items[at];
    return item === undefined ? [] : [{ edition: { slug: edition.slug, name: { ...edition.name } }, item }];
  });
  return ok({ entries });
}

export interface ProgrammeDraft {
  readonly rooms: readonly ProgrammeRoom[];
  /** In order of day and time. */
  readonly items: readonly ProgrammeItem[];
  readonly release: ProgrammeRelease | null;
}

/** The draft as its organiser keeps it, for modules that judge it. */
export async function loadProgrammeDraft(work: Work, editionId: EditionId): Promise<ProgrammeDraft> {
  return {
    rooms: await listRooms(work.tx, editionId),
    items: inProgrammeOrder(await listItems(work.tx, editionId)),
    release: await loadProgrammeRelease(work.tx, editionId),
  };
}

/** What the newest release holds, for modules that hold something against it. */
export const loadReleasedItems = async (work: Work, editionId: EditionId): Promise<readonly ReleasedItem[]> =>
  (await loadProgrammeRelease(work.tx, editionId))?.content ?? [];

/** The newest release, with what was announced before and is no longer; null where there is none. */
export async function loadPastItems(work: Work, editionId: EditionId) {
  const release = await loadProgrammeRelease(work.tx, editionId);
  if (release === null) return null;
  const { number, publishedAt } = release;
  return { number, publishedAt, gone: await loadGoneItems(work.tx, editionId) };
}

/** What speakers said of the items as they are, for modules that judge the programme. */
export const loadSpeakerAnswers = (work: Work, editionId: EditionId): Promise<readonly SpeakerAnswer[]> =>
  listSpeakerAnswers(work.tx, editionId);

/** Items that speakers said they cannot come to, with those speakers. One query, two more where somebody said so. */
export async function listNotComing(
  work: Work,
  editionId: EditionId,
): Promise<readonly { readonly item: ProgrammeItem; readonly speakers: readonly Speaker[] }[]> {
  const answers = await listSpeakerAnswers(work.tx, editionId);
  if (!answers.some(({ comes }) => comes === 'no')) return [];
  const items = inProgrammeOrder(await listItems(work.tx, editionId));
  return items.map((item) => ({ item, speakers: notComing(item, answers) })).filter(({ speakers }) => speakers.length > 0);
}

/** What a release of the draft would hold. */
export const toRelease = ({ items, rooms }: ProgrammeDraft): readonly ReleasedItem[] => items.map((item) => releasedItem(item, rooms));

/** The database keeps keys in an order of its own. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Rooms and items with the newest release, to the organiser's editors. */
export async function getProgrammeDraft(work: Work, input: Asked<'getProgrammeDraft'>): Promise<Result<Answer<'getProgrammeDraft'>>> {
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const draft = await loadProgrammeDraft(work, opened.value.record.id);
  const reached = await loadReached(work, opened.value.record.id);
  return ok({
    rooms: draft.rooms.map((room) => ({ ...room, name: { ...room.name } })),
    items: draft.items.map((item) => showItem(item, reached)),
    release: showRelease(draft.release),
    changed: !same(toRelease(draft), draft.release?.content ?? []),
  });
}
