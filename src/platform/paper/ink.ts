// Sets lines of text into a PDF in fonts of our own, whatever is installed on the machine: measures, breaks and writes them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { textsKnown } from './texts-known.ts';
import { atOneGlance } from '#kernel/paper/at-one-glance.ts';

/** One paragraph; `size` in points. */
export interface Line {
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly muted?: boolean;
  /** Asks for something. */
  readonly late?: boolean;
}

const faces = ['latin', 'latin-bold', 'han', 'han-bold', 'korean', 'korean-bold'] as const;
type Face = (typeof faces)[number];

/** The package lets only its module be resolved; the fonts lie beside it. */
const hanFile = (name: string): string => join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts', name);
const files: Readonly<Record<Face, () => string>> = {
  latin: () => fileURLToPath(new URL('fonts/hansa-paper-regular.ttf', import.meta.url)),
  'latin-bold': () => fileURLToPath(new URL('fonts/hansa-paper-bold.ttf', import.meta.url)),
  han: () => hanFile('NotoSansHans-Regular.otf'),
  'han-bold': () => hanFile('NotoSansHans-Bold.otf'),
  korean: () => fileURLToPath(new URL('fonts/hansa-paper-korean-regular.otf', import.meta.url)),
  'korean-bold': () => fileURLToPath(new URL('fonts/hansa-paper-korean-bold.otf', import.meta.url)),
};

export const ink = { black: '#1b2430', muted: '#5b6672', rule: '#c9ced4', late: '#b3261e' };
/** Points a millimetre. */
export const MM = 72 / 25.4;
export const DEFAULT_SIZE = 9.5;

/** Texts of which is kept how they are set; more than a large edition has names. */
const MOST_KNOWN = 20_000;

interface Run {
  readonly face: Face;
  readonly text: string;
}

/** Stands for a letter that no font of ours has (geta mark). */
const MISSING = '〓';
/** Must not begin a line, must not end one (kinsoku). */
const NOT_FIRST = /^[、。，．：；！？）」』】》〉”’…—·%,.:;!?)\]}]/u;
const NOT_LAST = /[（「『【《〈“‘([{]$/u;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u;
/** Asked of its own font alone, which is read when the first such letter occurs. */
const KOREAN = /\p{Script=Hangul}/u;
const LATIN = /\p{Script=Latin}/u;
/** Quotation marks and dashes are as wide as what they stand among. */
const SHARED = /[\u2010-\u2027\u00b7]/u;

const loose = (text: string): readonly string[] =>
  text.match(
    /\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]+/gu,
  ) ?? [];

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const { index, 0: whole } of text.matchAll(atOneGlance)) {
    tokens.push(...loose(text.slice(at, index)), whole);
    at = index + whole.length;
  }
  return [...tokens, ...loose(text.slice(at))];
}

/** Where a line may be broken: words, and every Han character, with the marks that must stay with them; not within a date or an amount. */
export function piecesOf(text: string): readonly string[] {
  return joined(tokensOf(text));
}

/** The same of what is wider than its line as a whole: where it must, it is broken within a date, too. */
const narrowPieces = (text: string): readonly string[] => joined(loose(text));

function joined(raw: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (const piece of raw) {
    const before = pieces.at(-1);
    if (before !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(before) || /^\s/.test(piece)))
      pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  }
  return pieces;
}

export type Ink = ReturnType<typeof openInk>;

/** What parts words from each other; what stands between brackets is a word of its own. */
const BETWEEN_WORDS = /[\s,，、。；;：:/()（）]+/u;

/** Which font has which letter; the words in which one has none are kept in `unset`. */
function fontsOf(doc: PDFDocument) {
  const known = new Map<string, boolean>();
  const unset = new Set<string>();
  const has = (face: Face, letter: string): boolean => {
    const key = face + letter;
    const found = known.get(key) ?? doc.font(face)._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    known.set(key, found);
    return found;
  };
  const faceOf = (letter: string, bold: boolean, wide: boolean): Face | null => {
    const common: readonly Face[] = bold ? ['latin-bold', 'han-bold'] : ['latin', 'han'];
    const korean: readonly Face[] = bold ? ['korean-bold'] : ['korean'];
    const order = KOREAN.test(letter) ? korean : (SHARED.test(letter) ? wide : letter > '\u2060') ? common.toReversed() : common;
    return order.find((face) => has(face, letter)) ?? null;
  };
  /** The text cut where another font has the letters. */
  const runsOf = textsKnown(MOST_KNOWN, (text, bold): readonly Run[] => {
    const isWide = WIDE.test(text);
    const runs: { face: Face; text: string }[] = [];
    const lost = new Set<string>();
    const letters = [...text];
    for (const [at, letter] of letters.entries()) {
      // Between two letters of a word, as in “People’s”, a mark is no Chinese one.
      const wide = isWide && !(LATIN.test(letters[at - 1] ?? '') && LATIN.test(letters[at + 1] ?? ''));
      const own = faceOf(letter, bold, wide);
      if (own === null) lost.add(letter);
      const face = own ?? (bold ? 'han-bold' : 'han');
      const last = runs.at(-1);
      if (last?.face === face) last.text += own === null ? MISSING : letter;
      else runs.push({ face, text: own === null ? MISSING : letter });
    }
    if (lost.size > 0) for (const word of text.split(BETWEEN_WORDS)) if ([...word].some((letter) => lost.has(letter))) unset.add(word);
    return runs;
  });
  return { runsOf, isSet: (letter: string) => faceOf(letter, false, false) !== null, unset };
}

