// The API of the report to a council: a year of all ties of an office, as its members may know it.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { paperShape } from '#kernel/paper/paper.ts';
import { multilingual, officeId, signedIn } from '#kernel/procedure.ts';

const tags = ['reports'];
const asked = z.object({
  officeId,
  year: z.coerce.number().int().min(1900).max(2200),
  language: z.enum(languages).optional(),
});

export const councilAsked = asked.extend({ form: z.enum(['pdf', 'docx', 'xlsx', 'json']) });

export const councilProcedures = {
  getCouncilReport: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/council-report', summary: 'A year of all ties of an office, as a paper', tags })
    .input(asked)
    .output(
      z.object({
        office: z.object({ id: officeId, name: multilingual(200) }),
        year: z.number().int(),
        ties: z.number().int(),
        paper: paperShape,
      }),
    ),

  exportCouncilReport: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/council-report/file',
      summary: 'A year of all ties of an office as PDF, Word, Excel or JSON',
      tags,
    })
    .input(councilAsked)
    .output(z.file()),
};
