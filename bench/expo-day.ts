// The day of an expo: holders of links who read their agendas, accept, decline, take free times, say how it went, and an organiser who moves meetings, all
// at once. Afterwards nobody is doubly booked, and nothing that was acknowledged is lost.
// Usage: npm run bench:expo-day [-- --holders 500] [--seconds 300] [--rate 50] [--seed 1] [--quiet-docs]; shorter: --holders 60 --seconds 20
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { chanceOf } from '../tests/fixtures/chance.ts';
import { steadily } from '../tests/fixtures/load/steady-load.ts';
import { root } from '../tests/platform/started.ts';
import { expoFile } from '../tests/fixtures/load/expo-file.ts';
import { conditions, openCompany, openProduct, planExpo, quantile, readExpoIn, releaseExpo, venueNow } from './expo-world.ts';

const { values: asked } = parseArgs({
  options: {
    holders: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '300' },
    rate: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    'quiet-docs': { type: 'boolean', default: false },
  },
});
const [holders, lasting, rate, seed] = [Number(asked.holders), Number(asked.seconds), Number(asked.rate), Number(asked.seed)];

interface Company {
  readonly participantId: string;
  readonly cookie: string;
}
interface Agenda {
  readonly entries: readonly {
    readonly meetingId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly feedback: { readonly note: string } | null;
  }[];
  readonly holes: readonly { readonly slotId: string; readonly canTake: number }[];
}
interface Requests {
  readonly made: readonly { readonly id: string; readonly version: number; readonly to: { readonly id: string }; readonly wish: string }[];
  readonly received: readonly { readonly requestId: string; readonly from: { readonly id: string }; readonly answer: string | null }[];
}
interface Candidates {
  readonly candidates: readonly { readonly participant: { readonly id: string }; readonly canTake: boolean }[];
}
interface Grid {
  readonly slots: readonly { readonly id: string; readonly startsAt: string }[];
  readonly places: readonly { readonly id: string }[];
  readonly participants: readonly { readonly id: string; readonly code: string }[];
  readonly cells: readonly {
    readonly meetingId: string;
    readonly slot: number;
    readonly place: number;
    readonly a: number;
    readonly b: number;
  }[];
}

/** Short slots from the next minute on, so that meetings begin while the clients are at work: of those one can say how it went. */
const minutes = 5;
const slots = 40;
const { timeZone, today, from } = venueNow(slots * minutes);

const product = await openProduct();
const began = conditions();
console.log(began);
const { send } = product;
const chance = chanceOf(seed);

/** What the server acknowledged, to be looked for at the end: the last word on each thing wins. */
const answers = new Map<string, { readonly company: Company; readonly answer: 'want' | 'no' }>();
const notes = new Map<string, { readonly company: Company; readonly meetingId: string; readonly note: string }>();

type Kind = 'read' | 'accept' | 'decline' | 'take' | 'feedback' | 'move';
const took: Record<Kind, number[]> = { read: [], accept: [], decline: [], take: [], feedback: [], move: [] };
const statuses = new Map<string, number>();
let faults = 0;

async function does(kind: Kind, method: string, path: string, { cookie }: Pick<Company, 'cookie'>, body?: unknown): Promise<unknown> {
  const {
    status,
    body: read,
    milliseconds,
  } = await send(method, `/api/v1${path}`, {
    cookie,
    ...(body === undefined ? {} : { body, ...(method === 'POST' ? { key: randomUUID() } : {}) }),
  });
  took[kind].push(milliseconds);
  const name = `${kind} ${status}`;
  statuses.set(name, (statuses.get(name) ?? 0) + 1);
  if (status >= 500 || status === 429) faults += 1;
  return status < 300 ? read : null;
}

