// The API of handing a desk over: what is open, who has taken what, and the words of the one who goes.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { day, flexDate, guarded, id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';
import { handoverParts, typedParts } from '../domain/handover/lines.ts';

const tags = ['desk'];
const ofOffice = z.object({ officeId });
const ofHandover = z.object({ officeId, handoverId: id.brand<'Handover'>() });
const accountId = id.brand<'Account'>();

const typedLine = z.object({
  id,
  part: z.enum(typedParts),
  head: z.string().trim().min(1).max(160),
  text: z.string().trim().max(400),
  due: flexDate.nullable(),
});
const typed = z.array(typedLine).max(60);
const facts = {
  /** Null: who comes is not known yet. */
  toAccount: accountId.nullable(),
  /** Who has what nobody has taken, once it is finished. */
  restAccount: accountId.nullable(),
  startsOn: day,
  words: z.string().trim().min(1).max(1500).nullable(),
};

/** Somebody of the office; `name` is null once they have left it, and `isHere` false also while they are disabled. */
const person = z.object({ account: accountId, name: z.string().nullable(), isHere: z.boolean() });

const line = z.object({
  subject: z.string(),
  part: z.enum(handoverParts),
  with: multilingual().nullable(),
  words: z.string(),
  note: z.string(),
  due: flexDate.nullable(),
  late: z.boolean(),
  since: z.string().nullable(),
  page: z
    .union([z.object({ tie: z.string() }), z.object({ outcome: id }), z.object({ list: z.enum(['follow_ups', 'returned_letters']) })])
    .nullable(),
  taken: z.object({ by: person, at: z.iso.datetime() }).nullable(),
});

const count = z.number().int();
const handover = z.object({
  id: id.brand<'Handover'>(),
  version: z.number().int(),
  from: person,
  to: person.nullable(),
  rest: person.nullable(),
  startsOn: z.iso.date(),
  words: z.string().nullable(),
  typed,
  begunAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Whether the caller began it and nobody has ticked a line yet. */
  mayCancel: z.boolean(),
  /** Whether the caller may take lines over. */
  mayTick: z.boolean(),
  lines: z.array(line),
  tally: z.object({ lines: count, taken: count, open: count, late: count, early: count }),
});
export type HandoverShown = z.infer<typeof handover>;

export const handovers = {
  getHandover: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/handover', tags, summary: 'The last hand-over of a desk, with what is open now' })
    .input(ofOffice.extend({ language: z.enum(languages).optional() }))
    .output(z.object({ mayEdit: z.boolean(), members: z.array(person), handover: handover.nullable() })),
  exportHandover: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/handover/file', tags, summary: 'The last hand-over of a desk as PDF or Word' })
    .input(ofOffice.extend({ language: z.enum(languages).optional(), form: z.enum(['pdf', 'docx']) }))
    .output(z.file()),
  beginHandover: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/handovers', successStatus: 201, tags, summary: 'Begin to hand the desk over' })
    .input(ofOffice.extend(facts))
    .output(z.object({ id: id.brand<'Handover'>(), version: z.number().int() })),
  setHandover: guarded
    .route({
      method: 'PUT',
      path: '/offices/{officeId}/handovers/{handoverId}',
      tags,
      summary: 'Write what a hand-over says besides the register',
    })
    .input(ofHandover.extend({ ...facts, typed }))
    .output(z.object({ version: z.number().int() })),
  tickHandover: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/handovers/{handoverId}/ticks', tags, summary: 'Take a line over, or give it back' })
    .input(ofHandover.extend({ subject: z.string().min(3).max(400), taken: z.boolean() }))
    .output(z.object({ subject: z.string(), taken: z.boolean(), at: z.iso.datetime() })),
  cancelHandover: guarded
    .route({
      method: 'DELETE',
      path: '/offices/{officeId}/handovers/{handoverId}',
      tags,
      summary: 'Cancel a hand-over of which nothing has been ticked',
    })
    .input(ofHandover)
    .output(z.object({ handoverId: id.brand<'Handover'>() })),
  finishHandover: guarded
    .route({
      method: 'PUT',
      path: '/offices/{officeId}/handovers/{handoverId}/end',
      tags,
      summary: 'Finish a hand-over, also with open lines',
    })
    .input(ofHandover)
    .output(z.object({ version: z.number().int(), finishedAt: z.iso.datetime() })),
};
