// Whatever others state of something in which an office has a word asks that office: every kind of subject, each once, answered and taken back.
import { expect, test } from 'vitest';
import { ok, type Result } from '#kernel/result.ts';
import { enterCityStatements } from '#modules/cities/api/said-of-city.ts';
import { withdrawStatement } from '#modules/evidence/api/change-statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { enterEditionStatements, enterParticipationStatements } from '#modules/expos/api/edition/said-of-edition.ts';
import { addLesson, enterLessonStatements, setLessonAudience } from '#modules/matching/api/lessons/keep-lessons.ts';
import { enterOutcomeStatements } from '#modules/outcomes/api/enter-outcome-statements.ts';
import { deals, openTie, text } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addMark, enterMarkStatements } from '#modules/outcomes/api/project/keep-plan.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { few } from '#platform/full-size.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { askedWhere, type StatedKind } from '../../domain/stated.ts';
import { openLines } from '../handover/open-lines.ts';
import { listAnswers } from './list-answers.ts';
import { openBesides, openThingsOf } from './open-besides.ts';

const db = await ownTestDatabase();
const tie = await openTie(db);
const company = await db.foundOffice({ kind: 'company' });

const as = async <T>(office: TestOffice, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office.owner, use, version));
const list = (office: TestOffice) => as(office, (work) => listAnswers(work, { officeId: office.office, limit: 50 }));
const stated = async (office: TestOffice) => (await list(office)).entries.flatMap((entry) => (entry.kind === 'stated' ? [entry] : []));

const words = (said: string): StatedValue => ({ type: 'text', text: text(said) });
const number = (count: string): StatedValue => ({ type: 'count', count, qualifier: 'exact' });
const said = <A extends string>(attribute: A, value: StatedValue, to: TestOffice | null) => ({
  ...{ attribute, value, kind: 'fact' as const, saidBy: null, supersedes: null },
  ...(to === null ? { visibility: 'public' as const, sharedWith: [] } : { visibility: 'shared' as const, sharedWith: [to.office] }),
});

/** Somebody says a thing, and whoever it is said of says another. */
interface Case {
  readonly asked: TestOffice;
  readonly by: TestOffice;
  readonly other: StatedValue;
  readonly say: (office: TestOffice, value: StatedValue, to: TestOffice | null) => Promise<unknown>;
}

const project = async () => {
  const { liverpool, shanghai } = tie;
  const facts = deals(tie, liverpool.office, { kind: 'project', extent: 'single', entry: null, title: text('Training') });
  const { id: outcomeId } = await as(liverpool, (work) => recordOutcome(work, facts));
  await as(liverpool, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'shared', sharedWith: [shanghai.office] }));
  return outcomeId;
};

const confirmed: ['kernel.read_at_once'] = ['kernel.read_at_once'];

async function ofMark(kind: 'milestone' | 'indicator', first: StatedValue, other: StatedValue): Promise<Case> {
  const { liverpool, shanghai } = tie;
  const [outcomeId, attribute] = [await project(), kind === 'milestone' ? 'state' : 'actual'];
  const entry = { attribute, value: first, kind: 'fact' as const, saidBy: null };
  const plan = await as(liverpool, (work) =>
    addMark(work, { outcomeId, kind, title: text('A mark'), unit: null, entries: [entry], confirmed }),
  );
  const markId = plan.marks[0]?.id ?? expect.fail('no mark');
  const say: Case['say'] = (office, value) =>
    as(office, (work) => {
      const entries = [{ attribute, value, kind: 'fact' as const, saidBy: null }];
      return enterMarkStatements(work, { outcomeId, markId, office: office.office, visibility: 'shared', entries, confirmed });
    });
  return { asked: shanghai, by: liverpool, other, say };
}

async function ofExpo(kind: 'edition' | 'participation'): Promise<Case> {
  const { liverpool, stranger } = tie;
  const organiser = organiserOf(db, stranger);
  const edition = await organiser.edition(`Fair of ${kind}`);
  const { id: participantId } = await organiser.participant(edition.id, 'E1', { officeId: company.office });
  await organiser.publish(edition.id);
  const on = { editionId: edition.id };
  const say: Case['say'] = (by, value, to) =>
    as(by, (work) =>
      kind === 'edition'
        ? enterEditionStatements(work, { ...on, office: by.office, entries: [said('companies', value, to)] })
        : enterParticipationStatements(work, { ...on, participantId, office: by.office, entries: [said('brought_companies', value, to)] }),
    );
  return { asked: kind === 'edition' ? stranger : company, by: liverpool, other: number('20'), say };
}

async function ofLesson(): Promise<Case> {
  const { liverpool, shanghai, cities } = tie;
  const facts = { learnerCity: cities.shanghai, teacherCity: cities.liverpool, teacherCountry: null, title: text('Port trusts') };
  const entries = [said('learned', { type: 'code', code: 'yes' }, shanghai)];
  const { id: lessonId, version } = await as(liverpool, (work) =>
    addLesson(work, { ...facts, office: liverpool.office, domain: null, practiceId: null, entries }),
  );
  await as(liverpool, (work) => setLessonAudience(work, { lessonId, visibility: 'shared', sharedWith: [shanghai.office] }), version);
  const say: Case['say'] = (by, value, to) =>
    as(by, (work) => enterLessonStatements(work, { lessonId, office: by.office, entries: [said('stage', value, to)] }));
  return { asked: shanghai, by: liverpool, other: { type: 'code', code: 'tried' }, say };
}

