// Sets papers in a thread with bounds on time and memory, so that none stalls or exhausts the server.
import type { Result } from '#kernel/result.ts';
import { runFileThread, type Beside } from '#platform/files/file-thread.ts';
import type { PaperRequest } from './paper-thread.ts';
import type { WrittenPaper } from './set-paper.ts';

const thread = { module: new URL('./paper-thread.ts', import.meta.url), milliseconds: 120_000, heapMegabytes: 512 };

/** Sets a paper; refuses `meetings.paper_empty`, `files.cancelled`, and what takes too long or too much. */
export const makePaperFile = (request: PaperRequest, beside: Beside): Promise<Result<WrittenPaper>> =>
  runFileThread<WrittenPaper>(thread, request, beside);
