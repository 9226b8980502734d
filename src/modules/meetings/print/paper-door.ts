// The door through which a page fetches a paper: one answer tells how far it is, line by line, and then holds the file. Whoever leaves cancels it.
import { isId } from '#kernel/ids.ts';
import type { Door } from '#platform/http/server.ts';
import { statusOf } from '#platform/http/problems.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { preparePaper, readPaperQuery, type PreparedPaper } from '../api/paper/make-paper.ts';
import { makePaperFile } from '../formats/paper/paper-file.ts';

const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

const refused = (status: number, code: string): Response => Response.json({ code }, { status, headers });

/**
 * Lines of JSON, each ended by a line feed: `{"done":12,"of":400}` as often as there is something to tell; then `{"bytes":…,"fileName":…,"unset":[…]}`
 * and so many bytes of the file, or `{"refused":"code"}`.
 */
function told({ request, fileName }: PreparedPaper): Response {
  const leaving = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      const say = (line: object): void => {
        if (!leaving.signal.aborted) stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const made = await makePaperFile(request, { signal: leaving.signal, onProgress: say });
        if (leaving.signal.aborted) return;
        if (made.ok) {
          const { bytes, unset } = made.value;
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
  return new Response(body, { headers: { ...headers, 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' } });
}

/** `/paper/<edition>?paper=agendas&…`: the query of `makePaper`. */
export const paperDoor = (database: Database): Door => ({
  path: '/paper/:editionId',
  opens: 'to-asker',
  open: async (request, { editionId = '' }, { account, language }) => {
    if (account === null || !isId(editionId)) return refused(404, 'kernel.not_found');
    const asked = readPaperQuery({ ...Object.fromEntries(new URL(request.url).searchParams), editionId });
    if (!asked.ok) return refused(statusOf(asked.refusal.kind), asked.refusal.code);
    const transact: Transact = (use) => inWork(database, { ...nobody(language), account, onlyReads: true }, use);
    const prepared = await preparePaper(transact, asked.value);
    return prepared.ok ? told(prepared.value) : refused(statusOf(prepared.refusal.kind), prepared.refusal.code);
  },
});
