// The comparison of two editions as a table: a row for each thing that is told of them, with how each figure is meant and its source.
import type { FlexDate } from '#kernel/flex-date.ts';
import { numberFormat } from '#kernel/intl-formats.ts';
import { chooseText, inEach, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { regionName, type RegionLabels } from '#kernel/region-names.ts';
import { sentence, type Params } from '#kernel/sentence.ts';
import { inLanguage } from '#kernel/written-language.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { changeSentence, type Beside } from '../domain/compare.ts';
import { compareFileEn } from './compare-file-text.en.ts';
import { compareFileZh } from './compare-file-text.zh.ts';
import { compareEn } from './compare-text.en.ts';
import { compareZh } from './compare-text.zh.ts';
import { saidEn } from './said-text.en.ts';
import { saidZh } from './said-text.zh.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(
  { ...compareEn, ...saidEn, ...compareFileEn },
  { ...compareZh, ...saidZh, ...compareFileZh },
);

interface Choice {
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  readonly regions: RegionLabels;
}

interface ComparedEdition {
  readonly name: MultilingualText;
  readonly firstDay: string;
}
type Stand = { readonly name: MultilingualText; readonly brought: number | null; readonly area: number | null } | null;
interface StandPair {
  readonly earlier: Stand;
  readonly later: Stand;
  readonly said: readonly Beside<string>[];
}

/** How far the meetings of an edition came, step by step, in the reader's words; words where there are too few to be told of. */
export type EditionSteps = readonly { readonly what: string; readonly value: number | string }[];

/** As the page has them; countries by code. */
export interface ComparedEditions {
  readonly earlier: ComparedEdition;
  readonly later: ComparedEdition;
  readonly counted: 'all' | 'listed' | 'none';
  readonly said: readonly Beside<string>[];
  readonly stands: readonly StandPair[];
  readonly hasMoreStands: boolean;
  /** Only for whoever organises both. */
  readonly steps: readonly { readonly earlier: EditionSteps; readonly later: EditionSteps }[];
  readonly exhibitors: { readonly earlier: number; readonly later: number; readonly both: number } | null;
  readonly countries: {
    readonly both: readonly string[];
    readonly earlier: readonly string[];
    readonly later: readonly string[];
    readonly notEntered: { readonly earlier: number; readonly later: number };
  } | null;
}

/** One edition's cells of a row. */
interface Told {
  readonly value: Cell;
  readonly meant?: string;
  readonly source?: string;
}
interface Row {
  readonly part: string;
  readonly about?: string;
  readonly what?: string;
  readonly earlier?: Told;
  readonly later?: Told;
  readonly change?: string;
}

/** A statement as it is shown, and why it is not the first. */
interface View {
  readonly statement: Statement;
  readonly standing: string | null;
}

/** A figure as a number where a spreadsheet holds it exactly, else as the text that it is. */
const figure = (text: string): Cell =>
  String(Number(text)) === text && Number.isSafeInteger(Math.trunc(Number(text))) ? Number(text) : text;

/** Its bytes. */
export function comparisonFile(of: ComparedEditions, { format, language, regions }: Choice): Uint8Array<ArrayBuffer> {
  const writer = writerOf(of, language);
  const { say, heads } = writer;
  const [was, is] = heads;
  const header = [
    ...[say('file_part'), say('file_about'), say('said_what'), was, say('file_meant', { edition: was })],
    ...[is, say('file_meant', { edition: is }), say('change')],
    ...[say('file_source', { edition: was }), say('file_source', { edition: is })],
  ];
  const rows = [
    { part: say('file_edition'), earlier: { value: writer.named(of.earlier.name) }, later: { value: writer.named(of.later.name) } },
    ...of.said.flatMap((line) => saidRows(writer, { part: say('compare_said') }, line)),
    ...of.stands.flatMap((pair) => standRows(writer, pair)),
    ...(of.hasMoreStands ? [{ part: say('stands_twice'), about: say('more_stands') }] : []),
    ...exhibitorRows(writer, of),
    ...of.steps.flatMap((steps) => stepRows(writer, steps)),
    ...countryRows(writer, of.countries, (code) => regionName(code, language, regions)),
  ].map(cellsOf);
  if (format === 'csv') return writeCsv([header, ...rows]);
  return new Uint8Array(writeWorkbook([{ name: say('file_compare'), header, rows }]));
}

