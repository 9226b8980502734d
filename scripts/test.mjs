// `npm test`: every check there is, one after the other, ending with one line of counts.
import { demandRuntime } from './runtime.mjs';

demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./checks.mjs').then(({ testEverything }) => testEverything());
