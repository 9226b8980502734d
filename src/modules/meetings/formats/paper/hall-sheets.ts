// Sheets for the hall: one a place for its door, who meets whom by time, and all that a day needs without a network.
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import type { EditionSlot } from '../../domain/edition-facts.ts';
import { byDay, inPaperOrder, meetingsOf, type PaperFacts, type PaperMeeting } from '../../domain/paper/paper.ts';
import type { Block, PaperCell, Sheet } from '#platform/paper/set-sheets.ts';
import { dayLine, interpretersSheet, party, plain, titled } from './agenda-sheets.ts';
import { programmeSheets } from './programme-sheets.ts';
import type { Words } from './words.ts';

/** One sheet a table or stand at which somebody meets, its free times with it; all, or those of one hall. */
export function doorSheets(facts: PaperFacts, words: Words, hall: string | undefined): readonly Sheet[] {
  const { edition } = facts;
  const at = Map.groupBy(meetingsOf(facts), ({ place }) => place.id);
  const columns = [
    { head: words.say('meetings.paper_time'), width: 16 },
    { head: words.say('meetings.paper_participant'), width: 34 },
    { head: words.say('meetings.paper_participant'), width: 34 },
    { head: words.say('meetings.paper_interpreter'), width: 16 },
  ];
  return edition.places.flatMap((place): readonly Sheet[] => {
    const own = at.get(place.id);
    if (own === undefined || (hall !== undefined && place.hall !== hall)) return [];
    const bySlot = Map.groupBy(own, ({ slotId }) => slotId);
    const days = new Set(own.map(({ start }) => dayAt(start, edition.timeZone)));
    const open = edition.slots.filter(({ id }) => bySlot.has(id) || !place.closedSlots.includes(id));
    const rowsOf = (slot: EditionSlot): readonly (readonly PaperCell[])[] => {
      const held = bySlot.get(slot.id);
      const time = (of: { readonly start: number; readonly end: number }): PaperCell => [
        { text: words.span(of.start, of.end), bold: true },
      ];
      if (held === undefined) return [[time(slot), [], [], []]];
      return held.map((meeting) => [
        time(meeting),
        party(words, meeting.a),
        party(words, meeting.b),
        plain([meeting.interpreter?.name ?? '']),
      ]);
    };
    const blocks = byDay(open, edition.timeZone).flatMap(([day, slots]): readonly Block[] =>
      days.has(day) ? [dayLine(words, slots[0]?.start ?? 0), { kind: 'table', columns, rows: slots.flatMap(rowsOf) }] : [],
    );
    const names = words.place(place);
    return [
      {
        title: titled(words, facts, words.say('meetings.paper_door'), names, []),
        again: words.say('meetings.paper_again', { title: names[0] ?? '' }),
        blocks,
      },
    ];
  });
}

const overviewColumns = (words: Words) => [
  { head: words.say('meetings.paper_time'), width: 15 },
  { head: words.say('meetings.paper_place'), width: 18 },
  { head: words.say('meetings.paper_participant'), width: 27 },
  { head: words.say('meetings.paper_participant'), width: 27 },
  { head: words.say('meetings.paper_interpreter'), width: 13 },
];

const overviewRow =
  (words: Words) =>
  ({ start, end, place, a, b, interpreter }: PaperMeeting): readonly PaperCell[] => [
    [{ text: words.span(start, end), bold: true }],
    plain(words.place(place)),
    party(words, a),
    party(words, b),
    plain([interpreter?.name ?? '']),
  ];

/** Who meets whom, a sheet a day, and who interprets; all, or at the places of one hall. */
export function overviewSheets(facts: PaperFacts, words: Words, hall: string | undefined): readonly Sheet[] {
  const meetings = meetingsOf(facts).filter(({ place }) => hall === undefined || place.hall === hall);
  const title = words.say('meetings.paper_overview');
  const sheets = byDay(meetings, facts.edition.timeZone).map(([, of]): Sheet => ({
    title: titled(words, facts, title, [words.day(of[0]?.start ?? 0)], []),
    again: words.say('meetings.paper_again', { title: words.day(of[0]?.start ?? 0) }),
    blocks: [{ kind: 'table', columns: overviewColumns(words), rows: of.map(overviewRow(words)) }],
  }));
  const interpreted = meetings.filter(({ interpreter }) => interpreter !== null);
  return interpreted.length === 0 ? sheets : [...sheets, interpretersSheet(facts, words, interpreted)];
}

