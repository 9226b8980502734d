// Three suites: `unit` (beside the source, structure, database), `whole` (the running product, slow, one at a time) and `journeys`
// (the same in a real browser).
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What runs on the whole product is longest and begins first, so that at the end no worker waits for another's last file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.includes(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
const longest = [
  '/pages.journey',
  '/loop.journey',
  '/t4-isolation',
  '/t4-changes',
  '/tests/platform/',
  '/t10-',
  '/tests/trust/',
  '/paste/',
  '/scheduler/',
];

/** What `npm test` leaves to `npm run trust`: whole files, which say so by their names (tests/trust/README.md). */
const leftOut = process.env['HANSA_QUICK'] === undefined ? [] : ['**/*.full.*'];

export default defineConfig({
  test: {
    // Three at least, since much of the time is spent waiting for the database; one core stays free where there are more.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    setupFiles: ['tests/platform/cost.ts'],
    // Sources are read by Node itself, as the product's are: what Vite makes of them asks for each import anew at each use, for a quarter more time.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['node_modules/**', ...leftOut],
          environment: 'node',
          // Files of one worker share what they import, which else takes a sixth of the time: no test changes what a module holds.
          isolate: false,
          // Against what hangs, not against what is slow: on a busy machine everything takes ten times as long.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.journey.ts'],
          exclude: ['tests/journeys/**', 'node_modules/**', ...leftOut],
          globalSetup: ['tests/platform/demo-folder.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          exclude: ['node_modules/**', ...leftOut],
          globalSetup: ['tests/platform/demo-folder.ts', 'tests/journeys/suite-setup.ts'],
          environment: 'node',
          // Beside two that work, one that waits for a server or a page; each file has windows of its own, and what it imports is kept.
          maxWorkers: 3,
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
