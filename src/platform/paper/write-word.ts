// A paper as a Word file that an office edits: real headings, tables and page numbers, in the fonts of the reader's own machine. Since these decide
// where pages end, no section begins one: behind a page that ran over it would make a third.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
} from 'docx';
import { writing } from '#kernel/language.ts';
import { heldTogether } from '#kernel/paper/at-one-glance.ts';
import { leftWords } from '#kernel/paper/left-words.ts';
import type { Paper, PaperBlock, PaperLine, PaperSection } from '#kernel/paper/paper.ts';
import { ink } from './ink.ts';

/** Twentieths of a point. */
const TWIPS = 20;
const MM = (72 / 25.4) * TWIPS;
/** Lines of a row that stay on one page. */
const MOST_TOGETHER = 6;
const wide = Math.round((210 - 36) * MM);
const fonts = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' };
const hex = (colour: string): string => colour.slice(1);

/** Half points. Smaller by half a point than the printed sheet, since the fonts of offices are wider. */
const sizes = { car: { body: 20, small: 16, head: 23, lead: 25 }, desk: { body: 17, small: 16, head: 20, lead: 22 } } as const;
type Sizes = (typeof sizes)[keyof typeof sizes];

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const hair: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: hex(ink.rule) };

/** As the printed sheet draws them: a rule of its own for each kind of knowing. */
const rules: Readonly<Record<PaperSection['rule'], IBorderOptions>> = {
  none,
  section: { style: BorderStyle.SINGLE, size: 8, color: hex(ink.black) },
  known: { style: BorderStyle.SINGLE, size: 18, color: hex(ink.black) },
  reported: { style: BorderStyle.DOUBLE, size: 6, color: hex(ink.black) },
  contested: { style: BorderStyle.DASHED, size: 12, color: hex(ink.black) },
  unknown: { style: BorderStyle.DOTTED, size: 12, color: hex(ink.black) },
  held: { style: BorderStyle.SINGLE, size: 4, color: hex(ink.muted) },
};

const runOf = ({ text, look }: PaperLine, size: number, small: number): IRunOptions => ({
  text: heldTogether(text),
  font: fonts,
  size: look === 'small' ? small : size,
  bold: look === 'strong' || look === 'late',
  color: look === 'late' ? hex(ink.late) : look === 'muted' || look === 'small' ? hex(ink.muted) : hex(ink.black),
});

function paragraphs(lines: readonly PaperLine[], size: number, type: Sizes, right = false): Paragraph[] {
  const kept = lines.filter(({ text }) => text !== '');
  return (kept.length === 0 ? [{ text: '', look: 'plain' as const }] : kept).map(
    (line) =>
      new Paragraph({
        spacing: { before: 20, after: 20 },
        ...(right ? { alignment: AlignmentType.RIGHT } : {}),
        children: [new TextRun(runOf(line, size, type.small))],
      }),
  );
}

const cellBorders = (top: IBorderOptions) => ({ top, bottom: none, left: none, right: none });

function tableOf(block: Extract<PaperBlock, { kind: 'rows' }>, type: Sizes, room: number): Table {
  const mark = block.as === 'numbered' || block.as === 'dashed' ? 0.06 : 0;
  const whole = block.widths.reduce((sum, share) => sum + share, 0);
  const shares = [...(mark === 0 ? [] : [mark]), ...block.widths.map((share) => (share / whole) * (1 - mark))];
  const widths = shares.map((share) => Math.round(share * room));
  const rowOf = (
    cells: readonly (readonly PaperLine[])[],
    { isHead, top }: { readonly isHead: boolean; readonly top: IBorderOptions },
  ): TableRow =>
    new TableRow({
      tableHeader: isHead,
      // What is longer than that would leave half a page empty.
      cantSplit: cells.every(({ length }) => length <= MOST_TOGETHER),
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            borders: cellBorders(top),
            margins: { top: 30, bottom: 30, left: at === 0 ? 0 : 80, right: 0 },
            children: paragraphs(cell, isHead ? type.small : type.body, type, block.endsRight && at > 0 && at === cells.length - 1),
          }),
      ),
    });
  const heads =
    block.heads === null
      ? []
      : [
          rowOf([...(mark === 0 ? [] : [[]]), ...block.heads.map((text): PaperLine[] => [{ text, look: 'muted' }])], {
            isHead: true,
            top: none,
          }),
        ];
  const rows = block.rows.map(({ cells }, number) => {
    const marked: readonly PaperLine[][] =
      block.as === 'numbered'
        ? [[{ text: String(number + 1), look: 'strong' }]]
        : block.as === 'dashed'
          ? [[{ text: '–', look: 'plain' }]]
          : [];
    const quiet = cells.map((cell, at) =>
      block.as === 'facts' && at === 0
        ? cell.map((line): PaperLine => ({ ...line, look: line.look === 'plain' ? 'muted' : line.look }))
        : cell,
    );
    return rowOf([...marked, ...quiet], { isHead: false, top: number === 0 && heads.length === 0 ? none : hair });
  });
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    rows: [...heads, ...rows],
    borders: { ...cellBorders(none), insideHorizontal: none, insideVertical: none },
  });
}

