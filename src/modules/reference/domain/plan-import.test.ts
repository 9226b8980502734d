import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocatedEnd } from '#modules/cities/domain/locate/end.ts';
import { changesBack, changesOf } from './set-changes.ts';
import { guessMapping } from './guess-mapping.ts';
import { pairKey, planImport, type ImportPlan, type Standing } from './plan-import.ts';
import { ownPlaceKey, readTable } from './read-table.ts';
import type { Judged } from './resolution.ts';
import { samplesOf } from './samples.ts';
import type { WrittenPlace, WrittenSet } from './written.ts';

/** A gazetteer of four cities, each under several spellings. */
const cities: Readonly<Record<string, readonly string[]>> = {
  c1: ['Cork', 'Corcaigh'],
  c2: ['Cologne', 'Köln'],
  c3: ['Shanghai', '上海'],
  c4: ['Liverpool', 'Liverpool City'],
};

function judge(place: WrittenPlace): Judged {
  const found = Object.entries(cities).find(([, names]) => names.includes(place.name))?.[0];
  const misspelt = place.country === 'Irland';
  const match: LocatedEnd = {
    key: place.key,
    country: 'IE',
    countryFrom: place.country === null ? 'place' : 'written',
    countryCorrection: misspelt ? { written: 'Irland', meant: 'IE', code: 'misspelt' } : null,
    kind: 'place',
    geonamesId: found === undefined ? null : Number(found.slice(1)),
    score: 1,
    reasons: [],
    alternatives: [],
    flags: [],
  };
  const cityId = found ?? (place.name === '' ? null : `as ${place.name}`);
  return { place, match, resolved: { cityId, by: found === undefined ? 'as_written' : 'gazetteer' } };
}

const read = (text: string, directed = false): WrittenSet => {
  const rows = text.split('\n').map((line, at) => ({ number: at + 1, cells: line.split('|').map((cell) => cell.trim()) }));
  const mapping = { ...guessMapping(rows.map(({ cells }) => cells)), directed };
  return readTable(rows, mapping, { column: (at) => 'ABCDEFGH'[at] ?? '' });
};

const plan = (
  written: WrittenSet,
  standing: readonly Standing[] = [],
  { whole = true, elsewhere = [] as readonly string[] } = {},
): ImportPlan => planImport({ written, judged: written.places.map(judge), standing, elsewhere: new Set(elsewhere), whole });

/** What a set holds after changes. */
function applied(standing: readonly Standing[], { puts, withdrawals }: ReturnType<typeof changesOf>): readonly Standing[] {
  const held = new Map(standing.map((tie) => [pairKey(tie), tie]));
  for (const tie of puts) held.set(pairKey(tie), tie);
  for (const tie of withdrawals) held.delete(pairKey(tie));
  return [...held.values()].toSorted((x, y) => (pairKey(x) < pairKey(y) ? -1 : 1));
}

const heads = 'City|Country|Partner|Partner country|Since';
const told = ({ problems }: ImportPlan) =>
  problems.map(({ row, column, code, outcome }) => `${row}${column ?? ''} ${code.slice(10)} ${outcome}`);

test('a tie that two rows spell differently is one, and the list says so', () => {
  const { ties, problems, counts } = plan(
    read(`${heads}\nCork|Ireland|Cologne|Germany|\nKöln|Germany|Corcaigh|Ireland|\nShanghai|China|Liverpool|UK|`),
  );
  expect(ties.map(({ kind, after }) => [kind, after?.a, after?.b, after?.listedBy, after?.rows])).toEqual([
    ['new', 'c1', 'c2', 'unstated', [2, 3]],
    ['new', 'c3', 'c4', 'unstated', [4]],
  ]);
  expect(problems).toEqual([
    {
      row: 3,
      rows: [3, 2],
      column: 'C',
      code: 'reference.listed_twice',
      params: {
        a: 'Köln, Germany',
        b: 'Corcaigh, Ireland',
        rows: '2, 3',
        spellings: 'Cork, Ireland – Cologne, Germany; Köln, Germany – Corcaigh, Ireland',
      },
      outcome: 'joined',
      key: null,
    },
  ]);
  expect(counts).toMatchObject({ rows: 3, rowsLeftOut: 0, ties: 2, listedTwice: 1, changes: { new: 2, joined: 0 } });
});

test('a tie with itself, of one place in two spellings, and without a name is left out and told', () => {
  const result = plan(read(`${heads}\nCork|Ireland|Cork|Ireland|\nCork|Ireland|Corcaigh|Ireland|\nCork|Ireland||Ireland|`));
  expect(result.ties).toEqual([]);
  expect(told(result)).toEqual(['2C self_tie left_out', '3C same_place left_out', '4C no_name left_out']);
  expect(result.counts).toMatchObject({ rows: 3, rowsLeftOut: 3 });
});

test('one name on both sides is one city where one side alone has a country, whatever was found for either', () => {
  const written = read(`${heads}\nBasel||Basel|Switzerland|\nNewcastle|UK|Newcastle|Australia|`);
  const judged = written.places.map((place, at) => ({ ...judge(place), resolved: { cityId: `c${at}`, by: 'gazetteer' as const } }));
  const result = planImport({ written, judged, standing: [], elsewhere: new Set(), whole: true });
  expect(told(result)).toContain('2C self_tie left_out');
  expect(result.ties.length).toBe(1);
});

