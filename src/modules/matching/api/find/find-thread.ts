// What runs in the thread that compares: it holds the words of both languages and the editions that were asked for last.
import { parentPort } from 'node:worker_threads';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { indexOf, suggestFor, type EditionIndex, type Suggested, type Wanted } from '../../domain/edition-index.ts';
import type { Side } from '../../domain/side.ts';

export interface FindRequest {
  readonly id: number;
  readonly editionId: string;
  /** What the sides are known by: another as soon as any of them says something else, or whoever asks may read others. */
  readonly stamp: string;
  /** Given where the thread has said that it does not know them. */
  readonly sides: readonly Side[] | null;
  readonly wanted: Wanted;
}

/** `found` is null where the sides of that stamp are not known. */
export interface FindReply {
  readonly id: number;
  readonly found: Suggested | null;
}

/** So many editions are held ready; several of one edition only where its readers may know different things. */
const mostHeld = 8;
const held = new Map<string, EditionIndex>();
const lexicon = loadLexicon();

function indexFor({ editionId, stamp, sides }: FindRequest): EditionIndex | null {
  const key = `${editionId} ${stamp}`;
  const known = held.get(key);
  if (known === undefined && sides === null) return null;
  const before = [...held].findLast(([other]) => other.startsWith(`${editionId} `))?.[1] ?? null;
  const index = known ?? indexOf(lexicon, sides ?? [], before);
  held.delete(key);
  held.set(key, index);
  for (const oldest of [...held.keys()].slice(0, -mostHeld)) held.delete(oldest);
  return index;
}

parentPort?.on('message', (request: FindRequest) => {
  const index = indexFor(request);
  const reply: FindReply = { id: request.id, found: index === null ? null : suggestFor(lexicon, index, request.wanted) };
  parentPort?.postMessage(reply);
});
