// The API of follow-ups: what is due, what goes out, and what the holder of a letter's link answers.
import { z } from 'zod';
import { confirmed, flexDate, id, multilingual, officeId, open, page, pageQuery, qualifier, signedIn } from '#kernel/procedure.ts';
import { languages } from '#kernel/language.ts';
import { anyways } from '../domain/anyway.ts';
import { answerDoubtCodes, differences, stopCovers } from '../domain/follow-up/answering.ts';
import { LATE } from '../domain/follow-up/due.ts';
import { followUpAnswers, followUpStates } from '../domain/follow-up/fate.ts';
import { remedies, routes } from '../domain/follow-up/asked-of.ts';
import { outcomeKinds } from '../domain/outcome.ts';
import { stage } from './shapes.ts';

const tags = ['outcomes: follow-ups'];
const instant = z.iso.datetime();
const day = z.iso.date();
const count = z.number().int();
const amount = z.object({ value: z.string(), currency: z.string() });
const named = z.object({ id, name: multilingual(300) });
const followUpId = id.brand<'FollowUp'>();
const ofOffice = z.object({ officeId });
const some = ofOffice.extend({ followUpIds: z.array(followUpId).min(1).max(200) });
const route = z.enum(routes);
/** Stands behind the # of a letter's link, and opens one question. */
const token = z.string().min(1).max(200);

/** What was announced, as it is asked for. */
const announced = {
  title: multilingual(300),
  kind: z.enum(outcomeKinds),
  stage,
  /** The day for which it was said, at its precision; null: nobody told one, and the day of entry counts. */
  valueDate: flexDate.nullable(),
  announcedOn: day,
  amount: amount.nullable(),
  qualifier,
};

const given = z.object({
  answer: z.enum(followUpAnswers),
  amount: amount.nullable(),
  qualifier,
  differs: z.array(z.enum(differences)),
  anyway: z.enum(anyways).nullable(),
  answeredAt: instant,
  /** By which it is named on the telephone. */
  receipt: z.string(),
});

const followUp = z.object({
  id: followUpId,
  outcomeId: id.brand<'Outcome'>(),
  ...announced,
  months: count,
  due: day,
  state: z.enum(followUpStates),
  /** Of the words of the mail server that refused or returned its letter. */
  fault: z.string().nullable(),
  /** Whether its letter has left this server. */
  hasLeft: z.boolean(),
  route,
  through: named.nullable(),
  /** The company that is asked; null where the outcome names none. */
  company: multilingual(300).nullable(),
  organisationId: id.nullable(),
  person: z.string().nullable(),
  sentTo: z.string().nullable(),
  /** Whether it goes to the contact that the company registered at the edition, with its consent; the address is not told. */
  isRegistered: z.boolean(),
  /** Why no letter can go; null: one can. */
  remedy: z.enum(remedies).nullable(),
  sentAt: instant.nullable(),
  openUntil: instant.nullable(),
  isRevoked: z.boolean(),
  answer: given.nullable(),
  office: named,
});
export type FollowUpShown = z.infer<typeof followUp>;

/** What the holder of a link is shown before the first choice. */
const question = z.object({
  /** Expired and revoked links tell nothing but whose they were. */
  state: z.enum(['open', 'expired', 'stopped']),
  office: multilingual(200),
  asked: z
    .object({
      ...announced,
      company: multilingual(300),
      /** Whether everybody reads what was announced, and with it which answer was given. */
      isPublic: z.boolean(),
      through: multilingual(200).nullable(),
      openUntil: instant,
      answer: given.nullable(),
      /** When it is asked the next time; null: this was the last. */
      next: z.object({ months: count, due: day }).nullable(),
      /** Whether it was said by this link that no more letters are wanted, so that it can be taken back by it. */
      mayResume: z.boolean(),
    })
    .nullable(),
});
export type FollowUpQuestion = z.infer<typeof question>;

/** An answer as the office and the one it went through read it. */
const answerRead = given.extend({
  id,
  months: count,
  saidFor: z.string(),
  saidBy: z.string().nullable(),
  note: z.string().nullable(),
  through: multilingual(200).nullable(),
  paper: z.object({ id, name: z.string(), sha256: z.string() }).nullable(),
  /** Whether a later one of the same asking stands in its place. */
  isReplaced: z.boolean(),
});
export type AnswerRead = z.infer<typeof answerRead>;

const routeOf = z.object({ route, throughOffice: officeId.nullable().default(null) });

/** Whom a route would reach. */
const reached = z.object({
  companies: z.array(
    followUp
      .pick({ company: true, sentTo: true, isRegistered: true, remedy: true })
      /** How many figures it is asked for, and when the first falls due. */
      .extend({ questions: count, next: day }),
  ),
});

