// `npm run disable-account -- --email …`, `npm run enable-account -- --email …`: takes an account out of use and back (docs/operate.md).
import { disableAccountOn, readAddress } from '#app/server/disable-account.ts';
import { readConfig } from '#platform/config.ts';
import { SentenceError } from '#platform/sentence-error.ts';

const print = (sentence: string): void => console.log(sentence);

async function run(): Promise<void> {
  const [what, ...options] = process.argv.slice(2);
  const wanted = what === 'enable' ? 'enable' : 'disable';
  print(await disableAccountOn(readConfig(process.env), wanted, readAddress(wanted, options), print));
}

run().then(
  () => process.exit(0),
  (fault: unknown) => {
    console.error(fault instanceof SentenceError ? fault.message : fault);
    process.exit(1);
  },
);
