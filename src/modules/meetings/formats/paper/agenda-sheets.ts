// Sheets for one: the agenda of a participant, that of an interpreter.
import { atOnce } from '../../domain/agenda/interpreted.ts';
import type { Interval } from '#kernel/intervals.ts';
import { languageName, listOf } from '../../domain/planning/sentences.ts';
import type { EditionInterpreter, EditionParticipant } from '../../domain/edition-facts.ts';
import type { AgendaEntry } from '../../domain/agenda/agenda.ts';
import {
  byDay,
  inPaperOrder,
  meetingsOf,
  ownEntries,
  type PaperFacts,
  type PaperMeeting,
  type PaperOrder,
} from '../../domain/paper/paper.ts';
import type { Line } from '#platform/paper/ink.ts';
import type { Block, PaperCell, Sheet } from '#platform/paper/set-sheets.ts';
import { withSound } from '../spoken-person.ts';
import type { Words } from './words.ts';

const small = { size: 8, muted: true };

export const plain = (lines: readonly string[]): PaperCell => lines.map((text) => ({ text }));

/** Code and name, the code in bold. */
export const party = (words: Words, { code, name }: Pick<EditionParticipant, 'code' | 'name'>): PaperCell => {
  const [first = '', ...others] = words.names(name);
  return [{ text: `${code} ${first}`, bold: true }, ...others.map((text) => ({ text }))];
};

export const dayLine = (words: Words, instant: number): Block => ({
  kind: 'lines',
  lines: [{ text: words.day(instant), bold: true, size: 11.5 }],
});

/** Title, with the edition above it and what more there is below. */
export const titled = (
  words: Words,
  facts: PaperFacts,
  kind: string,
  names: readonly string[],
  below: readonly string[],
): readonly Line[] => [
  { text: `${words.name(facts.edition.name)} · ${kind}`, ...small },
  ...names.map((text, at) => ({ text, bold: true, size: at === 0 ? 18 : 13 })),
  ...below.filter((text) => text !== '').map((text) => ({ text })),
];

/** That it was held in the live queue before its time: nobody goes to the table for it. */
const met = (words: Words, metAt: number | null): PaperCell =>
  metAt === null ? [] : words.lines('meetings.paper_met_in_queue', { time: words.clock(metAt) }).map((text) => ({ text, bold: true }));

const entryRow =
  (words: Words) =>
  ({ start, end, details, metAt = null }: AgendaEntry): readonly PaperCell[] => {
    const about = [
      details.person === null ? '' : words.person(withSound(details.person, details.with.country)),
      words.country(details.with.country),
    ].filter((text) => text !== '');
    return [
      [{ text: words.span(start, end), bold: true }],
      [...party(words, details.with), ...(about.length === 0 ? [] : [{ text: about.join(' · '), ...small }]), ...met(words, metAt)],
      plain(words.place(details.place)),
      plain(words.understanding(details.understanding)),
      plain(words.why(details.asked)),
    ];
  };

/** An absence within one day stands among its meetings; the others in a table of their own. */
const isWithin = (words: Words, day: number, { start, end }: Interval): boolean =>
  words.day(start) === words.day(day) && words.day(end - 1) === words.day(day);

const awayRow = (words: Words, { start, end, reason }: Interval & { readonly reason: string }): readonly PaperCell[] => [
  [{ text: words.span(start, end), bold: true }],
  plain([[words.say('meetings.paper_away'), words.typed(reason)].filter((text) => text !== '').join(' · ')]),
  [],
  [],
  [],
];

function awayBlocks(words: Words, away: readonly (Interval & { readonly reason?: string })[]): readonly Block[] {
  if (away.length === 0) return [];
  const rows = away.map(({ start, end, reason = '' }) => [
    plain([words.day(start)]),
    plain([
      words.day(start) === words.day(end - 1)
        ? words.span(start, end)
        : `${words.span(start, start).split('–')[0]} – ${words.day(end)} ${words.span(end, end).split('–')[0]}`,
    ]),
    plain([words.typed(reason)]),
  ]);
  return [
    {
      kind: 'table',
      columns: [
        { head: words.say('meetings.paper_away'), width: 34 },
        { head: words.say('meetings.paper_time'), width: 33 },
        { head: '', width: 33 },
      ],
      rows,
    },
  ];
}

const nothing = (words: Words): Block => ({ kind: 'lines', lines: plain(words.lines('meetings.paper_none')) });
const clock = (words: Words): Block => ({
  kind: 'lines',
  lines: words.lines('meetings.paper_venue_time').map((text) => ({ text, ...small })),
});

/**
 * One sheet a participant, in the order in which they are handed out; with a group or all, who interprets stands on a last one. Each is made when it
 * is set: all of 4,000 at once would take more memory than the file.
 */