/** Everyone's day in a line or two, to be looked up by code. */
function indexSheet(facts: PaperFacts, words: Words, meetings: readonly PaperMeeting[], day: string): Sheet {
  const own = new Map<string, string[]>();
  for (const { a, b, start, end, place } of meetings)
    for (const [us, them] of [
      [a, b],
      [b, a],
    ] as const)
      own.set(us.id, [...(own.get(us.id) ?? []), `${words.span(start, end)} ${place.code} ${them.code}`]);
  const rows = inPaperOrder(facts, 'code', words.first).flatMap((one): readonly (readonly PaperCell[])[] => {
    const held = own.get(one.id);
    return held === undefined ? [] : [[party(words, one), plain([held.join('; ')])]];
  });
  const title = words.say('meetings.paper_index');
  const columns = [
    { head: words.say('meetings.paper_participant'), width: 40 },
    {
      head: `${words.say('meetings.paper_time')} · ${words.say('meetings.paper_place')} · ${words.say('meetings.paper_participant')}`,
      width: 60,
    },
  ];
  return { title: titled(words, facts, title, [day], []), again: title, blocks: [{ kind: 'table', columns, rows }] };
}

function freeSheet(facts: PaperFacts, words: Words, meetings: readonly PaperMeeting[], slots: readonly EditionSlot[]): Sheet {
  const taken = Map.groupBy(meetings, ({ slotId }) => slotId);
  const tables = facts.edition.places.filter(({ kind }) => kind === 'table');
  const rows = slots.map((slot): readonly PaperCell[] => {
    const held = taken.get(slot.id) ?? [];
    const used = Map.groupBy(held, ({ place }) => place.id);
    const busy = new Set(held.map(({ interpreter }) => interpreter?.id));
    const free = tables.filter(({ id, seats, closedSlots }) => !closedSlots.includes(slot.id) && (used.get(id)?.length ?? 0) < seats);
    const present = facts.interpreters.filter(
      ({ id, away }) => !busy.has(id) && !away.some((span) => span.start < slot.end && slot.start < span.end),
    );
    return [
      [{ text: words.span(slot.start, slot.end), bold: true }],
      plain([free.map(({ code }) => code).join(' ')]),
      plain([present.map(({ name }) => name).join('; ')]),
    ];
  });
  const title = words.say('meetings.paper_free');
  const columns = [
    { head: words.say('meetings.paper_time'), width: 18 },
    { head: words.say('meetings.paper_free_tables'), width: 42 },
    { head: words.say('meetings.paper_free_interpreters'), width: 40 },
  ];
  return {
    title: titled(words, facts, title, [words.day(slots[0]?.start ?? 0)], []),
    again: title,
    blocks: [{ kind: 'table', columns, rows }],
  };
}

const BLANK_ROWS = 14;

function changesSheet(facts: PaperFacts, words: Words, day: string): Sheet {
  const title = words.say('meetings.paper_changes');
  const blank: readonly PaperCell[] = [[{ text: ' ', size: 22 }], [], []];
  const columns = [
    { head: words.say('meetings.paper_time'), width: 16 },
    { head: words.say('meetings.paper_change'), width: 62 },
    { head: words.say('meetings.paper_done_by'), width: 22 },
  ];
  const rows = Array.from({ length: BLANK_ROWS }, () => blank);
  return { title: titled(words, facts, title, [day], []), again: title, blocks: [{ kind: 'table', columns, rows }] };
}

/** For each day with meetings: who meets whom, everyone's day, the programme, what is free, who interprets, and a sheet for changes by hand. */
export function fallbackSheets(facts: PaperFacts, words: Words): readonly Sheet[] {
  const { timeZone, slots } = facts.edition;
  const slotsOf = new Map(byDay(slots, timeZone));
  return byDay(meetingsOf(facts), timeZone).flatMap(([key, meetings]): readonly Sheet[] => {
    const day = words.day(meetings[0]?.start ?? 0);
    const title = words.say('meetings.paper_fallback');
    const interpreted = meetings.filter(({ interpreter }) => interpreter !== null);
    return [
      {
        title: titled(words, facts, title, [`${words.say('meetings.paper_overview')} · ${day}`], []),
        again: words.say('meetings.paper_again', { title: day }),
        blocks: [{ kind: 'table', columns: overviewColumns(words), rows: meetings.map(overviewRow(words)) }],
      },
      indexSheet(facts, words, meetings, day),
      ...programmeSheets(facts, words, key),
      freeSheet(facts, words, meetings, slotsOf.get(key) ?? []),
      ...(interpreted.length === 0 ? [] : [interpretersSheet(facts, words, interpreted)]),
      changesSheet(facts, words, day),
    ];
  });
}
