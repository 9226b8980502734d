// Sets papers in a thread with bounds on time and memory, so that none stalls or exhausts the server.
import { refuse, type Result } from '#kernel/result.ts';
import { runFileThreadOn, type Beside } from '#platform/files/file-thread.ts';
import type { PaperRequest } from './paper-thread.ts';
import type { WrittenPaper } from './set-paper.ts';

/** Thousands of agendas take minutes; how far they are is told meanwhile, and they can be cancelled. */
const mostMinutes = 10;
const thread = { module: new URL('./paper-thread.ts', import.meta.url), milliseconds: mostMinutes * 60_000, heapMegabytes: 512 };

/** Sets a paper; refuses `meetings.paper_empty`, `meetings.paper_too_long`, `files.cancelled`, and what takes too much. */
export async function makePaperFile(take: () => PaperRequest, beside: Beside): Promise<Result<WrittenPaper>> {
  const handed = () => {
    const message = take();
    return { message, handedOver: message.facts.packed.map(({ json }) => json.buffer) };
  };
  const made = await runFileThreadOn<WrittenPaper>(thread, handed, beside);
  if (made.ok || made.refusal.code !== 'files.takes_too_long') return made;
  return refuse({ ...made.refusal, code: 'meetings.paper_too_long', params: { minutes: mostMinutes } });
}