/** How wide texts are, and how they are broken. */
function rulerOf(doc: PDFDocument, runsOf: ReturnType<typeof fontsOf>['runsOf']) {
  /** Width of a text at one point. */
  const unitWidth = textsKnown(
    MOST_KNOWN,
    (text, bold) => runsOf(text, bold).reduce((sum, run) => sum + doc.font(run.face).fontSize(1000).widthOfString(run.text), 0) / 1000,
  );
  const widthOf = (text: string, { size = DEFAULT_SIZE, bold = false }: Omit<Line, 'text'> = {}): number => unitWidth(text, bold) * size;

  const broken = (line: Line, width: number): readonly string[] => {
    const lines: string[] = [];
    let now = '';
    const put = (piece: string): void => {
      if (widthOf((now + piece).trimEnd(), line) <= width) now += piece;
      else if (widthOf(piece.trimEnd(), line) > width && piece.length > 1) {
        const narrower = narrowPieces(piece);
        for (const part of narrower.length > 1 ? narrower : piece) put(part);
      } else {
        if (now !== '') lines.push(now.trimEnd());
        now = piece.trimStart();
      }
    };
    for (const part of line.text.normalize('NFC').split('\n')) {
      for (const piece of piecesOf(part)) put(piece);
      lines.push(now.trimEnd());
      now = '';
    }
    return lines;
  };
  /** What was broken to a width in a size: a paper has a handful of those. */
  const columns = new Map<string, (text: string, bold: boolean) => readonly string[]>();
  /** The lines that a text fills at most `width` points wide. A word that is wider is broken where it must be. */
  const wrapped = ({ text, size = DEFAULT_SIZE, bold = false }: Line, width: number): readonly string[] => {
    const key = `${size} ${width}`;
    const column = columns.get(key) ?? textsKnown(MOST_KNOWN, (line, heavy) => broken({ text: line, bold: heavy, size }, width));
    columns.set(key, column);
    return column(text, bold);
  };
  return { widthOf, wrapped };
}

interface Encoded extends Run {
  /** Glyphs, with what they stand closer than they are wide; null where one stands above or below another. */
  readonly shown: string | null;
  /** At one point. */
  readonly width: number;
}

