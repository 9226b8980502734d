// Shapes in which lists of ties come: an office's sheet with a title, a page of an encyclopaedia, the answer of a database.
import { expect, test } from 'vitest';
import { readCityCell } from '#reading/city-cell.ts';
import { sheetOf } from './columns.ts';
import { readRows, type ReadRow } from './read-rows.ts';
import { splitPaste } from '#reading/clipboard.ts';

const sheet = (text: string) => sheetOf(splitPaste(text), []);
const reading = { ownClasses: [], order: null, thisYear: 2026 };
const rowsOf = (text: string): readonly ReadRow[] => readRows(sheet(text), reading);
const since = (row: ReadRow | undefined): string | undefined => (row?.since.state === 'read' ? row.since.value.text : row?.since.state);
const place = (row: ReadRow | undefined) => [row?.city, row?.country, since(row)];

test('heads stand below a title and an empty line, and what stands above them is no row', () => {
  const { above, heads, columns, rows } = sheet(
    'Office of links – draft 3\t\t\n\nPartner City \tCountry\tYear signed\nCork\tIreland\t2005\nBasel\tSwitzerland\t2007',
  );
  expect([above.map(({ number }) => number), heads, columns]).toEqual([
    [1],
    ['Partner City ', 'Country', 'Year signed'],
    ['city', 'country', 'since'],
  ]);
  expect(rows.map(({ number }) => number)).toEqual([4, 5]);
});

test('a list without heads keeps all its rows, though a row of it has words that heads have', () => {
  const { above, heads, rows } = sheet('Cork\tsister city\tactive\t2005\nBasel\ttwin\tactive\t2007\nSister\ttwin\tnote\t1999');
  expect([above, heads, rows.length]).toEqual([[], null, 3]);
  expect(sheet('Cork\t2005\tIreland\nPartner city\tCountry\tother').heads).toBeNull();
});

test.each([
  ['TOTAL\t\t\t25', true],
  ['Total: 25 ties\t\t\t', true],
  ['Summe\t\t\t1952', true],
  ['合计\t\t\t25', true],
  ['总计：25\t\t\t', true],
  ['小計\t\t\t', true],
  ['Sum\tCountries: 4\tSister city\t', false],
  ['Total\tBolivia\tSister city\t', false],
  ['Totland\t\t\t25', false],
  ['Sumy\t\tSister city\t1999', false],
])('the row “%s” is a sum: %s', (row, isSum) => {
  const rows = rowsOf(`City\tCountry\tClass\tSince\nCork\tIreland\tSister city\t2005\n${row}`);
  expect(rows[1]?.isHeading).toBe(isSum);
});

test('tags of HTML are read as their text, in the note as well; an angle or an ampersand alone is left', () => {
  const [lyon, cork, two] = rowsOf(
    'City\tCountry\tNote\n<b>Lyon</b>\tFrance\t<i>old</i>&nbsp;&amp; <3\nCork & Cobh\tIreland\t\nBonn<br/>Kiel\tGermany\t',
  );
  expect([lyon?.city, lyon?.note]).toEqual(['Lyon', 'old & <3']);
  expect([cork?.city, two?.city]).toEqual(['Cork & Cobh', 'Bonn\nKiel']);
});

