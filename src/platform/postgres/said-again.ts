// What the database says again, word for word, is not read again: large answers come as text, and the same text is the same thing. So what was worked
// out of it (kernel/remembered.ts) holds as long as nothing changes, and nobody has to say that something has. Whoever asks has read the text by their
// own rights.

interface Said {
  readonly text: string;
  readonly thing: unknown;
}

/** By what was asked for, the one asked for longest ago first. */
const said = new Map<string, Said>();

/** Characters of all together, and how many. */
const mostKept = 100_000_000;
const mostThings = 200;
/** Of what nobody asks for any more the memory is given back. */
const keptMs = 300_000;
let forgetting: NodeJS.Timeout | null = null;

function forgetLater(): void {
  forgetting ??= setTimeout(() => {
    said.clear();
    forgetting = null;
  }, keptMs).unref();
  forgetting.refresh();
}

/** The thing that a text says, as `read` reads it (JSON); `name` tells what was asked for. Nobody may change it. */
export function thingOf<T>(name: string, text: string, read: (text: string) => T = JSON.parse): T {
  const known = said.get(name);
  said.delete(name);
  const thing = known?.text === text ? known.thing : read(text);
  said.set(name, { text, thing });
  forgetLater();
  let kept = [...said.values()].reduce((sum, one) => sum + one.text.length, 0);
  for (const [oldest, one] of said) {
    if (kept <= mostKept && said.size <= mostThings) break;
    said.delete(oldest);
    kept -= one.text.length;
  }
  return thing as T;
}
