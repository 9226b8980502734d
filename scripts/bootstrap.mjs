// What every command needs before it can run: the right runtime, the packages and the built interface.
// Plain built-ins only, and nothing newer than Node 18: this file runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCall } from './processes.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const cacheFolder = path.join(root, 'node_modules', '.cache', 'hansa');
/** The server as a few files, which bundle-server.mjs makes of src/main.ts and what it imports. */
export const serverFile = path.join(cacheFolder, 'server', 'main.mjs');
/** What draws public pages, which bundle-pages.mjs makes of the interface. */
export const pagesFolder = path.join(cacheFolder, 'pages');
const modules = path.join(root, 'node_modules');

/** The Node 24 that npm installs with the project; the machine's own may be older. */
export const nodeIn = (folder, platform = process.platform) => path.join(folder, 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
export const node = nodeIn(modules);

const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Says one step in English and, where the machine speaks Chinese, in Chinese too. */
export function say(english, zh) {
  console.log(english);
  if (chinese && zh) console.log(zh);
}

/** Ends the command with one plain sentence. */
export function giveUp(english, zh) {
  console.error(english);
  if (chinese && zh) console.error(zh);
  process.exit(1);
}

/** Whether npm installs an optional package on this machine: one that is made for its system and processor; of C libraries it knows more. */
const isMadeFor = ({ os, cpu, libc }, { platform, arch }) =>
  os !== undefined && os.includes(platform) && (cpu === undefined || cpu.includes(arch)) && libc === undefined;

/**
 * Whether two lists of packages agree: every package of the lock file is there in its version. What is optional may be absent, but not
 * where it is made for this very machine: then it was installed on another one.
 */
export function isInstalled(wanted, present, { withDevelopment, machine }) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link) return true;
    const found = present[place];
    if (found) return found.version === entry.version;
    if (Boolean(entry.dev) && !withDevelopment) return true;
    return Boolean(entry.optional || entry.devOptional) && !isMadeFor(entry, machine);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages || {};
  } catch {
    return null;
  }
}

/** A PATH without this project's own tools, so that the machine's npm is found and not a file that is being replaced. */
function outerPath() {
  return (process.env.PATH || '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes(`node_modules${path.sep}.bin`) && !folder.includes('node-gyp-bin'))
    .join(path.delimiter);
}

/** Runs a child to its end and resolves with its exit code; `beat` is printed every ten seconds meanwhile. */
export function run(command, args, { beat, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const started = Date.now();
    const timer = beat ? setInterval(() => console.log(beat(Math.round((Date.now() - started) / 1000))), 10_000) : undefined;
    const end = (code) => {
      clearInterval(timer);
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('exit', (code, signal) => end(signal ? 128 : (code ?? 1)));
  });
}

async function install() {
  const env = { ...process.env, PATH: outerPath() };
  const version = npmCall(['--version']);
  if (spawnSync(version.command, version.args, { env, stdio: 'ignore', cwd: root, ...version.options }).status !== 0) {
    giveUp(
      'npm was not found: install Node.js 18 or newer together with npm, then try again.',
      '找不到 npm：请先安装 Node.js 18 以上版本（含 npm），再重试。',
    );
  }
  say('Installing the packages (a minute or two on first use) …', '正在安装依赖包（首次约需一两分钟）……');
  const { command, args, options } = npmCall(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']);
  const code = await run(command, args, {
    env,
    ...options,
    beat: (seconds) => `  still installing, ${seconds} s so far`,
  });
  if (code !== 0)
    giveUp(
      'The packages could not be installed: npm ci failed, its reason is printed above.',
      '依赖包安装失败：原因见上方 npm ci 的输出。',
    );
}

/** Makes node_modules agree with package-lock.json and the Node 24 in it present; installs when it does not. */
export async function ensureInstalled({ withDevelopment }) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  if (!wanted)
    giveUp('package-lock.json is missing or damaged: fetch the project again.', 'package-lock.json 缺失或已损坏：请重新获取本项目。');
  const complete = () => {
    const present = packagesOf(path.join(modules, '.package-lock.json'));
    return present !== null && isInstalled(wanted, present, { withDevelopment, machine: process });
  };
  if (!complete()) await install();
  if (!existsSync(node)) await fetchNode();
}

/** The runtime's own install script did not run (npm was told to skip such scripts) or its file was lost: run it here. */
async function fetchNode() {
  say('Fetching Node 24 …', '正在获取 Node 24……');
  const code = await run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: path.join(modules, 'node'),
    env: { ...process.env, PATH: outerPath() },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0 || !existsSync(node)) {
    giveUp(
      'Node 24 could not be installed from npm for this machine: Hansa needs it to run.',
      '无法从 npm 安装适用于本机的 Node 24，工作台无法运行。',
    );
  }
}

/** Files that decide what is built: everything under src, and the settings of both builds. */
function interfaceSources() {
  const found = [
    'index.html',
    'vite.config.ts',
    'scripts/pocket-files.ts',
    'scripts/wire-contract.ts',
    'scripts/served-files.ts',
    'scripts/bundle-server.mjs',
    'scripts/bundle-pages.mjs',
    'package-lock.json',
  ].filter((file) => existsSync(path.join(root, file)));
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const place = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(place);
      else if (!/\.test\.tsx?$|\.sql$|\.md$/.test(entry.name)) found.push(place);
    }
  };
  for (const folder of ['src', 'public']) if (existsSync(path.join(root, folder))) walk(folder);
  return found.sort();
}

function interfaceHash() {
  const hash = createHash('sha256');
  for (const file of interfaceSources()) {
    hash.update(file).update('\0');
    hash.update(readFileSync(path.join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

/** Builds the interface into dist/, and the server, when their sources changed since the last build; resolves with whether both stand. */
export async function buildInterface() {
  const stamp = path.join(root, 'dist', '.built');
  const hash = interfaceHash();
  if (existsSync(serverFile) && existsSync(pagesFolder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  say('Building the interface …', '正在构建界面……');
  // The bundler asks for memory in pages of two megabytes (huge pages), of which it uses little: to empty them takes longer than its work.
  const env = { ...process.env, MIMALLOC_ALLOW_THP: '0' };
  const [code, bundled, drawing] = await Promise.all([
    run(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
      env,
      beat: (seconds) => `  still building, ${seconds} s so far`,
    }),
    run(node, ['scripts/bundle-server.mjs'], { env }),
    run(node, ['scripts/bundle-pages.mjs'], { env }),
    // Else whoever asks for a place first would wait for its index.
    run(node, ['-e', "import('./src/modules/cities/formats/gazetteer-index.ts').then(({ openGazetteer }) => openGazetteer())"]),
  ]);
  if (code !== 0 || bundled !== 0 || drawing !== 0) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** The same, or the end of the command. */
export async function ensureBuilt() {
  if (!(await buildInterface())) giveUp('The interface could not be built: the reason is printed above.', '界面构建失败：原因见上方输出。');
}