test.each([
  ['Cologne, Germany (1952)[68]', 'Cologne', 'DE', '1952'],
  ['Germany Cologne, Germany (1952)', 'Cologne', 'DE', '1952'],
  ['Republic of Ireland Dublin, Ireland (1997)', 'Dublin', 'IE', '1997'],
  ['Brazil Rio de Janeiro, Brazil (2003)', 'Rio de Janeiro', 'BR', '2003'],
  ['🇮🇩 Surabaya, Indonesia (2017)', 'Surabaya', 'ID', '2017'],
  ['* Havana (Cuba) – since 2000', 'Havana', 'CU', '2000'],
  ['• Cologne (Germany, 1952)', 'Cologne', 'DE', '1952'],
  ['France Nantes, France', 'Nantes', 'FR', 'blank'],
  ['Köln (Deutschland), seit 1952', 'Köln', 'DE', '1952'],
  ['Dublin – 12 May 1997', 'Dublin', null, '1997-05-12'],
  ['Dublin 1997', 'Dublin', null, '1997'],
  ['科隆（德国）（1952年）', '科隆', 'DE', '1952'],
  ['科隆，德国，1952年10月', '科隆', 'DE', '1952-10'],
  ['Mexico City, Mexico (1999)', 'Mexico City', 'MX', '1999'],
  ['Panama Panama City, Panama', 'Panama City', 'PA', 'blank'],
  ['Tbilisi, Georgia (1989)', 'Tbilisi, Georgia', null, '1989'],
  ['Georgia Tbilisi, Georgia (1989)', 'Tbilisi, Georgia', null, '1989'],
  ['New Orleans, LA', 'New Orleans, LA', null, 'blank'],
  ['Memphis TN', 'Memphis TN', null, 'blank'],
  ['Frankfurt (Oder)', 'Frankfurt (Oder)', null, 'blank'],
  ['Torino (I)', 'Torino', 'IT', 'blank'],
  ['Opole (PL)', 'Opole', 'PL', 'blank'],
  ['Opole (PL), 1995', 'Opole', 'PL', '1995'],
  ['Plzeň (Pilsen) (CZ)', 'Plzeň (Pilsen)', 'CZ', 'blank'],
  ['Wrocław (Breslau) (Polen) 1998', 'Wrocław (Breslau)', 'PL', '1998'],
  ['Plzeň (Tschech. Republik) (1998)', 'Plzeň', 'CZ', '1998'],
  ['Albany (GA)', 'Albany (GA)', null, 'blank'],
  ['Newcastle (1789 Avenue)', 'Newcastle (1789 Avenue)', null, 'blank'],
  ['Cologne, Germany (1952–2010)', 'Cologne', 'DE', '1952'],
  ['Lille, France 1958–2001', 'Lille', 'FR', '1958'],
  ['Lyon (France), 1957-1999', 'Lyon', 'FR', '1957'],
  ['Tartu (Estonia, 1999-2010)', 'Tartu', 'EE', '1999'],
  ['Jena, Germany (1957, ended 1990)', 'Jena', 'DE', '1957'],
  ['Turin, Italy (1957–present)', 'Turin', 'IT', '1957'],
  ['Graz, Austria [1957]', 'Graz', 'AT', '1957'],
  ['Rennes, France, 12.5.1957', 'Rennes', 'FR', 'question'],
  ['Cork – Ireland – 1999', 'Cork', 'IE', '1999'],
  ['Cork - Ireland', 'Cork', 'IE', 'blank'],
  ['Nice: France: 1999', 'Nice', 'FR', '1999'],
  ['Berlin – Mitte', 'Berlin – Mitte', null, 'blank'],
  ['Bonn (Germany); Kiel (Germany)', 'Bonn (Germany); Kiel (Germany)', null, 'blank'],
])('the cell “%s” alone is %s in %s since %s', (cell, city, country, date) => {
  expect(place(rowsOf(`City\n${cell}\nCork, Ireland`)[0])).toEqual([city, country, date]);
});

test('what a column says goes before what the cell of the city says, and that is not lost', () => {
  const [row] = rowsOf('City\tCountry\tSince\nCologne, Germany (1952)[68]\tDE\t1953[a]');
  expect([...place(row), row?.note]).toEqual(['Cologne', 'DE', '1953', '1952']);
  const [other] = rowsOf('City\tCountry\nCologne, Germany\tFrance');
  expect(place(other)).toEqual(['Cologne, Germany', 'FR', 'blank']);
  expect(readCityCell('Cologne', () => 'DE')).toEqual({ city: 'Cologne', country: null, since: '' });
});