test('a sample has the words of its own row, not those of another row that names the same city', () => {
  const written = read(`${heads}\nCork|Nowhere|Cologne|Germany|\nLiverpool|UK|Corcaigh||`);
  const { ties } = plan(written);
  const samples = samplesOf(ties, { judged: written.places.map(judge), written }, new Map());
  expect(samples.map(({ a, b }) => [a.written, b.written])).toEqual([
    ['Cork, Nowhere', 'Cologne, Germany'],
    ['Corcaigh', 'Liverpool, UK'],
  ]);
});

test('a country that is misspelt or missing is one line for all its rows', () => {
  const result = plan(read(`${heads}\nCork|Irland|Cologne|Germany|\nCork|Irland|Shanghai|China|\nLiverpool||Cologne|Germany|`));
  expect(result.problems.map(({ code, rows, outcome }) => [code, rows, outcome])).toEqual([
    ['reference.country_misspelt', [2, 3], 'corrected'],
    ['reference.country_empty', [4], 'country_from_place'],
  ]);
});

test('dates that cannot be read, or be read in two ways, leave the tie without one', () => {
  const result = plan(
    read(`${heads}\nCork|Ireland|Cologne|Germany|soon\nCork|Ireland|Shanghai|China|3/4/1980\nCork|Ireland|Liverpool|UK|1994`),
  );
  expect(told(result)).toEqual(['2E date_unreadable kept_without_date', '3E date_ambiguous kept_without_date']);
  expect(result.ties.map(({ after }) => after?.said.map(({ since }) => since?.text))).toEqual([[], [], ['1994']]);
});

test('a set with directions says which side lists the other, and tells those that only one side lists', () => {
  const text = `${heads}\nCork|Ireland|Cologne|Germany|\nCologne|Germany|Cork|Ireland|\nShanghai|China|Cork|Ireland|`;
  const result = plan(read(text, true));
  expect(result.ties.map(({ after }) => [after?.a, after?.b, after?.listedBy])).toEqual([
    ['c1', 'c2', 'both'],
    ['c1', 'c3', 'b'],
  ]);
  expect(told(result)).toEqual(['4C one_way kept']);
  expect(result.counts.oneWay).toBe(1);
});

test('a part of a set leaves the rest standing and adds the direction it knows', () => {
  const first = plan(read(`${heads}\nCork|Ireland|Cologne|Germany|\nShanghai|China|Liverpool|UK|`, true));
  const held = applied([], changesOf(first.ties, 'one'));
  const second = plan(read(`${heads}\nCologne|Germany|Cork|Ireland|`, true), held, { whole: false });
  expect(second.ties.map(({ kind, after }) => [kind, after?.listedBy])).toEqual([['changed', 'both']]);
  const whole = plan(read(`${heads}\nCologne|Germany|Cork|Ireland|`, true), held);
  expect(whole.ties.map(({ kind }) => kind)).toEqual(['changed', 'gone']);
});

test('what another set lists is joined', () => {
  const result = plan(read(`${heads}\nCork|Ireland|Cologne|Germany|`), [], { elsewhere: ['c1 c2'] });
  expect(result.counts.changes).toMatchObject({ new: 0, joined: 1 });
});

test('the partners of one city stand without a name of their own', () => {
  const rows = ['Partner|Country', 'Cologne|Germany'].map((line, at) => ({ number: at + 1, cells: line.split('|') }));
  const mapping = { ...guessMapping(rows.map(({ cells }) => cells)), ownCity: 'c1' };
  const written = readTable(rows, mapping, { column: String });
  expect(written.places.map(({ key, rows: inRows }) => [key, inRows])).toEqual([
    [ownPlaceKey, []],
    ['Cologne | Germany | ', [2]],
  ]);
});

const name = fc.constantFrom(...Object.values(cities).flat(), 'Elsewhere', 'Nowhere', '');
const row = fc
  .tuple(name, fc.constantFrom('Ireland', 'Irland', ''), name, fc.constantFrom('', '1994', 'soon'))
  .map(([a, country, b, since]) => `${a}|${country}|${b}|Germany|${since}`);
const file = fc.array(row, { maxLength: 14 });
const table = (rows: readonly string[]): string => [heads, ...rows].join('\n');

test('importing twice is importing once', () => {
  fc.assert(
    fc.property(file, fc.boolean(), (rows, directed) => {
      const written = read(table(rows), directed);
      const held = applied([], changesOf(plan(written).ties, 'one'));
      const again = plan(written, held);
      expect(changesOf(again.ties, 'two')).toEqual({ puts: [], withdrawals: [] });
      expect(again.counts.changes).toEqual({ new: 0, joined: 0, unchanged: held.length, changed: 0, gone: 0 });
    }),
  );
});

test('undoing an import gives the set as it was before', () => {
  fc.assert(
    fc.property(file, file, fc.boolean(), fc.boolean(), (first, second, directed, whole) => {
      const held = applied([], changesOf(plan(read(table(first), directed)).ties, 'one'));
      const { ties } = plan(read(table(second), directed), held, { whole });
      const after = applied(held, changesOf(ties, 'two'));
      expect(applied(after, changesBack(ties))).toEqual(held);
    }),
  );
});

test('the order of the rows does not matter', () => {
  const bare = ({ ties, counts }: ImportPlan) => [ties.map(({ kind, after }) => [kind, { ...after, rows: after?.rows.length }]), counts];
  fc.assert(
    fc.property(
      file.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      fc.boolean(),
      ([rows, shuffled], directed) => {
        expect(bare(plan(read(table(shuffled), directed)))).toEqual(bare(plan(read(table(rows), directed))));
      },
    ),
  );
});
