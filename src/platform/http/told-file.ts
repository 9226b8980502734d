// A file whose making is told on the way: one answer says how far it is, line by line, and then holds the file. Whoever leaves cancels it.
import type { Result } from '#kernel/result.ts';
import type { Beside } from '../files/file-thread.ts';

export const toldHeaders = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  /** Words that could not be set as they are written. */
  readonly unset: readonly string[];
}

/**
 * Lines of JSON, each ended by a line feed: `{"done":12,"of":400}` as often as there is something to tell; then `{"bytes":…,"fileName":…,"unset":[…]}`
 * and so many bytes of the file, or `{"refused":"code"}`.
 */
export function toldFile(make: (beside: Beside) => Promise<Result<Made>>): Response {
  const leaving = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      const say = (line: object): void => {
        if (!leaving.signal.aborted) stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const made = await make({ signal: leaving.signal, onProgress: say });
        if (leaving.signal.aborted) return;
        if (made.ok) {
          const { bytes, fileName, unset } = made.value;
          say({ bytes: bytes.length, fileName, unset });
          stream.enqueue(bytes);
        } else say({ refused: made.refusal.code });
        stream.close();
      } catch (fault) {
        stream.error(fault);
      }
    },
    cancel: () => leaving.abort(),
  });
  return new Response(body, { headers: { ...toldHeaders, 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' } });
}
