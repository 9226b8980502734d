// An office's own words: pairs that mean the same to it. Read from a table that somebody pasted, and judged row by row.
import type { Problem } from '#kernel/result.ts';
import { share } from '#reading/columns.ts';
import { headTable } from '#reading/heads.ts';
import type { PastedRow } from '#reading/clipboard.ts';
import { plainText } from '#reading/written-cells.ts';

export interface OwnWords {
  readonly english: string;
  readonly chinese: string;
}

export const wordLimits = { longest: 80, atOnce: 500, inAll: 2000 } as const;

const headOf = headTable<'english' | 'chinese'>({
  english: 'english|english word|english term|in english|word|term|en|英文|英语|英文名称|英文用词|外文',
  chinese: 'chinese|chinese word|chinese term|in chinese|zh|zh-hans|中文|汉语|中文名称|中文用词|译名',
});

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A row of a pasted table as a pair; `number` is its line. Cells beyond the two are `left`: told, never dropped in silence. */
export interface ReadRow extends OwnWords {
  readonly number: number;
  readonly left: string;
}

const cell = ({ cells }: PastedRow, at: number | undefined): string => plainText(cells[at ?? -1] ?? '').trim();

/** Which of the columns is which: by the heads, else Chinese is the one in which most cells have Han characters. */
function columnsIn(rows: readonly PastedRow[]): { readonly english: number; readonly chinese: number; readonly hasHeads: boolean } {
  const [first] = rows;
  const heads = (first?.cells ?? []).map((head) => headOf(head));
  const named = { english: heads.indexOf('english'), chinese: heads.indexOf('chinese') };
  if (named.english >= 0 && named.chinese >= 0) return { ...named, hasHeads: true };
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const han = Array.from({ length: width }, (_, at) =>
    share(
      rows.map((row) => cell(row, at)),
      isHan,
    ),
  );
  const chinese = han.findIndex((part) => part > 0.5);
  const english = han.findIndex((part, at) => at !== chinese && part <= 0.5 && rows.some((row) => cell(row, at) !== ''));
  const other = chinese === 0 ? 1 : 0;
  return { english: english < 0 ? other : english, chinese: chinese < 0 ? 1 : chinese, hasHeads: false };
}

/** The rows of a pasted table as pairs, the row of heads left out. */
export function readPairs(rows: readonly PastedRow[]): readonly ReadRow[] {
  const { english, chinese, hasHeads } = columnsIn(rows);
  return (hasHeads ? rows.slice(1) : rows).map((row) => ({
    number: row.number,
    english: cell(row, english),
    chinese: cell(row, chinese),
    left: row.cells
      .filter((_, at) => at !== english && at !== chinese)
      .map((text) => plainText(text).trim())
      .filter((text) => text !== '')
      .join(' · '),
  }));
}

/** Two writings of one word are one. */
export const foldedPair = ({ english, chinese }: OwnWords): string =>
  `${english.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()} = ${chinese.normalize('NFKC').trim()}`;

function problemOf({ english, chinese }: OwnWords): Pick<Problem, 'code' | 'params'> | null {
  if (english.trim() === '' || chinese.trim() === '') return { code: 'matching.own_word_missing' };
  if (isHan(english) || !isHan(chinese)) return { code: 'matching.own_word_swapped' };
  return Math.max(english.length, chinese.length) > wordLimits.longest
    ? { code: 'matching.own_word_long', params: { max: wordLimits.longest } }
    : null;
}

/** All that is wrong with pairs that are to join those of an office, each at its place. */
export function pairProblems(words: readonly OwnWords[], known: readonly OwnWords[]): readonly Problem[] {
  const seen = new Set(known.map(foldedPair));
  const problems = words.flatMap((pair, at): readonly Problem[] => {
    const wrong = problemOf(pair);
    if (wrong !== null) return [{ ...wrong, path: ['words', at] }];
    const folded = foldedPair(pair);
    if (seen.has(folded)) return [{ path: ['words', at], code: 'matching.own_word_again' }];
    seen.add(folded);
    return [];
  });
  return known.length + words.length > wordLimits.inAll
    ? [...problems, { path: ['words'], code: 'matching.own_words_many', params: { max: wordLimits.inAll } }]
    : problems;
}
