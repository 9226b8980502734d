// `npm start`: installs and builds what is missing, then runs the server on Node 24 until it is told to stop.
import { demandRuntime } from './runtime.mjs';

demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./serve.mjs').then(({ start }) => start(process.argv.slice(2)));
