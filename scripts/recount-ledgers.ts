// `npm run recount-ledgers [-- --mend]`: counts every ledger of outcomes anew and holds it against what is kept beside it (docs/operate.md).
import { parseArgs } from 'node:util';
import { recountLedgersOn } from '#app/server/recount-ledgers.ts';
import { readConfig } from '#platform/config.ts';
import { SentenceError } from '#platform/sentence-error.ts';

async function run(): Promise<boolean> {
  const { mend } = parseArgs({ options: { mend: { type: 'boolean', default: false } } }).values;
  const { told, isSound } = await recountLedgersOn(readConfig(process.env), { mend }, (sentence) => console.log(sentence));
  console.log(told);
  return isSound;
}

run().then(
  (isSound) => process.exit(isSound ? 0 : 1),
  (fault: unknown) => {
    console.error(fault instanceof SentenceError ? fault.message : fault);
    process.exit(1);
  },
);
