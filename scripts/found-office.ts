// `npm run found-office -- --name … --kind … --slug … --email … --person …`: founds an office with its first owner (docs/operate.md).
import { foundOfficeOn, readOffice } from '#app/server/found-office.ts';
import { readConfig } from '#platform/config.ts';
import { SentenceError } from '#platform/sentence-error.ts';

const print = (sentence: string): void => console.log(sentence);

async function run(): Promise<void> {
  const office = readOffice(process.argv.slice(2));
  for (const sentence of await foundOfficeOn(readConfig(process.env), office, print)) print(sentence);
}

run().then(
  () => process.exit(0),
  (fault: unknown) => {
    console.error(fault instanceof SentenceError ? fault.message : fault);
    process.exit(1);
  },
);
