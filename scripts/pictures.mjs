// `npm run pictures`: photographs the demo world for the README into docs/pictures, on a server and a data folder of its own.
import { demandRuntime } from './runtime.mjs';

/** Who looks at which page, and how: language, width, light or dark. */
const pictures = [
  { as: 'officer', name: 'officer', routes: '/', only: 'en-1280-light' },
  { as: 'shanghai', name: 'tie', routes: '/ties/san-francisco-us--shanghai-cn', only: 'zh-1280-light' },
  { name: 'report', routes: '/ties/liverpool-gb--shanghai-cn/report', only: 'en-1280-light' },
  { as: 'organiser', name: 'organiser', routes: '/', only: 'en-1280-light' },
  { as: 'lead', name: 'lead', routes: '/', only: 'en-1280-dark' },
  { as: 'delegate', name: 'delegate', routes: '/', only: 'zh-390-light' },
];

demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./bootstrap.mjs').then(async ({ ensureBuilt, ensureInstalled, giveUp, node, root, run }) => {
  await ensureInstalled({ withDevelopment: true });
  await ensureBuilt();
  const [{ spawn }, { renameSync }, path] = await Promise.all([import('node:child_process'), import('node:fs'), import('node:path')]);
  const { ensureChromium } = await import('./chromium.mjs');
  const { clearRunFolder, makeRunFolder } = await import('./run-folder.mjs');
  const missing = await ensureChromium();
  if (missing !== null) giveUp(missing);
  const folder = makeRunFolder();
  const port = process.env.PORT || '4090';
  const env = { ...process.env, PORT: port, HANSA_DATA: path.join(folder, 'data'), HANSA_DEMO: '1' };
  const server = spawn(node, [path.join('scripts', 'start.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const password = await new Promise((resolve) => {
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /organiser@example\.org.*?(\S+)\s*\n/.exec(printed);
      if (found) resolve(found[1]);
    });
    server.on('exit', () => resolve(null));
  });
  let code = password === null ? 1 : 0;
  for (const { as, name, routes, only } of code === 0 ? pictures : []) {
    const look = ['tests/journeys/look.ts', 'docs/pictures', '--at', `http://localhost:${port}`, '--routes', routes, '--only', only];
    code ||= await run(node, as === undefined ? look : [...look, '--as', `${as}@example.org:${password}`]);
    // As look.ts names what it takes.
    const taken = routes.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'home';
    if (code === 0)
      renameSync(path.join(root, 'docs', 'pictures', `${taken}-${only}.png`), path.join(root, 'docs', 'pictures', `${name}-${only}.png`));
  }
  server.kill('SIGTERM');
  await new Promise((resolve) => (server.exitCode === null ? server.on('exit', resolve) : resolve()));
  await clearRunFolder(folder);
  process.exit(code);
});