test('of a list copied from a page the lines between the cities are headings', () => {
  const rows = rowsOf('Liverpool is twinned with:[67]\n\nGermany Cologne, Germany (1952)[68]\nFriendship links\nTwin Falls, Idaho');
  expect(rows.map(({ isHeading }) => isHeading)).toEqual([true, false, true, false]);
});

const query = [
  'item\titemLabel\tpartner\tpartnerLabel\tcountryLabel\tstart',
  'http://www.wikidata.org/entity/Q24826\tLiverpool\thttp://www.wikidata.org/entity/Q365\tCologne\tGermany\t1952-01-01T00:00:00Z',
  'http://www.wikidata.org/entity/Q24826\tLiverpool\thttp://www.wikidata.org/entity/Q8686\tShanghai\tPeople’s Republic of China\t1999-10-18T00:00:00Z',
  'http://www.wikidata.org/entity/Q24826\tLiverpool\thttp://www.wikidata.org/entity/Q12191\tSurabaya\tIndonesia\t2004-00-00T00:00:00Z',
  'http://www.wikidata.org/entity/Q24826\tLiverpool\thttp://www.wikidata.org/entity/Q1761\tDublin\tIreland\t1997-03-01T00:00:00Z',
].join('\n');

test('of a query the labels are the names, the items say which city it is, and the own city is left out', () => {
  expect(sheet(query).columns).toEqual(['ignored', 'ignored', 'code', 'city', 'country', 'since']);
  const rows = rowsOf(query);
  expect(rows.map(({ code, city, note }) => [code, city, note])).toEqual([
    ['Q365', 'Cologne', ''],
    ['Q8686', 'Shanghai', ''],
    ['Q12191', 'Surabaya', ''],
    ['Q1761', 'Dublin', ''],
  ]);
});

test('a moment is read no more precisely than a database knows it', () => {
  expect(rowsOf(query).map(since)).toEqual(['1952', '1999-10-18', '2004', '1997-03']);
});

test('where a query names nothing as the partner, it is what differs; an item without a label stands for its city', () => {
  const swapped = query.replace('partner\tpartnerLabel', 'x\txLabel');
  expect(sheet(swapped).columns).toEqual(['ignored', 'ignored', 'code', 'city', 'country', 'since']);
  const [row] = rowsOf('partner\tcountry\nhttps://www.wikidata.org/wiki/Q365\tGermany');
  expect([row?.city, row?.code]).toEqual(['', 'Q365']);
});

test('a year before 1850 is asked about, with what is written as the only answer and none chosen; one after the next is impossible', () => {
  const rows = rowsOf('City\tSince\nNantes\t1066\nIstanbul\t1800\nParis\t2099\nCork\t2027\nBasel\t1850');
  expect(rows.map(since)).toEqual(['question', 'question', 'question', '2027', '1850']);
  expect(rows[0]?.since).toEqual({
    ...{ state: 'question', code: 'desk.paste_year_unlikely', params: { date: '1066' } },
    choices: [{ text: '1066', qualifier: 'exact' }],
  });
  expect(rows[2]?.since).toEqual({ state: 'question', code: 'desk.paste_year_to_come', params: { date: '2099' }, choices: [] });
});

test.each([
  ['17. Mai 1988', '1988-05-17'],
  ['17. Mai 1988[2]', '1988-05-17'],
  ['1. mája 1988', '1988-05-01'],
  ['36451', '1999-10-18'],
  ['36451.0', '1999-10-18'],
  ['1999', '1999'],
  ['9999', 'question'],
  ['Oct-99', 'question'],
  ['1992/3', 'question'],
  ['1980s', 'question'],
  ['八十年代', 'question'],
])('the cell “%s” of a column of dates is %s', (cell, read) => {
  expect(since(rowsOf(`City\tSince\nCork\t${cell}`)[0])).toBe(read);
});

