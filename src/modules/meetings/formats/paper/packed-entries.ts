// Entries of a paper as they cross to the thread that prints them: bytes, of which that thread reads what it sets next. Read, a hundred thousand take four times as much.
import type { AgendaEntry } from '../../domain/agenda/agenda.ts';
import type { PackedEntries, PaperFacts } from '../../domain/paper/paper.ts';

/** The facts of a paper with their entries as the database told them. */
export interface PackedFacts extends Omit<PaperFacts, 'entries' | 'entriesOf'> {
  readonly packed: PackedEntries;
}

const read = (json: Uint8Array): readonly AgendaEntry[] => JSON.parse(new TextDecoder().decode(json)) as readonly AgendaEntry[];

/** Holds what is said again, such as the other side in each of its thirty meetings, once. */
function heldOnce(): <T>(thing: T) => T {
  const held = new Map<string, unknown>();
  return <T>(thing: T): T => {
    const key = typeof thing === 'string' ? thing : JSON.stringify(thing);
    const known = held.get(key);
    // What stands under a text is what was written as it, so that it is of the same shape.
    if (known !== undefined) return known as T;
    held.set(key, thing);
    return thing;
  };
}

/** All of them in the order of the schedule. */
export function readAll(packed: PackedEntries): readonly AgendaEntry[] {
  const once = heldOnce();
  const entries = packed.flatMap(({ json }) =>
    read(json).map(({ details, ...entry }) => ({
      ...entry,
      ...{ participantId: once(entry.participantId), slotId: once(entry.slotId), offices: once(entry.offices) },
      details: { ...details, with: once(details.with), place: once(details.place), person: once(details.person) },
    })),
  );
  return entries.sort((one, other) => one.start - other.start || one.details.number - other.details.number);
}

/** The same facts, whose entries are read when somebody asks for them: all at once, or those of one participant. */
export function unpacked({ packed, ...facts }: PackedFacts): PaperFacts {
  const of = new Map(packed.map(({ participantId, json }) => [participantId, json]));
  let all: readonly AgendaEntry[] | null = null;
  return {
    ...facts,
    get entries() {
      return (all ??= readAll(packed));
    },
    entriesOf: (participantId) => {
      const json = of.get(participantId);
      return json === undefined ? [] : read(json);
    },
  };
}
