// A list of who travels, as it is copied from a sheet: which column is what, and each row as somebody who travels.
import type { MultilingualText } from '#kernel/language.ts';
import { languageWritten } from '#kernel/writing/in-languages.ts';
import type { PastedRow } from '#reading/clipboard.ts';
import { headTable } from '#reading/heads.ts';
import { plainText } from '#reading/written-cells.ts';
import type { EnteredTraveller } from './delegation.ts';
import { scriptsOf, splitName, type NameScript, type SplitName } from '#modules/organisations/domain/person-name.ts';

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

const textOf = (written: string): MultilingualText | null =>
  written === '' ? null : { [languageWritten(written)]: { text: written, origin: 'human' } };

export interface ReadTraveller {
  /** Its line in what was pasted. */
  readonly row: number;
  readonly traveller: EnteredTraveller;
  /** The name was one cell and was split: worth a look. */
  readonly isSplit: boolean;
  /** Which part is the surname could not be told. */
  readonly isUnsure: boolean;
  /** The name as it is written in the other script, which is not taken; null where it is written in one. */
  readonly otherForm: string | null;
  /** What stands in columns that are left out. */
  readonly left: readonly string[];
}

interface NameInRow {
  readonly name: SplitName;
  readonly isSplit: boolean;
  readonly otherForm: string | null;
}

/** A name in one cell or in two; of one in both scripts the form that is asked for. */
function nameOf(whole: string, [surname, givenName]: readonly [string, string], script: NameScript): NameInRow | null {
  const other = script === 'han' ? 'latin' : 'han';
  const [surnames, givenNames] = [scriptsOf(surname), scriptsOf(givenName)];
  if (surname !== '' && surnames !== null && (givenNames !== null || givenName === ''))
    return {
      name: { surname: surnames[script], givenName: givenNames?.[script] ?? '', nameOrder: 'surname_first', isUnsure: false },
      isSplit: false,
      otherForm: [surnames[other], givenNames?.[other] ?? ''].join(' ').trim(),
    };
  if (surname !== '') {
    const nameOrder = /\p{Script=Han}/u.test(surname) ? 'surname_first' : 'given_first';
    return { name: { surname, givenName, nameOrder, isUnsure: false }, isSplit: false, otherForm: null };
  }
  if (whole === '') return null;
  const split = splitName(whole);
  const isBoth = 'han' in split;
  const name = isBoth ? split[script] : split;
  return { name, isSplit: name.givenName !== '', otherForm: isBoth ? (scriptsOf(whole)?.[other] ?? null) : null };
}

/** Each row as somebody who travels, by what its columns are; of a name in both scripts the form in `script` is taken. */
export function readTravellers(
  { columns, rows }: Pick<TravellerTable, 'columns' | 'rows'>,
  script: NameScript = 'han',
): readonly ReadTraveller[] {
  return rows.map((row) => {
    const cell = (column: TravellerColumn): string => cellOf(row, columns.indexOf(column));
    const read = nameOf(cell('name'), [cell('surname'), cell('givenName')], script);
    const { isUnsure = false, ...name } = read?.name ?? { surname: '' };
    return {
      row: row.number,
      isSplit: read?.isSplit ?? false,
      isUnsure,
      otherForm: read?.otherForm ?? null,
      left: row.cells.flatMap((_, at) => (columns[at] === 'left' && cellOf(row, at) !== '' ? [cellOf(row, at)] : [])),
      traveller: {
        ...{ id: null, leads: yes.has(cell('leads').toLocaleLowerCase()), organisationId: null },
        ...{ post: textOf(cell('post')), organisation: textOf(cell('organisation')) },
        name: 'givenName' in name && name.surname !== '' ? { ...name, contactId: null } : null,
      },
    };
  });
}
