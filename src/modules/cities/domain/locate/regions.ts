// States and provinces that are written beside a name, as the gazetteer numbers them: it has no names of regions itself.
import { fold } from '#kernel/fold.ts';

export interface Region {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The gazetteer's first-order code within the country. */
  readonly code: string;
}

/** `code name|other name`, of countries whose regions are commonly written beside cities. */
const tables: Readonly<Record<string, string>> = {
  US: 'AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California|Kalifornien;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia|D.C.|DC;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York|New York State;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington|Washington State;WV West Virginia;WI Wisconsin;WY Wyoming',
  CA: '01 Alberta;02 British Columbia|B.C.;03 Manitoba;04 New Brunswick;05 Newfoundland and Labrador|Newfoundland;07 Nova Scotia;08 Ontario;09 Prince Edward Island;10 Quebec|Québec;11 Saskatchewan;12 Yukon;13 Northwest Territories;14 Nunavut',
  AU: '01 Australian Capital Territory;02 New South Wales|NSW;03 Northern Territory;04 Queensland;05 South Australia;06 Tasmania;07 Victoria;08 Western Australia',
  GB: 'ENG England|Inghilterra|Angleterre;SCT Scotland|Schottland;WLS Wales;NIR Northern Ireland|Nordirland|N. Ireland|N Ireland|Ulster',
  DE: '01 Baden-Württemberg;02 Bavaria|Bayern;03 Bremen;04 Hamburg;05 Hesse|Hessen;06 Lower Saxony|Niedersachsen;07 North Rhine-Westphalia|Nordrhein-Westfalen|NRW;08 Rhineland-Palatinate|Rheinland-Pfalz;09 Saarland;10 Schleswig-Holstein;11 Brandenburg;12 Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania|Mecklenburg;13 Saxony|Sachsen;14 Saxony-Anhalt|Sachsen-Anhalt;15 Thuringia|Thüringen;16 Berlin',
  AT: '01 Burgenland;02 Carinthia|Kärnten;03 Lower Austria|Niederösterreich;04 Upper Austria|Oberösterreich;05 Salzburg;06 Styria|Steiermark;07 Tyrol|Tirol;08 Vorarlberg;09 Vienna|Wien',
  PT: '09 Algarve;10 Madeira;23 Azores|Açores',
  FR: '11 Île-de-France;24 Centre-Val de Loire;27 Bourgogne-Franche-Comté|Burgundy|Bourgogne|Franche-Comté|Burgund;28 Normandy|Normandie;32 Hauts-de-France|Nord-Pas-de-Calais|Picardy|Picardie;44 Grand Est|Alsace|Elsass|Lorraine|Lothringen|Champagne-Ardenne;52 Pays de la Loire;53 Brittany|Bretagne;75 Nouvelle-Aquitaine|Aquitaine|Aquitanien;76 Occitanie|Occitania|Okzitanien|Languedoc-Roussillon|Midi-Pyrénées;84 Auvergne-Rhône-Alpes|Rhône-Alpes|Auvergne;93 Provence-Alpes-Côte d’Azur|Provence;94 Corsica|Corse|Korsika',
  ES: '07 Balearic Islands|Islas Baleares|Illes Balears;27 La Rioja;29 Community of Madrid|Comunidad de Madrid;31 Region of Murcia|Región de Murcia;32 Navarre|Navarra;34 Asturias;39 Cantabria;51 Andalusia|Andalucía|Andalusien;52 Aragon|Aragón;53 Canary Islands|Canarias|Islas Canarias;54 Castilla-La Mancha|Castile-La Mancha;55 Castile and León|Castilla y León;56 Catalonia|Cataluña|Catalunya|Katalonien;57 Extremadura;58 Galicia|Galicien;59 Basque Country|País Vasco|Euskadi|Baskenland;60 Valencian Community|Comunidad Valenciana|Comunitat Valenciana',
  BE: 'VLG Flanders|Flandern;WAL Wallonia|Wallonien;BRU Brussels',
  IT: '01 Abruzzo|Abruzzi;02 Basilicata;03 Calabria|Kalabrien;04 Campania|Kampanien;05 Emilia-Romagna;06 Friuli-Venezia Giulia|Friuli;07 Lazio|Latium;08 Liguria|Ligurien;09 Lombardy|Lombardia|Lombardei;10 Marche;11 Molise;12 Piedmont|Piemonte|Piemont;13 Apulia|Puglia|Apulien;14 Sardinia|Sardegna|Sardinien;15 Sicily|Sicilia|Sizilien;16 Tuscany|Toscana|Toskana;17 Trentino-Alto Adige|Trentino|South Tyrol|Südtirol;18 Umbria|Umbrien;19 Aosta Valley;20 Veneto|Venetien',
};

