// `npm run plan`: the command, whose code stays compiled from one run to the next; small instances take longer to load it than to solve.

import { enableCompileCache } from 'node:module';

const { directory } = enableCompileCache();
// Threads read it when they start.
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;
await import('./command.ts');
