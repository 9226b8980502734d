// The door through which a page fetches a paper: one answer tells how far it is, line by line, and then holds the file. Whoever leaves cancels it.
import { isId } from '#kernel/ids.ts';
import type { Door } from '#platform/http/server.ts';
import { ok } from '#kernel/result.ts';
import { statusOf } from '#platform/http/problems.ts';
import { toldFile, toldHeaders } from '#platform/http/told-file.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { preparePaper, readPaperQuery, type PreparedPaper } from '../api/paper/make-paper.ts';
import { makePaperFile } from '../formats/paper/paper-file.ts';

const refused = (status: number, code: string): Response => Response.json({ code }, { status, headers: toldHeaders });

const told = ({ take, fileName }: PreparedPaper): Response =>
  toldFile(async (beside) => {
    const made = await makePaperFile(take, beside);
    return made.ok ? ok({ bytes: made.value.bytes, fileName, unset: made.value.unset }) : made;
  });

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
