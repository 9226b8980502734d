// A desk officer's own list as it really looks: columns of its own in an order of its own, two languages, dates as they were typed over
// thirty years. The places are real, what is said of them is made up for the test.

/** What a person who knows the cities answers to a row that cannot be read by itself: words of the answer, or that the row is left out. */
export interface OddRow {
  /** As the cell of the city has it. */
  readonly city: string;
  readonly country: string;
  /** A pattern that tells the right one of the answers offered; null: the row is none and is left out. */
  readonly right: RegExp | null;
}

const heads = [
  '编号 No.',
  'Country 国家',
  'Partner city / 友城',
  'Level 级别',
  '结好日期 Date signed',
  'Type 类别',
  'Contact',
  'Status 状态',
  'Remarks 备注',
];

type Line = readonly [country: string, city: string, since: string, type: string, status?: string, remarks?: string, contact?: string];

/** Rows that say all that is needed, in the spellings of many hands. */
const plain: readonly Line[] = [
  ['Ireland', 'Cork', '1985', 'sister city', 'active'],
  ['IRELAND ', ' Galway', '3/4/1986', 'Sister City'],
  ['Ireland', 'Limerick', '28/1/1987', 'sister city', '', 'renewed twice'],
  ['Denmark', 'Aarhus', 'Oct. 1988', 'friendly exchange'],
  ['丹麦', '欧登塞', '1989年10月18日', '友好交流城市'],
  ['Norway', 'Bergen', '18 October 1990', 'sister city'],
  ['挪威', '斯塔万格', '1991', '友好城市', '活跃'],
  ['Sweden', 'Malmö', '1992-06-05', 'twin town'],
  ['SE', 'Goteborg', '1993', 'sister city'],
  ['Finland', 'TURKU', 'about 1994', 'sister city'],
  ['芬兰', '坦佩雷', '约1995年', '友好城市'],
  ['Deutschland', 'Köln', '1996', 'Twinning'],
  ['Germany', 'Munich', '12/11/1997', 'sister city'],
  ['德国', '多特蒙德', '1998年5月', '友好城市', '沉寂'],
  ['Germany', 'Dresden', 'June 3, 1999', 'sister city'],
  ['France', 'Nantes', '2000', 'sister city'],
  ['法国', '里昂', '2001年3月', '友好城市'],
  ['France', 'Le Havre', '2002.9.14', 'sister city'],
  ['Spain', 'Bilbao', '2003', 'friendship'],
  ['España', 'Sevilla', '4/5/2004', 'sister city'],
  ['Portugal', 'Porto', '2005', 'sister city'],
  ['Italy', 'Genova', '2006', 'sister city'],
  ['意大利', '那不勒斯', '2007', '友好城市'],
  ['Greece', 'Thessaloniki', '2008', 'sister city'],
  ['Poland', 'Gdańsk', '2009', 'sister city'],
  ['波兰', '克拉科夫', '2010', '友好城市'],
  ['Czech Republic', 'Brno', '2011', 'sister city'],
  ['Hungary', 'Pécs', '2012', 'sister city'],
  ['Turkey', 'Izmir', '2013', 'sister city'],
  ['土耳其', '安塔利亚', '2014', '友好城市'],
  ['Israel', 'Haifa', '2015', 'sister city'],
  ['Egypt', 'Alexandria', '2016', 'sister city'],
  ['South Africa', 'Durban', '2017', 'sister city'],
  ['南非', '开普敦', '2018', '友好城市'],
  ['Kenya', 'Mombasa', '2019', 'project'],
  ['India', 'Pune', '1979', 'sister city'],
  ['Japan', 'Kobe', '昭和', '友好城市', '', 'to be checked in the archive'],
  ['日本', '横滨', '1981年', '友好城市'],
  ['Japan', 'Nagasaki', '2 Feb 1982', 'sister city'],
  ['South Korea', 'Busan', '1983', 'sister city'],
  ['韩国', '仁川', '1984', '友好城市'],
  ['Vietnam', 'Da Nang', '1985-11', 'sister city'],
  ['Thailand', 'Chiang Mai', '1986', 'sister city'],
  ['Philippines', 'Cebu City', '1987', 'sister city'],
  ['Indonesia', 'Surabaya', '1988', 'sister city'],
  ['Australia', 'Fremantle', '1989', 'sister city'],
  ['New Zealand', 'Dunedin', '21 Oct 1990', 'sister city'],
  ['Canada', 'Halifax', '1991', 'sister city'],
  ['加拿大', '温哥华', '1992', '友好城市'],
  ['USA', 'Seattle', '1993', 'sister city'],
  ['U.S.A.', 'Baltimore, Maryland', '1994', 'sister city'],
  ['Mexico', 'Veracruz', '1995', 'sister city'],
  ['巴西', '桑托斯', '1996', '友好城市'],
  ['Argentina', 'Rosario', '1997', 'sister city'],
  ['Chile', 'Valparaíso', '1998', 'sister city'],
  // Countries left empty where everybody knows.
  ['', 'Rotterdam', '1999', 'sister city'],
  ['', 'Barcelona', '2000', 'sister city'],
  ['', '釜山', '', '友好城市', '', '(as above)'],
  // Names of yesterday.
  ['India', 'Bombay', '2001', 'sister city'],
  ['Russia', 'Leningrad', '2002', 'sister city'],
  ['United Kingdom', 'Edinburg', '1992', 'sister city'],
  ['Malaysia', 'Georgetown', '1996', 'sister city'],
  // Another body than the city of its name.
  ['Japan', 'Osaka Prefecture', '2001', 'friendship'],
  // Ties that are over.
  ['Ukraine', 'Odessa', '2003', 'sister city', 'ended 2014'],
  ['Belgium', 'Ghent', '2004', 'sister city', '已终止'],
  // Homonyms that the row itself tells apart.
  ['Australia', 'Newcastle', '2005', 'sister city'],
  ['USA', 'Richmond, Virginia', '2006', 'sister city'],
  ['Guyana', 'Georgetown', '2007', 'sister city'],
  ['USA', 'Cambridge, MA', '2008', 'sister city', '', '', 'Jo Rivers'],
  // Two in one cell.
  ['Germany', 'Bonn; Kiel', '2009', 'sister city', '', 'signed together'],
  ['United Arab Emirates', 'Dubai / Abu Dhabi', '2010', 'friendship'],
  ['Germany', 'Hamburg', '2011', 'sister city'],
  // Entered twice, word for word and in the other language.
  ['Ireland', 'Cork', '1985', 'sister city', 'active'],
  ['丹麦', '奥胡斯', '1988', '友好交流城市'],
];

