// Files run some at a time on one world. One that changes a desk which others look at, or counts what stands on it, has a world of its own.
import { afterAll, beforeAll, inject } from 'vitest';
import { serveCopy, type Serving } from '../platform/demo-folder.ts';
import { moveTo } from './reader.ts';

/** Everything that the file opens is on a server of its own, with a copy of the demo world. */
export function hasOwnWorld(): void {
  let server: Serving | undefined;
  beforeAll(async () => {
    server = await serveCopy(inject('demoFolder'));
    moveTo(server.origin);
  });
  afterAll(async () => {
    moveTo(inject('origin'));
    await server?.close();
  });
}
