// Six sheets as offices of six countries write them: what is read right, what is asked, and that nothing is read wrong or lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { previewPaste } from './paste-ties.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
});
afterAll(() => db.close());

/** Each line: the cells, then behind `=>` the country, date, class and state that are meant, `?` where nobody can know, or `-` for no tie. */
interface Sheet {
  readonly heads: string;
  readonly lines: string;
  /** The cities of the rows that are read. */
  readonly cities: string;
  /** Rows read right, and rows that ask something. */
  readonly right: number;
  readonly asked: number;
}

const sheets: Readonly<Record<string, Sheet>> = {
  German: {
    heads: 'Partnerstadt\tLand\tArt\tSeit\tStand',
    lines: `
Mulhouse\tFrankreich\tStädtepartnerschaft\t17. Mai 1956\taktiv => FR 1956-05-17 sister_city active
Rovaniemi\tFinnland\tStädtepartnerschaft\t1972\taktiv => FI 1972 sister_city active
Florenz\tItalien\tStädtepartnerschaft\t29. April 1952\taktiv => IT 1952-04-29 sister_city active
Jaroslawl\tRussland\tStädtepartnerschaft\t1988\truht => RU 1988 sister_city quiet
Ramat Gan\tIsrael\tStädtepartnerschaft\t1.3.1990\taktiv => IL 1990-03-01 sister_city active
Västerås\tSchweden\tPartnerschaft\tSept. 1972\tbeendet => SE 1972-09 sister_city ended
Plzeň (Pilsen) (CZ)\t\tStädtepartnerschaft\tum 1987\taktiv => CZ about_1987 sister_city active
Brno\tTschech. Republik\tStädtepartnerschaft\t1989\taktiv => CZ 1989 sister_city active
Leeds\tGroßbritannien\tStädtefreundschaft\t1969\taktiv => GB 1969 friendly_exchange active
Linz\tÖsterr.\tStädtefreundschaft\t1980er\taktiv => ?
Suwon\tKorea (Süd)\tMoU\t36451\taktiv => ?
Xi'an\tV.R. China\tStädtepartnerschaft\t20.9.1997\taktiv => CN 1997-09-20 sister_city active
Omaha, Nebraska\tUSA\tStädtepartnerschaft\t1992/3\taktiv => ?
Sarajevo\tehem. Jugoslawien\tPartnerschaft (ausgesetzt)\t1985\t => BA 1985 sister_city suspended
Phantasien\tOberland\tPartnerschaft\t1990\taktiv => ?
Gesamt: 15\t\t\t\t => -`,
    cities: 'Mulhouse, Rovaniemi, Florence, Yaroslavl, Ramat Gan, Västerås, Pilsen, Brno, Leeds, Xi’an, Sarajevo',
    right: 11,
    asked: 4,
  },
  French: {
    heads: 'Ville\tAnnée\tNature du lien',
    lines: `
Allemagne\t\t => -
Essen\t1979\tjumelage => DE 1979 sister_city
Halle\t1976\tjumelage => ?
Italie\t\t => -
Catane\t1961\tjumelage => IT 1961 sister_city
Padoue\t28 févr. 1973\tjumelage => IT 1973-02-28 sister_city
Royaume-Uni\t\t => -
Oxford\t1er juin 1989\tjumelage => GB 1989-06-01 sister_city
États-Unis :\t\t => -
Phoenix\tvers 1990\tpacte d’amitié => US about_1990 friendly_exchange
Lituanie\t\t => -
Kaunas\tannées 1990\tjumelage => ?
Israël\t\t => -
Rehovot\t1984\tjumelage (en sommeil) => IL 1984 sister_city quiet
Burkina Faso\t\t => -
Ouagadougou\t22/10/1999\tcoopération décentralisée => ?
Chine\t\t => -
Suzhou\t1998\tjumelage => ?
Total 9\t\t => -`,
    cities: 'Essen, Catania, Padova, Oxford, Phoenix, Reẖovot',
    right: 6,
    asked: 4,
  },
  Polish: {
    heads: 'Miasto partnerskie\tKraj\tData podpisania\tRodzaj umowy\tUwagi',
    lines: `
Drezno\tNiemcy\t1959\tpartnerstwo\t => DE 1959 sister_city
Wiesbaden\tNiemcy\t17 grudnia 1987 r.\tpartnerstwo\t => DE 1987-12-17 sister_city
Lille\tFrancja\t9.06.2013\tpartnerstwo\t => ?
Lwów\tUkraina\t2002\tpartnerstwo\t => UA 2002 sister_city
Hradec Králové\tRep. Czeska\t25 marca 2003\tpartnerstwo\t => CZ 2003-03-25 sister_city
Kowno\tLitwa\t2003\tpartnerstwo\t => LT 2003 sister_city
Skopje\tMacedonia Północna\t10 października 2006\tpartnerstwo\t => MK 2006-10-10 sister_city
Oksford\tWielka Brytania\t2018\tpartnerstwo\t => GB 2018 sister_city
Reykjavík\tIslandia\t2017\tmiasto zaprzyjaźnione\t => IS 2017 friendly_exchange
Guadalajara\tMeksyk\t1995\tpartnerstwo\t => MX 1995 sister_city
Charlotte\tStany Zjednoczone\tlipiec 1993\tpartnerstwo\t => US 1993-07 sister_city
Ramat Gan\tIzrael\t1997\tpartnerstwo\t => IL 1997 sister_city
Breda\tHolandia\tlata 90.\tpartnerstwo\t => ?
Vienne\tFrancja\tXII.1990\tpartnerstwo\t => FR 1990-12 sister_city
Grodno\tBiałoruś\t2003\tpartnerstwo\tzawieszone w 2022 => ?
Razem\t\t15\t\t => -`,
    cities: 'Dresden, Wiesbaden, Lviv, Hradec Králové, Kaunas, Skopje, Oxford, Reykjavík, Guadalajara, Charlotte, Ramat Gan, Vienne',
    right: 12,
    asked: 3,
  },
  Chinese: {
    heads: '序号\t国别\t友城\t结好时间\t友城类别\t备注',
    lines: `
1\t法国\t蒙彼利埃\t1981年6月22日\t友好城市\t => FR 1981-06-22 sister_city
2\t斯洛文尼亚\t卢布尔雅那\t1981年8月\t友好城市\t => SI 1981-08 sister_city
3\t奥地利共和国\t林茨\t一九八三年九月二十一日\t友好城市\t => AT 1983-09-21 sister_city
4\t日本\t甲府市\t1984.9.27\t友好城市\t => JP 1984-09-27 sister_city
5\t美国\t菲尼克斯\t1987年\t友好城市\t => US 1987 sister_city
6\t意大利\t巴勒莫\t八十年代\t友好城市\t => ?
7\t比利时王国\t梅赫伦\t1993年\t友好城市\t => BE 1993 sister_city
8\t韩\t金泉\t2000年10月\t友好城市\t => KR 2000-10 sister_city
9\t芬兰\t坦佩雷\t约2007年\t友好交流关系\t => FI about_2007 friendly_exchange
10\t英\t谢菲尔德\t2010/3/23\t友好城市\t => GB 2010-03-23 sister_city
11\t俄罗斯联邦\t伏尔加格勒\t2011年5月27日\t友好城市\t => RU 2011-05-27 sister_city
12\t澳大利亚\t珀斯\t2012年\t友好城市\t => AU 2012 sister_city
13\t某国\t某城\t2013年\t友好城市\t => ?
14\t荷兰\t马斯特里赫特\t民国17年\t合作备忘录\t => ?
15\t德意志联邦共和国\t波恩\t2009年起\t友好城市\t => DE 2009 sister_city
合计\t\t15个\t\t\t => -`,
    cities: 'Montpellier, Ljubljana, Linz, Kōfu, Phoenix, Mechelen, Gimcheon, Tampere, Sheffield, Volgograd, Perth, Bonn',
    right: 12,
    asked: 3,
  },
  Japanese: {
    heads: '都市名\t国名\t提携年月日\t種別\t現況',
    lines: `
ロサンゼルス\tアメリカ合衆国\t昭和34年4月1日\t姉妹都市\t交流中 => US 1959-04-01 sister_city active
メキシコ市\tメキシコ\t昭和53.2.16\t姉妹都市\t交流中 => ?
南京\t中華人民共和国\t1978年12月21日\t友好都市\t休止 => CN 1978-12-21 friendly_exchange suspended
シドニー\tオーストラリア\t1980年9月16日\t姉妹都市\t交流中 => AU 1980-09-16 sister_city active
トリノ\tイタリア共和国\t2005年5月27日\t姉妹都市\t交流中 => IT 2005-05-27 sister_city active
ランス\tフランス\t平成29年10月20日\t姉妹都市\t交流中 => ?
タシケント\tウズベキスタン\t2019年12月\tパートナー都市\t交流中 => ?
台中\t台湾\t令和元年10月25日\tパートナー都市\t交流中 => ?
マンチェスター\tイギリス\t1990年頃\t姉妹都市\t交流中 => GB about_1990 sister_city active
釜山\t大韓民国\t1989年10月23日\t姉妹都市\t交流中 => KR 1989-10-23 sister_city active
サンパウロ\tブラジル\t1969年10月27日\t姉妹都市\t交流中 => BR 1969-10-27 sister_city active
ハンブルク\tドイツ連邦共和国\t平成元年5月11日\t友好都市\t交流中 => DE 1989-05-11 friendly_exchange active
サンクトペテルブルク\tロシア\t1979年8月16日\t姉妹都市\t中断 => RU 1979-08-16 sister_city suspended
メルボルン\tオーストラリア\tS53.4.24\t姉妹都市\t交流中 => AU 1978-04-24 sister_city active
ミラノ\tイタリア\t1981年6月8日\t姉妹都市\t解消 => IT 1981-06-08 sister_city ended
計\t\t15\t\t => -`,
    cities: 'Los Angeles, Nanjing, Sydney, Turin, Manchester, Busan, São Paulo, Hamburg, Saint Petersburg, Melbourne, Milan',
    right: 11,
    asked: 4,
  },
  American: {
    heads: 'City\tState/Province\tCountry\tDate\tType of link',
    lines: `
Brest\tBrittany\tFrance\t1948\tSister City => FR 1948 sister_city
Takayama\tGifu\tJapan\tJune 1960\tSister City => JP 1960-06 sister_city
Nairobi\t\tKenya\tOct-75\tSister City => ?
Karmiel\t\tIsrael\tMay 17, 1977\tSister City => IL 1977-05-17 sister_city
Cuernavaca\tMorelos\tMexico\t8/24/1983\tSister City => MX 1983-08-24 sister_city
Potenza\tBasilicata\tItaly\t1983\tSister City => IT 1983 sister_city
Chennai\t\tIndia\t29407\tSister City => IN 1980-07-05 sister_city
Kunming\tYunnan\tP.R. China\t1985\tSister City => CN 1985 sister_city
Axum\t\tEthiopia\t1995\tSister City => ET 1995 sister_city
Ulaanbaatar\t\tMongolia\t2001\tSister City => MN 2001 sister_city
Ramallah\t\tPalestine\t2017-18\tFriendship City => ?
Madrid\t\tSpain\tc. 2018\tFriendship City => ES about_2018 friendly_exchange
Cambridge\t\tU.K.\t11/6/92\tSister City => ?
Seoul\t\tS. Korea\t1968\tSister City (dormant) => KR 1968 sister_city quiet
Kyiv\t\tAtlantis\t1999\tSister City => ?
TOTAL\t\t\t15\t => -`,
    cities: 'Brest, Takayama, Karmi’el, Cuernavaca, Potenza, Chennai, Kunming, Axum, Ulan Bator, Madrid, Seoul',
    right: 11,
    asked: 4,
  },
};

