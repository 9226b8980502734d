// Files run some at a time on one world. One that changes a desk which others look at, or counts what stands on it, has a world of its own.
import { afterAll, beforeAll, inject } from 'vitest';
import { serveCopy, type Serving } from '../platform/demo-folder.ts';
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
