// A list of who travels, as it is copied from a sheet: which column is what, and each row as somebody who travels.
import type { MultilingualText } from '#kernel/language.ts';
import { writtenLanguage } from '#kernel/written-language.ts';
import type { NameOrder } from '#modules/organisations/domain/contact.ts';
import type { PastedRow } from '#reading/clipboard.ts';
import { headTable } from '#reading/heads.ts';
import { plainText } from '#reading/written-cells.ts';
import type { EnteredTraveller } from './delegation.ts';

/** `left`: the column is left out, and the page says so. */
export const travellerColumns = ['name', 'surname', 'givenName', 'post', 'organisation', 'leads', 'left'] as const;
export type TravellerColumn = (typeof travellerColumns)[number];

const headOf = headTable<Exclude<TravellerColumn, 'left'>>({
  name: 'name|full name|member|delegate|person|participant|姓名|名字|成员|成员姓名|团员|团员姓名',
  surname: 'surname|last name|family name|姓|姓氏',
  givenName: 'given name|given names|first name|first names|forename|forenames|名',
  post: 'post|position|title|job title|function|job|职务|职位|现任职务|岗位|身份',
  organisation: 'organisation|organization|company|institution|employer|body|office|affiliation|单位|工作单位|机构|公司|所在单位|企业',
  leads: 'leader|leads|head of delegation|head|role in delegation|delegation role|团长|团内职务|团内身份|代表团职务',
});

const yes = new Set([
  'x',
  'yes',
  'y',
  'true',
  '1',
  '✓',
  '✔',
  '√',
  '是',
  'leader',
  'head',
  'head of delegation',
  'delegation leader',
  '团长',
  '领队',
]);

const cellOf = ({ cells }: PastedRow, at: number): string => plainText(cells[at] ?? '').trim();

export interface TravellerTable {
  readonly columns: readonly TravellerColumn[];
  /** The row of heads, as it was written; null where the first row is somebody. */
  readonly heads: readonly string[] | null;
  readonly rows: readonly PastedRow[];
}

/** What the columns are, by a first row of heads; without one the columns are to be named by whoever pastes. */
export function columnsOfTravellers(rows: readonly PastedRow[]): TravellerTable {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const [first] = rows;
  const found = Array.from({ length: width }, (_, at) => (first === undefined ? null : headOf(cellOf(first, at))));
  if (first === undefined || found.every((column) => column === null)) return { columns: found.map(() => 'left'), heads: null, rows };
  // A column that is there twice counts once: which of the two is meant is for a person to say.
  const columns = found.map((column, at): TravellerColumn => (column === null || found.indexOf(column) < at ? 'left' : column));
  return { columns, heads: Array.from({ length: width }, (_, at) => cellOf(first, at)), rows: rows.slice(1) };
}

/** Surnames of two characters that are still borne by many. */
const doubleSurnames = '欧阳 上官 司马 司徒 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 南宫 端木 百里 钟离'.split(' ');

interface SplitName {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
}

/** A name in its parts: a comma or capitals say which is the surname, Han characters begin with it, others end with it. */
export function splitName(written: string): SplitName {
  const name = written.replace(/\s+/g, ' ').trim();
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const length = name.length > 2 && doubleSurnames.some((double) => name.startsWith(double)) ? 2 : 1;
    return { surname: name.slice(0, length), givenName: name.slice(length), nameOrder: 'surname_first' };
  }
  const [before = '', after] = name.split(/\s*[,，]\s*/u);
  if (after !== undefined && after !== '') return { surname: before, givenName: after, nameOrder: 'given_first' };
  const words = name.split(' ');
  const isLoud = (word: string): boolean => word.length > 1 && word === word.toLocaleUpperCase() && word !== word.toLocaleLowerCase();
  const loud = words.filter(isLoud);
  if (loud.length > 0 && loud.length < words.length) {
    const [first = ''] = words;
    const quiet = words.filter((word) => !isLoud(word));
    return { surname: loud.join(' '), givenName: quiet.join(' '), nameOrder: isLoud(first) ? 'surname_first' : 'given_first' };
  }
  return { surname: words.at(-1) ?? '', givenName: words.slice(0, -1).join(' '), nameOrder: 'given_first' };
}

const textOf = (written: string): MultilingualText | null =>
  written === '' ? null : { [writtenLanguage(written) === 'zh' ? 'zh-Hans' : 'en']: { text: written, origin: 'human' } };

export interface ReadTraveller {
  /** Its line in what was pasted. */
  readonly row: number;
  readonly traveller: EnteredTraveller;
  /** The name was one cell and was split: worth a look. */
  readonly isSplit: boolean;
  /** What stands in columns that are left out. */
  readonly left: readonly string[];
}

/** Each row as somebody who travels, by what its columns are. */
export function readTravellers({ columns, rows }: Pick<TravellerTable, 'columns' | 'rows'>): readonly ReadTraveller[] {
  return rows.map((row) => {
    const cell = (column: TravellerColumn): string => cellOf(row, columns.indexOf(column));
    const isHan = /\p{Script=Han}/u.test(cell('surname'));
    const [whole, surname] = [cell('name'), cell('surname')];
    const parts: SplitName | null =
      surname !== ''
        ? { surname, givenName: cell('givenName'), nameOrder: isHan ? 'surname_first' : 'given_first' }
        : whole === ''
          ? null
          : splitName(whole);
    return {
      row: row.number,
      isSplit: surname === '' && parts !== null && parts.givenName !== '',
      left: row.cells.flatMap((_, at) => (columns[at] === 'left' && cellOf(row, at) !== '' ? [cellOf(row, at)] : [])),
      traveller: {
        ...{ id: null, leads: yes.has(cell('leads').toLocaleLowerCase()), organisationId: null },
        ...{ post: textOf(cell('post')), organisation: textOf(cell('organisation')) },
        name: parts === null || parts.surname === '' ? null : { ...parts, contactId: null },
      },
    };
  });
}
