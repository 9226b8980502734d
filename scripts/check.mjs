// `npm run check`: the fast part of the checks - types, lint, format, structure, dead code - from caches what the change touches.
import { demandRuntime } from './runtime.mjs';

demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./checks.mjs').then(({ checkQuickly }) => checkQuickly());
