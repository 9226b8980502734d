// A tie's report as sheets: what is said, the ledgers of its outcomes, and the gaps; each row with its source. What the API says in
// codes is said in words, and the codes follow in columns of their own, so that the file reads back.
import { chooseText, inEach, type Language, type MultilingualText } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import type { WrittenSheet } from '#platform/files/write-workbook.ts';
import type { ReportEntry, ReportGap, TieReport } from '../contract.ts';
import { fileEn } from '../formats/file-text.en.ts';
import { fileZh } from '../formats/file-text.zh.ts';
import { en as enWords } from '../formats/text.en.ts';
import { zh as zhWords } from '../formats/text.zh.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';
import { figureCell } from './sheet-cells.ts';

const texts = inEach({ ...en, ...fileEn }, { ...zh, ...fileZh });
const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(enWords, zhWords);
type Code = keyof (typeof texts)['en'];
type Cell = string | number;

interface Writing {
  readonly report: TieReport;
  readonly t: (code: Code) => string;
  /** A code in words; the code itself where nobody has a word for it. */
  readonly word: (group: string, code: string) => string;
  readonly name: (text: MultilingualText | null) => string;
  /** Of what stands in two languages on one line, the reader's. */
  readonly half: (line: string) => string;
}

const saidColumns = [
  ...(['part', 'about', 'attribute', 'value', 'qualifier', 'currency', 'basis', 'parties', 'shown', 'said_by', 'office'] as const),
  ...(['source', 'source_class', 'publisher', 'address', 'source_date', 'id'] as const),
] as const;
const ledgerColumns = [
  ...(['part', 'outcome', 'kind', 'number', 'stage', 'count', 'amount', 'currency', 'qualifier', 'count_qualifier'] as const),
  ...(['value_date', 'assurance', 'confirmed_amount', 'confirmed_count', 'paper_expired'] as const),
  ...(['reverses', 'whole', 'office', 'source', 'source_class', 'publisher', 'address', 'source_date', 'id'] as const),
] as const;
const gapColumns = ['about', 'subject'] as const;

/** Columns that hold codes, each with the group of words they are taken from. */
const coded = {
  attribute: 'attribute',
  qualifier: 'qualifier',
  count_qualifier: 'qualifier',
  shown: 'place',
  source_class: 'source',
  kind: 'kind',
  stage: 'stage',
  assurance: 'assurance',
} as const;
/** Columns of lines that may stand in two languages. */
const lines: readonly string[] = ['said_by', 'basis', 'source', 'publisher'];

type CodedColumn = keyof typeof coded;
const isCoded = (column: string): column is CodedColumn => Object.hasOwn(coded, column);

/** Dates with a word before them, e.g. about 2014. */
const dateColumns: readonly string[] = ['source_date', 'value_date'];

const dated = (date: { readonly text: string; readonly qualifier: string } | null): string =>
  date === null ? '' : date.qualifier === 'exact' ? date.text : `${date.qualifier} ${date.text}`;

type Source = Extract<ReportEntry, { kind: 'exchange' }>['source'];

const sourceCells = (source: Source): Readonly<Record<'source' | 'source_class' | 'publisher' | 'address' | 'source_date', string>> => ({
  source: source?.title ?? '',
  source_class: source?.class ?? '',
  publisher: source?.publisher ?? '',
  address: source?.address ?? '',
  source_date: dated(source?.date ?? null),
});

const dateCells = (date: Parameters<typeof dated>[0]) => (date === null ? {} : { value: date.text, qualifier: date.qualifier });

type SaidRow = Readonly<Partial<Record<(typeof saidColumns)[number] | 'value_code', Cell>>>;
type Shown = Extract<ReportEntry, { kind: 'said' }>['shown'];
type Statement = NonNullable<Shown['first']>;

function valueCells({ value }: Statement, { name, word, report }: Writing): SaidRow {
  switch (value.type) {
    case 'money':
      return { value: figureCell(value.amount), currency: value.currency, qualifier: value.qualifier, basis: value.basis ?? '' };
    case 'count':
      return { value: figureCell(value.count), qualifier: value.qualifier, basis: value.basis ?? '' };
    case 'date':
      return { value: value.date.text, qualifier: value.date.qualifier };
    case 'text':
      return { value: name(value.text) };
    case 'code':
      return { value: value.code === report.classCode ? name(report.className) : word('status', value.code), value_code: value.code };
    case 'unknown':
      return { value: word('unknown', value.reason), value_code: value.reason };
  }
}

const statementRows = (shown: Shown, writing: Writing, common: SaidRow): readonly SaidRow[] => {
  const told: readonly (readonly [string, Statement | null])[] = [
    ['first', shown.first],
    ...shown.agreeing.map((statement) => ['agrees', statement] as const),
    ...shown.differing.map((statement) => ['differs', statement] as const),
    ...shown.apart.map((statement) => [statement.kind, statement] as const),
  ];
  return told.flatMap(([place, statement]) =>
    statement === null
      ? []
      : [
          {
            ...common,
            ...valueCells(statement, writing),
            ...sourceCells(statement.source),
            ...{ shown: place, said_by: statement.saidBy ?? '', office: writing.name(statement.office.name), id: statement.id },
          },
        ],
  );
};

