// What Chinese cities and provinces are called in one character or an everyday name: 沪 is Shanghai. It is how plates, railway lines and
// headlines write them, and no spelling of a gazetteer. Provinces as the Ministry of Civil Affairs lists them (Administrative divisions of
// the People's Republic of China, column 简称), cities as their governments introduce them.
import { simplified } from '#kernel/writing/han.ts';

/** `sign:place,place`, in simplified characters. */
const signs = `
京:北京 津:天津 沪:上海 申:上海 申城:上海 渝:重庆 山城:重庆 穗:广州 羊城:广州 深:深圳 鹏城:深圳
莞:东莞 佛:佛山 汕:汕头 杭:杭州 甬:宁波 温:温州 宁:南京,宁夏 金陵:南京 苏:苏州,江苏 姑苏:苏州 锡:无锡
汉:武汉 江城:武汉 蓉:成都 蓉城:成都 榕:福州 榕城:福州 厦:厦门 鹭:厦门 鹭岛:厦门 哈:哈尔滨 冰城:哈尔滨
连:大连 滨城:大连 岛城:青岛 青:青岛,青海 泉城:济南 济:济南 郑:郑州 合:合肥 庐:合肥 洪:南昌 洪城:南昌
昆:昆明 春城:昆明 筑:贵阳 邕:南宁 冀:河北 晋:山西 蒙:内蒙古 辽:辽宁 吉:吉林 黑:黑龙江 浙:浙江 皖:安徽
闽:福建 赣:江西 鲁:山东 豫:河南 鄂:湖北 湘:湖南 粤:广东 桂:广西 琼:海南 川:四川 蜀:四川 黔:贵州
贵:贵州 滇:云南 云:云南 藏:西藏 陕:陕西 秦:陕西 甘:甘肃 陇:甘肃 新:新疆 港:香港 澳:澳门
`;

/** What stands behind each name of a list of `name:other,other`. */
export const listed = (names: string): ReadonlyMap<string, readonly string[]> =>
  new Map(Array.from(names.matchAll(/(\S+):(\S+)/gu), ([, name = '', others = '']) => [name, others.split(',')]));

const bySign = listed(signs);

const suffixes = ['', '市', '省', '自治区', '特别行政区'];

/** The places that such a short name can mean; none where it is no short name. */
export function meantByShortName(words: string): readonly string[] {
  const sign = words.trim();
  return bySign.get(sign) ?? bySign.get(simplified(sign)) ?? [];
}

/** Whether a Chinese name is that of the place, with or without what it is: 广西, 广西壮族自治区. */
export const isNameOf = (place: string, name: string): boolean =>
  name.startsWith(place) && suffixes.some((suffix) => name === `${place}${suffix}` || (suffix.length > 1 && name.endsWith(suffix)));
