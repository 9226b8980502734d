// Files run some at a time on one world. Those that change the same desk, or count what stands on it, take turns, or have a world of their own.
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { origin } from './reader.ts';

/** Longer than all others of a desk take together. */
const PATIENCE_MS = 1_800_000;

/** A name that one process of the machine can hold at a time, and that is free again when it ends; null while another one holds it. */
const hold = (name: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) => (fault.code === 'EADDRINUSE' ? resolve(null) : reject(fault)));
    server.listen({ path: `\0hansa ${origin} ${name}` }, () => resolve(server));
  });

/** The file that calls this begins once no other one of the name is under way. */
export function takesTurns(name: string): void {
  let held: Server | null = null;
  beforeAll(async () => {
    for (held = await hold(name); held === null; held = await hold(name)) await pause(250);
  }, PATIENCE_MS);
  afterAll(() => {
    held?.close();
  });
}
