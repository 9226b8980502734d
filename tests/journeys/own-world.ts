// Files run some at a time on one world. One that changes a desk which others look at, or counts what stands on it, has a world of its own.
import { afterAll, beforeAll, inject } from 'vitest';
import { serveCopy, type Serving } from '../platform/demo-folder.ts';
import { serveEmpty, type EmptyWorld } from '../platform/empty-world.ts';
import { moveTo } from './reader.ts';

/** Everything that the file opens from here on is on a server of its own, with a copy of the demo world; `earlier`: as it was prepared some time ago. */
export function hasOwnWorld(earlier?: { readonly minutes: number; readonly prepare: () => Promise<void> }): void {
  let server: Serving | undefined;
  beforeAll(async () => {
    const prepare = async (origin: string): Promise<void> => {
      moveTo(origin);
      await earlier?.prepare();
    };
    server = await serveCopy(inject('demoFolder'), { earlier: earlier && { minutes: earlier.minutes, prepare } });
    moveTo(server.origin);
  });
  afterAll(async () => {
    moveTo(inject('origin'));
    await server?.close();
  });
}

/** The same with an empty database, as whoever installs the product finds it, some days ago; what it answers is there once the stages run. */
export function hasEmptyWorld(daysBehind: number): () => EmptyWorld {
  let world: EmptyWorld | undefined;
  beforeAll(async () => {
    world = await serveEmpty({ daysBehind });
    moveTo(world.origin);
  });
  afterAll(async () => {
    moveTo(inject('origin'));
    await world?.close();
  });
  return () => {
    if (world === undefined) throw new Error('the world is asked for before it stands');
    return world;
  };
}
