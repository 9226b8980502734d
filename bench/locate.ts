// Locating written places in the gazetteer: how well it agrees with the facts decided by hand, and how long whole sets take.
// Usage: npm run bench:locate [-- --data ../shared/data/ties] [--quiet-docs]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { format } from 'oxfmt';
import type { EndToLocate, KnownTie, LocatedEnd, LocateQuestion } from '../src/modules/cities/domain/locate/end.ts';
import { askLocated, type Located } from '../src/modules/cities/formats/gazetteer.ts';
import { facts, ownQuestions, rate, writtenKey, type Fact, type Rating } from './locate-facts.ts';

const { values: asked } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/ties' }, 'quiet-docs': { type: 'boolean', default: false } },
});
const folder = resolve(join(import.meta.dirname, '..'), asked.data);

interface Run {
  readonly name: string;
  readonly located: Located;
  readonly ends: number;
  readonly processorSeconds: number;
  readonly clockSeconds: number;
  readonly megabytes: number;
}

async function run(name: string, question: LocateQuestion): Promise<Run> {
  const [clock, processor, before] = [performance.now(), process.cpuUsage(), process.memoryUsage().rss];
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const answer = await askLocated(question);
  clearInterval(watch);
  if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`);
  const { user, system } = process.cpuUsage(processor);
  const clockSeconds = (performance.now() - clock) / 1000;
  const used = { processorSeconds: (user + system) / 1e6, clockSeconds, megabytes: (most - before) / 1e6 };
  return { name, located: answer.value, ends: question.ends.length, ...used };
}

/** The ties of the first set between ends that were located: what another list already knows when the second comes. */
function knownTies(ends: readonly EndToLocate[], { ends: located }: Located): readonly KnownTie[] {
  const numbers = new Map(located.map(({ key, geonamesId }) => [key, geonamesId]));
  return ends.flatMap(({ key, neighbours = [] }) =>
    neighbours.flatMap((other): readonly KnownTie[] => {
      const [a, b] = [numbers.get(key) ?? null, numbers.get(other) ?? null];
      return a === null || b === null || a === b ? [] : [[a, b]];
    }),
  );
}

function wikipediaEnds(): readonly EndToLocate[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(join(folder, 'wikipedia-en-2026.csv')), { columns: true });
  const ends = new Map<string, EndToLocate & { readonly neighbours: string[] }>();
  const endOf = (row: Readonly<Record<string, string>>, side: '1' | '2') => {
    const [name = '', country = ''] = [row[`city${side}`], row[`country${side}`]];
    const key = writtenKey(name, country);
    const at = { latitude: Number(row[`lat${side}`]), longitude: Number(row[`lng${side}`]) };
    const known = ends.get(key) ?? { key, name, countryWritten: country === '' ? null : country, ...at, neighbours: [] };
    ends.set(key, known);
    return known;
  };
  for (const row of rows) endOf(row, '1').neighbours.push(endOf(row, '2').key);
  return [...ends.values()];
}

function wikidataEnds(): readonly EndToLocate[] {
  const lines = (file: string): readonly (readonly string[])[] =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
  const tied = new Map<string, string[]>();
  for (const [a = '', b = ''] of lines('wikidata-2016-relations.tsv')) tied.set(a, [...(tied.get(a) ?? []), b]);
  const nowhere = { countryWritten: null, latitude: null, longitude: null };
  return lines('wikidata-2016-names.tsv').map(([key = '', name = '']) => ({
    ...{ key, name, ...nowhere, wikidataId: key, neighbours: tied.get(key) ?? [] },
  }));
}

async function wholeSets(): Promise<readonly Run[]> {
  if (!existsSync(join(folder, 'wikipedia-en-2026.csv'))) return [];
  const ends = wikipediaEnds();
  const first = await run('Wikipedia, written places', { ends });
  const second = await run('Wikidata, names with ties', { ends: wikidataEnds(), knownTies: knownTies(ends, first.located) });
  return [first, second];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const ratingRow = ({ kind, part, count, precision, recall, wrong, missed }: Rating): string =>
  `| ${kind} | ${part} | ${count} | ${percent(precision)} | ${percent(recall)} | ${wrong.length} | ${missed.length} |`;

function errorRows(answers: ReadonlyMap<string, LocatedEnd>, ratings: readonly Rating[]): readonly string[] {
  const row = (what: string, fact: Fact): string => {
    const answer = answers.get(fact.key);
    const given = answer?.geonamesId ?? answer?.reasons.map(({ code }) => code).join(', ') ?? '';
    const cells = [what, fact.part, fact.title, fact.right.join(' or ') || 'none', given, fact.note];
    return `| ${cells.join(' | ')} |`;
  };
  return ratings
    .filter(({ kind }) => kind !== 'both')
    .flatMap(({ wrong, missed }) => [...wrong.map((fact) => row('wrong', fact)), ...missed.map((fact) => row('missed', fact))]);
}

const runRow = ({ name, ends, located, processorSeconds, clockSeconds, megabytes }: Run): string => {
  const [places, unheld] = [
    located.ends.filter(({ geonamesId }) => geonamesId !== null).length,
    located.ends.filter(({ reasons }) => reasons.some(({ code }) => code === 'nothing_found')).length,
  ];
  const cells = [name, ends, places, unheld, located.duplicates.length, processorSeconds.toFixed(2), clockSeconds.toFixed(2)];
  return `| ${[...cells, megabytes.toFixed(0)].join(' | ')} |`;
};

const answersOf = (answers: readonly Located[]): ReadonlyMap<string, LocatedEnd> =>
  new Map(answers.flatMap(({ ends }) => ends.map((end) => [end.key, end] as const)));
const table = (ratings: readonly Rating[]): string =>
  `| facts | part | count | precision | recall | wrong | missed |\n|---|---|---|---|---|---|---|\n${ratings.map(ratingRow).join('\n')}`;

/** A person's list: the first question opens the text and its index, the others have them at hand. */
async function fewNames(): Promise<readonly Run[]> {
  const few = (...names: readonly string[]): LocateQuestion => ({
    ends: names.map((name) => ({ key: name, name, countryWritten: null, latitude: null, longitude: null })),
  });
  return [
    await run('one name, with the making of the index', few('Liverpool')),
    await run('one name', few('Rostock')),
    await run('in Chinese', few('利物浦')),
  ];
}

const few = await fewNames();
const whole = await wholeSets();
const own: Located[] = [];
for (const question of ownQuestions()) own.push((await run('facts', question)).located);
const ratings = rate(answersOf(own));
const wholeAnswers = answersOf(whole.map(({ located }) => located));
const judged = whole.length > 0 ? wholeAnswers : answersOf(own);
const errors = errorRows(judged, rate(judged));
const sets = `## In whole sets

The facts as part of the sets they were taken from, the ties of the first known when the second is located:

${table(rate(wholeAnswers))}

| set | ends | located | nothing of the name | likely duplicates | processor s | clock s | MB more |
|---|---|---|---|---|---|---|---|
${[...few, ...whole].map(runRow).join('\n')}

On ${cpus()[0]?.model ?? 'an unknown processor'} (load ${loadavg()[0]?.toFixed(1) ?? '?'}). *Nothing of the name*: the gazetteer begins at 500 inhabitants and is thin in some countries.
`;
const text = `# Located of written places

${facts.length} places decided by hand (\`src/modules/cities/formats/locate-facts\`): which number in GeoNames is meant, or none. *Written* ones carry country
and coordinates as English Wikipedia's lists have them; *labels* are names of Wikidata without either, with the ends they are tied to.
The random parts were drawn by Python's \`random.sample\`, seed 20261126, from the sorted lists; the hard parts were chosen.
Two further samples, of 90 written places and 90 labels each (seeds 31337 and 777), were looked at once the rules stood: three wrong answers
among the written places, none among the labels. Each of the three led to a rule, so that they say nothing of what is left.
*Precision*: of the places answered, those that are right. *Recall*: of those the gazetteer holds, those found.

## With what the facts carry

${table(ratings)}

${whole.length > 0 ? sets : `The sets are not there (\`${asked.data}\`): the facts are judged with what they carry themselves.\n`}
## Every error

| | part | what is written | right | answered | note |
|---|---|---|---|---|---|
${errors.join('\n')}
`;
process.stdout.write(text);
if (!asked['quiet-docs'] && whole.length > 0) {
  const file = join(import.meta.dirname, '../docs/benchmarks/locate.md');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, (await format(file, text)).code);
}
