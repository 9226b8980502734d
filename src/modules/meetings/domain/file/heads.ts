// Which table a sheet's name says, and which column a head: in either language or both at once, however they are decorated.
import { languageFor } from '#kernel/language.ts';
import { isLanguageTag } from '#kernel/codes.ts';
import { bareHead, headTable, partsOfHead } from '#reading/heads.ts';
import { languageOf } from '#reading/names-of-codes.ts';
import { foldWord, wordTable } from '#reading/words.ts';
import { layouts, partyWords, sheetKind, sheetWords, type ColumnLayout, type SheetKind, type TableLayout } from './layout.ts';

/** What a head says: the column, and its language where it names one. */
export interface HeadSaid {
  readonly column: ColumnLayout;
  readonly tag: string | null;
}

const tablesOf = new Map(
  layouts.map((layout) => {
    const words = Object.fromEntries(layout.columns.map(({ field, heads }) => [field, Object.values(heads).join('|')]));
    return [layout, { exact: wordTable(words), any: headTable(words) }] as const;
  }),
);

/** The tag of a language that a head names, such as `EN`, `中`, `Chinese`; null for other words. */
export function tagOfWord(word: string): string | null {
  const tag = languageOf(word.trim());
  if (!isLanguageTag(tag)) return null;
  return tag.includes('-') ? tag : (languageFor(tag) ?? tag);
}

const named = '(?:english|chinese|英文|中文|英语|汉语)';
/** `名称（英文）`, `英文名称`, `Name in English`, `名称-EN`: what is left, and the word of the language. */
const withLanguage: readonly RegExp[] = [
  /^(?<rest>.+?)\s*[([]\s*(?<word>[^()[\]]+?)\s*[)\]]$/u,
  new RegExp(`^(?<word>${named})[\\s_-]*(?<rest>.+)$`, 'iu'),
  new RegExp(`^(?<rest>.+?)(?:[\\s_-]+(?:in\\s+)?|(?<=\\p{Script=Han}))(?<word>${named}|(?<=[\\s_-])(?:en|cn|zh|中|英))$`, 'iu'),
];

/** The language of `中文名` and `英文名`; null for other heads. */
export const tagOfName = (head: string): string | null => tagOfWord(/^(.+文)名$/u.exec(bareHead(head))?.[1] ?? '');

const codeShaped = /^[a-z]{2}(?:-[A-Za-z]{2,8})?$/u;

/** `意向展商编号`: in a list of wishes the code or name of a party says which one it is. */
const CODE_OF = /(?:编号|代码|代号|名称|全称|公司名|号)$|\s+(?:code|no\.?|number|id|name)$/iu;

/** The column that a head of a table names; null where it names none. A head in two languages says it twice: `城市 City`. */
export function columnOfHead(layout: TableLayout, head: string): HeadSaid | null {
  const table = tablesOf.get(layout);
  const columnOf = (field: string | null | undefined): ColumnLayout | undefined => layout.columns.find((one) => one.field === field);
  const bare = bareHead(head);
  const exact = columnOf(table?.exact(bare));
  if (exact !== undefined) return { column: exact, tag: null };
  for (const pattern of withLanguage) {
    const { rest = '', word = '' } = pattern.exec(bare)?.groups ?? {};
    const [tag, column] = [word === '' ? null : tagOfWord(word), columnOf(table?.any(rest))];
    // What is written as the code of a language that there is not is no remark beside the head: the column is told as one that nobody reads.
    if (tag === null && column?.perLanguage === true && codeShaped.test(word)) return null;
    if (tag !== null && column !== undefined) return { column, tag: column.perLanguage === true ? tag : null };
  }
  const column = columnOf(table?.any(bare) ?? (layout.table === 'requests' ? table?.any(bare.replace(CODE_OF, '')) : null));
  return column === undefined ? null : { column, tag: null };
}

const partyOf = headTable({ party: Object.values(partyWords).join('|') });
/** Whether a head names who asks or is asked by the role alone, as `采购商编号` beside `展商编号`. */
export const isParty = (head: string): boolean => partyOf(bareHead(head)) !== null;

/** Whether a head only counts the rows, as `序号`: another column of codes goes before it. */
export const isRunning = (head: string): boolean => /^(?:序号|no\.?|nr\.?|number|#)$/i.test(bareHead(head));

const kindOfWord = wordTable(sheetWords);
/** Chinese names end in their noun: `第八届博览会参展商` is one of exhibitors, `采购商意向` one of requests. Longest first. */
const endings = Object.entries(sheetWords)
  .flatMap(([kind, words]) =>
    Object.values(words)
      .flatMap((one) => one.split('|'))
      .map((word) => ({ kind, word: foldWord(word) })),
  )
  .filter(({ word }) => /^\p{Script=Han}{2,}$/u.test(word))
  .toSorted((a, b) => b.word.length - a.word.length);

const numbered = /^(?:\d{1,2}|[一二三四五六七八九十]+)\s*[.、)]\s*/u;
const listed =
  /(?:信息|资料|数据|汇总|明细|统计|登记|报名)*(?:总?名单|名录|列表|总?表格?|清单)?$|\s(?:lists?|sheet|data|table|final|all|copy)$/iu;

/** What the name of a sheet or file says that it holds, without years, numbers and words as *list*; null where it says nothing. */
export function kindOfName(name: string): SheetKind | null {
  const bare = bareHead(name.replace(/\.(?:csv|tsv|txt|xlsx)$/i, ''))
    .replace(/[([【].*?[)\]】]/gu, ' ')
    .replace(/(?:19|20)\d\d年?/gu, ' ')
    .replace(/[_\s·-]+/gu, ' ')
    .trim()
    .replace(numbered, '');
  // The last word of an English name is its noun.
  for (const part of [bare, ...partsOfHead(bare.replaceAll(' ', '/')).toReversed()])
    for (const word of [part, part.trim().replace(listed, '')]) {
      const known = sheetKind(kindOfWord(word) ?? endings.find((ending) => foldWord(word).endsWith(ending.word))?.kind);
      if (known !== null) return known;
    }
  return null;
}