test('a year of a register’s own file is asked about no second time', () => {
  const rows = rowsOf('City\tAddress\tSince\nNantes\tnantes-fr\t1066\nParis\tQ90\t1066');
  expect(rows.map(since)).toEqual(['1066', 'question']);
});

test.each([
  ['1952–2010', '1952', 'ended', 'Since: 1952–2010'],
  ['(1952-2010)', '1952', 'ended', 'Since: (1952-2010)'],
  ['1952–present', '1952', undefined, ''],
  ['1952, ended 1990', '1952', 'ended', 'Since: 1952, ended 1990'],
  ['1952–2099', '1952', undefined, 'Since: 1952–2099'],
  ['2010–1952', 'question', undefined, ''],
])('a cell that says from when to when, “%s”, begins the tie in %s, and it is %s only where that is past', (cell, began, status, note) => {
  const [row] = rowsOf(`City\tSince\nCork\t${cell}`);
  expect([since(row), row?.status.state === 'read' ? row.status.value : undefined, row?.note]).toEqual([began, status, note]);
});

test.each([
  ['2010', 'ended'],
  ['by letter of the mayor', 'ended'],
  ['present', undefined],
  ['ongoing', undefined],
  ['-', undefined],
  ['unknown', undefined],
  ['2099', undefined],
  ['至今', undefined],
])('“%s” in the column of the end makes a tie %s, and stays in the note', (until, status) => {
  const [row] = rowsOf(`City\tSince\tUntil\nCork\t1999\t${until}`);
  expect([row?.status.state === 'read' ? row.status.value : undefined, row?.note]).toEqual([status, `Until: ${until}`]);
});

test.each(['n/a', '-', '?', 'unknown', 'n.d.', 'o. J.', '不详'])(
  '“%s” in the column of the date says that none is known, and nothing is asked',
  (cell) => {
    expect(since(rowsOf(`City\tSince\nCork\t${cell}`)[0])).toBe('blank');
  },
);

test.each([
  'Partnerstadt\tLand\tJahr',
  'Ville jumelée\tPays\tAnnée',
  'Ciudad hermana\tPaís\tFecha',
  'Città gemellata\tStato\tAnno',
  'Zusterstad\tLand\tJaar',
  'Miasto partnerskie\tKraj\tRok',
  'Город-побратим\tСтрана\tГод',
  '姉妹都市\t国\t提携年',
  '자매도시\t국가\t체결일',
  '姊妹市\t國家\t締結日期',
  'Bajarri\tCountry\tYear',
])('the heads “%s” are heads', (heads) => {
  const { columns, rows } = sheet(`${heads}\nLille\tFrankreich\t1958\nTurin\tItalien\t1957`);
  expect([columns, rows.length]).toEqual([['city', 'country', 'since'], 2]);
  expect(rowsOf(`${heads}\nToledo\tSpanien\t1958`).map(place)).toEqual([['Toledo', 'ES', '1958']]);
});

test.each([
  ['Town\tType of link\tSeit\tStand', ['city', 'class', 'since', 'status']],
  ['Stadt\tArt\tJahr\tBemerkung zum Leben', ['city', 'class', 'since', 'status']],
  ['City\tXyz\tYear\tAbc', ['city', 'class', 'since', 'status']],
  ['都市\t姉妹都市\t提携年\t現況', ['city', 'class', 'since', 'status']],
])('under the heads “%s” classes and states are told by their words', (heads, columns) => {
  const text = `${heads}\nCork\tTwin\t1990\tbeendet\nKiel\tSister city\t1991\truht\nLyon\tMoU\t1992\taktiv`;
  expect(sheet(text).columns).toEqual(columns);
  expect(rowsOf(text).map(({ classCode, status }) => [classCode.state, status.state === 'read' ? status.value : status.state])).toEqual([
    ['read', 'ended'],
    ['read', 'quiet'],
    ['question', 'active'],
  ]);
});

