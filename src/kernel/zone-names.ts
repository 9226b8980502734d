// Time zones by the city that names them, as readers of each language know it.
import { inEach, type Language } from './language.ts';

/** Chinese names of the cities that zones likely at an expo are named for; others keep the Latin name. */
const chineseZones: Readonly<Record<string, string>> = {
  Cairo: '开罗',
  Johannesburg: '约翰内斯堡',
  Chicago: '芝加哥',
  Los_Angeles: '洛杉矶',
  Mexico_City: '墨西哥城',
  New_York: '纽约',
  Sao_Paulo: '圣保罗',
  Toronto: '多伦多',
  Vancouver: '温哥华',
  Bangkok: '曼谷',
  Calcutta: '加尔各答',
  Dubai: '迪拜',
  Ho_Chi_Minh: '胡志明市',
  Hong_Kong: '香港',
  Jakarta: '雅加达',
  Kolkata: '加尔各答',
  Kuala_Lumpur: '吉隆坡',
  Macau: '澳门',
  Manila: '马尼拉',
  Riyadh: '利雅得',
  Saigon: '胡志明市',
  Seoul: '首尔',
  Shanghai: '上海',
  Singapore: '新加坡',
  Taipei: '台北',
  Tokyo: '东京',
  Urumqi: '乌鲁木齐',
  Melbourne: '墨尔本',
  Sydney: '悉尼',
  Amsterdam: '阿姆斯特丹',
  Athens: '雅典',
  Berlin: '柏林',
  Brussels: '布鲁塞尔',
  Budapest: '布达佩斯',
  Copenhagen: '哥本哈根',
  Dublin: '都柏林',
  Helsinki: '赫尔辛基',
  Kiev: '基辅',
  Kyiv: '基辅',
  Istanbul: '伊斯坦布尔',
  Lisbon: '里斯本',
  London: '伦敦',
  Madrid: '马德里',
  Moscow: '莫斯科',
  Oslo: '奥斯陆',
  Paris: '巴黎',
  Prague: '布拉格',
  Rome: '罗马',
  Stockholm: '斯德哥尔摩',
  Vienna: '维也纳',
  Warsaw: '华沙',
  Zurich: '苏黎世',
  Auckland: '奥克兰',
  UTC: 'UTC',
};

/** English names of cities of which browsers still know a zone by a former one. */
const englishZones: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Macau: 'Macao',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};

const zoneCities: Readonly<Record<Language, typeof chineseZones>> = inEach(englishZones, chineseZones);

/** How a time zone is called by its city: `Shanghai`, `上海`. */
export function zoneName(timeZone: string, language: Language): string {
  const city = timeZone.split('/').at(-1) ?? timeZone;
  return zoneCities[language][city] ?? city.replaceAll('_', ' ');
}

/** What letters say below their times. */
export function venueTimes(timeZone: string, language: Language): string {
  const zone = zoneName(timeZone, language);
  return inEach(`All times are ${zone} time, as at the venue.`, `时间均为会场时间（${zone}时间）。`)[language];
}
