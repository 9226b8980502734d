// The forum programme on paper: a sheet a day, and the badges of those who speak and take part in no meetings.
import type { ReleasedItem, ReleasedSpeaker } from '#modules/expos/domain/programme/programme.ts';
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import { languageName, listOf } from '../../domain/planning/sentences.ts';
import type { PaperFacts } from '../../domain/paper/paper.ts';
import type { Card } from '#platform/paper/set-cards.ts';
import type { PaperCell, Sheet } from '#platform/paper/set-sheets.ts';
import { plain, titled } from './agenda-sheets.ts';
import type { Words } from './words.ts';

/** A day by its name: some instant of it at the venue, wherever that is. */
function dayWords(words: Words, { timeZone }: PaperFacts['edition'], day: string): string {
  const tried = ['12', '06', '18'].map((hour) => Date.parse(`${day}T${hour}:00:00Z`));
  return words.day(tried.find((at) => dayAt(at, timeZone) === day) ?? 0);
}

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

/** Name, post and office on one line, as they are announced. */
const speakerLine = (words: Words, { name, post, office }: ReleasedSpeaker): string =>
  joined(
    [name, post, office].map((text) => words.name(text)),
    ' · ',
  );

/** What is not known is said, never left to be guessed. */
function itemRow(words: Words, item: ReleasedItem): readonly PaperCell[] {
  const time = item.start === null || item.end === null ? words.say('meetings.paper_time_unknown') : words.span(item.start, item.end);
  const room =
    item.room === null
      ? [words.say('meetings.paper_room_unknown')]
      : [...words.names(item.room.name), ...(item.room.hall === '' ? [] : words.hall(item.room.hall))];
  const spoken = words.languages.map((language) =>
    listOf(
      item.languages.map((tag) => languageName(tag, language)),
      language,
    ),
  );
  const [first = '', ...others] = words.names(item.title);
  return [
    [{ text: time, bold: true }],
    [
      { text: first, bold: true },
      ...others.map((text) => ({ text })),
      { text: words.say(`meetings.paper_item_${item.kind}`), size: 8, muted: true },
      ...item.hosts.map((host) => ({ text: words.name(host), size: 8, muted: true })),
    ],
    plain(item.speakers.map((speaker) => speakerLine(words, speaker))),
    plain([...room, ...new Set(spoken.filter((text) => text !== ''))]),
  ];
}

/** The programme of one day, or of each; none where nothing was released for it. */
export function programmeSheets(facts: PaperFacts, words: Words, only?: string): readonly Sheet[] {
  const title = words.say('meetings.paper_programme');
  const columns = [
    { head: words.say('meetings.paper_time'), width: 13 },
    { head: title, width: 35 },
    { head: words.say('meetings.paper_speakers'), width: 32 },
    { head: words.say('meetings.paper_place'), width: 20 },
  ];
  return [...Map.groupBy(facts.programme, ({ day }) => day)]
    .filter(([day]) => only === undefined || day === only)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, items]): Sheet => {
      const name = dayWords(words, facts.edition, day);
      return {
        title: titled(words, facts, title, [name], []),
        again: words.say('meetings.paper_again', { title: `${title} · ${name}` }),
        blocks: [{ kind: 'table', columns, rows: items.map((item) => itemRow(words, item)) }],
      };
    });
}

/** One a person, however many items they speak at; who takes a seat of a participant has a badge among its contacts. */
export function speakerCards(facts: PaperFacts, words: Words, head: Card['top']): readonly Card[] {
  const speakers = facts.programme.flatMap((item) => item.speakers).filter(({ participantId }) => participantId === null);
  const each = new Map(speakers.map((speaker) => [words.name(speaker.name).toLowerCase(), speaker]));
  return [...each.values()].map(({ name, post, office }): Card => ({
    top: [
      ...head,
      ...words.names(name).map((text, at) => ({ text, bold: true, size: at === 0 ? 26 : 18 })),
      ...[post, office]
        .flatMap((text) => words.names(text))
        .filter((text) => text !== '')
        .map((text) => ({ text, size: 12 })),
    ],
    foot: [{ text: words.say('meetings.paper_speaker'), bold: true, size: 14 }],
  }));
}
