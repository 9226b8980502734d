// The API of what others said about an office and it has not answered: one list, whatever it is of, with what was answered today.
import { z } from 'zod';
import { flexDate, id, multilingual, officeId, pageQuery, signedIn } from '#kernel/procedure.ts';
import { cityAttributes } from '#modules/cities/domain/city-attributes.ts';
import { citedSource, statedValue } from '#modules/evidence/contract/shapes.ts';
import { statementKinds } from '#modules/evidence/domain/statement.ts';
import { editionAttributes, participationAttributes } from '#modules/expos/domain/said-attributes.ts';
import { lessonAttributes } from '#modules/matching/domain/lessons/lesson.ts';
import { outcomeAttributes } from '#modules/outcomes/domain/attributes.ts';
import { attributesOf } from '#modules/outcomes/domain/project/mark.ts';
import { contradiction, unanswered as figure, waiting } from '#modules/outcomes/contract/shapes.ts';
import { cityOfTie, tieClass } from '#modules/ties/contract/shapes.ts';
import { tieAttributes } from '#modules/ties/domain/attributes.ts';
import { exchangeKinds, itemStates } from '#modules/ties/domain/happenings.ts';
import { thingKinds } from '#modules/ties/domain/taking.ts';
import { answers as givenAnswers } from '../domain/answers.ts';

const tags = ['desk'];
const ofOffice = z.object({ officeId });
const office = z.object({ id, name: multilingual(200) });
const city = z.object({ id, slug: z.string(), name: multilingual(200) });

/** What every entry tells. */
const common = {
  /** Its kind and what tells it from others: what is put off is named by it. */
  key: z.string(),
  at: z.iso.datetime(),
  /** The city that it is listed under; null: it is listed under whoever says it. */
  city: city.nullable(),
  office,
  /** How often a letter has reminded of it. */
  reminded: z.number().int(),
};

const ofTie = { tieId: id, slug: z.string(), sides: z.object({ a: cityOfTie, b: cityOfTie }) };
const said = z.object({ value: statedValue, source: citedSource });

const of = { id, of: id, slug: z.string() };
/** Of what others state something in which we have a word, by its kind, and of which attribute. */
export const statedSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('city'), ...of, attribute: z.enum(cityAttributes) }),
  z.object({ kind: z.literal('edition'), ...of, attribute: z.enum(editionAttributes) }),
  z.object({ kind: z.literal('participation'), ...of, attribute: z.enum(participationAttributes) }),
  z.object({ kind: z.literal('outcome'), ...of, attribute: z.enum(outcomeAttributes) }),
  z.object({ kind: z.literal('lesson'), ...of, attribute: z.enum(lessonAttributes) }),
  z.object({ kind: z.literal('milestone'), ...of, attribute: z.enum(attributesOf.milestone) }),
  z.object({ kind: z.literal('indicator'), ...of, attribute: z.enum(attributesOf.indicator) }),
]);
export type StatedSubject = z.infer<typeof statedSubject>;

const entry = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('stated'), ...common, about: statedSubject, title: multilingual(300), theirs: said, isUnseen: z.boolean() },
    /** Whose words they are, where not those of the office that entered them, and how they are meant. */
    ...{ saidBy: z.string().nullable(), meant: z.enum(statementKinds) },
    ours: said.extend({ id: id.brand<'Statement'>(), version: z.number().int(), isQuoted: z.boolean() }).nullable(),
  }),
  z.object({ kind: z.literal('figure'), ...common, figure }),
  z.object({ kind: z.literal('contradiction'), ...common, contradiction }),
  z.object({ kind: z.literal('third'), ...common, thing: waiting }),
  /** What we entered of a tie of others, and what its desk says it was instead. */
  z.object({
    ...{ kind: z.literal('otherwise'), ...common, tieId: id, thingId: id, thing: z.enum(thingKinds) },
    ...{ title: multilingual(700).nullable(), words: z.string() },
  }),
  z.object({
    ...{ kind: z.literal('said'), ...common, ...ofTie, attribute: z.enum(tieAttributes), theirs: said, ours: said.nullable() },
    /** Our answer is there, and the other side does not see it. */
    isUnseen: z.boolean(),
  }),
  z.object({
    ...{ kind: z.literal('item'), ...common, ...ofTie, itemId: id, title: multilingual(500), agreement: multilingual(200) },
    ...{ state: z.enum(itemStates).nullable(), ours: z.enum(itemStates).nullable() },
  }),
  z.object({
    ...{ kind: z.literal('exchange'), ...common, ...ofTie, exchangeId: id, title: multilingual(300), starts: flexDate },
    ...{ happening: z.enum(exchangeKinds), fromSide: z.enum(['a', 'b']).nullable(), source: citedSource.nullable() },
  }),
]);
export type AnswerEntry = z.infer<typeof entry>;

/** How an answer is taken back. */
const undo = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    outcomeId: id.brand<'Outcome'>(),
    ...figure.pick({ stage: true, through: true }).shape,
    isPublic: z.boolean(),
  }),
  z.object({ kind: z.literal('said'), statementId: id.brand<'Statement'>(), version: z.number().int() }),
  z.object({ kind: z.literal('item'), itemId: id }),
  z.object({ kind: z.literal('exchange'), exchangeId: id.brand<'Exchange'>() }),
  z.object({ kind: z.literal('outcome'), outcomeId: id.brand<'Outcome'>() }),
  z.object({ kind: z.literal('thing'), thingId: id, tieId: id }),
  z.object({ kind: z.literal('reply'), thingId: id, tieId: id, to: officeId }),
]);

const answered = z.object({
  key: z.string(),
  at: z.iso.datetime(),
  city: multilingual(200).nullable(),
  /** What it is called; of a statement its attribute tells it. */
  title: multilingual(700).nullable(),
  attribute: z.object({ name: z.enum(tieAttributes), sides: ofTie.sides }).nullable(),
  answer: z.enum(givenAnswers),
  undo,
});
export type AnsweredShown = z.infer<typeof answered>;

const answerList = z.object({
  office: officeId,
  today: z.iso.date(),
  mayEdit: z.boolean(),
  /** How many wait, on all pages; what is put off is not among them. */
  count: z.number().int(),
  /** When the one that waits longest was said. */
  oldest: z.iso.datetime().nullable(),
  entries: z.array(entry),
  nextCursor: z.string().nullable(),
  /** Put off for a month: each still stands, and asks again after it. */
  later: z.array(entry),
  answered: z.array(answered),
  classes: z.array(tieClass),
});
export type AnswerList = z.infer<typeof answerList>;

export const answerListing = {
  listAnswers: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/answers',
      tags,
      summary: 'What others said about an office and it has not answered, by city, the oldest first; and what it answered today',
    })
    /** `since`: when the caller’s day began; that of UTC where it is left out. */
    .input(pageQuery.extend({ ...ofOffice.shape, today: z.iso.date().optional(), since: z.iso.datetime().optional() }))
    .output(answerList),
};
