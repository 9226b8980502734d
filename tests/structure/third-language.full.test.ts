// A third language: asked for wherever one of the two is told apart, and enough where it is given. The product is compiled with one that nobody has
// written, and run with one whose words are the English ones between two signs.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { wordsOfWord } from '#platform/paper/word-fixture.ts';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import { texts } from '#app/texts/texts.ts';
import { freePort, makeFolder, start, untilRunning } from '../platform/started.ts';
import { buildSmallHouse, root, type SmallHouse } from './small-house.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const kernel = 'src/kernel/language.ts';
/** Files of the product, tests and what only they load apart. */
const product = { include: ['src'], exclude: ['src/**/*.test.ts', 'src/**/*.test.tsx'] };

/** The whole product is compiled: a minute on a free machine, five on a busy one. */
const timeout = 1_200_000;

type Change = readonly [from: string, to: string];

/** Changes the kernel's file of languages. */
function change({ folder }: Pick<SmallHouse, 'folder'>, changes: readonly Change[]): void {
  const file = path.join(folder, kernel);
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  writeFileSync(file, text);
}

/** Answers what the compiler says, by file, once the kernel has the third language with these changes. */
function compiledWith(changes: readonly Change[], { include, exclude }: typeof product): ReadonlyMap<string, string> {
  const config = { extends: './own.json', include, exclude };
  const built = buildSmallHouse({ 'own.json': read('tsconfig.json'), 'tsconfig.json': JSON.stringify(config) });
  onTestFinished(built.remove);
  cpSync(path.join(root, 'src'), path.join(built.folder, 'src'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(built.folder, 'node_modules'));
  change(built, changes);
  const { output } = built.run('typescript-native/bin/tsc', ['-p', 'tsconfig.json', '--pretty', 'false', '--checkers', '1']);
  return new Map([...output.matchAll(/^(src\/[^(]+)\(.*?error (TS\d+)/gm)].map(([, file = '', code = '']) => [file, code]));
}

const added = ["['en', 'zh-Hans'] as const", "['en', 'zh-Hans', 'x-third'] as const"] as const;
const forEach = ["inEach(make('en'), make('zh-Hans'))", "inEach(make('en'), make('zh-Hans'), make('x-third'))"] as const;
const table = "<const En, const Zh>(en: En, zh: Zh) => ({ en, 'zh-Hans': zh })";

/** Files in which something stands for each language. */
const tables = (): readonly string[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file) && file !== kernel && read(file).includes('inEach('),
  );

test('without words of a third language the product does not compile, and each of its tables is named', { timeout }, () => {
  const asking = "<const En, const Zh, const Third>(en: En, zh: Zh, third: Third) => ({ en, 'zh-Hans': zh, 'x-third': third })";
  const blamed = compiledWith([added, forEach, [table, asking]], product);
  expect(tables().length).toBeGreaterThan(50);
  expect(tables().filter((file) => !blamed.has(file))).toEqual([]);
});

test('with words of a third language in each table nothing else asks for it but how it writes', { timeout }, () => {
  const made = "<const En, const Zh>(en: En, zh: Zh, third: En | Zh = en) => ({ en, 'zh-Hans': zh, 'x-third': third })";
  expect([...compiledWith([added, forEach, [table, made]], product).keys()]).toEqual([kernel]);
});

/** The kernel with Esperanto, of which only the names are known: its words are the English ones between two signs, wherever a table has a place for them. */
const invented: readonly Change[] = [
  [added[0], "['en', 'zh-Hans', 'eo'] as const"],
  [forEach[0], "inEach(make('en'), make('zh-Hans'), make('eo'))"],
  [table, "<const En, const Zh>(en: En, zh: Zh, third: En = between(en)) => ({ en, 'zh-Hans': zh, eo: third })"],
  [
    'export const isLanguage',
    `function between<T>(words: T): T {
  const all = (one: unknown): unknown => {
    if (typeof one === 'string') return /\\p{L}/u.test(one) ? '‹' + one + '›' : one;
    if (typeof one === 'function') return (...given: unknown[]) => {
      const made: unknown = one(...given);
      return made instanceof Promise ? made.then(all) : all(made);
    };
    if (typeof one !== 'object' || one === null) return one;
    return Array.isArray(one) ? one.map(all) : Object.fromEntries(Object.entries(one).map(([key, value]) => [key, all(value)]));
  };
  return all(words) as T;
}
export const isLanguage`,
  ],
  [
    'Readonly<Record<Language, Writing>> = {',
    `Readonly<Record<Language, Writing>> = {
  get eo() {
    return { ...this.en, locale: 'eo', suffix: 'eo', name: 'Esperanto', shortName: 'Esperanto' };
  },`,
  ],
];

/** Builds the product with the invented language in a folder of its own, whose packages are those of the project. */
function builtWith(changes: readonly Change[]): string {
  const built = buildSmallHouse({});
  onTestFinished(built.remove);
  const own = ['src', 'scripts', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
  for (const one of own) cpSync(path.join(root, one), path.join(built.folder, one), { recursive: true });
  mkdirSync(path.join(built.folder, 'node_modules'));
  for (const one of readdirSync(path.join(root, 'node_modules')).filter((name) => name !== '.cache'))
    symlinkSync(path.join(root, 'node_modules', one), path.join(built.folder, 'node_modules', one));
  change(built, changes);
  const build =
    "import('./scripts/bootstrap.mjs').then(({ buildInterface }) => buildInterface()).then((stands) => process.exit(stands ? 0 : 1))";
  // Without what a run of tests says of itself: pages are built as they are served.
  execFileSync(process.execPath, ['-e', build], {
    cwd: built.folder,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  return built.folder;
}

/** What a page shows, piece by piece. */
const shownOn = (html: string): readonly string[] =>
  html
    .replaceAll(/<(style|script)\b.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** English sentences of the product that stand without the signs of the invented language. */
const english = new Set(Object.values<string>(texts.en).filter((sentence) => /\w \w/.test(sentence)));
const leftEnglish = (pieces: readonly string[]): readonly string[] => pieces.filter((piece) => english.has(piece));

test('pages, a paper and a letter are drawn in a language of which only words were told', { timeout }, async () => {
  const built = builtWith(invented);
  const { folder, remove } = makeFolder();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = start({ HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1' }, [path.join(built, 'scripts', 'start.mjs')]);
  onTestFinished(async () => {
    server.process.kill('SIGTERM');
    await server.ended;
    remove();
  });
  await untilRunning(server, port);

  // A server that has much to do sends the frame of a page, which the application fills.
  const drawnAt = async (address: string): Promise<string> => {
    for (let tries = 0; tries < 300; tries++) {
      const html = await (await fetch(`${origin}${address}`)).text();
      if (html.includes(' data-served')) return html;
      await pause(200);
    }
    throw new Error(`${address} was not drawn: ${server.printed()}`);
  };
  for (const address of ['/', '/network', '/editions', '/cities/liverpool-gb', '/ties/liverpool-gb--shanghai-cn/report']) {
    const drawn = await drawnAt(`/eo${address}`);
    expect(drawn).toContain('<html lang="eo"');
    expect(leftEnglish(shownOn(drawn)), address).toEqual([]);
    // The same page in English shows that there was something to find.
    expect(leftEnglish(shownOn(await drawnAt(address))).length, address).toBeGreaterThan(5);
  }

  const paper = await fetch(`${origin}/api/v1/ties/liverpool-gb--shanghai-cn/report/file?format=docx&language=eo`);
  expect(paper.status).toBe(200);
  const { body } = await wordsOfWord(new Uint8Array(await paper.arrayBuffer()));
  expect(body).toContain('‹Known›');
  expect((await fetch(`${origin}/api/v1/ties/liverpool-gb--shanghai-cn/report/file?format=pdf&language=eo`)).status).toBe(200);

  const send = (address: string, method: string, json: object, cookie = '') =>
    fetch(`${origin}/api${address}`, {
      method,
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
  const email = 'officer@example.org';
  const entered = await send('/auth/sign-in/email', 'POST', { email, password: demoPassword });
  const cookie = (entered.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  expect((await send('/v1/account', 'PATCH', { language: 'eo' }, cookie)).status).toBe(200);
  await send('/auth/sign-in/magic-link', 'POST', { email });
  const { entries } = (await (await fetch(`${origin}/api/v1/demo/mail`, { headers: { cookie } })).json()) as {
    readonly entries: readonly Readonly<Record<'recipient' | 'language' | 'subject', string>>[];
  };
  const own = entries.find(({ recipient, language }) => recipient === email && language === 'eo');
  expect(own?.subject).toMatch(/^‹.+›$/);
});