test('a column of states of a country is none of states of ties', () => {
  expect(sheet('City\tState\tCountry\nToledo\tOhio\tUSA\nBend\tOregon\tUSA').columns).toEqual(['city', 'region', 'country']);
});

test('a heading that names a country holds for the towns below it, up to the next one', () => {
  const rows = rowsOf(
    'City\tSince\nFrankreich\t\nLille\t1958\nToledo\t1960\nPolen (1):\t\nPosen\t1999\nAsien\t\nToledo\t1990\nLuxemburg\t\nMexico\t1980',
  );
  expect(rows.map(({ isHeading, city, country }) => (isHeading ? 'heading' : `${city} ${country ?? '–'}`))).toEqual([
    ...['heading', 'Lille FR', 'Toledo FR', 'heading', 'Posen PL', 'heading', 'Toledo –', 'Luxemburg –', 'Mexico –'],
  ]);
  expect(rowsOf('City\tSince\nUSA\t\nNew York\t1960\nToledo\t\nBoston\t1970').map(({ country }) => country)).toEqual([
    'US',
    'US',
    'US',
    'US',
  ]);
  const [, lille] = rowsOf('Frankreich\nLille\nNantes\nPolen\nPosen');
  expect([lille?.city, lille?.country]).toEqual(['Lille', 'FR']);
});

test.each(['TOTAL\t\t90', '\tTotal\t90', 'Gesamt: 12 Städte\t\t', '共12个\t\t', '計\t\t12', 'Razem\t\t12', '\t\t总计 12'])(
  'the line “%s” is a sum',
  (line) => {
    expect(rowsOf(`No\tCity\tSince\n1\tCork\t1990\n2\tKiel\t1991\n${line}`).map(({ isHeading }) => isHeading)).toEqual([
      false,
      false,
      true,
    ]);
  },
);

test('what a class says in brackets is its state, and the words stay in the note', () => {
  const [row] = rowsOf('City\tClass\nSt Petersburg\ttwin (suspended 2022)');
  expect([row?.classCode, row?.status, row?.note]).toEqual([
    { state: 'read', value: 'sister_city' },
    { state: 'read', value: 'suspended' },
    'Class: twin (suspended 2022)',
  ]);
});

test('of both sides of a tie the one that is the same throughout is the own city; of ties of others no city is taken for the partner', () => {
  const own = 'City\tCountry\tPartner\tCountry\nLiverpool\tUK\tCologne\tGermany\nLiverpool\tUK\tShanghai\tChina';
  expect(sheet(own).columns).toEqual(['ignored', 'ignored', 'city', 'country']);
  expect(rowsOf(own).map(({ city }) => city)).toEqual(['Cologne', 'Shanghai']);
  const numbered = own.replace('City\tCountry\tPartner\tCountry', 'City 1\tCountry 1\tCity 2\tCountry 2');
  expect(sheet(numbered).columns).toEqual(['ignored', 'ignored', 'city', 'country']);
  for (const text of [own, numbered])
    expect(rowsOf(text.replace('Liverpool', 'Weimar')).map(({ city, note }) => [city, /Cologne|Shanghai/.test(note)])).toEqual([
      ['', true],
      ['', true],
    ]);
  expect(sheet('City\tName\tSince\nCork\tAna River\t1999\nBasel\tBo Hill\t2001').columns).toEqual(['city', 'extra', 'since']);
});

test('a column that only counts the rows is kept in no note, whatever its head; figures that count something else are', () => {
  const columns = (head: string, figures: readonly number[]) =>
    sheetOf(splitPaste([`${head}\tCity\tSince`, ...figures.map((n) => `${n}\tCork ${n}\t1990`)].join('\n')), []).columns[0];
  expect(['연번', 'Lfd. Nr.', 'Foo'].map((head) => columns(head, [1, 2, 3]))).toEqual(['ignored', 'ignored', 'ignored']);
  expect(columns('Visits', [1, 2, 4])).toBe('extra');
});

