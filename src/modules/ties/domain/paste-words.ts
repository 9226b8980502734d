// The words by which a pasted sheet is understood, in English and Chinese: heads of columns, classes, states, countries.
import { isCountry } from '#kernel/codes.ts';
import { countryOf } from '#kernel/names-of-codes.ts';
import { standardClasses, statuses, type StandardClass, type Status } from './attributes.ts';
import { simplifiedWord } from './han-words.ts';

/** What a column of a pasted sheet is taken for; `ignored` ones are recognised but not ours to enter. */
export const columnMeanings = [
  'city',
  'code',
  'country',
  'class',
  'since',
  'until',
  'status',
  'source',
  'note',
  'extra',
  'ignored',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** How a word is compared: width, case, blanks, punctuation and the Chinese script do not matter. */
export const foldWord = (text: string): string =>
  simplifiedWord(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s_\-–—/.,:;()（）'"“”]+/gu, '');

const heads: Readonly<Record<Exclude<ColumnMeaning, 'extra'>, string>> = {
  city: 'city|partner city|partner|sister city|twin city|town|municipality|name|name of city|city name|sister|twin|partner town|foreign city|twinned administrative body|partnerstadt|stadt|gemeinde|partnergemeinde|ort|ville|ville jumelée|ville partenaire|commune|ciudad|ciudad hermana|ciudad hermanada|municipio|città|città gemellata|comune|cidade|cidade irmã|stad|zusterstad|partnerstad|miasto|miasto partnerskie|město|partnerské město|vänort|город|город побратим|姉妹都市|姊妹市|姊妹城市|友好都市|都市|提携先|자매도시|도시|城市|友城|友好城市|对方城市|外方城市|结好城市|城市名称|名称|友城名称|国外城市',
  code: 'code|city code|address|wikidata|wikidata id|wikidata item|wikidata number|qid|维基数据|维基数据编号|代码|城市代码|地址名',
  country:
    'country|country or region|nation|land|staat|partnerland|pays|país|pais|paese|stato|kraj|země|страна|国|国名|相手国|국가|国家|国别|国家地区|国家或地区|所在国|所在国家',
  class: 'class|type|kind|category|relation|类别|类型|关系类型|关系类别|性质',
  since:
    'since|established|date|start time|point in time|founded|signed|date signed|signing date|date of signing|date of agreement|agreement date|date established|start|start date|year|year signed|jahr|seit|partnerschaft seit|partnerschaft|beginn|beginn der partnerschaft|gegründet|année|annee|depuis|date de signature|année de jumelage|año|fecha|fecha de firma|desde|anno|dal|ano|jaar|sinds|rok|год|дата|с|提携年|提携年月日|締結年|締結日|체결일|결연일|연도|建立日期|建立时间|结好时间|结好日期|缔结时间|缔结日期|签约日期|签署日期|日期|时间|年份',
  until:
    'until|ended|end|end date|ende|bis|beendet|fin|hasta|fine|koniec|date ended|terminated|till|expired|ended on|终止日期|终止时间|结束日期|结束时间|终止|结束',
  status: 'status|our status|state|we say|current status|状态|我方状态|我方|现状|目前状态|关系状态',
  source: 'source|reference|quelle|fuente|fonte|źródło|источник|出典|来源|出处|依据|资料来源',
  note: 'note|notes|remark|remarks|bemerkung|bemerkungen|anmerkung|remarque|remarques|observaciones|uwagi|примечание|備考|비고|comment|comments|observations|备注|说明|注|附注|其他',
  ignored:
    'no|nr|number|#|s/n|serial|serial no|row|they say|domains|last exchange|next due|next date|visibility|序号|编号|对方|领域|最近交流|下一事项|下一日期|可见范围',
};

const meaningOfHead = new Map(
  Object.entries(heads).flatMap(([meaning, words]) => words.split('|').map((word) => [foldWord(word), meaning as ColumnMeaning] as const)),
);

/** A head in two languages, as its parts: "Partner city / 友城", "Country 国家", "Status (our side)". */
const partsOfHead = (head: string): readonly string[] =>
  head
    .replace(/(\p{Script=Han})(?=[^\p{Script=Han}])|([^\p{Script=Han}])(?=\p{Script=Han})/gu, '$1$2|')
    .split(/[|/\\\n()（）[\]:：]+/u)
    .filter((part) => foldWord(part) !== '');

/** What a head names; null where it is no head that we know. Of one in several languages the first part that is known decides. */
export function headMeaning(head: string): ColumnMeaning | null {
  const whole = meaningOfHead.get(foldWord(head));
  if (whole !== undefined) return whole;
  for (const part of partsOfHead(head)) {
    const meaning = meaningOfHead.get(foldWord(part));
    if (meaning !== undefined) return meaning;
  }
  return null;
}

const classWords: Readonly<Record<StandardClass, string>> = {
  sister_city: 'sister city|sister cities|sister|twin|twin city|twin town|twinning|友好城市|友城|姊妹城市',
  friendly_exchange: 'friendly exchange|friendly exchange city|friendship city|exchange city|friendship|友好交流城市|友好交流|交流城市',
  friendly_district: 'friendly district|district|sister district|友好城区|友好区|友好区县|友好区域',
  project_partnership: 'project partnership|partnership|project|partner city|合作伙伴|项目合作|项目合作伙伴|合作伙伴城市|项目伙伴',
};

const statusWords: Readonly<Record<Status, string>> = {
  proposed: 'proposed|planned|under discussion|拟建|拟结好|筹建|洽谈中',
  active: 'active|alive|ongoing|current|活跃|正常|活跃中',
  quiet: 'quiet|dormant|inactive|sleeping|暂无往来|近期无往来|无往来|沉寂|不活跃|停滞',
  suspended: 'suspended|paused|on hold|中止|暂停|冻结',
  ended: 'ended|terminated|over|closed|终止|结束|已终止|已结束',
  revived: 'revived|resumed|renewed|恢复|已恢复|重启',
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

/** The state that a phrase names with a year beside it: "ended 2014", "2014年终止"; null where it is a word alone or names none. */
export const statusInPhrase = (phrase: string): Status | null => {
  const words = phrase.replace(/(?:\b(?:in|since)\s+)?\d{4}(?:-\d{2}){0,2}年?/g, '');
  return words === phrase ? null : statusOfWord(words);
};

/** The ISO code of a country or region as people write it; null where the word names none. */
export function countryOfWord(word: string): string | null {
  const code = countryOf(word);
  return isCountry(code) ? code : null;
}