const cellsOf = ({ part, about = '', what = '', earlier, later, change = '' }: Row): readonly Cell[] => [
  ...[part, about, what, earlier?.value ?? '', earlier?.meant ?? '', later?.value ?? '', later?.meant ?? '', change],
  ...[earlier?.source ?? '', later?.source ?? ''],
];

type Writer = ReturnType<typeof writerOf>;

function writerOf({ earlier, later }: ComparedEditions, language: Language) {
  const say = (key: string, params: Params = {}): string => sentence(texts[language], language, `expos.${key}`, params);
  const named = (name: MultilingualText): string => chooseText(name, language).text;
  const percents = numberFormat(writing[language].locale, { style: 'percent', maximumFractionDigits: 1 });
  const [was, is] = [earlier.firstDay.slice(0, 4), later.firstDay.slice(0, 4)];
  const heads: readonly [string, string] = was === is ? [named(earlier.name), named(later.name)] : [was, is];
  const joined = (words: readonly (string | null | undefined)[]): string =>
    words.filter((word) => word != null && word !== '').join(writing[language].enumeration);
  const qualifier = (word: string): string | null =>
    word === 'exact' ? null : say(word === 'about' ? 'file_about_figure' : `file_${word}`);
  const dated = (date: FlexDate | null): string | null => {
    const meant = date === null ? null : qualifier(date.qualifier);
    return date === null || meant === null ? (date?.text ?? null) : writing[language].inBrackets(date.text, meant);
  };
  const ofValue = (value: Statement['value']): readonly [value: Cell, ...meant: (string | null)[]] => {
    const basis = 'basis' in value && value.basis !== undefined ? inLanguage(value.basis, language) : null;
    switch (value.type) {
      case 'count':
        return [figure(value.count), qualifier(value.qualifier), value.unit ?? null, basis];
      case 'money':
        return [figure(value.amount), qualifier(value.qualifier), value.currency, basis];
      case 'text':
        return [named(value.text)];
      case 'date':
        return [dated(value.date) ?? ''];
      case 'code':
        return [value.code];
      case 'unknown':
        return [say(`file_${value.reason}`)];
    }
  };
  const told = ({ statement: { value, saidBy, source }, standing }: View): Told => {
    const [written, ...meant] = ofValue(value);
    const by = saidBy === null ? null : say('file_said_by', { who: inLanguage(saidBy, language) });
    return {
      value: written,
      meant: joined([...meant, standing, by]),
      source: [inLanguage(source.title, language), source.publisher === null ? null : inLanguage(source.publisher, language)]
        .concat([dated(source.date), source.place, source.address])
        .filter((word) => word !== null && word !== '')
        .join(' · '),
    };
  };
  return {
    say,
    named,
    heads,
    told,
    change: (change: Beside<string>['change']): string => {
      const { code, percent } = changeSentence(change, (share) => percents.format(share));
      return sentence(texts[language], language, code, { percent });
    },
  };
}

/** What the page shows of an attribute: first what stands, then what differs from it and what is no fact. */
const viewsOf = ({ say }: Writer, shown: Beside<string>['earlier']): readonly View[] =>
  shown === null
    ? []
    : [
        ...(shown.first === null ? [] : [{ statement: shown.first, standing: null }]),
        ...shown.differing.map((statement) => ({ statement, standing: say('file_differs') })),
        ...shown.apart.map((statement) => ({ statement, standing: say(`file_kind_${statement.kind}`) })),
      ];

