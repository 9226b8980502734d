// An empty workbook with every sheet and column that is understood, and a sheet that says what may stand in them.
import { inEach, languages, type Language } from '#kernel/language.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { layouts, languageHead, writtenWord, type ColumnLayout, type TableLayout } from '../domain/file/layout.ts';
import { xlsxFile, type WrittenFile } from './edition-bytes.ts';
import { kindWords, meetsAtWords, nameOrderWords, roleWords, sessionWords, sizeWords, wishWords, wordsOf } from './tables/words.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

const texts = inEach(en, zh);

/** Companies and their wishes first; the edition itself is entered on its page. */
const order: readonly TableLayout['table'][] = [
  ...(['participants', 'contacts', 'requests', 'interpreters', 'unavailable', 'groups', 'topics', 'stands', 'tables', 'slots'] as const),
];

const closed: Readonly<Record<string, string>> = {
  role: wordsOf(roleWords),
  wish: wordsOf(wishWords),
  meetsAt: wordsOf(meetsAtWords),
  size: wordsOf(sizeWords),
  kind: wordsOf(kindWords),
  nameOrder: wordsOf(nameOrderWords),
  session: wordsOf(sessionWords),
};

const ownColumns = ({ columns }: TableLayout): readonly ColumnLayout[] => columns.filter(({ alsoElsewhere }) => alsoElsewhere !== true);

export function templateIn(language: Language): WrittenFile {
  const words = texts[language];
  const sheets = order.flatMap((table) => layouts.filter((layout) => layout.table === table));
  const headsOf = (column: ColumnLayout): readonly string[] =>
    column.perLanguage === true ? languages.map((tag) => languageHead(column, tag, language)) : [writtenWord(column.heads, language)];
  const named = (layout: TableLayout) => writtenWord(layout.names, language);
  const notes = sheets.flatMap((layout) =>
    ownColumns(layout).flatMap((column) =>
      headsOf(column).map((head, at) => [
        named(layout),
        head,
        column.needed === true && at === 0 ? words['meetings.template_needed'] : '',
        closed[column.field] ?? (isNote(column.field) ? words[`meetings.template_${explained[column.field]}`] : ''),
      ]),
    ),
  );
  return xlsxFile(
    writeWorkbook([
      ...sheets.map((layout) => ({ name: named(layout), header: ownColumns(layout).flatMap(headsOf), rows: [] })),
      {
        name: words['meetings.template_notes'],
        header: [
          words['meetings.template_sheet'],
          words['meetings.template_column'],
          words['meetings.template_needed'],
          words['meetings.template_may_hold'],
        ],
        rows: notes,
      },
    ]),
  );
}

/** What may stand in columns that no list closes, by the key of its sentence. */
const explained = {
  code: 'code',
  country: 'country',
  languages: 'languages',
  offerTopics: 'topics',
  needTopics: 'topics',
  offerGoals: 'goals',
  needGoals: 'goals',
  offerPlaces: 'places',
  needPlaces: 'places',
  offerFrom: 'date',
  offerUntil: 'date',
  needFrom: 'date',
  needUntil: 'date',
  markets: 'markets',
  longestMinutes: 'longest_minutes',
  restMinutes: 'rest_minutes',
  stand: 'stand',
  from: 'from',
  to: 'to',
  participant: 'participant',
  date: 'date',
  start: 'start',
  end: 'end',
  closedSlots: 'closed_slots',
  fixedSlot: 'fixed_slot',
} as const;
const isNote = (field: string): field is keyof typeof explained => Object.hasOwn(explained, field);
