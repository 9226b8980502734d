// What an interpreter does for themselves at an edition, with an account or a personal link: how they are reached, their languages, when they can.
import { z } from 'zod';
import { guardedLinked, id, linked } from '#kernel/procedure.ts';
import { language } from '#modules/organisations/contract.ts';
import { limits } from '../domain/limits.ts';
import { interpreterContact } from './contact-fields.ts';
import { editionHead } from './edition-head.ts';
import { saidOfSlots, times } from './own-side.ts';
import { interpreter } from './roster.ts';

const tags = ['expos: interpreters'];
const instant = z.iso.datetime();
const ofInterpreter = z.object({ editionId: id, interpreterId: id.brand<'Interpreter'>() });

/** An edition at which the caller interprets. */
const ownInterpreter = z.object({
  edition: editionHead,
  interpreter,
  /** Until when the link opens by which the caller came in; null for others. */
  linkUntil: instant.nullable(),
});

export const ownInterpreting = {
  listOwnInterpreting: linked
    .route({ method: 'GET', path: '/own-interpreting', summary: 'Editions at which the caller interprets', tags })
    .input(z.object({}))
    .output(z.object({ entries: z.array(ownInterpreter) })),

  /** What is given is changed. */
  answerInterpreter: guardedLinked
    .route({
      method: 'PATCH',
      path: '/editions/{editionId}/interpreters/{interpreterId}/own',
      summary: 'Correct how one is reached and which languages one interprets',
      tags,
    })
    .input(
      ofInterpreter.extend({
        contact: interpreterContact.optional(),
        languages: z.array(language).min(1).max(limits.languages).optional(),
      }),
    )
    .output(interpreter),

  getInterpreterTimes: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/interpreters/{interpreterId}/times',
      summary: 'When an interpreter said that they can interpret',
      tags,
    })
    .input(ofInterpreter)
    .output(times),

  /** All that is said; slots that are not in the list are not said, and stay free. */
  sayInterpreterTimes: guardedLinked
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/interpreters/{interpreterId}/times',
      summary: 'Say when one can interpret and when not',
      tags,
    })
    .input(ofInterpreter.extend({ said: saidOfSlots }))
    .output(times),

  declineInterpreterLetters: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/interpreters/{interpreterId}/no-letters',
      summary: 'Want no more letters as an interpreter; the link that is used ends',
      tags,
    })
    .input(ofInterpreter)
    .output(z.object({ interpreterId: id.brand<'Interpreter'>() })),
};