function saidRows(entry: ReportEntry, writing: Writing): readonly SaidRow[] {
  const { t, name, report } = writing;
  const part = t(`reports.${entry.standing}`);
  switch (entry.kind) {
    case 'said': {
      const about = [report.cities.first, report.cities.second].find(({ id }) => id === entry.cityId)?.name ?? null;
      return statementRows(entry.shown, writing, { part, about: name(about), attribute: entry.attribute });
    }
    case 'agreement': {
      const { agreement } = entry;
      return [
        {
          part,
          about: name(agreement.title),
          attribute: agreement.kind,
          ...dateCells(agreement.signedOn),
          parties: agreement.parties.flatMap((party) => (party.name === null ? [] : [name(party.name)])).join('; '),
          id: agreement.id,
          office: name(agreement.officeName),
          ...sourceCells(entry.source),
        },
      ];
    }
    case 'exchange': {
      const { exchange } = entry;
      return [
        {
          part,
          about: name(exchange.title),
          attribute: exchange.kind,
          ...dateCells(exchange.starts),
          id: exchange.id,
          office: name(exchange.officeName),
          ...sourceCells(entry.source),
        },
      ];
    }
    case 'outcome':
      return entry.stated.flatMap(({ attribute, shown }) =>
        statementRows(shown, writing, { part, about: name(entry.outcome.title), attribute }),
      );
  }
}

type Outcome = Extract<ReportEntry, { kind: 'outcome' }>['outcome'];
type LedgerRow = Readonly<Partial<Record<(typeof ledgerColumns)[number], Cell>>>;

const figureOf = ({ figures }: Outcome, row: { readonly stage: Outcome['figures'][number]['stage'] }) =>
  figures.find(({ stage }) => stage === row.stage);

const ledgerRows = ({ report, t, name }: Writing): readonly LedgerRow[] =>
  report.entries.flatMap((entry) =>
    entry.kind !== 'outcome'
      ? []
      : entry.outcome.entries.map((row) => ({
          part: t(`reports.${entry.standing}`),
          outcome: name(entry.outcome.title),
          whole: name(entry.outcome.whole?.title ?? null),
          kind: entry.outcome.kind,
          number: row.number,
          stage: row.stage,
          count: figureCell(row.count),
          amount: figureCell(row.amount?.value ?? null),
          currency: row.amount?.currency ?? '',
          qualifier: row.amount === null ? '' : row.qualifier,
          count_qualifier: row.count === null ? '' : row.countQualifier,
          value_date: dated(row.valueDate),
          assurance: figureOf(entry.outcome, row)?.assurance ?? '',
          confirmed_amount: figureCell(figureOf(entry.outcome, row)?.confirmedPart?.amount?.value ?? null),
          confirmed_count: figureCell(figureOf(entry.outcome, row)?.confirmedPart?.count ?? null),
          paper_expired: row.paperExpired ?? '',
          reverses: entry.outcome.entries.find(({ id }) => id === row.reverses)?.number ?? '',
          office: name(entry.outcome.office.name),
          ...sourceCells(row.source),
          id: row.id,
        })),
  );

function gapSubject(gap: ReportGap, { report, name, word }: Writing): string {
  switch (gap.about) {
    case 'status':
    case 'visits':
      return name([report.cities.first, report.cities.second].find(({ id }) => id === gap.cityId)?.name ?? null);
    case 'begun_by_paper':
    case 'parties':
    case 'validity':
    case 'follow_up':
      return name(gap.title);
    case 'domains':
      return gap.domains.map((domain) => word('domain', domain)).join('; ');
    case 'silence':
      return dated(gap.since);
    default:
      return '';
  }
}

type Row<C extends string> = Readonly<Partial<Record<C | 'value_code', Cell>>>;

/** A sheet in words, what the words stand for in code behind its last column. */
function sheetOf<C extends Column>(name: Code, columns: readonly C[], rows: readonly Row<C>[], { t, word, half }: Writing): WrittenSheet {
  const codes = columns.filter(isCoded);
  const hasValues = rows.some(({ value_code }) => value_code !== undefined);
  const headOf = (column: Column): string => t(`reports.file_${column}`);
  const codeHead = (column: Column): string => t('reports.file_code').replace('{{column}}', headOf(column));
  const inWords = (column: C, cell: Cell): Cell => {
    if (cell === '') return cell;
    if (lines.includes(column)) return half(String(cell));
    if (isCoded(column)) return word(coded[column], String(cell));
    const [, qualifier, date] = (dateColumns.includes(column) ? /^(about|before|after) (.+)$/.exec(String(cell)) : null) ?? [];
    return qualifier === undefined || date === undefined ? cell : `${word('qualifier', qualifier)} ${date}`;
  };
  return {
    name: t(name),
    header: [...columns.map(headOf), ...codes.map(codeHead), ...(hasValues ? [codeHead('value')] : [])],
    rows: rows.map((row) => [
      ...columns.map((column) => inWords(column, row[column] ?? '')),
      ...codes.map((column) => row[column] ?? ''),
      ...(hasValues ? [row.value_code ?? ''] : []),
    ]),
  };
}

type Column = (typeof saidColumns)[number] | (typeof ledgerColumns)[number] | (typeof gapColumns)[number];

/** The sheets of the data file, heads and words in the reader's language. */
export function reportSheets(report: TieReport, language: Language): readonly WrittenSheet[] {
  const t = (code: Code): string => texts[language][code];
  const word = (group: string, code: string): string => words[language][`reports.word_${group}_${code}`] ?? code;
  const half = (line: string): string => inLanguage(line, language);
  const writing: Writing = { report, t, word, name: (text) => (text === null ? '' : half(chooseText(text, language).text)), half };
  const said = report.entries.flatMap((entry) => saidRows(entry, writing));
  const gaps = report.gaps.map((gap) => ({ about: t(`reports.gap_${gap.about}`), subject: gapSubject(gap, writing) }));
  return [
    sheetOf('reports.file_said', saidColumns, said, writing),
    sheetOf('reports.file_ledger', ledgerColumns, ledgerRows(writing), writing),
    sheetOf('reports.file_gaps', gapColumns, gaps, writing),
  ];
}
