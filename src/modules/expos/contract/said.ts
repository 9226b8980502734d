// The API of what sources state of an edition and of who took part in it, each value with who says so.
import { z } from 'zod';
import { id, multilingual, officeId, open, signedIn } from '#kernel/procedure.ts';
import { shownAttribute, statement, statementEntry } from '#modules/evidence/contract/shapes.ts';
import { editionAttributes, participationAttributes } from '../domain/said-attributes.ts';

const tags = ['expos'];
const ofEdition = z.object({ editionId: id });
const ofParticipant = ofEdition.extend({ participantId: id.brand<'Participant'>() });
const onEdition = z.enum(editionAttributes);
const onParticipation = z.enum(participationAttributes);
const entered = z.object({ entries: z.array(statement) });

export const saidOfExpos = {
  getEditionSaid: open
    .route({ method: 'GET', path: '/editions/{editionId}/statements', summary: 'Statements on an edition and on who took part', tags })
    .input(ofEdition)
    .output(
      z.object({
        entries: z.array(shownAttribute(onEdition)),
        /** Those of the directory that the caller can see, of whom something is said. */
        participations: z.array(
          z.object({
            participantId: id.brand<'Participant'>(),
            name: multilingual(200),
            entries: z.array(shownAttribute(onParticipation)),
          }),
        ),
      }),
    ),

  enterEditionStatements: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/statements',
      successStatus: 201,
      summary: 'Enter statements on an edition',
      tags,
    })
    .input(
      ofEdition.extend({
        office: officeId,
        entries: z
          .array(statementEntry.extend({ attribute: onEdition }))
          .min(1)
          .max(50),
      }),
    )
    .output(entered),

  enterParticipationStatements: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/statements',
      successStatus: 201,
      summary: 'Enter statements on an organisation at an edition',
      tags,
    })
    .input(
      ofParticipant.extend({
        office: officeId,
        entries: z
          .array(statementEntry.extend({ attribute: onParticipation }))
          .min(1)
          .max(50),
      }),
    )
    .output(entered),
};
