// `node scripts/bounce.ts < message`: reads a mail that came back, as a mail server pipes it (docs/operate.md).
import { mostBytes, readBounceOn } from '#app/server/read-bounce.ts';
import { readConfig } from '#platform/config.ts';

/** What mail servers understand by a program's end: try again later (sysexits.h). */
const EX_TEMPFAIL = 75;

async function read(): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size <= mostBytes) parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

read()
  .then((message) => readBounceOn(readConfig(process.env), message, () => undefined))
  .then(
    (sentence) => {
      console.log(sentence);
      process.exit(0);
    },
    (fault: unknown) => {
      console.error(fault instanceof Error ? fault.message : fault);
      process.exit(EX_TEMPFAIL);
    },
  );