export const followUps = {
  listFollowUps: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/follow-ups', summary: 'What an office is to ask, has asked and was answered', tags })
    .input(pageQuery.extend(ofOffice.shape).extend({ which: z.enum(['due', 'held', 'sent', 'stopped', 'through']).default('due') }))
    .output(page(followUp).extend({ counts: z.record(z.enum(['due', 'held', 'sent', 'stopped', 'through']), count) })),

  previewFollowUp: signedIn
    .route({ method: 'GET', path: '/follow-ups/{followUpId}/letter', summary: 'The letter as it would go out', tags })
    .input(z.object({ followUpId }))
    .output(
      z.object({
        sentTo: z.string().nullable(),
        isRegistered: z.boolean(),
        language: z.enum(languages),
        /** Whole: in both languages, that of its reader first. */
        subject: z.string(),
        body: z.string(),
        remedy: z.enum(remedies).nullable(),
      }),
    ),

  sendFollowUps: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/follow-ups/letters', summary: 'Write the letters of these questions', tags })
    .input(some.extend({ confirmed: confirmed([LATE]) }))
    .output(
      z.object({ letters: count, questions: count, left: z.array(z.object({ id: followUpId, why: z.enum([...remedies, 'not_due']) })) }),
    ),

  holdFollowUps: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/follow-ups/holding', summary: 'Hold questions back, or let them go again', tags })
    .input(some.extend({ held: z.boolean() }))
    .output(z.object({ changed: count })),

  takeBackFollowUps: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/follow-ups/taking-back',
      summary: 'Take back letters that have not left; of those that have, the link ends',
      tags,
    })
    .input(some)
    .output(z.object({ changed: count })),

  routeFollowUps: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/follow-ups/route', summary: 'Choose by which way questions go', tags })
    .input(some.extend(routeOf.shape))
    .output(z.object({ changed: count })),

  getEditionRoute: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/follow-up-route',
      summary: 'By which way the figures of an edition are asked for',
      tags,
    })
    .input(z.object({ editionId: id }))
    .output(routeOf),
  setEditionRoute: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/follow-up-route',
      summary: 'Choose by which way the figures of an edition are asked for',
      tags,
    })
    .input(z.object({ editionId: id }).extend(routeOf.shape))
    .output(routeOf),

  listEditionRoutes: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/follow-up-routes',
      summary: 'The editions that an office organises and the delegations that it keeps, each with the route of its questions',
      tags,
    })
    .input(pageQuery.extend(ofOffice.shape))
    .output(
      page(z.object({ id, slug: z.string(), name: multilingual(200), lastDay: day, route, through: named.nullable() })).extend({
        /** With the first page of editions. */
        visits: z.array(z.object({ id, title: multilingual(300), starts: flexDate, route, through: named.nullable() })),
      }),
    ),
  previewEditionRoute: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/follow-up-route/preview',
      summary: 'Whom the questions of an edition would reach by a route; nothing is changed',
      tags,
    })
    .input(z.object({ editionId: id }).extend(routeOf.shape))
    .output(reached),
  setVisitRoute: signedIn
    .route({
      method: 'POST',
      path: '/exchanges/{exchangeId}/follow-up-route',
      summary: 'Choose by which way the figures of a delegation are asked for',
      tags,
    })
    .input(z.object({ exchangeId: id }).extend(routeOf.shape))
    .output(routeOf),
  previewVisitRoute: signedIn
    .route({
      method: 'GET',
      path: '/exchanges/{exchangeId}/follow-up-route/preview',
      summary: 'Whom the questions of a delegation would reach by a route; nothing is changed',
      tags,
    })
    .input(z.object({ exchangeId: id }).extend(routeOf.shape))
    .output(reached),
  listComingFollowUps: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/follow-ups/coming', summary: 'When figures of an office fall due next', tags })
    .input(ofOffice)
    /** The next days, and how many figures are still to be asked for on any day. */
    .output(z.object({ entries: z.array(z.object({ due: day, count })), count })),

  getFollowUpRule: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/follow-up-rule',
      summary: 'After how many months without a sign an office says so',
      tags,
    })
    .input(ofOffice)
    .output(z.object({ quietMonths: count.nullable() })),
  setFollowUpRule: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/follow-up-rule',
      summary: 'Set after how many months without a sign an office says so',
      tags,
    })
    .input(ofOffice.extend({ quietMonths: z.number().int().min(1).max(120).nullable() }))
    .output(z.object({ quietMonths: count.nullable() })),

  listFollowUpAnswers: signedIn
    .route({
      method: 'GET',
      path: '/outcomes/{outcomeId}/follow-up-answers',
      summary: 'What was answered when it was asked what became of an outcome',
      tags,
    })
    .input(z.object({ outcomeId: id.brand<'Outcome'>() }))
    .output(
      z.object({
        entries: z.array(answerRead),
        /** That whoever had a letter about it wants no more, as its office reads it. */
        stopped: z.object({ covers: z.enum(stopCovers), at: instant }).nullable(),
      }),
    ),

  openFollowUp: open
    .route({ method: 'POST', path: '/follow-up/opening', summary: 'What the link of a letter asks; nothing is changed by it', tags })
    .input(z.object({ token }))
    .output(question),

  answerFollowUp: open
    .meta({ access: 'public', takesFile: true })
    .route({ method: 'POST', path: '/follow-up/answers', summary: 'Answer what the link of a letter asks', tags })
    .input(
      z.object({
        token,
        answer: z.enum(followUpAnswers),
        amount: z.string().trim().min(1).max(40).nullable().default(null),
        currency: z.string().trim().max(3).nullable().default(null),
        /** How the amount is meant. */
        qualifier: qualifier.default('exact'),
        differs: z.array(z.enum(differences)).max(differences.length).default([]),
        anyway: z.enum(anyways).nullable().default(null),
        note: z.string().trim().min(1).max(1000).nullable().default(null),
        saidBy: z.string().trim().min(1).max(200).nullable().default(null),
        language: z.enum(languages).default('en'),
        confirmed: confirmed(answerDoubtCodes),
        /** What this answer is sent as: what comes under it once more records nothing more. */
        sending: z.uuid().optional(),
        /** A paper; the limit of papers is lower and has a sentence of its own. */
        file: z.file().max(20_000_000).optional(),
      }),
    )
    .output(question),

  stopFollowUps: open
    .route({ method: 'POST', path: '/follow-up/stop', summary: 'Say that no more letters are wanted', tags })
    .input(z.object({ token, covers: z.enum(stopCovers) }))
    .output(question),

  resumeFollowUps: open
    .route({
      method: 'POST',
      path: '/follow-up/resume',
      summary: 'Take back that no more letters are wanted, by the link that it was said by',
      tags,
    })
    .input(z.object({ token }))
    .output(question),
};
