// Which column of an office's old list of outcomes is what: by its head in English and Chinese, else by what stands in it.
import type { PastedRow } from '#reading/clipboard.ts';
import { headsAt, isDate, kindOfColumn, type ColumnKind } from '#reading/columns.ts';
import { headTable } from '#reading/heads.ts';
import { kindOfWord, stageOfWord } from './words.ts';
import { unitIn, withUnit } from './units.ts';
import { parseAmount } from '#reading/amounts.ts';

/** What a column is taken for. An `extra` one is kept in the note under its head; an `ignored` one is left out. */
export const sheetMeanings = [
  ...(['title', 'city', 'organisation', 'kind', 'stage', 'date', 'amount', 'currency', 'count'] as const),
  ...(['said_by', 'source', 'note', 'extra', 'ignored'] as const),
] as const;
export type SheetMeaning = (typeof sheetMeanings)[number];

/** Those that may stand over several columns. */
export const standsOften = (meaning: SheetMeaning): boolean =>
  meaning === 'extra' || meaning === 'ignored' || meaning === 'note' || meaning === 'organisation';

const heads: Readonly<Record<Exclude<SheetMeaning, 'extra'>, string>> = {
  title:
    'title|outcome|outcomes|result|results|deal|deal name|deal title|project|project name|project title|name|subject|description|what|agreement|contract|activity|item|titel|projekt|intitulé|projet|título|成果|成果名称|项目|项目名称|名称|标题|内容|事项|合同名称|合作内容|合作项目|协议名称|成果内容|交易名称|签约项目',
  city: 'city|partner city|sister city|twin city|twin|sister|tie|with|partner place|town|stadt|partnerstadt|ville|ville partenaire|ciudad|城市|友城|伙伴城市|合作城市|对方城市|外方城市|友好城市|所在城市|国外城市',
  organisation:
    'company|companies|organisation|organization|organisations|firm|partner|partners|party|parties|counterparty|participant|client|customer|buyer|seller|investor|business|enterprise|institution|lead company|local company|foreign partner|partner company|partner organisation|unternehmen|firma|entreprise|empresa|企业|公司|单位|机构|合作方|合作单位|签约方|参与方|企业名称|公司名称|单位名称|机构名称|中方企业|外方企业|中方单位|外方单位|甲方|乙方|投资方|采购方|供应方',
  kind: 'kind|type|category|sort|outcome type|type of outcome|kind of outcome|art|genre|tipo|类型|类别|种类|成果类型|成果类别|项目类型|性质',
  stage:
    'stage|status|state|progress|phase|current status|stand|statut|estado|阶段|进展|状态|进度|现状|进展情况|目前进展|目前状态|项目阶段|项目进展',
  date: 'date|when|year|day|month|date signed|signed on|signed|signing date|date of signature|agreed|date agreed|announced|announced on|datum|jahr|année|fecha|año|日期|时间|年份|年度|签约日期|签约时间|签署日期|签署时间|签订日期|达成时间|发布时间|年月',
  amount:
    'amount|value|sum|deal value|contract value|total value|worth|total|investment|budget|price|cost|size|volume|est value|estimated value|betrag|wert|montant|valeur|importe|valor|金额|数额|合同金额|签约金额|投资额|投资金额|总额|价值|成交额|成交金额|意向金额|交易额|总投资|金额合计',
  currency: 'currency|ccy|curr|währung|devise|moneda|币种|货币|币别|货币单位',
  count:
    'count|number|number of deals|deals|quantity|how many|no of deals|number of projects|anzahl|nombre|数量|项目数|项目个数|交易项数|投资项数|服务项数|交流项数|提议项数|项数|个数|件数|笔数|份数|数目',
  said_by: 'said by|stated by|reported by|announced by|who said it|spokesperson|speaker|陈述方|发布方|公布方|宣布人|填报人|发言人',
  source: 'source|sources|reference|link|url|evidence|press|quelle|fuente|来源|出处|依据|资料来源|链接|网址|证明材料',
  note: 'note|notes|remark|remarks|comment|comments|details|further details|next steps|bemerkung|remarque|备注|说明|附注|其他|详情|补充说明|后续',
  ignored: 'no|nr|number #|#|s/n|sn|id|serial|serial no|row|lp|序号|编号|项目编号|序',
};