/** Rows of which a person is asked something, with what a person knows. */
const oddLines: readonly { readonly line: Line; readonly right: RegExp | null }[] = [
  { line: ['Japan', 'Yokosukka', '1990', 'sister city'], right: /Yokosuka/ },
  { line: ['Iceland', 'Reykjavic', '1991', 'sister city'], right: /Reykjav[ií]k/ },
  { line: ['', 'Cambridge', '1993', 'sister city'], right: /Canada|加拿大|Ontario/ },
  { line: ['', 'Richmond', '1994', 'sister city'], right: /Canada|加拿大/ },
  { line: ['USA', 'Springfield', '1995', 'sister city'], right: /IL\b/ },
  { line: ['', 'Georgetown', '', 'sister city'], right: /TX\b/ },
  { line: ['Netherlands', 'Delft', '31/4/1997', 'cousins'], right: null },
  { line: ['Netherlands', 'Leiden', '1998', 'cousins'], right: null },
  { line: ['Netherlands', 'Utrecht', '1999', 'cousins', 'asleep'], right: null },
  { line: ['United Kingdom', 'Liverpool', '2000', 'sister city'], right: null },
  { line: ['Ireland', 'Galway', '1996', 'sister city'], right: null },
  { line: ['China', 'Minhang District', '2002', 'friendly district'], right: null },
  { line: ['Atlantis', 'Xyzzyqwgrad', '2003', 'sister city'], right: null },
];
export const odd: readonly (OddRow & { readonly line: Line })[] = oddLines.map(({ line, right }) => {
  const [country, city] = line;
  return { line, country, city, right };
});

const cellsOf = ([country, city, since, type, status = '', remarks = '', contact = '']: Line, at: number): readonly string[] => [
  String(at + 1),
  country,
  city,
  at % 3 === 0 ? 'municipal' : '',
  since,
  type,
  contact,
  status,
  remarks,
];

const heading = (words: string): readonly string[] => ['', words];

/** About ninety lines under their heads, with a heading between them, an empty line and the sum at the end. */
export function messySheet(): { readonly text: string; readonly rows: number } {
  const lines = plain.map(cellsOf);
  odd.forEach(({ line }, at) => lines.splice(at * 5 + 3, 0, cellsOf(line, plain.length + at)));
  const rows = [...lines.slice(0, 40), heading('Asia & Pacific 亚太'), ...lines.slice(40), ['', '', `Total: ${lines.length}`]];
  const all = [heads, ...rows.slice(0, 60), [''], ...rows.slice(60)];
  const quoted = (cell: string): string => (/["\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return { text: all.map((cells) => cells.map(quoted).join('\t')).join('\r\n'), rows: rows.length };
}
