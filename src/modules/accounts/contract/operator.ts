// What the operator does from a page: founds offices, and sees whether their first owners have come.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { id, multilingual, officeId, personal } from '#kernel/procedure.ts';
import { typedEmail } from '#kernel/writing/typed.ts';

const tags = ['accounts: operator'];
const kind = z.enum(['city', 'organiser', 'chamber', 'company']);
const owner = { email: typedEmail(), person: z.string().trim().min(1).max(200), language: z.enum(languages).default('en') };
/** `operator`: the register office that acts; its owners may. */
const ofOperator = z.object({ operator: officeId });

const foundedOffice = z.object({
  id,
  slug: z.string(),
  name: multilingual(),
  kind,
  foundedAt: z.iso.datetime(),
  /** Whom the operator invited; null once somebody has accepted. */
  invitedAs: z.string().nullable(),
  invitedAt: z.string().nullable(),
  hasOwner: z.boolean(),
});

export const operator = {
  listFoundedOffices: personal
    .route({ method: 'GET', path: '/operators/{operator}/offices', tags, summary: 'Offices that the operator founded, newest first' })
    .input(ofOperator)
    .output(z.object({ entries: z.array(foundedOffice) })),
  foundOffice: personal
    .route({
      method: 'POST',
      path: '/operators/{operator}/offices',
      successStatus: 201,
      tags,
      summary: 'Found an office and invite its first owner',
    })
    .input(
      ofOperator.extend({
        ...owner,
        kind,
        name: multilingual(),
        slug: z
          .string()
          .max(80)
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      }),
    )
    .output(foundedOffice),
  inviteFirstOwner: personal
    .route({
      method: 'POST',
      path: '/operators/{operator}/offices/{officeId}/owner',
      tags,
      summary: 'Invite another first owner, as long as nobody has accepted',
    })
    .input(ofOperator.extend({ ...owner, officeId }))
    .output(foundedOffice),
};
