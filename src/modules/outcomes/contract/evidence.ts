// The API of evidence: what paper proves a stage of an outcome, and samples of outcomes that are checked.
import { z } from 'zod';
import { day, guarded, id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';
import { citedSource, entrySource } from '#modules/evidence/contract/shapes.ts';
import { assurances } from '../domain/assurance.ts';
import { mostSampled } from '../domain/evidence/sample.ts';
import { outcomeKinds } from '../domain/outcome.ts';
import { stages } from '../domain/stages.ts';

const tags = ['outcomes'];
const ofOffice = z.object({ officeId });
const ofOutcome = z.object({ outcomeId: id.brand<'Outcome'>() });
const stage = z.enum(stages);
const instant = z.iso.datetime();

const mark = z.object({
  id: id.brand<'EvidenceMark'>(),
  source: citedSource.nullable(),
  validUntil: z.iso.date().nullable(),
  enteredAt: instant,
  /** Entered by the caller, who is therefore not the one to check it. */
  isOwn: z.boolean(),
  checkedAt: instant.nullable(),
});

const ownItem = z.object({
  id: z.string().min(1).max(60),
  kind: z.enum(outcomeKinds),
  stage,
  title: z.string().trim().min(1).max(200),
});
const ownList = z.object({ items: z.array(ownItem), version: z.number().int() });

const evidence = z.object({
  stages: z.array(
    z.object({
      stage,
      covered: z.number().int(),
      items: z.array(
        z.object({
          item: z.string(),
          /** Of a thing that the office asks for itself. */
          title: z.string().nullable(),
          state: z.enum(['held', 'expired', 'missing']),
          mark: mark.nullable(),
          /** The last paper that was withdrawn, where none is held now: it can be restored. */
          withdrawn: mark.pick({ id: true, source: true }).extend({ at: instant }).nullable(),
        }),
      ),
    }),
  ),
  /** Somebody else of the office could check what the caller enters. */
  hasSecondPerson: z.boolean(),
  mayEdit: z.boolean(),
  own: z.array(ownItem),
  /** Of that list; 0: none was set. */
  ownVersion: z.number().int(),
});

const sample = z.object({
  id: id.brand<'Sample'>(),
  seed: z.string(),
  population: z.number().int(),
  populationHash: z.string(),
  drawnAt: instant,
  outcomes: z.array(
    z.object({
      id: id.brand<'Outcome'>(),
      title: multilingual(300).nullable(),
      stage: stage.nullable(),
      assurance: z.enum(assurances).nullable(),
      /** Since the sample was drawn. */
      checkedAt: instant.nullable(),
    }),
  ),
});

export const evidences = {
  getOutcomeEvidence: signedIn
    .route({
      ...{ method: 'GET', path: '/outcomes/{outcomeId}/evidence', tags },
      summary: 'Which papers are held for each stage of an outcome, for the office that keeps it',
    })
    .input(ofOutcome)
    .output(evidence),
  markEvidence: signedIn
    .route({
      ...{ method: 'POST', path: '/outcomes/{outcomeId}/evidence', successStatus: 201, tags },
      summary: 'State which paper proves an item of the checklist of a stage',
    })
    .input(ofOutcome.extend({ stage, item: z.string().min(1).max(60), source: entrySource, validUntil: day.nullable().default(null) }))
    .output(evidence),
  checkEvidence: signedIn
    .route({
      ...{ method: 'POST', path: '/outcomes/{outcomeId}/evidence/{markId}/check', tags },
      summary: 'Confirm as a second person that a paper proves what it is said to prove',
    })
    .input(ofOutcome.extend({ markId: id.brand<'EvidenceMark'>() }))
    .output(evidence),
  withdrawEvidence: signedIn
    .route({
      ...{ method: 'POST', path: '/outcomes/{outcomeId}/evidence/{markId}/withdrawal', tags },
      summary: 'Withdraw that a paper proves an item of a checklist',
    })
    .input(ofOutcome.extend({ markId: id.brand<'EvidenceMark'>() }))
    .output(evidence),
  restoreEvidence: signedIn
    .route({
      ...{ method: 'DELETE', path: '/outcomes/{outcomeId}/evidence/{markId}/withdrawal', tags },
      summary: 'Undo that a paper was withdrawn: it proves the item as before',
    })
    .input(ofOutcome.extend({ markId: id.brand<'EvidenceMark'>() }))
    .output(evidence),
  getEvidenceList: signedIn
    .route({
      ...{ method: 'GET', path: '/offices/{officeId}/evidence-list', tags },
      summary: 'What an office asks for besides the checklists of the product',
    })
    .input(ofOffice)
    .output(ownList),
  setEvidenceList: guarded
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/evidence-list', tags },
      summary: 'Set what an office asks for besides the checklists of the product',
    })
    .input(ofOffice.extend({ items: z.array(ownItem).max(200) }))
    .output(ownList),
  drawSample: signedIn
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/samples', successStatus: 201, tags },
      summary: 'Draw a reproducible sample of the confirmed outcomes of an office to be checked',
    })
    .input(
      ofOffice.extend({
        size: z.number().int().min(1).max(mostSampled),
        /** Left out, the server chooses one. */
        seed: z.string().trim().min(1).max(100).optional(),
      }),
    )
    .output(sample),
  listSamples: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/samples',
      tags,
      summary: 'Samples an office has drawn, and what has been checked of them',
    })
    .input(ofOffice)
    .output(z.object({ entries: z.array(sample), population: z.number().int() })),
};
export type EvidenceShown = z.output<typeof evidence>;
export type SampleShown = z.output<typeof sample>;