const known = headTable(heads);
/** Of "Value £m" and "金额（万元）" the word before the unit. */
export const meaningOfHead = (head: string): SheetMeaning | null => known(head) ?? known(unitIn(head)?.rest ?? '');

export interface OutcomeSheet {
  readonly above: readonly PastedRow[];
  readonly heads: readonly string[] | null;
  readonly columns: readonly SheetMeaning[];
  readonly rows: readonly PastedRow[];
}

const filled = (row: readonly string[]): readonly string[] => row.filter((cell) => cell.trim() !== '');

/** A row of heads names a column of amounts, stages or titles, and holds no figure. */
function headsIn(row: readonly string[]): number | null {
  const cells = filled(row);
  const meanings = new Set(cells.flatMap((cell) => meaningOfHead(cell) ?? []));
  const isHeads = meanings.size >= 2 || (meanings.size === 1 && cells.length === 1);
  return isHeads && meanings.size * 2 >= cells.length && !cells.some((cell) => /^[\d.,\s]+$/.test(cell)) ? meanings.size : null;
}

const cellsAt = (rows: readonly PastedRow[], at: number): readonly string[] => filled(rows.map(({ cells }) => cells[at] ?? ''));

const isAmount = (cell: string): boolean => {
  const read = parseAmount(withUnit(cell, null));
  return read.ok ? read.value.currencies.length > 0 || Number(read.value.value) > 2100 : read.refusal.code === 'kernel.amount_ambiguous';
};

const kinds: readonly ColumnKind<SheetMeaning>[] = [
  ['date', isDate],
  ['stage', (cell) => stageOfWord(cell) !== null],
  ['kind', (cell) => kindOfWord(cell) !== null],
  ['amount', isAmount],
];

/** Where there are no heads: by values, and the column of the longest words is the title. */
function byValues(rows: readonly PastedRow[], width: number): readonly (SheetMeaning | null)[] {
  const found = Array.from({ length: width }, (_, at) => kindOfColumn(cellsAt(rows, at), kinds));
  const lengths = found.map((meaning, at) => (meaning === null ? cellsAt(rows, at).join('').length : 0));
  const title = lengths.indexOf(Math.max(...lengths));
  return found.map((meaning, at) => (at === title && lengths[at] !== 0 ? 'title' : meaning));
}

/** The first column of each meaning keeps it; a second one is kept as extra words, so that nothing is lost. */
function once(meanings: readonly (SheetMeaning | null)[]): readonly SheetMeaning[] {
  const taken = new Set<SheetMeaning>();
  return meanings.map((meaning) => {
    if (meaning === null) return 'extra';
    if (taken.has(meaning) && !standsOften(meaning)) return 'extra';
    taken.add(meaning);
    return meaning;
  });
}

/** Reads a sheet's columns; `asked` is what the person chose instead, by column. */
export function outcomeSheetOf(rows: readonly PastedRow[], asked: readonly SheetMeaning[] = []): OutcomeSheet {
  const at = headsAt(rows, headsIn);
  const first = at === null ? null : (rows[at]?.cells ?? null);
  const body = at === null ? rows : rows.slice(at + 1);
  const width = Math.max(0, ...(at === null ? rows : rows.slice(at)).map(({ cells }) => cells.length));
  const guessed =
    first === null
      ? byValues(body, width)
      : Array.from({ length: width }, (_, column) =>
          cellsAt(body, column).length === 0 ? ('ignored' as const) : meaningOfHead(first[column] ?? ''),
        );
  // "Number" counts rows where the figures are 1, 2, 3 …
  const counted = guessed.map((meaning, column) => (meaning === 'count' && countsRows(cellsAt(body, column)) ? 'ignored' : meaning));
  const heads = first === null ? null : Array.from({ length: width }, (_, column) => first[column] ?? '');
  return { above: rows.slice(0, at ?? 0), heads, columns: once(counted.map((meaning, column) => asked[column] ?? meaning)), rows: body };
}

const countsRows = (cells: readonly string[]): boolean =>
  cells.length > 2 && cells.every((cell, at) => Number(cell.replace(/[.)]$/, '')) === at + 1);
