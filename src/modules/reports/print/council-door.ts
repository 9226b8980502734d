// The door through which a page fetches a report to a council, hearing on the way how far it is.
import { isId, type OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { statusOf } from '#platform/http/problems.ts';
import type { Door } from '#platform/http/server.ts';
import { toldFile, toldHeaders } from '#platform/http/told-file.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { makeCouncil, prepareCouncil, readCouncilQuery } from '../api/council/council-report.ts';

const refused = (status: number, code: string): Response => Response.json({ code }, { status, headers: toldHeaders });

/** `/council-report/<office>?year=2026&form=pdf`: the query of `exportCouncilReport`. */
export const councilDoor = (database: Database): Door => ({
  path: '/council-report/:officeId',
  opens: 'to-asker',
  open: async (request, { officeId = '' }, { account, language }) => {
    if (account === null || !isId<'Office'>(officeId)) return refused(404, 'kernel.not_found');
    const office: OfficeId = officeId;
    const asked = readCouncilQuery({ ...Object.fromEntries(new URL(request.url).searchParams), officeId: office });
    if (!asked.ok) return refused(statusOf(asked.refusal.kind), asked.refusal.code);
    const transact: Transact = (use) => inWork(database, { ...nobody(language), account, onlyReads: true }, use);
    const prepared = await prepareCouncil(transact, asked.value);
    if (!prepared.ok) return refused(statusOf(prepared.refusal.kind), prepared.refusal.code);
    return toldFile(async (beside) => {
      const made = await makeCouncil(prepared.value, beside);
      return made.ok ? ok({ bytes: new Uint8Array(await made.value.arrayBuffer()), fileName: made.value.name, unset: [] }) : made;
    });
  },
});
