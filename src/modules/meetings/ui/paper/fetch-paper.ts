// Fetches a paper: hears how far it is, then takes the file. One request carries both, and ending it cancels the paper.
import { Offline } from '#client/error.ts';
import { meetingsApi } from '../client.ts';

export type PaperAsked = Parameters<typeof meetingsApi.makePaper>[0];

export interface PaperProgress {
  readonly done: number;
  readonly of: number;
}

export interface FetchedPaper {
  readonly file: File;
  /** Words that could not be printed as they are written. */
  readonly unset: readonly string[];
}

const LINE_FEED = 10;

const queryOf = ({ editionId: _, ...asked }: PaperAsked): string =>
  new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString();

const has = <K extends string>(line: unknown, key: K): line is Record<K, unknown> =>
  typeof line === 'object' && line !== null && key in line;

/** Lines of text, then the bytes that the last line announces. */
async function readAnswer(body: ReadableStream<Uint8Array>, onProgress: (progress: PaperProgress) => void): Promise<FetchedPaper | null> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = new Uint8Array();
  const more = async (): Promise<boolean> => {
    const { value } = await reader.read();
    if (value === undefined) return false;
    const joined = new Uint8Array(rest.length + value.length);
    joined.set(rest);
    joined.set(value, rest.length);
    rest = joined;
    return true;
  };
  for (;;) {
    const end = rest.indexOf(LINE_FEED);
    if (end === -1) {
      if (!(await more())) throw new Offline();
      continue;
    }
    const line: unknown = JSON.parse(decoder.decode(rest.subarray(0, end)));
    rest = rest.slice(end + 1);
    if (has(line, 'refused')) return null;
    if (has(line, 'done') && has(line, 'of')) onProgress({ done: Number(line.done), of: Number(line.of) });
    if (!has(line, 'bytes') || !has(line, 'fileName')) continue;
    const parts: Uint8Array<ArrayBuffer>[] = [rest];
    let size = rest.length;
    while (size < Number(line.bytes)) {
      const { value } = await reader.read();
      if (value === undefined) throw new Offline();
      parts.push(new Uint8Array(value));
      size += value.length;
    }
    const unset = has(line, 'unset') && Array.isArray(line.unset) ? line.unset.map(String) : [];
    return {
      file: new File(parts, String(line.fileName), { type: String(line.fileName).endsWith('.pdf') ? 'application/pdf' : '' }),
      unset,
    };
  }
}

type Tell = (progress: PaperProgress) => void;

/** Takes a file from a door that says how far it is; null where it was refused, which the API says in words. */
export async function fetchTold(address: string, signal: AbortSignal, onProgress: Tell): Promise<FetchedPaper | null> {
  let answer: Response;
  try {
    answer = await fetch(address, { signal });
  } catch (fault) {
    if (signal.aborted) throw fault;
    throw new Offline();
  }
  return answer.ok && answer.body !== null ? readAnswer(answer.body, onProgress) : null;
}

/** Makes a paper and takes it. What is refused is thrown as the API says it. */
export async function fetchPaper(asked: PaperAsked, signal: AbortSignal, onProgress: Tell): Promise<FetchedPaper> {
  const fetched = await fetchTold(`/paper/${asked.editionId}?${queryOf(asked)}`, signal, onProgress);
  // The API says in the reader's language what is in the way, and lets them sign in again.
  return fetched ?? { file: await meetingsApi.makePaper(asked, { signal }), unset: [] };
}