test.each(Object.entries(sheets))('a sheet of a %s city', async (_, { heads, lines, right, asked, cities }) => {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split(' => ').map((part) => part.trimEnd()));
  const text = [heads, ...rows.map(([cells = '']) => cells)].join('\n');
  const input = { officeId: world.liverpool.office, text, columns: [], order: null, sourceId: null, answers: [] };
  const read = valueOf(await previewPaste(world.transactAs(world.liverpool), input));
  const found = rows.map(([cells = '', meant = ''], at) => {
    const row = read.rows.find(({ line }) => line === at + 2);
    if (row === undefined) return `lost: ${cells}`;
    if (row.state === 'heading') return meant === '-' ? 'heading' : `lost: ${cells}`;
    if (row.questions.length > 0) return meant === '?' ? 'asked' : `asked of ${cells}: ${row.questions.map(({ code }) => code).join(' ')}`;
    const { city, since, classCode, status } = row;
    const unsaid = row.cells.filter((cell, place) => ['note', 'extra'].includes(read.columns[place] ?? '') && !row.note.includes(cell));
    if (unsaid.length > 0) return `lost: ${unsaid.join()} of ${cells}`;
    const date = since === null ? '' : `${since.qualifier === 'exact' ? '' : `${since.qualifier}_`}${since.text}`;
    const said = [city?.country, date, classCode, status].filter((word) => word !== null && word !== '').join(' ');
    return said === meant ? 'right' : `wrong: ${cells} is ${said}`;
  });
  const count = (what: string): number => found.filter((one) => one === what).length;
  expect(found.filter((one) => !['right', 'asked', 'heading'].includes(one))).toEqual([]);
  expect(read.rows.flatMap(({ city }) => city?.name ?? []).join(', ')).toBe(cities);
  expect({ right: count('right'), asked: count('asked') }).toEqual({ right, asked });
});
