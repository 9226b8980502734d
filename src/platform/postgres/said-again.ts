// What the database says again, word for word, is not read again: large answers come as text, and the same text is the same thing. So what was worked
// out of it (kernel/memory/remembered.ts) holds as long as nothing changes, and nobody has to say that something has. Whoever asks has read the text by their
// own rights.

interface Said {
  /** Null where it is told apart by its name alone. */
  readonly text: string | null;
  readonly characters: number;
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

function keep(name: string, one: Said): void {
  said.delete(name);
  said.set(name, one);
  forgetLater();
  let kept = [...said.values()].reduce((sum, { characters }) => sum + characters, 0);
  for (const [oldest, { characters }] of said) {
    if (kept <= mostKept && said.size <= mostThings) break;
    said.delete(oldest);
    kept -= characters;
  }
}

/** The thing that a text (JSON) says; `name` tells what was asked for. Nobody may change it. */
export function thingOf<T>(name: string, text: string, read: (text: string) => T = JSON.parse): T {
  const known = said.get(name);
  const thing = known?.text === text ? known.thing : read(text);
  keep(name, { text, characters: text.length, thing });
  return thing as T;
}

/** Of lists of marks that were asked with, how they are made. */
const making = new WeakMap<object, () => readonly string[]>();

function made(list: () => readonly string[]): readonly string[] {
  const marks = list();
  making.set(marks, list);
  return marks;
}

/** A parameter as it would be given now: marks of what is known by now. Null where nothing is, and whoever asks is told all of it. */
export function asGivenNow(value: unknown): unknown {
  const list = typeof value === 'object' && value !== null ? making.get(value) : undefined;
  if (list === undefined) return value;
  const marks = made(list);
  return marks.length === 0 ? null : marks;
}

const markLength = 32;

/** The marks of what is known under a name (`thingMarked`). */
export const marksOf = (name: string): readonly string[] =>
  made(() =>
    [...said.keys()].flatMap((key) =>
      key.startsWith(`${name} `) && key.length === name.length + 1 + markLength ? [key.slice(-markLength)] : [],
    ),
  );

/**
 * The same where even writing it out takes long: whoever answers was told the marks of what is known under the name, and answered with the mark
 * (32 characters, of everything that is told) and, unless it is among those, the text behind it. Null where it was given up while it was asked for.
 */
export function thingMarked<T>(name: string, told: string, read: (text: string) => T = JSON.parse): { readonly thing: T } | null {
  const [key, text] = [`${name} ${told.slice(0, markLength)}`, told.slice(markLength)];
  const known = said.get(key);
  if (known === undefined && text === '') return null;
  const one = known ?? { text: null, characters: text.length, thing: read(text) };
  // Of what changes all the time only what was read last is kept, beside what another reader sees of it.
  if (known === undefined) for (const mark of marksOf(name).slice(0, -1)) said.delete(`${name} ${mark}`);
  keep(key, one);
  return { thing: one.thing as T };
}

const reading = new Map<string, Promise<unknown>>();
const ignore = (): null => null;

/** Of several who ask at once for what nobody knows yet one reads it: the others wait and then ask with its mark. A page asks four questions of one plan. */
export async function oneReads<T>(name: string, read: () => Promise<T>): Promise<T> {
  for (let other = reading.get(name); other !== undefined && marksOf(name).length === 0; other = reading.get(name)) await other;
  if (marksOf(name).length > 0) return read();
  const work = read();
  const over = work.then(ignore, ignore);
  reading.set(name, over);
  try {
    return await work;
  } finally {
    if (reading.get(name) === over) reading.delete(name);
  }
}

/** Asks with the marks that are known, and once more where what they mean is given up meanwhile. */
export async function thingSince<T>(
  name: string,
  ask: (known: readonly string[]) => Promise<string>,
  read?: (text: string) => T,
): Promise<T> {
  const found = await oneReads(name, async () => thingMarked(name, await ask(marksOf(name)), read));
  return found === null ? thingSince(name, () => ask([]), read) : found.thing;
}

/** A part of a large answer: its mark, and what it says unless whoever asked knows that. */
export interface ToldPart {
  readonly mark: string;
  readonly told: string | null;
}

interface Whole<T> {
  readonly key: string;
  readonly parts: ReadonlyMap<string, { readonly characters: number; readonly part: T }>;
  readonly list: readonly T[];
}

/** Of what changes all the time only what was read last is kept, beside what another reader sees of it. */
const mostWholes = 2;

/**
 * An answer that comes in parts: asks with the marks of the parts that are known, so that of what has changed a little only a little is read anew. The same
 * parts are the same things, and the same answer is the same list; in no order.
 */
export async function partsSince<T>(
  name: string,
  ask: (known: readonly string[]) => Promise<readonly ToldPart[]>,
  read: (text: string) => T,
): Promise<readonly T[]> {
  const wholesNow = (): readonly Whole<T>[] => (said.get(name)?.thing ?? []) as readonly Whole<T>[];
  const partsOf = (all: readonly Whole<T>[]) => new Map(all.flatMap(({ parts }) => [...parts]));
  const wholes = wholesNow();
  const known = partsOf(wholes);
  const told = (await ask(made(() => [...partsOf(wholesNow()).keys()]))).toSorted((one, other) => (one.mark < other.mark ? -1 : 1));
  const key = told.map(({ mark }) => mark).join();
  const parts = told.map(({ mark, told: text }) => {
    const part = known.get(mark) ?? { characters: text?.length ?? 0, part: read(text ?? '') };
    return [mark, part] as const;
  });
  const whole = wholes.find((one) => one.key === key) ?? { key, parts: new Map(parts), list: parts.map(([, { part }]) => part) };
  const kept = [whole, ...wholes.filter((one) => one !== whole)].slice(0, mostWholes);
  const held = new Map(kept.flatMap((one) => [...one.parts]));
  keep(name, { text: null, characters: [...held.values()].reduce((sum, { characters }) => sum + characters, 0), thing: kept });
  return whole.list;
}
