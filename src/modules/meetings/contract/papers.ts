// What is printed and taken home of the released schedule: papers as PDF, and the schedule as a table.
import { languages } from '#kernel/language.ts';
import { id, linked, signedIn } from '#kernel/procedure.ts';
import { z } from 'zod';
import { paperKinds, paperOrders } from '../domain/paper/paper.ts';
import { inEdition } from './shapes.ts';

const tags = ['meetings: papers'];

/** Of the whole edition, of a group with those below it, of one participant or interpreter. */
export const paperInput = inEdition.extend({
  paper: z.enum(paperKinds),
  /** `both`: each text in both languages of the interface, Chinese first; none: the reader's own. */
  language: z.enum([...languages, 'both']).optional(),
  groupId: id.optional(),
  participantId: id.optional(),
  /** The sheet of one interpreter. */
  interpreterId: id.optional(),
  /** Agendas and badges of those whose stand is in this hall; doors and meetings of places in it. */
  hall: z.string().min(1).max(60).optional(),
  /** By the calendar of the venue. */
  day: z.iso.date().optional(),
  order: z.enum(paperOrders).default('code'),
  /** Size of badges: an A6 page each, or ten labels of 80 × 50 mm a sheet of A4. */
  card: z.enum(['a6', 'label']).default('a6'),
});

export const papers = {
  makePaper: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/paper',
      summary: 'Agendas, door sheets, interpreters’ sheets, who meets whom, badges, or a whole day, as PDF',
      tags,
    })
    .input(paperInput)
    .output(z.file()),
  exportSchedule: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/schedule-file',
      summary: 'The released schedule as a table: when, where, who with whom',
      tags,
    })
    .input(inEdition.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(languages).optional() }))
    .output(z.file()),
};
