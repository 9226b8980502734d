// The words by which heads of columns are understood, in the languages in which such lists are kept.
import { simplifiedWord } from '#reading/han-words.ts';
import type { PlacePart, RowSide, TiePart } from './mapping.ts';

/** What a head names: a part of a place with its side where it says one, or something of the tie. */
export type HeadMeaning =
  | { readonly of: 'place'; readonly part: PlacePart; readonly side: RowSide | null }
  | { readonly of: 'tie'; readonly part: TiePart }
  | { readonly of: 'nothing' };

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const sideWords: Readonly<Record<RowSide, ReadonlySet<string>>> = {
  a: words('1 a from source origin origine origen first own home our one item subject left 本方 我方 甲方 eigene'),
  b: words(
    '2 b to with target destination second other partner partners sister sisters twin twins twinned twinning linked paired foreign their two object right partnerin jumelée jumelle jumelage hermana hermanada hermanamiento gemellata gemellaggio zuster zusterstad stedenband gemellato hermanado hermanada irmã irmão geminada partnera partnerskie partnerská partnerského partnerské partnerstadt partnergemeinde partnerland zusterstad побратим побратима партнер партнёр partenaire 对方 友城 友好城市 外方 乙方',
  ),
};

const placeWords: Readonly<Record<PlacePart, ReadonlySet<string>>> = {
  latitude: words('lat latitude breite breitengrad latitud 纬度'),
  longitude: words('lng lon long longitude länge längengrad longitud 经度'),
  point: words('coord coords coordinate coordinates coordinaten koordinaten point wkt position location geo 坐标'),
  country: words(
    'country countries nation land staat partnerland pays paese país pais state stato ctry cntry iso kraj země krajina страна страны ország 国家 国别 国家地区 所在国',
  ),
  wikidata: words('qid wikidata q wikidataid entity'),
  geonames: words('geonames geonameid geonamesid geoname'),
  name: words(
    'city cities town municipality place settlement name label stadt partnerstadt gemeinde partnergemeinde ort kommune commune ville comune città ciudad municipio cidade município stad miasto gmina město obec город zusterstad 城市 城市名称 名称',
  ),
};

const tieWords: Readonly<Record<Exclude<TiePart, 'since_precision' | 'until_precision'>, ReadonlySet<string>>> = {
  since: words(
    'since established date founded signed start started begin began year yr est estd inception seit jahr beginn gegründet gründung année annee año ano anno fecha rok jaar год года дата 建立日期 建立时间 结好时间 结好日期 缔结时间 签约日期 日期 年份',
  ),
  until: words('until end ended terminated till closed bis ende beendet fin fine koniec einde hasta 终止日期 结束日期 终止'),
  class: words('class type kind category relation relationship art typ tipo тип 类别 类型 关系'),
  note: words(
    'note notes remark remarks comment comments bemerkung bemerkungen anmerkung anmerkungen remarque remarques observaciones nota uwagi примечание примечания 备注 说明',
  ),
  source: words('source sources reference references ref url link website quelle quellen fuente fonte źródło источник 来源 出处 依据'),
};

const nothing = words('no nr number id index row code 序号 编号');

/** Words of a head: full-width forms narrowed, camelCase and figures apart. */
const wordsOf = (head: string): readonly string[] =>
  simplifiedWord(head.normalize('NFKC'))
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const HAN_OR_HANGUL = /^[\p{Script=Han}\p{Script=Hangul}\d]+$/u;
const hanSides: readonly (readonly [RowSide, RegExp])[] = [
  ['b', /友城|友好城|姉妹|姊妹|姐妹|对方|相手|提携先|外方|国外|乙|자매|상대|2/u],
  ['a', /我方|本方|中方|本市|甲|1/u],
];
/** What a head in one word ends in, or holds; the end of a tie goes before its beginning, the country of a city before the city. */
const hanParts: readonly (readonly [RegExp, Exclude<HeadMeaning, { readonly of: 'place' }> | PlacePart])[] = [
  [/终止|结束|解消|종료/u, { of: 'tie', part: 'until' }],
  [/(?:日期|时间|年份|年月日?|年度|年|日|일|일자|연도|날짜)$/u, { of: 'tie', part: 'since' }],
  [/国家|国别|国名|国$|국가|나라/u, 'country'],
  [/城市|都市|自治体|市町村|友城|提携先|市名?$|도시/u, 'name'],
];

/** Heads of China, Japan and Korea carry side and part in one word: 城市乙, 姉妹都市, 提携先国名, 자매도시. */
function hanMeaning(word: string): HeadMeaning | null {
  if (!HAN_OR_HANGUL.test(word) || !/\p{L}/u.test(word)) return null;
  const found = hanParts.find(([pattern]) => pattern.test(word))?.[1];
  if (found === undefined || typeof found !== 'string') return found ?? null;
  return { of: 'place', part: found, side: hanSides.find(([, pattern]) => pattern.test(word))?.[0] ?? null };
}

const sideOf = (heads: readonly string[]): RowSide | null =>
  heads.some((word) => sideWords.b.has(word)) ? 'b' : heads.some((word) => sideWords.a.has(word)) ? 'a' : null;

/** The side that a head names, whatever else it says: "source" and "target" are sides where numbers of places stand below. */
export const sideOfHead = (head: string): RowSide | null => sideOf(wordsOf(head));

const order = ['latitude', 'longitude', 'point', 'country', 'wikidata', 'geonames', 'name'] as const;

/** What a head names; null where it is no head that we know. */
export function headMeaning(head: string): HeadMeaning | null {
  const all = wordsOf(head);
  if (all.length === 0) return null;
  const side = sideOf(all);
  const precise = all.includes('precision');
  const tie = (['until', 'since', 'class', 'note', 'source'] as const).find((part) => all.some((word) => tieWords[part].has(word)));
  // "source" alone is where a row is from, "source city" the first side; "partner since" is of the tie.
  const place = order.find((part) => all.some((word) => placeWords[part].has(word)));
  if (place !== undefined && (tie === undefined || tie === 'source')) return { of: 'place', part: place, side };
  if (tie !== undefined) return { of: 'tie', part: precise && (tie === 'since' || tie === 'until') ? `${tie}_precision` : tie };
  if (side !== null && all.every((word) => sideWords[side].has(word)) && all.some((word) => /\p{L}{2}/u.test(word)))
    return { of: 'place', part: 'name', side };
  return all.every((word) => nothing.has(word)) ? { of: 'nothing' } : hanMeaning(all.join(''));
}
