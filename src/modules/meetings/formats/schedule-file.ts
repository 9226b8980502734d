// The released schedule as a table, one row a meeting, and as a grid of times and places; for spreadsheets and for whoever reads them on.
import { chooseText, inEach, writing, type Language } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';
import { sentence } from '#kernel/sentence.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook, type WrittenSheet } from '#platform/files/write-workbook.ts';
import type { Counterpart } from '../domain/agenda/agenda.ts';
import { clockAt, dayAt } from '../domain/agenda/venue-clock.ts';
import { meetingsOf, type PaperFacts, type PaperMeeting } from '../domain/paper/paper.ts';
import { en } from './schedule-text.en.ts';
import { zh } from './schedule-text.zh.ts';

export const scheduleFormats = ['xlsx', 'csv'] as const;
export type ScheduleFormat = (typeof scheduleFormats)[number];

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(en, zh);

/** Both sides of a meeting have the same columns; each name stands in every language that it has of the interface's. */
const sideHeads = ['code', 'name_zh', 'name_en', 'country'] as const;
const heads = [
  'day',
  'start',
  'end',
  'kind',
  'hall',
  'place',
  ...sideHeads.map((head) => `a_${head}`),
  ...sideHeads.map((head) => `b_${head}`),
  'interpreter',
  'number',
];

const sideCells = ({ regions }: PaperFacts, { code, name, country }: Counterpart, language: Language): readonly Cell[] => [
  code,
  name['zh-Hans']?.text ?? '',
  // A name in no language of the interface is better than none.
  name['en']?.text ?? (name['zh-Hans'] === undefined ? chooseText(name, 'en').text : ''),
  country === null ? '' : regionName(country, language, regions),
];

function listOf(facts: PaperFacts, meetings: readonly PaperMeeting[], language: Language): WrittenSheet {
  const say = (key: string): string => sentence(texts[language], language, `meetings.sheet_${key}`);
  const { timeZone } = facts.edition;
  return {
    name: say('list'),
    header: heads.map(say),
    rows: meetings.map(({ start, end, place, a, b, interpreter, number }) => [
      dayAt(start, timeZone),
      clockAt(start, timeZone),
      clockAt(end, timeZone),
      say(place.kind),
      place.hall,
      place.code,
      ...sideCells(facts, a, language),
      ...sideCells(facts, b, language),
      interpreter?.name ?? '',
      number,
    ]),
  };
}

/** A row a time, a column a place; whom it seats by code. */
function gridOf(facts: PaperFacts, meetings: readonly PaperMeeting[], language: Language): WrittenSheet {
  const say = (key: string): string => sentence(texts[language], language, `meetings.sheet_${key}`);
  const { timeZone, places } = facts.edition;
  const used = new Set(meetings.map(({ place }) => place.id));
  const columns = places.filter(({ id }) => used.has(id));
  const times = [...Map.groupBy(meetings, ({ start, end }) => `${start} ${end}`).values()];
  return {
    name: say('grid'),
    header: [say('day'), say('start'), say('end'), ...columns.map(({ code, kind }) => `${say(kind)}${writing[language].blank}${code}`)],
    rows: times.map((of) => {
      const [first] = of;
      const start = first?.start ?? 0;
      const at = Map.groupBy(of, ({ place }) => place.id);
      const cells = columns.map(({ id }) => (at.get(id) ?? []).map(({ a, b }) => `${a.code} × ${b.code}`).join('; '));
      return [dayAt(start, timeZone), clockAt(start, timeZone), clockAt(first?.end ?? start, timeZone), ...cells];
    }),
  };
}

/** The bytes of the schedule: a workbook of list and grid, or the list as separated text. */
export function scheduleFile(
  facts: PaperFacts,
  { format, language }: { readonly format: ScheduleFormat; readonly language: Language },
): Uint8Array<ArrayBuffer> {
  const meetings = meetingsOf(facts);
  const list = listOf(facts, meetings, language);
  if (format === 'csv') return writeCsv([list.header, ...list.rows]);
  return new Uint8Array(writeWorkbook([list, gridOf(facts, meetings, language)]));
}