/** The same in Chinese, as it stands behind a name or in front of it. */
const chineseTables: Readonly<Record<string, string>> = {
  US: 'AL 亚拉巴马州|阿拉巴马州;AK 阿拉斯加州;AZ 亚利桑那州;AR 阿肯色州;CA 加利福尼亚州|加州;CO 科罗拉多州;CT 康涅狄格州;DE 特拉华州;FL 佛罗里达州;GA 佐治亚州|乔治亚州;HI 夏威夷州;ID 爱达荷州;IL 伊利诺伊州|伊利诺州;IN 印第安纳州;IA 艾奥瓦州|爱荷华州;KS 堪萨斯州;KY 肯塔基州;LA 路易斯安那州;ME 缅因州;MD 马里兰州;MA 马萨诸塞州|麻省;MI 密歇根州;MN 明尼苏达州;MS 密西西比州;MO 密苏里州;MT 蒙大拿州;NE 内布拉斯加州;NV 内华达州;NH 新罕布什尔州;NJ 新泽西州;NM 新墨西哥州;NY 纽约州;NC 北卡罗来纳州|北卡州;ND 北达科他州;OH 俄亥俄州;OK 俄克拉何马州|俄克拉荷马州;OR 俄勒冈州;PA 宾夕法尼亚州|宾州;RI 罗得岛州;SC 南卡罗来纳州|南卡州;SD 南达科他州;TN 田纳西州;TX 得克萨斯州|德克萨斯州|得州|德州;UT 犹他州;VT 佛蒙特州;VA 弗吉尼亚州;WA 华盛顿州;WV 西弗吉尼亚州;WI 威斯康星州;WY 怀俄明州',
  CA: '01 艾伯塔省|阿尔伯塔省;02 不列颠哥伦比亚省|卑诗省;03 曼尼托巴省;04 新不伦瑞克省;05 纽芬兰与拉布拉多省|纽芬兰省;07 新斯科舍省;08 安大略省;09 爱德华王子岛省;10 魁北克省;11 萨斯喀彻温省',
  AU: '02 新南威尔士州;04 昆士兰州;05 南澳大利亚州|南澳州;06 塔斯马尼亚州;07 维多利亚州;08 西澳大利亚州|西澳州',
};

function regionsByName(all: readonly (readonly [country: string, table: string])[]): ReadonlyMap<string, readonly Region[]> {
  const regions = new Map<string, Region[]>();
  for (const [country, table] of all)
    for (const entry of table.split(';')) {
      const blank = entry.indexOf(' ');
      for (const name of entry.slice(blank + 1).split('|')) {
        const key = fold(name);
        regions.set(key, [...(regions.get(key) ?? []), { country, code: entry.slice(0, blank) }]);
      }
    }
  return regions;
}
const byName = regionsByName([...Object.entries(tables), ...Object.entries(chineseTables)]);

/** Letters that stand for regions: `code letters`, where they are not the code itself. */
const letters: Readonly<Record<string, string>> = {
  CA: '01 AB;02 BC;03 MB;04 NB;05 NL;07 NS;08 ON;09 PE;10 QC;11 SK;12 YT;13 NT;14 NU',
  AU: '01 ACT;02 NSW;03 NT;04 QLD;05 SA;06 TAS;07 VIC;08 WA',
};
const byLetters = new Map<string, Region[]>();
for (const [country, table] of [...Object.entries(letters), ['US', (tables['US'] ?? '').replace(/([A-Z]{2}) [^;]+/g, '$1 $1')] as const])
  for (const entry of table.split(';')) {
    const [code = '', text = ''] = entry.split(' ');
    byLetters.set(text, [...(byLetters.get(text) ?? []), { country, code }]);
  }

/** The regions that capital letters stand for: `'OR'` Oregon, `'WA'` Washington and Western Australia. */
export const regionsOfLetters = (text: string): readonly Region[] => byLetters.get(text) ?? [];