/** Writes texts as pdfkit does (`_fragment`), but encodes each only once. */
function writerOf(doc: PDFDocument, runsOf: ReturnType<typeof fontsOf>['runsOf']) {
  const encode = ({ face, text }: Run): Encoded => {
    const [glyphs, positions] = doc.font(face)._font.encode(text);
    const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / 1000;
    if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return { face, text, shown: null, width };
    const shown: string[] = [];
    let from = 0;
    positions.forEach(({ xAdvance, advanceWidth }, at) => {
      if (xAdvance === advanceWidth && at + 1 < positions.length) return;
      shown.push(`<${glyphs.slice(from, at + 1).join('')}> ${inContent(advanceWidth - xAdvance)}`);
      from = at + 1;
    });
    return { face, text, shown: shown.join(' '), width };
  };
  const encoded = textsKnown(MOST_KNOWN, (text, bold) => runsOf(text, bold).map(encode));
  /** Writes one line whose letters stand on `baseline`. */
  return (text: string, { x, baseline, ...look }: { readonly x: number; readonly baseline: number } & Omit<Line, 'text'>): void => {
    const { size = DEFAULT_SIZE, bold = false, muted = false, late = false } = look;
    const colour = late ? fills.late : muted ? fills.muted : fills.black;
    let at = x;
    for (const { face, text: part, shown, width } of encoded(text, bold)) {
      const font = doc.font(face)._font;
      if (shown === null) {
        doc.fontSize(size).fillColor(late ? ink.late : muted ? ink.muted : ink.black);
        doc.text(part, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      } else {
        doc.page.fonts[font.id] ??= font.ref();
        doc.addContent(
          Buffer.from(
            `${colour} BT 1 0 0 -1 ${inContent(at)} ${inContent(baseline)} Tm /${font.id} ${inContent(size)} Tf [${shown}] TJ ET\n`,
            'latin1',
          ),
        );
      }
      at += width * size;
    }
  };
}

const inContent = (value: number): string => String(Math.round(value * 1000) / 1000);
const fillOf = (colour: string): string =>
  `${[1, 3, 5].map((at) => inContent(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')} rg`;
const fills = { black: fillOf(ink.black), muted: fillOf(ink.muted), late: fillOf(ink.late) };

/** A rectangle with its edge, and filled where a colour is given. */
const boxOn =
  (doc: PDFDocument) =>
  (
    { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    { fill, dashed = false, edge = 0.5 }: { readonly fill?: string; readonly dashed?: boolean; readonly edge?: number },
  ): void => {
    doc.lineWidth(edge);
    if (dashed) doc.dash(2);
    doc.rect(x, y, width, height);
    if (fill === undefined) doc.strokeColor(ink.muted).stroke();
    else doc.fillAndStroke(fill, ink.muted);
    if (dashed) doc.undash();
  };

/** A level line, dashed where dashes and gaps are given. */
const levelOn =
  (doc: PDFDocument) =>
  (
    { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
    { thick, colour, dash }: { readonly thick: number; readonly colour: string; readonly dash: readonly [number, number] | null },
  ): void => {
    doc.lineWidth(thick).strokeColor(colour);
    if (dash !== null) doc.dash(dash[0], { space: dash[1] });
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
    if (dash !== null) doc.undash();
  };

const BLOCK = 1 << 20;

/** Bytes one after the other, copied out of the pieces in which they come. */
function inBlocks() {
  const blocks: Uint8Array[] = [];
  let used = BLOCK;
  return {
    add: (piece: Uint8Array): void => {
      for (let at = 0; at < piece.length;) {
        if (used === BLOCK) {
          blocks.push(new Uint8Array(BLOCK));
          used = 0;
        }
        const part = piece.subarray(at, at + BLOCK - used);
        blocks.at(-1)?.set(part, used);
        used += part.length;
        at += part.length;
      }
    },
    whole: (): Uint8Array<ArrayBuffer> => {
      const all = new Uint8Array(Math.max(0, blocks.length * BLOCK - (BLOCK - used)));
      blocks.forEach((block, at) => all.set(at === blocks.length - 1 ? block.subarray(0, used) : block, at * BLOCK));
      return all;
    },
  };
}

/** Opens a document without pages. `language` is that of its words, for readers that speak them. */
export function openInk({ title, language }: { readonly title: string; readonly language: string }) {
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, lang: language, info: { Title: title, Creator: 'Hansa' } });
  const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const taken = inBlocks();
    // Its first line is written already.
    taken.add(doc.read() ?? new Uint8Array());
    // Taken as it is written: a stream would keep all of it, in pieces of which each holds its surroundings, until the last page is set.
    doc.push = (piece) => {
      if (piece === null) resolve(taken.whole());
      else taken.add(piece);
      return true;
    };
    doc.on('error', reject);
  });
  for (const face of faces) doc.registerFont(face, files[face]());
  const { runsOf, isSet, unset } = fontsOf(doc);
  return {
    ...rulerOf(doc, runsOf),
    write: writerOf(doc, runsOf),
    rule: (from: readonly [number, number], to: readonly [number, number], width = 0.5): void => {
      doc.lineWidth(width).strokeColor(ink.rule);
      doc
        .moveTo(...from)
        .lineTo(...to)
        .stroke();
    },
    level: levelOn(doc),
    box: boxOn(doc),
    /** A square of dark and light modules, such as a QR code; dark ones of a row in one stroke. */
    modules: (
      rows: readonly (readonly boolean[])[],
      { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
    ): void => {
      const one = size / rows.length;
      rows.forEach((row, line) => {
        let from = 0;
        while (from < row.length) {
          let until = from;
          while (row[until] === true) until += 1;
          if (until > from) doc.rect(x + from * one, y + line * one, (until - from) * one, one);
          from = until + 1;
        }
      });
      doc.fill('#000');
    },
    page: (size: 'A4' | 'A6') => doc.addPage({ size, margin: 0 }).page,
    /** Whether a font of ours has a picture of the letter. */
    isSet,
    /** Words with letters that no font has, each of which is printed as 〓. Parts of a word that was broken over lines are told once, with it. */
    unset: (): readonly string[] => [...unset].filter((word) => ![...unset].some((other) => other !== word && other.includes(word))),
    end: (): Promise<Uint8Array<ArrayBuffer>> => {
      doc.end();
      return whole;
    },
  };
}
