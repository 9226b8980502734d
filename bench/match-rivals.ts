// The same texts asked by others: MiniSearch in memory and PostgreSQL's own text search. Both get the words that this matcher cuts out of a text,
// since neither of them cuts Chinese; none of them knows the other language.
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { openTestDatabase, testFolder } from '#platform/postgres/test-database.ts';
import { bestOffers, offerArrays } from '../src/matcher/core/bulk.ts';
import type { Lexicon } from '../src/matcher/core/lexicon.ts';
import { unstated } from '../src/matcher/core/model.ts';
import { readPassages } from '../src/matcher/core/read.ts';
import { readProfile, stockOf } from '../src/matcher/core/stock.ts';
import { weightOfWord } from '../src/matcher/core/text/common-words.ts';
import { tokensOf } from '../src/matcher/core/text/tokens.ts';
import type { Pairs } from './match-pairs.ts';
import { secondsOfCluster } from './processor.ts';

interface Asked {
  readonly name: string;
  /** Seconds of processor time: to make the offers ready, and to ask all needs for their first twenty. */
  readonly ready: number;
  readonly asked: number;
}

const top = 20;
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

interface Text {
  readonly title: string;
  readonly text: string;
}

/** Titles of all with texts of all others, until there are so many. */
const mixed = ({ offers }: Pairs, many: number): readonly Text[] =>
  Array.from({ length: many }, (_, at) => ({
    title: offers[at % offers.length]?.title ?? '',
    text: offers[(at * 31 + Math.floor(at / offers.length)) % offers.length]?.text ?? '',
  }));

function ours(lexicon: Lexicon, offers: readonly Text[], needs: readonly Text[]): Asked {
  const passage = ({ title, text }: Text) => ({ language: null, title, text });
  const start = processor();
  const arrays = offerArrays(
    stockOf(offers.map((offer, at) => readProfile(lexicon, { ...unstated(String(at)), offers: [passage(offer)] }))),
  );
  const ready = processor();
  const sums = new Float64Array(offers.length);
  for (const need of needs) bestOffers(readPassages(lexicon, [passage(need)]), arrays, top, sums);
  return { name: 'this matcher', ready: ready - start, asked: processor() - ready };
}

function miniSearch(words: (text: string) => readonly string[], offers: readonly Text[], needs: readonly Text[]): Asked {
  const start = processor();
  const index = new MiniSearch({ fields: ['title', 'text'], tokenize: (text) => [...words(text)], processTerm: (word) => word });
  index.addAll(offers.map((offer, id) => ({ id, ...offer })));
  const ready = processor();
  for (const need of needs) index.search(`${need.title} ${need.text}`, { boost: { title: 2 } }).slice(0, top);
  return { name: 'MiniSearch', ready: ready - start, asked: processor() - ready };
}

async function postgres(words: (text: string) => readonly string[], offers: readonly Text[], needs: readonly Text[]): Promise<Asked> {
  const db = await openTestDatabase();
  const cluster = join(testFolder(), 'cluster');
  const line = ({ title, text }: Text): string => words(`${title} ${text}`).join(' ');
  const start = secondsOfCluster(cluster);
  await db.owner.query('create table public.offer (id int, words tsvector)');
  for (let at = 0; at < offers.length; at += 1_000) {
    const lines = offers.slice(at, at + 1_000).map(line);
    await db.owner.query(
      `insert into public.offer select $1 + n, to_tsvector('simple', line) from unnest($2::text[]) with ordinality as u(line, n)`,
      [at, lines],
    );
  }
  await db.owner.query('create index on public.offer using gin (words)');
  await db.owner.query('vacuum analyze public.offer');
  const ready = secondsOfCluster(cluster);
  for (const need of needs) {
    const query = [...new Set(words(`${need.title} ${need.text}`))].map((word) => `'${word.replaceAll("'", '')}'`).join(' | ');
    if (query === '') continue;
    await db.owner.query(
      `select id from public.offer, to_tsquery('simple', $1) as q where words @@ q order by ts_rank(words, q) desc limit ${top}`,
      [query],
    );
  }
  const asked = secondsOfCluster(cluster) - ready;
  await db.close();
  return { name: 'PostgreSQL', ready: ready - start, asked };
}

/** One line for each: seconds, and as a multiple of ours. */
export async function rivalRows(lexicon: Lexicon, pairs: Pairs, many: number): Promise<readonly (readonly string[])[]> {
  const words = (text: string): readonly string[] =>
    tokensOf(text, lexicon.rates).flatMap(({ form }) => (weightOfWord(form) > 0 ? [form] : []));
  const offers = mixed(pairs, many);
  const own = ours(lexicon, offers, pairs.needs);
  const all = [own, miniSearch(words, offers, pairs.needs), await postgres(words, offers, pairs.needs)];
  const cell = (seconds: number, ofOurs: number): string => `${seconds.toFixed(2)} s (${(seconds / ofOurs).toFixed(1)}×)`;
  return all.map(({ name, ready, asked }) => [name, cell(ready, own.ready), cell(asked, own.asked)]);
}
