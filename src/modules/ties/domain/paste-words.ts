// The words by which a pasted sheet is understood, in English and Chinese: heads of columns, classes, states, countries.
import { isCountry } from '#kernel/codes.ts';
import { countryOf } from '#kernel/names-of-codes.ts';
import { standardClasses, statuses, type StandardClass, type Status } from './attributes.ts';

/** What a column of a pasted sheet is taken for; `ignored` ones are recognised but not ours to enter. */
export const columnMeanings = ['city', 'code', 'country', 'class', 'since', 'status', 'source', 'note', 'extra', 'ignored'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** How a word is compared: width, case, blanks and punctuation do not matter. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—/.,:;()（）'"“”]+/gu, '');

const heads: Readonly<Record<Exclude<ColumnMeaning, 'extra'>, string>> = {
  city: 'city|partner city|partner|sister city|twin city|town|municipality|name|name of city|城市|友城|友好城市|对方城市|外方城市|结好城市|城市名称|名称',
  code: 'code|city code|address|代码|城市代码|地址名',
  country: 'country|country or region|nation|国家|国别|国家地区|国家或地区|所在国|所在国家',
  class: 'class|type|kind|category|relation|类别|类型|关系类型|关系类别|性质',
  since:
    'since|established|date|founded|signed|date signed|date of agreement|agreement date|start|year|建立日期|建立时间|结好时间|结好日期|缔结时间|缔结日期|签约日期|签署日期|日期|时间|年份',
  status: 'status|our status|state|we say|状态|我方状态|我方|现状',
  source: 'source|reference|来源|出处|依据|资料来源',
  note: 'note|notes|remark|remarks|comment|comments|备注|说明|注',
  ignored: 'no|nr|number|they say|domains|last exchange|next due|visibility|序号|编号|对方|领域|最近交流|下一事项|可见范围',
};

const meaningOfHead = new Map(
  Object.entries(heads).flatMap(([meaning, words]) => words.split('|').map((word) => [foldWord(word), meaning as ColumnMeaning] as const)),
);

/** What a head names; null where it is no head that we know. */
export const headMeaning = (head: string): ColumnMeaning | null => meaningOfHead.get(foldWord(head)) ?? null;

const classWords: Readonly<Record<StandardClass, string>> = {
  sister_city: 'sister city|sister cities|sister|twin|twin city|twin town|twinning|友好城市|友城|姊妹城市',
  friendly_exchange: 'friendly exchange|friendly exchange city|friendship city|exchange city|friendship|友好交流城市|友好交流|交流城市',
  friendly_district: 'friendly district|district|sister district|友好城区|友好区|友好区县|友好区域',
  project_partnership: 'project partnership|partnership|project|partner city|合作伙伴|项目合作|项目合作伙伴|合作伙伴城市|项目伙伴',
};

const statusWords: Readonly<Record<Status, string>> = {
  active: 'active|alive|ongoing|current|活跃|正常|活跃中',
  quiet: 'quiet|dormant|inactive|sleeping|沉寂|不活跃|停滞',
  suspended: 'suspended|paused|on hold|中止|暂停|冻结',
  ended: 'ended|terminated|over|closed|终止|结束|已终止|已结束',
};

const lookup = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> =>
  new Map(codes.flatMap((code) => [code, ...words[code].split('|')].map((word) => [foldWord(word), code] as const)));

const classesByWord = lookup(standardClasses, classWords);
const statusesByWord = lookup(statuses, statusWords);

/** A class of an office's own table, by all its names. */
export interface OwnClass {
  readonly code: string;
  readonly names: readonly string[];
}

/** The class a word names: the office's own classes go before the standard ones. */
export function classOfWord(word: string, own: readonly OwnClass[]): string | null {
  const folded = foldWord(word);
  const found = own.find(({ code, names }) => [code, ...names].some((name) => foldWord(name) === folded));
  return found?.code ?? classesByWord.get(folded) ?? null;
}

export const statusOfWord = (word: string): Status | null => statusesByWord.get(foldWord(word)) ?? null;

/** The ISO code of a country or region as people write it; null where the word names none. */
export function countryOfWord(word: string): string | null {
  proposed: 'proposed|planned|under discussion|拟建|拟结好|筹建|洽谈中',
  const code = countryOf(word);
  return isCountry(code) ? code : null;
}
  revived: 'revived|resumed|renewed|恢复|已恢复|重启',
