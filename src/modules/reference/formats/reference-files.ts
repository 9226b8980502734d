// Reads sets and makes plans in a thread with bounds on time and memory, so that no file stalls or exhausts the server.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import type { FileBytes } from '#platform/files/read-sheets.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { PlanQuestion } from '../domain/plan-import.ts';
import type { CalledCity } from '../domain/samples.ts';
import type { WrittenSet } from '../domain/written.ts';
import type { HeadRead } from './read-set.ts';
import type { Planned, ThreadRequest } from './thread-requests.ts';

const thread = { module: new URL('./reference-thread.ts', import.meta.url), milliseconds: 60_000, heapMegabytes: 384 };

const ask = <T>(request: ThreadRequest): Promise<Result<T>> => runFileThread<T>(thread, request);

/** What a file looks like and what its columns are taken for, or what is wrong with it. */
export const headOf = (file: FileBytes, sheet: string | null = null): Promise<Result<HeadRead>> => ask({ task: 'head', file, sheet });

/** What a file says, with the names of a second one. */
export const setIn = (file: FileBytes, names: FileBytes | null, mapping: Mapping): Promise<Result<WrittenSet>> =>
  ask({ task: 'read', file, names, mapping });

/** Compares a set with what is held and packs the difference together with `more`. */
export const planOf = (question: PlanQuestion, called: ReadonlyMap<string, CalledCity>, more: object): Promise<Result<Planned>> =>
  ask({ task: 'plan', question, called, more });

/** What was packed; the caller knows its shape, since no one else writes it. */
export const unpacked = <T>(bytes: Uint8Array): Promise<Result<T>> => ask({ task: 'unpack', bytes });
