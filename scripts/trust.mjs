// `npm run trust`: every test at full size; `npm run trust -- t7`: the checks of reliability and security of that name alone.
import { demandRuntime } from './runtime.mjs';

demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./checks.mjs').then(({ testAtFullSize }) => testAtFullSize(process.argv.slice(2)));