/** The regions that are called so, in any country of the tables: `'Brandenburg'`, `'Ohio'`; `'OH'` only where `country` is given. */
export function regionsCalled(text: string, country: string | null = null): readonly Region[] {
  const found = byName.get(fold(text)) ?? [];
  const short = country === null ? [] : regionsOfLetters(text.trim()).filter((region) => region.country === country);
  return [...found.filter((region) => country === null || region.country === country), ...short];
}

/** Of countries whose provinces bear the names of their cities: read only where they stand beside a city, or Hiroshima could be either. */
const besideTables: Readonly<Record<string, string>> = {
  CN: '01 Anhui|安徽;02 Zhejiang|浙江;03 Jiangxi|江西;04 Jiangsu|江苏;05 Jilin|吉林;06 Qinghai|青海;07 Fujian|福建;08 Heilongjiang|黑龙江;09 Henan|河南;10 Hebei|河北;11 Hunan|湖南;12 Hubei|湖北;13 Xinjiang|新疆;14 Tibet|Xizang|西藏;15 Gansu|甘肃;16 Guangxi|广西;18 Guizhou|贵州;19 Liaoning|辽宁;20 Inner Mongolia|Nei Mongol|内蒙古;21 Ningxia|宁夏;24 Shanxi|山西;25 Shandong|山东;26 Shaanxi|陕西;29 Yunnan|云南;30 Guangdong|广东;31 Hainan|海南;32 Sichuan|四川',
  JP: '01 Aichi|愛知;02 Akita|秋田;03 Aomori|青森;04 Chiba|千葉;05 Ehime|愛媛;06 Fukui|福井;07 Fukuoka|福岡;08 Fukushima|福島;09 Gifu|岐阜;10 Gunma|群馬;11 Hiroshima|広島;12 Hokkaido|北海道;13 Hyogo|兵庫;14 Ibaraki|茨城;15 Ishikawa|石川;16 Iwate|岩手;17 Kagawa|香川;18 Kagoshima|鹿児島;19 Kanagawa|神奈川;20 Kochi|高知;21 Kumamoto|熊本;22 Kyoto|京都;23 Mie|三重;24 Miyagi|宮城;25 Miyazaki|宮崎;26 Nagano|長野;27 Nagasaki|長崎;28 Nara|奈良;29 Niigata|新潟;30 Oita|大分;31 Okayama|岡山;32 Osaka|大阪;33 Saga|佐賀;34 Saitama|埼玉;35 Shiga|滋賀;36 Shimane|島根;37 Shizuoka|静岡;38 Tochigi|栃木;39 Tokushima|徳島;40 Tokyo|東京;41 Tottori|鳥取;42 Toyama|富山;43 Wakayama|和歌山;44 Yamagata|山形;45 Yamaguchi|山口;46 Yamanashi|山梨;47 Okinawa|沖縄',
  MX: '01 Aguascalientes;02 Baja California;03 Baja California Sur;04 Campeche;05 Chiapas;06 Chihuahua;07 Coahuila;08 Colima;09 Mexico City|Ciudad de México|Distrito Federal;10 Durango;11 Guanajuato;12 Guerrero;13 Hidalgo;14 Jalisco;15 State of Mexico|Estado de México;16 Michoacán;17 Morelos;18 Nayarit;19 Nuevo León;20 Oaxaca;21 Puebla;22 Querétaro;23 Quintana Roo;24 San Luis Potosí;25 Sinaloa;26 Sonora;27 Tabasco;28 Tamaulipas;29 Tlaxcala;30 Veracruz;31 Yucatán;32 Zacatecas',
};
const besideName = regionsByName(Object.entries(besideTables));
const PROVINCE = /\s+(?:province|prefecture|state|region|district|governorate)$|[省県县府都]$|\s*-ken$/iu;

/** The regions of that name as it stands beside a city, provinces among them: `'Anhui Province'`, `'石川県'`. */
export function regionsBeside(text: string, country: string | null = null): readonly Region[] {
  const known = regionsCalled(text, country);
  if (known.length > 0) return known;
  const found = besideName.get(fold(text)) ?? besideName.get(fold(text.replace(PROVINCE, ''))) ?? [];
  return found.filter((region) => country === null || region.country === country);
}