/** A row, and one more for every further view of either edition; `absent` stands where nothing is said. */
function saidRows(
  writer: Writer,
  head: { readonly part: string; readonly about?: string },
  { attribute, change, ...line }: Beside<string>,
  absent: { readonly earlier?: string; readonly later?: string } = {},
): readonly Row[] {
  const views = { earlier: viewsOf(writer, line.earlier), later: viewsOf(writer, line.later) };
  const cell = (side: 'earlier' | 'later', at: number): Told => {
    const view = views[side][at];
    return view === undefined ? { value: at === 0 ? (absent[side] ?? writer.say('not_stated')) : '' } : writer.told(view);
  };
  return Array.from({ length: Math.max(1, views.earlier.length, views.later.length) }, (_, at) => ({
    ...{ ...head, what: writer.say(`said_${attribute}`), earlier: cell('earlier', at), later: cell('later', at) },
    change: at === 0 ? writer.change(change) : '',
  }));
}

function standRows(writer: Writer, { earlier, later, said }: StandPair): readonly Row[] {
  const { say } = writer;
  const name = (later ?? earlier)?.name;
  const head = { part: say('stands_twice'), about: name === undefined ? '' : writer.named(name) };
  const without = (stand: Stand): string => say(stand === null ? 'not_listed_then' : 'not_stated');
  const counted = (what: string, of: (stand: NonNullable<Stand>) => number | null): readonly Row[] => {
    const [was, is] = [earlier, later].map((stand) => (stand === null ? null : of(stand)));
    if ((was ?? 0) === 0 && (is ?? 0) === 0) return [];
    return [{ ...head, what, earlier: { value: was ?? without(earlier) }, later: { value: is ?? without(later) } }];
  };
  return [
    ...said.flatMap((line) => saidRows(writer, head, line, { earlier: without(earlier), later: without(later) })),
    ...counted(say('file_area'), ({ area }) => area),
    ...counted(say('file_brought'), ({ brought }) => brought),
  ];
}

/** Whose exhibitors are counted stands beside their number. */
function exhibitorRows({ say }: Writer, { exhibitors, counted }: ComparedEditions): readonly Row[] {
  const part = say('came_again');
  if (exhibitors === null) return [{ part, about: say('counted_none') }];
  const { earlier, later, both } = exhibitors;
  const meant = say(`counted_${counted}`);
  return [
    { part, what: say('file_exhibitors'), earlier: { value: earlier, meant }, later: { value: later, meant } },
    { part, what: say('returners'), earlier: { value: both }, later: { value: both } },
    { part, what: say('first_timers'), later: { value: later - both } },
    { part, what: say('not_again'), earlier: { value: earlier - both } },
  ];
}

/** From wishes to results: a row for each step. */
function stepRows({ say }: Writer, { earlier, later }: ComparedEditions['steps'][number]): readonly Row[] {
  const part = say('file_steps');
  return later.map(({ what, value }, at) => ({ part, what, earlier: { value: earlier[at]?.value ?? '' }, later: { value } }));
}

/** A row for each country or region, so that they can be sorted and counted. */
function countryRows({ say }: Writer, countries: ComparedEditions['countries'], nameOf: (code: string) => string): readonly Row[] {
  if (countries === null) return [];
  const part = say('from_where');
  const { notEntered } = countries;
  const ofSet = (codes: readonly string[], what: string): readonly Row[] => codes.map((code) => ({ part, about: nameOf(code), what }));
  return [
    ...ofSet(countries.both, say('country_both')),
    ...ofSet(countries.later, say('country_new')),
    ...ofSet(countries.earlier, say('country_gone')),
    ...(notEntered.earlier + notEntered.later === 0
      ? []
      : [{ part, what: say('country_not_entered'), earlier: { value: notEntered.earlier }, later: { value: notEntered.later } }]),
  ];
}
