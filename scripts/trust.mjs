// `npm run trust -- t7`: the checks of reliability and security of that name at full size; without a name, all of them.
import { demandRuntime } from './runtime.mjs';

demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./bootstrap.mjs').then(async ({ ensureBuilt, ensureInstalled, node, run }) => {
  await ensureInstalled({ withDevelopment: true });
  await ensureBuilt();
  const { clearRunFolder, makeRunFolder, runEnvironment } = await import('./run-folder.mjs');
  const folder = makeRunFolder();
  const filters = process.argv.slice(2).map((name) => `tests/trust/${name}`);
  const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...(filters.length > 0 ? filters : ['tests/trust/'])], {
    env: { HANSA_ROUNDS: '50', ...runEnvironment(folder) },
  });
  await clearRunFolder(folder);
  process.exit(code);
});
