// From a fresh installation to released agendas, by the API as the pages call it: an edition read in, every company invited by letter, most of them
// answering through their links, a plan, its release, the letters of the release, and all agendas on paper.
// Usage: npm run bench:whole-expo [-- --companies 400] [--wishes 3000] [--answering 300] [--days 3] [--plan-seconds 10] [--quiet-docs] [--folder FOLDER]
// A folder that is named is kept; where it holds the expo already, only its pages and its paper are measured.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { expoFile } from '../tests/fixtures/load/expo-file.ts';
import { root } from '../tests/platform/started.ts';
import { measurePages } from './expo-pages.ts';
import {
  conditions,
  openCompany,
  openLinkOf,
  openProduct,
  planExpo,
  quantile,
  readExpoIn,
  releaseExpo,
  seconds,
  type OpenedExpo,
  type Product,
} from './expo-world.ts';

const { buildInterface } = (await import(new URL('../scripts/bootstrap.mjs', import.meta.url).href)) as {
  readonly buildInterface: () => Promise<boolean>;
};

const { values: asked } = parseArgs({
  options: {
    companies: { type: 'string', default: '400' },
    wishes: { type: 'string', default: '3000' },
    answering: { type: 'string', default: '300' },
    days: { type: 'string', default: '3' },
    'plan-seconds': { type: 'string', default: '10' },
    'quiet-docs': { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const [companies, wishes, answering, days] = [
  Number(asked.companies),
  Number(asked.wishes),
  Number(asked.answering),
  Number(asked.days),
] as const;

interface Mails {
  readonly entries: readonly { readonly recipient: string; readonly body: string }[];
}
interface Requests {
  readonly received: readonly { readonly requestId: string; readonly answer: string | null }[];
}
interface Times {
  readonly version: number;
  readonly slots: readonly { readonly id: string }[];
}
interface Agenda {
  readonly entries: readonly unknown[];
}

const rows: (readonly [string, string, string])[] = [];
const tell = (what: string, figure: string, mark = ''): void => {
  rows.push([what, figure, mark]);
  console.log(`${what}: ${figure}${mark === '' ? '' : ` (asked: ${mark})`}`);
};
const inSeconds = (value: number): string => `${value.toFixed(1)} s`;

let largest = 0;
let before: readonly [number, number] = [0, 0];
/** What a step took of the processor, and how large the server was in it. */
function tellStep(product: Product, what: string, figure: string, mark = ''): void {
  const [memory, spent] = [product.peakMegabytes(), product.processorSeconds()];
  const [server, database] = spent.map((seconds, at) => (seconds - (before[at] ?? 0)).toFixed(1));
  [largest, before] = [Math.max(largest, memory), spent];
  tell(what, `${figure}; processor ${server ?? ''} s server, ${database ?? ''} s database; ${memory.toFixed(0)} MB`, mark);
}

/** One company at its place: its entry confirmed, its times, every request answered. */
async function answerAll(
  { send }: Product,
  { at, participantId, cookie }: { readonly at: string; readonly participantId: string; readonly cookie: string },
) {
  const took: number[] = [];
  const does = async <T>(method: string, path: string, asking: { readonly body?: unknown; readonly version?: number } = {}): Promise<T> => {
    const { status, body, milliseconds } = await send(method, `/api/v1${path}`, { ...asking, cookie });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body).slice(0, 400)}`);
    took.push(milliseconds);
    return body as T;
  };
  const own = `${at}/participants/${participantId}`;
  const { version } = await does<{ readonly version: number }>('GET', own);
  await does('PATCH', `${own}/profile`, { body: {}, version });
  const times = `${at}/addressees/${participantId}/times`;
  const { slots, version: stand } = await does<Times>('GET', times);
  const said = slots.map(({ id }, n) => ({ slotId: id, says: n % 10 === 9 ? 'cannot' : 'can' }));
  await does('PUT', times, { body: { said }, version: stand });
  const { received } = await does<Requests>('GET', `${at}/my-requests?participantId=${participantId}`);
  const open = received.filter(({ answer }) => answer === null);
  for (const [n, { requestId }] of open.entries())
    await does('POST', `${at}/requests/${requestId}/answer`, { body: { answer: n % 7 === 6 ? 'decline' : 'accept' } });
  return { took, answers: open.length };
}

async function planAndRelease(product: Product, expo: OpenedExpo): Promise<void> {
  const [plan, planning] = await planExpo(product, expo.editionId, Number(asked['plan-seconds']));
  const { placed, total } = await product.ask<{ readonly placed?: number; readonly total?: number }>(
    'GET',
    `/editions/${expo.editionId}/plans/${plan.id}`,
  );
  tellStep(
    product,
    `plan in its job${placed === undefined ? '' : ` (${placed} of ${total ?? 0} placed)`}`,
    inSeconds(planning),
    '≤ 10 s of 400, ≤ 60 s of 4,000',
  );
  const [, releasing] = await releaseExpo(product, expo.editionId, plan);
  tellStep(product, 'release, with the letters that tell of it', inSeconds(releasing), '≤ 5 s');
}

/** Everything up to the agendas that are in force. */
async function enterExpo(product: Product): Promise<OpenedExpo> {
  const firstDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const file = expoFile({ companies, wishes, days, firstDay, seed: 1 }, { from: 9 * 60, slots: 16 });
  const expo = await readExpoIn(product, file);
  const at = `/editions/${expo.editionId}`;
  tellStep(
    product,
    `workbook of ${companies} companies and ${wishes} wishes looked at and read in`,
    inSeconds(expo.importSeconds),
    '≤ 5 s of 400, ≤ 20 s of 4,000',
  );
  const [{ written }, inviting] = await seconds(() =>
    product.ask<{ readonly written: number }>('POST', `${at}/letters`, { body: { kind: 'invitation' } }),
  );
  tellStep(product, `${written} invitations written, each with a link of its own`, inSeconds(inviting));
  if (written !== companies) throw new Error(`only ${written} of ${companies} were invited`);
  const { entries: mails } = await product.ask<Mails>('GET', '/demo/mail');
  const linkOf = new Map(mails.flatMap(({ recipient, body }) => [[recipient, /\S+\/in#\S+/.exec(body)?.[0] ?? '']] as const));
  const codes = new Map(expo.participants.map(({ code, participantId }) => [code, participantId]));
  const invited = file.contacts.flatMap(({ participant, email }) => {
    const participantId = codes.get(participant);
    return participantId === undefined ? [] : [{ participantId, address: linkOf.get(email ?? '') }];
  });
  const took: number[] = [];
  let answers = 0;
  const come = invited.slice(0, answering);
  const [, answeringSeconds] = await seconds(async () => {
    const queue = [...come];
    const hand = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        // The demo shows the newest letters alone: the others come by the link that is printed for them.
        const cookie =
          next.address === undefined
            ? await openCompany(product, expo.editionId, next.participantId)
            : await openLinkOf(product, next.address);
        const done = await answerAll(product, { at, participantId: next.participantId, cookie });
        took.push(...done.took);
        answers += done.answers;
      }
    };
    await Promise.all(Array.from({ length: 8 }, hand));
  });
  tellStep(
    product,
    `${come.length} companies through their links (${mails.length} from the letters, the others printed): entry, times, ${answers} answers`,
    `${inSeconds(answeringSeconds)}, ${took.length} requests, ${quantile(took, 0.5).toFixed(0)} ms (median), ${quantile(took, 0.99).toFixed(0)} ms (99 of 100)`,
  );
  await planAndRelease(product, expo);
  const met = await Promise.all(
    come.slice(0, 20).map(({ participantId }) => product.ask<Agenda>('GET', `${at}/participants/${participantId}/agenda`)),
  );
  tell('meetings in the first twenty agendas', String(met.reduce((sum, { entries }) => sum + entries.length, 0)));
  return expo;
}

/** The pages of its organiser, and its paper. */
async function lookAt(product: Product, expo: OpenedExpo): Promise<void> {
  const pages = await measurePages(product, expo);
  for (const { page, answered, nodes, slowest } of pages ?? [])
    tell(
      `page ${page}: ${nodes} elements; slowest answer ${slowest[0]} ${slowest[1].toFixed(0)} ms`,
      inSeconds(answered / 1000),
      '≤ 1 s, 5,000',
    );
  if (pages === null) tell('pages', 'not measured: no Chromium');
  tellStep(product, 'these pages', '', '≤ 1,000 MB');
  const [paper, printing] = await seconds(() =>
    product.send('GET', `/api/v1/editions/${expo.editionId}/paper?paper=agendas&language=both`, { cookie: product.cookie }),
  );
  if (paper.status !== 200) throw new Error(`the paper: ${paper.status} ${JSON.stringify(paper.body).slice(0, 400)}`);
  tellStep(
    product,
    `${companies} agendas as one PDF in both languages (${(Number(paper.body) / 1e6).toFixed(1)} MB)`,
    inSeconds(printing),
    '≤ 30 s of 400',
  );
  tell('server at its largest, without the database', `${largest.toFixed(0)} MB`, '≤ 1,000 MB');
}

const kept = asked.folder === undefined ? null : join(asked.folder, 'expo.json');
if (asked.folder !== undefined) mkdirSync(asked.folder, { recursive: true, mode: 0o755 });
if (!(await buildInterface())) throw new Error('the interface could not be built');
const product = await openProduct({}, asked.folder);
console.log(conditions());
try {
  const stands = kept !== null && existsSync(kept);
  const expo = stands ? (JSON.parse(readFileSync(kept, 'utf8')) as OpenedExpo) : await enterExpo(product);
  if (kept !== null && !stands) writeFileSync(kept, JSON.stringify(expo));
  await lookAt(product, expo);
} finally {
  await product.close();
}
if (!asked['quiet-docs']) {
  const report = [
    `# A whole expo: ${companies} companies, ${wishes} wishes`,
    '',
    'Written by `npm run bench:whole-expo`: a fresh installation with its demo world beside, one server, the embedded database; every step by the API as the pages call it.',
    '',
    conditions(),
    '',
    '| step | took | asked |',
    '| --- | ---: | ---: |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ];
  const name = `whole-expo-${companies}.md`;
  writeFileSync(join(root, 'docs/benchmarks', name), (await format(name, report.join('\n'))).code);
}