function blockOf(block: PaperBlock, type: Sizes, room: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'rows':
      return block.rows.length === 0 ? [] : [tableOf(block, type, room)];
    case 'berths':
      return paragraphs([{ text: block.said, look: 'muted' }], type.small, type);
    case 'room':
      return Array.from({ length: block.lines }, () => new Paragraph({ spacing: { before: 300 }, border: { bottom: hair }, children: [] }));
    default:
      return paragraphs(block.lines, block.kind === 'lead' ? type.lead : type.body, type);
  }
}

function sectionOf(
  section: PaperSection,
  type: Sizes,
  { room, language }: { readonly room: number; readonly language: string },
): (Paragraph | Table)[] {
  const title = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 160, after: 60 },
    border: { top: { ...rules[section.rule], space: 4 } },
    children: [
      new TextRun({ text: section.title, font: fonts, size: type.head, bold: true, color: hex(ink.black) }),
      ...(section.note === ''
        ? []
        : [new TextRun({ text: `   ${heldTogether(section.note)}`, font: fonts, size: type.small, color: hex(ink.muted) })]),
    ],
  });
  const left = leftWords(section, language);
  return [
    ...(section.title === '' ? [] : [title]),
    ...section.blocks.flatMap((block) => blockOf(block, type, room)),
    ...(left === '' ? [] : paragraphs([{ text: left, look: 'muted' }], type.body, type)),
  ];
}

/** Two sections of a group stand in two cells of one table. */
function groupOf({ sections }: Paper['groups'][number], type: Sizes, language: string): (Paragraph | Table)[] {
  const [left, right] = sections;
  if (left === undefined) return [];
  if (right === undefined) return sectionOf(left, type, { room: wide, language });
  const room = Math.round(wide / 2) - 120;
  const cell = (section: PaperSection): TableCell =>
    new TableCell({
      width: { size: Math.round(wide / 2), type: WidthType.DXA },
      borders: cellBorders(none),
      margins: { left: 0, right: 120 },
      // A cell ends with a paragraph.
      children: [
        ...sectionOf(section, type, { room, language }),
        new Paragraph({ spacing: { before: 0, after: 0, line: 20 }, children: [] }),
      ],
    });
  return [
    new Table({
      width: { size: wide, type: WidthType.DXA },
      rows: [new TableRow({ children: [cell(left), cell(right)] })],
      borders: { ...cellBorders(none), insideHorizontal: none, insideVertical: none },
    }),
  ];
}

const edge = (text: string, bold = false): TextRun =>
  new TextRun({ text, font: fonts, size: 16, bold, color: hex(bold ? ink.black : ink.muted) });
const tabbed = { tabStops: [{ type: 'right' as const, position: wide }] };

/** The words of the page's number cut where its figures come. */
const pageRuns = (words: string): TextRun[] =>
  words.split(/(\{\{pages?\}\})/).map((part) => {
    const figure = part === '{{page}}' ? PageNumber.CURRENT : part === '{{pages}}' ? PageNumber.TOTAL_PAGES : null;
    return figure === null ? edge(part) : new TextRun({ children: [figure], font: fonts, size: 16, color: hex(ink.muted) });
  });

/** The two cities above everything else; nothing where it is of one city. */
function openingOf({ pair, language }: Paper, type: Sizes): Paragraph[] {
  if (pair === null) return [];
  const words = new TextRun({ text: `${pair.own} – ${pair.other}`, font: fonts, size: 40, bold: true, color: hex(ink.black) });
  const between = [pair.above, pair.below].filter((text) => text !== '').join(writing[language].comma);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { before: 60, after: 0 }, children: [words] }),
    ...paragraphs([{ text: between, look: 'muted' }], type.body, type),
  ];
}

const tab = (): TextRun => new TextRun({ children: [new Tab()] });

const headOf = ({ head }: Paper): Header => {
  const words = [edge(head.strong, true), edge(head.rest === '' ? '' : `  ${head.rest}`), tab(), edge(head.right)];
  return new Header({ children: [new Paragraph({ ...tabbed, border: { bottom: hair }, children: words })] });
};

const footOf = ({ foot }: Paper): Footer => {
  const words = [edge(foot.text), tab(), ...(foot.seal === '' ? [] : [edge(`${foot.seal}  ·  `)]), ...pageRuns(foot.page)];
  return new Footer({ children: [new Paragraph({ ...tabbed, border: { top: hair }, children: words })] });
};

const millimetres = (value: number): number => Math.round(value * MM);
const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    ...{ top: millimetres(20), bottom: millimetres(18), left: millimetres(18), right: millimetres(18) },
    ...{ header: millimetres(10), footer: millimetres(9) },
  },
};

/** The bytes of a docx file. */
export function writeWord(paper: Paper): Promise<Uint8Array> {
  const { title, language } = paper;
  const type = sizes[paper.type];
  const run = { font: fonts, size: type.body, language: { value: writing[language].locale, eastAsia: 'zh-CN' } };
  const document = new Document({
    title,
    creator: 'Hansa',
    styles: { default: { document: { run } } },
    sections: [
      {
        properties: { page },
        headers: { default: headOf(paper) },
        footers: { default: footOf(paper) },
        children: [...openingOf(paper, type), ...paper.groups.flatMap((group) => groupOf(group, type, language))],
      },
    ],
  });
  return Packer.toBuffer(document);
}