export function agendaSheets(facts: PaperFacts, words: Words, order: PaperOrder): readonly (() => Sheet)[] {
  const { edition, participants, extent } = facts;
  const entriesOf = ownEntries(facts);
  const columns = [
    { head: words.say('meetings.paper_time'), width: 12 },
    { head: words.say('meetings.paper_whom'), width: 27 },
    { head: words.say('meetings.paper_place'), width: 14 },
    // Two languages with the interpreter's name in each are the longest of a row.
    { head: words.say('meetings.paper_language'), width: 30 },
    { head: words.say('meetings.paper_why'), width: 17 },
  ];
  const sheetOf = (one: EditionParticipant): Sheet => {
    const own = entriesOf(one.id);
    const days = byDay(own, edition.timeZone);
    const stand = edition.stands.find(({ id }) => id === one.standId);
    const about = [
      one.code,
      words.role(one.role),
      words.country(one.country),
      stand === undefined ? '' : words.place({ ...stand, kind: 'stand' }).join(' / '),
    ];
    const below = [
      about.filter((text) => text !== '').join(' · '),
      ...one.contacts.map((person) => words.person(person)),
      [words.name(edition.venue), words.say('meetings.paper_venue_time')].join(' · '),
      ...(atOnce(own) ? words.lines('meetings.paper_at_once', { count: one.seats }) : []),
    ];
    return {
      title: titled(words, facts, words.say('meetings.paper_agenda'), words.names(one.name), below),
      again: words.say('meetings.paper_again', { title: `${one.code} ${words.names(one.name)[0] ?? ''}` }),
      blocks: [
        ...days.flatMap(([, of]): readonly Block[] => {
          const day = of[0]?.start ?? 0;
          const rows = [
            ...of.map((entry) => ({ at: entry.start, row: entryRow(words)(entry) })),
            ...one.away.filter((away) => isWithin(words, day, away)).map((away) => ({ at: away.start, row: awayRow(words, away) })),
          ];
          return [dayLine(words, day), { kind: 'table', columns, rows: rows.sort((a, b) => a.at - b.at).map(({ row }) => row) }];
        }),
        ...(days.length === 0 ? [nothing(words)] : []),
        ...awayBlocks(
          words,
          one.away.filter((away) => !days.some(([, of]) => isWithin(words, of[0]?.start ?? 0, away))),
        ),
      ],
    };
  };
  const sheets = inPaperOrder(facts, order, words.first).map((one) => () => sheetOf(one));
  if (extent === 'participant') return sheets;
  const entries = participants.flatMap(({ id }) => entriesOf(id).filter(({ details }) => details.interpreter !== null));
  const interpreted = meetingsOf({ edition, participants, entries });
  return interpreted.length === 0 ? sheets : [...sheets, () => interpretersSheet(facts, words, interpreted)];
}

/** A row a meeting that is interpreted, by interpreter. */
export function interpretersSheet(facts: PaperFacts, words: Words, interpreted: readonly PaperMeeting[]): Sheet {
  const title = words.say('meetings.paper_interpreters');
  const rows = [...Map.groupBy(interpreted, ({ interpreter }) => interpreter?.id ?? '')].flatMap(([, of]) =>
    of.map(({ interpreter, start, end, place, a, b }, at): readonly PaperCell[] => [
      [{ text: at === 0 ? (interpreter?.name ?? '') : '', bold: true }],
      plain([words.day(start), words.span(start, end)]),
      plain(words.place(place)),
      [...party(words, a), ...party(words, b)],
    ]),
  );
  const columns = [
    { head: words.say('meetings.paper_interpreter'), width: 20 },
    { head: words.say('meetings.paper_time'), width: 24 },
    { head: words.say('meetings.paper_place'), width: 18 },
    { head: words.say('meetings.paper_meetings'), width: 38 },
  ];
  return { title: titled(words, facts, title, [title], []), again: title, blocks: [{ kind: 'table', columns, rows }] };
}

/** One sheet an interpreter. */
export function interpreterSheets(facts: PaperFacts, words: Words): readonly Sheet[] {
  const own = Map.groupBy(meetingsOf(facts), ({ interpreter }) => interpreter?.id);
  const columns = [
    { head: words.say('meetings.paper_time'), width: 18 },
    { head: words.say('meetings.paper_place'), width: 22 },
    { head: words.say('meetings.paper_participant'), width: 30 },
    { head: words.say('meetings.paper_participant'), width: 30 },
  ];
  return facts.interpreters.map((one: EditionInterpreter): Sheet => {
    const days = byDay(own.get(one.id) ?? [], facts.edition.timeZone);
    const spoken = words.languages.map((language) => {
      const languages = listOf(
        one.languages.map((tag) => languageName(tag, language)),
        language,
      );
      return words.tell(language, 'meetings.paper_languages', { languages });
    });
    return {
      title: titled(words, facts, words.say('meetings.paper_interpreter_sheet'), [one.name], [...spoken, words.name(facts.edition.venue)]),
      again: words.say('meetings.paper_again', { title: one.name }),
      blocks: [
        ...days.flatMap(([, of]): readonly Block[] => [
          dayLine(words, of[0]?.start ?? 0),
          {
            kind: 'table',
            columns,
            rows: of.map(({ start, end, place, a, b, metAt }) => [
              [{ text: words.span(start, end), bold: true }],
              [...plain(words.place(place)), ...met(words, metAt)],
              party(words, a),
              party(words, b),
            ]),
          },
        ]),
        ...(days.length === 0 ? [nothing(words)] : []),
        ...awayBlocks(words, one.away),
        clock(words),
      ],
    };
  });
}
