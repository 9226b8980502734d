// The released programme as a calendar file for everybody who sees the edition: one identity an item for ever, what is no longer held as cancelled.
import { ICalEventStatus } from 'ical-generator';
import { chooseText, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { loadPastItems, loadReleasedItems } from '#modules/expos/api/programme/show-programme.ts';
import type { ReleasedItem } from '#modules/expos/domain/programme/programme.ts';
import { placeInHall } from '../domain/agenda/agenda-words.ts';
import type { Work } from '#platform/work.ts';
import { opened, say, written } from './agenda-calendar.ts';

export interface ProgrammeToWrite {
  readonly edition: { readonly name: MultilingualText; readonly venue: MultilingualText; readonly timeZone: string };
  readonly release: { readonly number: number; readonly publishedAt: number };
  readonly items: readonly ReleasedItem[];
  /** Announced once, and no longer. */
  readonly past: readonly ReleasedItem[];
}

/** Of whatever edition the asker sees; null where nothing was released. */
export async function programmeToWrite(work: Work, editionId: string): Promise<Result<ProgrammeToWrite | null>> {
  const found = await findEdition(work, editionId);
  if (!found.ok) return found;
  const { id, name, venue, timeZone } = found.value;
  const past = await loadPastItems(work, id);
  if (past === null) return ok(null);
  const { number, publishedAt, gone } = past;
  const release = { number, publishedAt: publishedAt.getTime() };
  return ok({ edition: { name, venue, timeZone }, release, items: await loadReleasedItems(work, id), past: gone });
}

function whereOf({ room }: ReleasedItem, { venue }: ProgrammeToWrite['edition'], language: Language): string {
  const hall = chooseText(venue, language).text;
  if (room === null) return hall;
  const name = chooseText(room.name, language).text;
  const inHall = room.hall === '' ? name : say(language, { code: placeInHall(room.hall), params: { place: name, hall: room.hall } });
  return [inHall, hall].join(writing[language].comma);
}

const aboutOf = ({ hosts, speakers }: ReleasedItem, language: Language): string =>
  [...hosts.map((host) => [host]), ...speakers.map(({ name, post, office }) => [name, post, office])]
    .map((texts) =>
      texts
        .map((text) => chooseText(text, language).text)
        .filter((text) => text !== '')
        .join(writing[language].comma),
    )
    .join('\n');

export function programmeCalendar({ edition, release, items, past }: ProgrammeToWrite, language: Language): string {
  const calendar = opened(chooseText(edition.name, language).text, language);
  // The stamp is the release, not the moment of asking: the same programme is the same file.
  const stamp = new Date(release.publishedAt);
  const event = (item: ReleasedItem, status: ICalEventStatus): void => {
    const { start, end, day } = item;
    const timed = start !== null && end !== null;
    const when = timed
      ? { start: new Date(start), end: new Date(end) }
      : { start: new Date(`${day}T00:00:00Z`), allDay: true, timezone: 'UTC' };
    calendar
      .createEvent({
        ...{ id: `${item.id}.programme@hansa`, ...when, stamp, sequence: release.number },
        ...{ summary: chooseText(item.title, language).text, location: whereOf(item, edition, language) },
        description: aboutOf(item, language),
      })
      .status(status);
  };
  for (const item of items) event(item, ICalEventStatus.CONFIRMED);
  for (const item of past) event(item, ICalEventStatus.CANCELLED);
  return written(calendar, edition.timeZone);
}
