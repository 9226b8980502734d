// Codes of countries, regions and languages behind the names that people write, in English and Chinese.
import { languages as interfaceLanguages } from '#kernel/language.ts';
import { isCountry, isLanguageTag, spokenLanguage } from '#kernel/codes.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
/** Case, width, accents, and the ways to write "and" and "Saint" make no difference. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/&/g, 'and')
    .replace(/^st\.? /, 'saint ')
    .replace(/^the /, '');

/** Reads a table of lines `codes: name|other name` as names with their codes; several where one name means several. */
export const codesOfWords = (table: string): readonly (readonly [name: string, codes: readonly string[]])[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [codes = '', names = ''] = line.split(': ');
      return names.split('|').map((name) => [name, codes.split(' ')] as const);
    });

/** Names beside the runtime's, which calls some places by their newer, longer or French names alone; lists have short and former ones. */
const countryWords = codesOfWords(`
GB: uk|great britain|england|scotland|wales|northern ireland|u.k.|大不列颠|联合王国|英格兰|苏格兰|威尔士|北爱尔兰
US: usa|united states of america|america|u.s.|u.s.a.|美利坚合众国
KR: korea|republic of korea|韩国|rok|r.o.k.|s. korea|s korea|大韩民国
CZ: czech republic|捷克共和国
NL: holland
CN: people's republic of china|prc|pr china|p.r. china|p.r.china|p. r. china|p.r.c.|china pr|中华人民共和国
AE: uae|阿联酋|u.a.e.|阿拉伯联合酋长国
TR: turkey
PS: palestine
CI: ivory coast|cote d'ivoire
IE: republic of ireland
MM: myanmar|burma
CD: democratic republic of the congo
CG: republic of the congo
SZ: swaziland
MK: macedonia
TL: east timor
RU: russian federation|俄罗斯联邦|俄国
VN: viet nam
SK: slovak republic
VC: saint vincent and the grenadines
KP: n. korea|dprk|d.p.r.k.|dpr korea
HK: 香港|hong kong|hong kong, china|中国香港
MO: 澳门|macao|macau|macao, china|中国澳门
TW: 台湾|taiwan, china|中国台湾
FK: 马尔维纳斯群岛|马尔维纳斯群岛（福克兰群岛）|falklands
`);

const languageWords = codesOfWords(`
zh: mandarin|mandarin chinese|putonghua|chn|cn|汉语|普通话|华语|国语|中|simplified chinese|traditional chinese|简体中文|繁体中文|繁體中文
yue: cantonese|粤语|粵語|广东话|廣東話
pt: 葡语|葡|português
es: 西语|西|español
fr: 法文|法|français
en: 英文|英|eng
ja: 日文|日|jp|jpn|日本語
ko: 韩文|韩|kr|kor|한국어
de: 德文|德|deutsch
ru: 俄文|俄|rus|русский
it: 意|italiano
ar: 阿
`);

function codesByName(type: 'region' | 'language', codes: readonly string[], also: typeof countryWords): ReadonlyMap<string, string> {
  const byName = new Map(also.flatMap(([name, [code]]) => (code === undefined ? [] : [[name, code] as const])));
  for (const language of interfaceLanguages) {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name !== undefined && !byName.has(folded(name))) byName.set(folded(name), code);
    }
  }
  return byName;
}

const countries = codesByName('region', pairs.filter(isCountry), countryWords);
const languages = codesByName('language', pairs.map((pair) => pair.toLowerCase()).filter(isLanguageTag), languageWords);

/** The code of a country written as code or name; what is neither stays as it is and is refused later. */
export const countryOf = (text: string): string => {
  const code = text.toUpperCase();
  return isCountry(code) ? code : (countries.get(folded(text)) ?? text);
};

/** The tag of a language that is spoken, written as tag or name; what is neither stays as it is and is refused later. */
export const languageOf = (text: string): string =>
  languages.get(folded(text)) ?? (isLanguageTag(text.toLowerCase()) ? spokenLanguage(text.toLowerCase()) : text);

/** Several languages in one Chinese word: 中英文, 中英双语, 中、日文 is parted before. */
const together = /^([中英日韩法德俄西葡意阿]{2,})(?:[文语]|双语|三语)*$/u;

/** The tags of all languages that a cell names: `'中英文'`, `'Chinese & English'`, `'EN/ZH'`, `'英语（流利）'`; once each, in order. */
export function languagesOf(cell: string): readonly string[] {
  const parts = cell
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, ' ')
    .split(/[,;/|，；、+&\n]+|\s+(?:and|or)\s+|(?<=\p{Script=Han})[和及与或](?=\p{Script=Han})/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [
    ...new Set(
      parts.flatMap((part) => [...(together.exec(part)?.[1] ?? [])].map(languageOf).concat(together.test(part) ? [] : languageOf(part))),
    ),
  ];
}
