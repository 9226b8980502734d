// Draws figures at random from the public pages of a running product and counts each anew from the files of its open data.
// npm run figures -- --at http://127.0.0.1:4000 [--count 20] [--seed 7]
import { parseArgs } from 'node:util';
import type { Figure } from '../tests/fixtures/figures/figure.ts';
import { figuresCounted, figuresShown } from '../tests/fixtures/figures/public-figures.ts';

const { values } = parseArgs({
  options: { at: { type: 'string', default: 'http://127.0.0.1:4000' }, count: { type: 'string', default: '20' }, seed: { type: 'string' } },
});
const origin = values.at.replace(/\/$/, '');
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);

/** mulberry32: the same seed draws the same figures. */
function dice(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function get(path: string): Promise<unknown> {
  for (;;) {
    const answer = await fetch(origin + path);
    if (answer.ok) return answer.json();
    if (answer.status !== 429) throw new Error(`${path}: ${answer.status}`);
    // As often as it may be asked, and no oftener.
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after') ?? 1)));
  }
}

const shown = await figuresShown(get);
const counted = await figuresCounted(get, new Date().toISOString().slice(0, 10));
const roll = dice(seed);
/** Figures of an edition or a city that nobody stated, but that are counted. */
const countings = /^(exhibitors|countries|stands|came again|ties( \w+)?)$/;

/** What kind of figure it is: its page and name without the tie, city or outcome that it is of. Kinds are drawn evenly, not by their number. */
function kindOf({ key }: Figure): string {
  const [, path = '', name = ''] = /^(.*?): (.*)$/.exec(key) ?? [];
  const page = path
    .replace(/^(\/[a-z]+)\/[^/]+/, '$1/…')
    .replace(/(\/compare)\/.*/, '$1/…')
    .replace(/\?.*/, '');
  if (page.startsWith('/editions') || page === '/cities/…')
    return `${page}: ${countings.test(name) ? name : name.includes('--') ? 'sources' : 'stated'}`;
  return `${page}: ${name.replace(/^(domain|sum of|visits of) .*/, '$1')}`;
}
const waiting = new Map(
  [...Map.groupBy(shown, kindOf)].map(([kind, figures]) => [kind, figures.map((figure) => ({ figure, at: roll() }))]),
);
const drawn: Figure[] = [];
while (drawn.length < Math.min(Number(values.count), shown.length))
  for (const [kind, figures] of waiting) {
    const [next, ...rest] = figures.toSorted((x, y) => x.at - y.at);
    if (next === undefined || drawn.length >= Number(values.count)) continue;
    drawn.push(next.figure);
    waiting.set(kind, rest);
  }
const agrees = ({ key, value }: Figure): boolean => counted.get(key) === value;
const wrong = shown.filter((figure) => !agrees(figure));

console.log(`${shown.length} figures on public pages of ${origin}; seed ${seed}`);
console.log('page and figure | shown | counted from the download |');
for (const figure of drawn)
  console.log(`${figure.key} | ${figure.value} | ${counted.get(figure.key) ?? '–'} | ${agrees(figure) ? 'equal' : 'NOT EQUAL'}`);
console.log(`${drawn.filter(agrees).length} of ${drawn.length} drawn are equal; ${shown.length - wrong.length} of all ${shown.length}`);
for (const figure of wrong.filter((one) => !drawn.includes(one)))
  console.log(`NOT EQUAL: ${figure.key} | ${figure.value} | ${counted.get(figure.key) ?? '–'}`);
process.exit(wrong.length === 0 ? 0 : 1);
