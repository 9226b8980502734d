// How long the process of a test file has worked for it, by which the run names files that are dear; PostgreSQL and browsers are not in it.
import { afterAll } from 'vitest';
import './load-components.ts';

declare module 'vitest' {
  interface TaskMeta {
    cpuSeconds?: number;
  }
}

const began = process.cpuUsage();

// Vitest wants what comes first taken apart.
afterAll(({}, file) => {
  const { user, system } = process.cpuUsage(began);
  file.meta.cpuSeconds = (user + system) / 1_000_000;
});
