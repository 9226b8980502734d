// `npm start`: installs and builds what is missing, then runs the server on Node 24 until it is told to stop.
import { demandRuntime } from './runtime.mjs';

const usage = `npm start [-- --reset]

Installs and builds what is missing, starts the database and serves on port 4000 until it is told to stop.
  --reset   makes the demo world new first
  --help    prints this and ends
Settings come from the environment (PORT, HANSA_DATA, …): docs/operate.md`;

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg !== '--reset' && arg !== '--help' && arg !== '-h');
if (unknown.length > 0) {
  console.error(`Not known: ${unknown.join(' ')}\n\n${usage}`);
  process.exit(2);
}
if (args.includes('--help') || args.includes('-h')) {
  console.log(usage);
  process.exit(0);
}
demandRuntime();
// Loaded only now: an old runtime could not even read it.
import('./serve.mjs').then(({ start }) => start(args));
