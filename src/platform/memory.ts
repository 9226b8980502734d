// Gives back what a process keeps of its memory after work - garbage, empty pages of its heap and of threads that have ended - once it rests.
import { Session } from 'node:inspector/promises';

/** The share of one core that a process at rest stays below: it asks its queues for work and does little else. */
const restingShare = 0.15;
const worthwhileBytes = 48 * 2 ** 20;

/** Collects all garbage at once, with a pause of some 0.1 s, and hands empty pages back to the system. */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/** What a process may hold before something large begins beside it. */
const roomyBytes = 512 * 2 ** 20;
/** What a collection before such a thing has to be worth: it takes longer than most of them. */
const worthRoomBytes = 128 * 2 ** 20;
/** What was held after the last one: what could not be given back then is not looked for again until as much has come on top. */
let heldAfter = 0;
/** Whether this process keeps its memory small: a server does, which shares its machine for months; a command or a test soon ends. */
let sparing = false;

/** Before something that takes hundreds of megabytes: a process that has not rested since the last such thing still holds what that left. */
export async function makeRoom(): Promise<void> {
  if (!sparing) return;
  const held = process.memoryUsage.rss();
  heldAfter = Math.min(heldAfter, held);
  if (held < Math.max(roomyBytes, heldAfter + worthRoomBytes)) return;
  await collectGarbage();
  heldAfter = process.memoryUsage.rss();
}

/** Looks now and then whether the process rests and holds more than after the last collection; under load it never pauses. */
export function returnMemoryAtRest(everyMilliseconds = 20_000): void {
  sparing = true;
  let [seen, kept] = [process.cpuUsage(), 0];
  setInterval(() => {
    const { user, system } = process.cpuUsage(seen);
    seen = process.cpuUsage();
    const held = process.memoryUsage.rss();
    kept = Math.min(kept, held);
    if ((user + system) / 1000 > everyMilliseconds * restingShare || held < kept + worthwhileBytes) return;
    void collectGarbage().then(() => (kept = process.memoryUsage.rss()));
  }, everyMilliseconds).unref();
}