test('a head that its values belie gives way to them: a "Stato" of attivo and sospeso is no country', () => {
  const text = 'Città\tPaese\tStato\nLione\tFrancia\tattivo\nPraga\tRepubblica Ceca\tsospeso';
  expect(sheetOf(splitPaste(text), []).columns).toEqual(['city', 'country', 'status']);
});

test('heads in two rows are one; a row of the table is never taken for heads that nobody knows', () => {
  const two = sheet('序号\t友城\t\t结好情况\t\n\t国别\t城市\t时间\t类别\n1\t法国\t里昂\t1988\t友好城市');
  expect([two.columns, two.rows.length]).toEqual([['ignored', 'country', 'city', 'since', 'class'], 1]);
  const unknown = sheet('Ort am Fluss\tBeginn der Sache\tWas noch\nKiel\t1990\ta\nCork\t1991\tb\nLyon\t1992\tc');
  expect([unknown.heads?.[0], unknown.rows.length]).toEqual(['Ort am Fluss', 3]);
  for (const first of ['Cork\tIreland\tunknown', 'Kiel\tGermany\t?', 'Bonn\tX\tn/a'])
    expect(sheet(`${first}\nLyon\tFrance\t1990\nGent\tBelgium\t1991\nTurku\tFinland\t1992`).rows, first).toHaveLength(4);
});

test('a country that stands in merged cells holds for the rows below it, where each country is named once', () => {
  const countries = ['Japan', 'France', 'Italy', 'Spain', 'Poland', 'Ireland'];
  const rows = countries.map((country, at) => `${country}\tA${at}\t1990\n\tB${at}\t1991`).join('\n');
  expect(rowsOf(`Country\tCity\tSince\n${rows}`).map(({ countryWritten, isCountryCarried }) => [countryWritten, isCountryCarried])).toEqual(
    countries.flatMap((country) => [
      [country, false],
      [country, true],
    ]),
  );
  // Named twice, a blank may be anything.
  expect(rowsOf(`Country\tCity\tSince\n${rows}\nJapan\tC\t1992`)[1]?.countryWritten).toBe('');
});

test('footnotes and sums of parts of the world are no ties; towns that sound like them are', () => {
  const lines = [
    'Europe total\t\t7',
    'Sous-total Asie : 3\t\t',
    '* under review\t\t',
    'Source: town hall\t\t',
    'Key West\t\t',
    'Soma\t\t1990',
    'Fonte Nuova\t\t',
  ];
  const rows = rowsOf(
    `City\tCountry\tSince\nCork\tIreland\t1990\nLyon\tFrance\t1991\nGent\tBelgium\t1992\nKiel\tGermany\t1993\nPecs\tHungary\t1993\nTurku\tFinland\t1994\nOulu\tFinland\t1995\n${lines.join('\n')}`,
  );
  expect(rows.slice(7).map(({ isHeading }) => isHeading)).toEqual([true, true, true, true, false, false, false]);
});

test('同上 in a cell is the cell above, to be confirmed; of a country it is read as merged cells are', () => {
  const rows = rowsOf('城市\t国家\t结好时间\t类别\n横滨\t日本\t1973年11月30日\t友好城市\n大阪\t同上\t同上\t〃');
  expect(rows[1]).toMatchObject({
    ...{ country: 'JP', isCountryCarried: true, note: '' },
    since: {
      state: 'question',
      code: 'desk.paste_as_above',
      params: { cell: '同上', above: '1973年11月30日' },
      choices: [{ text: '1973-11-30' }],
    },
    classCode: {
      state: 'question',
      code: 'desk.paste_as_above',
      choices: [rows[0]?.classCode.state === 'read' ? rows[0].classCode.value : ''],
    },
  });
});