let lines: string[] = [];
try {
  const file = expoFile({ companies: holders, wishes: holders * 8, days: 1, firstDay: today, seed }, { from, slots, minutes, timeZone });
  // Half of the wishes come after the release: what both sides want then can be taken into free times.
  const early = file.requests.slice(0, file.requests.length / 2);
  const expo = await readExpoIn(product, { ...file, requests: early });
  const at = `/editions/${expo.editionId}`;
  const companies: Company[] = [];
  for (const { participantId } of expo.participants)
    companies.push({ participantId, cookie: await openCompany(product, expo.editionId, participantId) });
  const [plan] = await planExpo(product, expo.editionId, 5);
  await releaseExpo(product, expo.editionId, plan);
  const idOf = new Map(expo.participants.map(({ code, participantId }) => [code, participantId]));
  const late = file.requests.slice(early.length).map((one) => ({ fromId: idOf.get(one.from), toId: idOf.get(one.to), wish: one.wish }));
  for (let n = 0; n < late.length; n += 200) await product.ask('POST', `${at}/requests`, { body: { requests: late.slice(n, n + 200) } });
  const grid = await product.ask<Grid>('GET', `${at}/schedule`);
  console.log(`${companies.length} links opened, ${grid.cells.length} meetings released; ${lasting} s at ${rate} actions a second`);

  const own = ({ participantId }: Company): string => `${at}/participants/${participantId}`;
  const agendaOf = async (company: Company): Promise<Agenda | null> =>
    (await does('read', 'GET', `${own(company)}/agenda`, company)) as Agenda | null;
  /** One word at a time about one request, so that the last that was acknowledged is the last that was said. */
  const busy = new Set<string>();

  async function answerOne(company: Company): Promise<void> {
    const known = (await does('read', 'GET', `${at}/my-requests?participantId=${company.participantId}`, company)) as Requests | null;
    const open = known?.received.filter(({ answer, requestId }) => answer === null && !busy.has(requestId)) ?? [];
    if (open.length === 0) return;
    const one = chance.pick(open);
    busy.add(one.requestId);
    const kind = chance.whole(0, 3) === 0 ? ('decline' as const) : ('accept' as const);
    const done = await does(kind, 'POST', `${at}/requests/${one.requestId}/answer`, company, { answer: kind });
    if (done !== null) answers.set(one.requestId, { company, answer: kind === 'accept' ? 'want' : 'no' });
    busy.delete(one.requestId);
  }

  async function takeOne(company: Company): Promise<void> {
    const free = (await agendaOf(company))?.holes.filter(({ canTake }) => canTake > 0) ?? [];
    if (free.length === 0) return;
    const { slotId } = chance.pick(free);
    const list = (await does('read', 'GET', `${own(company)}/holes/${slotId}`, company)) as Candidates | null;
    const open = list?.candidates.filter(({ canTake }) => canTake) ?? [];
    if (open.length > 0)
      await does('take', 'POST', `${own(company)}/holes/${slotId}`, company, { withId: chance.pick(open).participant.id });
  }

  async function tellOne(company: Company): Promise<void> {
    const begun = (await agendaOf(company))?.entries.filter(({ startsAt }) => Date.parse(startsAt) < Date.now()) ?? [];
    if (begun.length === 0) return;
    const { meetingId } = chance.pick(begun);
    const key = `${company.participantId} ${meetingId}`;
    if (busy.has(key)) return;
    busy.add(key);
    const note = randomUUID();
    const said = { result: chance.whole(0, 1) === 0 ? 'go_on' : 'no_interest', nextStep: 'none', note };
    const done = await does('feedback', 'POST', `${own(company)}/agenda/${meetingId}/feedback`, company, said);
    if (done !== null) notes.set(key, { company, meetingId, note });
    busy.delete(key);
  }

  /** The organiser moves a meeting to another time and place, wherever that is: refused where it does not fit. */
  async function moveOne(): Promise<void> {
    const coming = grid.cells.filter(({ slot }) => Date.parse(grid.slots[slot]?.startsAt ?? '') > Date.now());
    if (coming.length === 0) return;
    const { meetingId } = chance.pick(coming);
    const slot = chance.pick(grid.slots.filter(({ startsAt }) => Date.parse(startsAt) > Date.now()));
    await does(
      'move',
      'POST',
      `${at}/schedule/${meetingId}/move`,
      { cookie: product.cookie },
      { slotId: slot.id, placeId: chance.pick(grid.places).id },
    );
  }

  /** Of a hundred actions so many are each. */
  function act(): Promise<unknown> {
    const company = chance.pick(companies);
    const dice = chance.whole(1, 100);
    if (dice <= 55) return agendaOf(company);
    if (dice <= 75) return answerOne(company);
    if (dice <= 85) return takeOne(company);
    if (dice <= 98) return tellOne(company);
    return moveOne();
  }

  const start = performance.now();
  let told = start;
  const actions = await steadily({ rate, seconds: lasting }, (begun) => {
    if (performance.now() - told > 30_000) {
      told = performance.now();
      console.log(`  ${Math.round((told - start) / 1000)} s: ${begun} actions`);
    }
    return act();
  });
  const elapsed = (performance.now() - start) / 1000;

  // Nobody in two places at once, by a check that knows nothing of how it came to be.
  const after = await product.ask<Grid>('GET', `${at}/schedule`);
  const taken = new Map<string, number>();
  for (const { slot, place, a, b } of after.cells)
    for (const seat of [`place ${place}`, `participant ${a}`, `participant ${b}`])
      taken.set(`${slot} ${seat}`, (taken.get(`${slot} ${seat}`) ?? 0) + 1);
  const double = [...taken].filter(([, count]) => count > 1);
  let lost = 0;
  for (const company of companies) {
    const mine = await product.send('GET', `/api/v1${at}/my-requests?participantId=${company.participantId}`, { cookie: company.cookie });
    const { received } = mine.body as Requests;
    const agenda = (await product.send('GET', `/api/v1${own(company)}/agenda`, { cookie: company.cookie })).body as Agenda;
    for (const [requestId, said] of answers)
      if (said.company === company && received.find((one) => one.requestId === requestId)?.answer !== said.answer) lost += 1;
    const scheduled = new Map(agenda.entries.map((entry) => [entry.meetingId, entry.feedback?.note]));
    for (const said of notes.values())
      // A meeting that a decline has taken out of the schedule is in no agenda any more.
      if (said.company === company && scheduled.has(said.meetingId) && scheduled.get(said.meetingId) !== said.note) lost += 1;
  }
  const all = Object.values(took).flat();
  const row = (name: string, times: readonly number[]): string =>
    `| ${name} | ${times.length} | ${quantile(times, 0.5).toFixed(0)} | ${quantile(times, 0.95).toFixed(0)} | ${quantile(times, 0.99).toFixed(0)} | ${quantile(times, 1).toFixed(0)} |`;
  lines = [
    `- before: ${began}`,
    `- after: ${conditions()}`,
    `- ${companies.length} holders of links, ${actions} actions in ${elapsed.toFixed(0)} s (${(actions / elapsed).toFixed(1)} a second), ${all.length} requests; client and server on one machine`,
    `- doubly booked: ${double.length}; acknowledged and lost: ${lost} of ${answers.size} answers and ${notes.size} words on meetings; refused as busy or failed: ${faults}`,
    `- server at its largest: ${product.peakMegabytes().toFixed(0)} MB`,
    '',
    '| milliseconds | requests | median | 95 of 100 | 99 of 100 | longest |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    row('all', all),
    ...Object.entries(took).map(([kind, times]) => row(kind, times)),
    '',
    `Answers: ${[...statuses]
      .sort()
      .map(([name, count]) => `${name}: ${count}`)
      .join(', ')}. What does not fit (409) is refused in words: two who take one time, a move to a time that is taken.`,
  ];
  for (const line of lines) console.log(line);
  if (double.length > 0 || lost > 0) process.exitCode = 1;
} finally {
  await product.close();
}
if (!asked['quiet-docs'] && lines.length > 0) {
  const report = [
    '# The day of an expo',
    '',
    'Written by `npm run bench:expo-day`. Asked for: 500 holders for five minutes, 50 actions a second, 99 of 100 within 300 ms, nobody doubly booked, nothing lost.',
    '',
    ...lines,
    '',
  ];
  writeFileSync(join(root, 'docs/benchmarks/expo-day.md'), (await format('expo-day.md', report.join('\n'))).code);
}
