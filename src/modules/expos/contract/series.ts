// The API of expos over the years: each belongs to whoever holds it, or to the register office as long as nobody claims it.
import { z } from 'zod';
import { guarded, id, multilingual, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';

const tags = ['expos'];
const expoId = id.brand<'Expo'>();
const name = multilingual(200);

export const expo = z.object({ id: expoId, version: z.number().int(), name, organiser: officeId, mayEdit: z.boolean() });

export const series = {
  listExpos: open
    .route({ method: 'GET', path: '/expos', summary: 'Expos the caller can see', tags })
    .input(pageQuery.extend({ organiser: officeId.optional() }))
    .output(page(expo)),

  createExpo: signedIn
    .route({ method: 'POST', path: '/expos', successStatus: 201, summary: 'Add an expo, to hold its editions', tags })
    .input(z.object({ office: officeId, name }))
    .output(expo),

  renameExpo: guarded
    .route({ method: 'PUT', path: '/expos/{expoId}/name', summary: 'Rename an expo', tags })
    .input(z.object({ expoId, name }))
    .output(expo),
};
