// The API of projects: what they are to achieve, what they are measured by, and what the sides say of that.
import { z } from 'zod';
import { confirmed, flexDate, guarded, id, multilingual, officeId, open, signedIn } from '#kernel/procedure.ts';
import { READ_AT_ONCE } from '#kernel/result.ts';
import { goals } from '#modules/cities/domain/profile/goals.ts';
import { shownFirst, statementEntry } from '#modules/evidence/contract/shapes.ts';
import { markAttributes, markKinds, standings } from '../domain/project/mark.ts';
import { outcomeSummary } from './shapes.ts';

const tags = ['outcomes'];
const ofOutcome = z.object({ outcomeId: id.brand<'Outcome'>() });
const ofMark = ofOutcome.extend({ markId: id.brand<'Mark'>() });
const goal = z.literal(goals);
const aim = { aim: multilingual(4000).nullable(), goals: z.array(goal).max(goals.length) };

const mark = z.object({
  id: id.brand<'Mark'>(),
  kind: z.enum(markKinds),
  title: multilingual(300),
  unit: z.string().nullable(),
  version: z.number().int(),
  /** Attribute by attribute, of actual figures time by time; the first shown first, what differs beside it. */
  said: z.array(z.object({ attribute: z.enum(markAttributes), of: z.string().nullable(), shown: shownFirst })),
  /** Of a milestone; of an indicator always unknown. */
  stands: z.enum(standings),
  /** Its day has passed, and nobody has said how it stands. */
  isOverdue: z.boolean(),
});
export type MarkShown = z.infer<typeof mark>;

const progress = z.object({
  milestones: z.number().int(),
  indicators: z.number().int(),
  standing: z.record(z.enum(standings), z.number().int()),
  overdue: z.number().int(),
});
export type ProgressShown = z.infer<typeof progress>;

const plan = z.object({
  outcomeId: id,
  version: z.number().int(),
  ...aim,
  marks: z.array(mark),
  progress,
  mayEdit: z.boolean(),
  /** Whether what a side says here can be public. */
  isPublic: z.boolean(),
  /** Offices of the caller that speak for a side. */
  voices: z.array(officeId),
});
export type ProjectPlan = z.infer<typeof plan>;

const markEntry = statementEntry.pick({ attribute: true, value: true, kind: true, source: true, saidBy: true });

export const projects = {
  getProjectPlan: open
    .route({ method: 'GET', path: '/outcomes/{outcomeId}/plan', summary: 'Aim, milestones and indicators of a project', tags })
    .input(ofOutcome)
    .output(plan),

  listProjects: open
    .route({
      method: 'GET',
      path: '/ties/{tieId}/projects',
      summary: 'Projects of a tie that are listed one by one, with their progress',
      tags,
    })
    .input(z.object({ tieId: id }))
    .output(
      z.object({
        entries: z.array(z.object({ project: outcomeSummary, progress })),
        /** Projects of which only a number is told. */
        counted: z.array(outcomeSummary),
        /** There are more of them than are listed here. */
        isCut: z.boolean(),
      }),
    ),

  setProjectAim: guarded
    .route({ method: 'PUT', path: '/outcomes/{outcomeId}/aim', summary: 'Set what a project is to achieve', tags })
    .input(ofOutcome.extend(aim))
    .output(plan),

  addMark: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/marks',
      successStatus: 201,
      summary: 'Add a milestone or an indicator to a project, with what is said of it',
      tags,
    })
    .input(
      ofOutcome.extend({
        kind: z.enum(markKinds),
        title: multilingual(300),
        unit: z.string().trim().min(1).max(60).nullable().default(null),
        entries: z.array(markEntry).max(3).default([]),
        confirmed: confirmed([READ_AT_ONCE]),
      }),
    )
    .output(plan),

  addMilestones: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/milestones',
      successStatus: 201,
      summary: 'Add the milestones of a list to a project, all of them or none',
      tags,
    })
    .input(
      ofOutcome.extend({
        milestones: z
          .array(z.object({ title: multilingual(300), planned: flexDate.nullable() }))
          .min(1)
          .max(100),
        confirmed: confirmed([READ_AT_ONCE]),
      }),
    )
    .output(plan.extend({ added: z.array(id.brand<'Mark'>()) })),

  updateMark: guarded
    .route({
      method: 'PUT',
      path: '/outcomes/{outcomeId}/marks/{markId}',
      summary: 'Correct what a milestone or an indicator is called',
      tags,
    })
    .input(ofMark.extend({ title: multilingual(300), unit: z.string().trim().min(1).max(60).nullable().default(null) }))
    .output(plan),

  enterMarkStatements: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/marks/{markId}/statements',
      successStatus: 201,
      summary: 'Say for a side how a milestone stands or what an indicator is',
      tags,
    })
    .input(
      ofMark.extend({
        office: officeId,
        entries: z.array(markEntry).min(1).max(6),
        /** Of an office that does not keep the project; whoever keeps it speaks to all who see the project. */
        visibility: z.enum(['shared', 'public']).default('shared'),
        confirmed: confirmed([READ_AT_ONCE]),
      }),
    )
    .output(plan),

  withdrawMark: signedIn
    .route({
      method: 'POST',
      path: '/outcomes/{outcomeId}/marks/{markId}/withdrawal',
      summary: 'Take a milestone or an indicator off a project; what was said of it stays on record',
      tags,
    })
    .input(ofMark.extend({ confirmed: confirmed(['kernel.read_by_others']) }))
    .output(plan),
};
