// The API of briefings: the paper fitted to its two pages, the office's own points, and the file.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { paperLength, paperShape } from '#kernel/paper/paper.ts';
import { flexDate, guarded, id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';
import { mostPoints } from '../domain/briefing/points.ts';

const tags = ['desk'];
const ofBriefing = z.object({ officeId, tie: z.string().min(1).max(250), exchangeId: id.brand<'Exchange'>().optional() });
const language = { language: z.enum(languages).optional() };

const point = z.object({ head: z.string().trim().min(1).max(120), text: z.string().trim().max(400) });
const points = z.object({
  raise: z.array(point).max(mostPoints.raise),
  never: z.array(point).max(mostPoints.never),
  asked: z.array(point).max(mostPoints.asked),
  day: z.array(point).max(mostPoints.day),
  call: z.array(point).max(mostPoints.call),
});
const own = { addressee: z.string().trim().min(1).max(120).nullable(), points };

/** What is not on record and is printed as missing; `agreementId` is where it is entered. */
const missing = z.object({
  about: z.enum(['people', 'established', 'begun_by_paper', 'class', 'parties', 'validity', 'raise', 'meeting']),
  title: multilingual().nullable(),
  agreementId: id.nullable(),
});

const briefing = z.object({
  slug: z.string(),
  /** 0 where nothing is noted yet. */
  version: z.number().int(),
  mayEdit: z.boolean(),
  ...own,
  paper: paperShape,
  length: paperLength,
  missing: z.array(missing),
  /** Visits and events it may be for, the newest first. */
  meetings: z.array(z.object({ id: id.brand<'Exchange'>(), title: multilingual(300), starts: flexDate })),
});
export type BriefingShown = z.infer<typeof briefing>;

export const briefings = {
  getBriefing: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/ties/{tie}/briefing',
      tags,
      summary: 'A briefing on a tie or one visit, on two pages',
    })
    .input(ofBriefing.extend(language))
    .output(briefing),
  setBriefing: guarded
    .route({ method: 'PUT', path: '/offices/{officeId}/ties/{tie}/briefing', tags, summary: 'Write the office’s own points of a briefing' })
    .input(ofBriefing.extend(own))
    .output(z.object({ id, version: z.number().int() })),
  exportBriefing: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/ties/{tie}/briefing/file', tags, summary: 'A briefing as PDF or Word' })
    .input(ofBriefing.extend({ ...language, form: z.enum(['pdf', 'docx']) }))
    .output(z.file()),
};
