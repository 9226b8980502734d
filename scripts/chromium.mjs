// Finds a real Chromium for the browser journeys, and installs Debian's where that is possible. The headless shell is the same engine
// without windows, and takes a third less of the processor.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run, say } from './bootstrap.mjs';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where browsers of Chromium's kind lie that no PATH leads to; Edge is part of every Windows. */
export function placesOf(env, platform = process.platform) {
  if (platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform !== 'win32') return names.map((name) => `/usr/bin/${name}`);
  const folders = [env.LOCALAPPDATA, env.ProgramFiles, env['ProgramFiles(x86)']].filter((folder) => folder !== undefined);
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  return programs.flatMap((program) => folders.map((folder) => path.win32.join(folder, ...program)));
}

/** The browser's path: `HANSA_CHROMIUM`, else the first known name on PATH or in the system's own places, else null. */
export function findChromium(env = process.env) {
  if (env.HANSA_CHROMIUM) return existsSync(env.HANSA_CHROMIUM) ? env.HANSA_CHROMIUM : null;
  const onPath = (env.PATH || '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...placesOf(env)].find((place) => existsSync(place)) ?? null;
}

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

const hasChineseFont = () => {
  const found = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
};

async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  say(`Installing ${packages.join(' and ')} for the browser journeys …`, `正在安装浏览器测试所需的 ${packages.join('、')}……`);
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    ...quiet,
    beat: (seconds) => `  still installing, ${seconds} s so far`,
  });
}

/** Makes HANSA_CHROMIUM point to a browser for the tests that follow; resolves with null, or with the sentence why there is none. */
export async function ensureChromium() {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && has('apt-get');
  if (mayInstall && !hasChineseFont()) await install(['fontconfig', 'fonts-noto-cjk']);
  // Not every distribution has the shell as a package of its own.
  for (const name of ['chromium-headless-shell', 'chromium']) if (mayInstall && findChromium() === null) await install([name]);
  const browser = findChromium();
  if (browser === null)
    return 'Chromium was not found; install it (on Debian: apt-get install chromium fonts-noto-cjk) or name it in HANSA_CHROMIUM.';
  process.env.HANSA_CHROMIUM = browser;
  return null;
}
