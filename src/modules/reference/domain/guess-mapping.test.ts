import { expect, test } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import { missingIn } from './mapping.ts';

const rowsOf = (text: string): readonly (readonly string[])[] => text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const columnsOf = (text: string) => guessMapping(rowsOf(text)).columns.join(' ');

test.each([
  [
    'city1|country1|lat1|lng1|city2|country2|lat2|lng2\nCork|Ireland|51.9|-8.47|Cologne|Germany|50.9|6.96',
    'a_name a_country a_latitude a_longitude b_name b_country b_latitude b_longitude',
  ],
  ['City|Country|Partner city|Partner country|Since\nCork|Ireland|Cologne|Germany|1988', 'a_name a_country b_name b_country since'],
  [
    'City|Latitude|Longitude|City|Latitude|Longitude\nCork|51.9|-8.47|Cologne|50.9|6.96',
    'a_name a_latitude a_longitude b_name b_latitude b_longitude',
  ],
  [
    'source_city|source_country|target_city|target_country|type\nCork|Ireland|Cologne|Germany|sister city',
    'a_name a_country b_name b_country class',
  ],
  ['Stadt|Land|Partnerstadt|Land|Seit\nWeimar|Deutschland|Siena|Italien|1994', 'a_name a_country b_name b_country since'],
  ['友城|国家|结好时间|备注\n利物浦|英国|1999-10-18|港口', 'b_name b_country since note'],
  ['友城|国家（地区）|结好时间|备注\n利物浦|英国|1999-10-18|港口', 'b_name b_country since note'],
  ['Partner|Country|Signed|Source\nCologne|Germany|1988|Minutes', 'b_name b_country since source'],
  [
    'cityA|cityALat|cityALng|cityB|cityBLat|cityBLng|startDate|endDate\nCork|51.9|-8.47|Cologne|50.9|6.96|1988|',
    'a_name a_latitude a_longitude b_name b_latitude b_longitude since until',
  ],
  [
    'item|itemLabel|coord|partner|partnerLabel|partnerCoord|start|startPrecision\nhttp://www.wikidata.org/entity/Q36647|Cork|Point(-8.47 51.9)|http://www.wikidata.org/entity/Q365|Cologne|Point(6.96 50.9)|1988-01-01T00:00:00Z|9',
    'a_wikidata a_name a_point b_wikidata b_name b_point since since_precision',
  ],
])('heads are understood: %s', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
  expect(guessMapping(rowsOf(text)).hasHeads).toBe(true);
});

test('numbers of places below “source” and “target” are the sides, not where something is from', () => {
  expect(columnsOf('source|target\nQ1|Q2\nQ2|Q1')).toBe('a_wikidata b_wikidata');
  expect(columnsOf('from|to|source\nCork|Cologne|Minutes')).toBe('a_name b_name source');
});

test('without heads the cells tell what a column is', () => {
  const mapping = guessMapping(rowsOf('Q36647|Q365\nQ365|Q36647\nQ1|Q2'));
  expect(mapping).toMatchObject({ hasHeads: false, columns: ['a_wikidata', 'b_wikidata'], directed: true });
  expect(columnsOf('Cork|Ireland|51.9|-8.47|Cologne|Germany|50.9|6.96\nCork|Ireland|51.9|-8.47|Tokyo|Japan|35.7|139.7')).toBe(
    'a_name a_country a_latitude a_longitude b_name b_country b_latitude b_longitude',
  );
  expect(columnsOf('Cork|Cologne|1988\nCork|Coventry|1961')).toBe('a_name b_name since');
});

test('a table of the partners of one city asks which city that is', () => {
  const { columns, ownCity } = guessMapping(rowsOf('Partner|Country\nCologne|Germany'));
  expect(missingIn({ columns, ownCity })).toEqual(['reference.city_column_missing']);
  expect(missingIn({ columns, ownCity: 'x' })).toEqual([]);
  expect(missingIn({ columns: ['a_name', 'b_name'], ownCity: 'x' })).toEqual(['reference.city_column_and_own']);
  expect(missingIn({ columns: ['a_name', 'a_country'], ownCity: null })).toEqual(['reference.partner_column_missing']);
  expect(missingIn({ columns: ['a_name', 'b_name', 'b_name'], ownCity: null })).toEqual(['reference.meaning_twice']);
});

test('the order of day and month is taken from days that tell it, and from nothing else', () => {
  const order = (dates: string) =>
    guessMapping(
      rowsOf(
        `Partner|Since\n${dates
          .split(' ')
          .map((date) => `Cork|${date}`)
          .join('\n')}`,
      ),
    ).order;
  expect(order('3/4/1980 28/1/1980')).toBe('day_first');
  expect(order('3/4/1980 1/28/1980')).toBe('month_first');
  expect(order('3/4/1980 5/6/1980')).toBeNull();
  expect(order('28/1/1980 1/28/1980')).toBeNull();
});

test('what is no column of ours is passed over', () => {
  expect(columnsOf('No|City|Population|Partner\n1|Cork|220000|Cologne')).toBe('ignored a_name ignored b_name');
  expect(guessMapping([]).columns).toEqual([]);
});
