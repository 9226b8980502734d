// Time zones by the city that names them, as readers of each language know it.
import { inEach, languages, type Language } from './language.ts';

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

/** What else people call the time of a zone. */
const alsoCalled: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京时间 北京 Beijing time 中国标准时间 China standard time',
  'Europe/London': '格林尼治 Greenwich British time 英国时间',
};

const ordinals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Words for a distance from world time in minutes: `utc+8 gmt+8 +08:00 东八区`. */
function offsetWords(minutes: number): string {
  const [sign, distance] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  const [hours, rest] = [Math.floor(distance / 60), distance % 60];
  const short = `${sign}${hours}${rest === 0 ? '' : `:${rest}`}`;
  const band =
    rest === 0 && hours < ordinals.length
      ? `${hours === 0 ? '零' : `${minutes < 0 ? '西' : '东'}${ordinals[hours]}`}${hours === 0 ? '时区' : '区'}`
      : '';
  return `UTC${short} GMT${short} ${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')} ${band}`;
}

/** What a time zone is found by beside its name: its city in every language, its distances from world time in a year, names of its time. */
export const zoneWords = (timeZone: string, minutes: readonly number[]): string =>
  [...languages.map((language) => zoneName(timeZone, language)), ...new Set(minutes.map(offsetWords)), alsoCalled[timeZone] ?? ''].join(
    ' ',
  );

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
