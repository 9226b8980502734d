// The API of what sources state of a city, each value with who says so.
import { z } from 'zod';
import { id, officeId, open, signedIn } from '#kernel/procedure.ts';
import { shownAttribute, statement, statementEntry } from '#modules/evidence/contract/shapes.ts';
import { cityAttributes } from '../domain/city-attributes.ts';

const tags = ['cities'];
const attribute = z.enum(cityAttributes);

export const saidOfCities = {
  getCitySaid: open
    .route({ method: 'GET', path: '/cities/{cityId}/statements', summary: 'Statements on a city, by attribute', tags })
    .input(z.object({ cityId: id }))
    .output(z.object({ entries: z.array(shownAttribute(attribute)) })),

  enterCityStatements: signedIn
    .route({
      method: 'POST',
      path: '/cities/{cityId}/statements',
      successStatus: 201,
      summary: 'Enter statements on a city',
      tags,
    })
    .input(
      z.object({
        cityId: id,
        office: officeId,
        entries: z.array(statementEntry.extend({ attribute })).min(1).max(50),
      }),
    )
    .output(z.object({ entries: z.array(statement) })),
};
