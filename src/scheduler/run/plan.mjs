// `npm run plan`: the command, whose code stays compiled from one run to the next; small instances take longer to load it than to solve.
// Plain JavaScript: the translator of TypeScript alone takes longer to load than the rest, and is not needed for what is kept.

import { enableCompileCache } from 'node:module';

const { directory } = enableCompileCache();
// Threads read it when they start.
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;
await import('./command.ts');