const cases: Readonly<Record<StatedKind, () => Promise<Case>>> = {
  city: async () => {
    const { liverpool, shanghai, cities } = tie;
    const say: Case['say'] = (by, value, to) =>
      as(by, (work) => enterCityStatements(work, { cityId: cities.shanghai, office: by.office, entries: [said('known_for', value, to)] }));
    return { asked: shanghai, by: liverpool, other: words('Its river'), say };
  },
  outcome: async () => {
    const outcomeId = await project();
    const say: Case['say'] = (by, value, to) =>
      as(by, (work) => enterOutcomeStatements(work, { outcomeId, office: by.office, entries: [said('supplier', value, to)] }));
    // Whoever keeps it is asked what the other side says of it.
    return { asked: tie.liverpool, by: tie.shanghai, other: words('Another firm'), say };
  },
  lesson: ofLesson,
  edition: () => ofExpo('edition'),
  participation: () => ofExpo('participation'),
  milestone: () => ofMark('milestone', { type: 'code', code: 'open' }, { type: 'code', code: 'dropped' }),
  indicator: () => ofMark('indicator', number('5'), number('7')),
};

const first: Readonly<Record<StatedKind, StatedValue>> = {
  ...{ city: words('Its harbour'), outcome: words('A firm'), lesson: { type: 'code', code: 'in_use' }, edition: number('10') },
  ...{ participation: number('10'), milestone: { type: 'code', code: 'done' }, indicator: number('6') },
};

const kinds = (Object.keys(askedWhere) as (keyof typeof askedWhere)[]).filter((kind): kind is StatedKind => askedWhere[kind] === 'stated');

test.each(few(kinds, 3))(
  'what another office states of a %s asks whose it is, once; said alike, otherwise or as not known it is answered',
  async (kind) => {
    const { asked, by, other, say } = await cases[kind]();
    const about = async () => (await stated(asked)).filter((entry) => entry.about.kind === kind && entry.about.attribute !== 'learned');
    await say(by, first[kind], asked);
    const [waiting] = await about();
    expect((await about()).length).toBe(1);
    expect(waiting).toMatchObject({ office: { id: by.office }, theirs: { value: first[kind] }, ours: null });
    // An answer that whoever asks does not see is none yet; of a project's marks both sides always see it.
    for (const [value, answer] of [
      [first[kind], 'as_they_say'],
      [other, 'differs'],
      [{ type: 'unknown', reason: 'cannot_say' }, 'not_known'],
    ] as const) {
      await say(asked, value, by);
      expect(await about()).toEqual([]);
      const given = (await list(asked)).answered.filter(({ key }) => key.startsWith('stated '));
      // It is told under the city that it waited under.
      expect(given.at(0)).toMatchObject({ answer, city: waiting?.city?.name ?? null, undo: { kind: 'said' } });
      for (const { undo } of given)
        if (undo.kind === 'said')
          await as(asked, (work) => withdrawStatement(work, { statementId: undo.statementId, reason: 'Taken back' }), undo.version);
      expect((await about()).map(({ key }) => key)).toEqual([waiting?.key]);
    }
    await say(asked, first[kind], by);
  },
);

test('a private answer is shown as unseen, and what a speaker is quoted with asks like any other word', async () => {
  const { liverpool, shanghai, cities } = tie;
  const enter = (by: TestOffice, value: StatedValue, visibility: 'private' | 'public', saidBy: string | null) =>
    as(by, (work) =>
      enterCityStatements(work, {
        ...{ cityId: cities.shanghai, office: by.office },
        entries: [{ attribute: 'airport', value, kind: 'fact', saidBy, visibility, sharedWith: [], supersedes: null }],
      }),
    );
  await enter(liverpool, words('Two'), 'public', 'A speaker');
  await enter(shanghai, words('Three'), 'private', null);
  const [unseen] = (await stated(shanghai)).filter(({ about }) => about.attribute === 'airport');
  expect(unseen).toMatchObject({ isUnseen: true, saidBy: 'A speaker', ours: { value: words('Three') } });
});

test('what is stated of a project waits in a hand-over and a briefing, too, until it is answered', async () => {
  const { asked, by, say } = await cases.indicator();
  await say(by, number('6'), asked);
  const keys = (await stated(asked)).filter(({ about }) => about.kind === 'indicator').map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(0);
  const lines = await as(asked, (work) => openLines(work, asked.office, []));
  expect(lines.map(({ subject }) => subject)).toEqual(expect.arrayContaining(keys));
  const besides = await as(asked, async (work) => ok(openThingsOf(await openBesides(work, asked.office), tie.cities.liverpool)));
  expect(besides.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
  await say(asked, number('6'), by);
  const left = await as(asked, (work) => openLines(work, asked.office, []));
  expect(left.filter(({ subject }) => keys.includes(subject))).toEqual([]);
});
