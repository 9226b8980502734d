// An invented project of Liverpool and Shanghai, with what both say of its milestones and indicators, and invented offers with what became of them.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { READ_AT_ONCE } from '#kernel/result.ts';
import { addEntry } from '#modules/outcomes/api/add-entry.ts';
import { addMark, enterMarkStatements, setProjectAim } from '#modules/outcomes/api/project/keep-plan.ts';
import { getProjectPlan } from '#modules/outcomes/api/project/show-plan.ts';
import { listOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import type { Work } from '#platform/work.ts';
import { as, idsOfCities, must, on, words, type RegisterSetting } from './as-people.ts';

type Words = readonly [en: string, zh: string];
type MarkSaid = Parameters<typeof addMark>[1]['entries'][number];

const title: Words = ['Example: nurses trained in both ports’ hospitals (invented)', '示例：两港口城市医院护士培训（虚构）'];

const day = (text: string): MarkSaid['value'] => ({ type: 'date', date: on(text) });
const state = (code: string, since?: string): MarkSaid['value'] => ({
  type: 'code',
  code,
  ...(since === undefined ? {} : { since: on(since) }),
});
const count = (number: string, basis?: string): MarkSaid['value'] => ({
  type: 'count',
  count: number,
  qualifier: 'exact',
  ...(basis === undefined ? {} : { basis }),
});
const said = (attribute: string, value: MarkSaid['value']): MarkSaid => ({ attribute, value, kind: 'fact', saidBy: null });

interface MarkExample {
  readonly kind: 'milestone' | 'indicator';
  readonly title: Words;
  readonly unit: string | null;
  readonly ours: readonly MarkSaid[];
  /** What Shanghai's desk says of it. */
  readonly theirs: readonly MarkSaid[];
}

const marks: readonly MarkExample[] = [
  {
    ...{ kind: 'milestone', title: ['Curriculum agreed', '培训大纲商定'], unit: null },
    ours: [said('planned', day('2025-06')), said('state', state('done', '2025-07-11'))],
    theirs: [said('state', state('done', '2025-07'))],
  },
  {
    ...{ kind: 'milestone', title: ['First course held in Shanghai', '首期培训班在上海举办'], unit: null },
    ours: [said('planned', day('2026-03')), said('state', state('done', '2026-04-24'))],
    theirs: [said('state', state('late'))],
  },
  {
    ...{ kind: 'milestone', title: ['First course held in Liverpool', '首期培训班在利物浦举办'], unit: null },
    ours: [said('planned', day('2026-09'))],
    theirs: [],
  },
  {
    ...{ kind: 'indicator', title: ['Nurses who finished a course', '结业护士人数'], unit: 'people | 人' },
    ours: [
      said('baseline', count('0', '2024')),
      said('target', count('120')),
      said('actual', count('18', '2025')),
      said('actual', count('42', '2026')),
    ],
    theirs: [said('actual', count('39', '2026'))],
  },
];

/** Private until decided otherwise, then shared with Shanghai's desk. */
async function share(work: Work, outcomeId: Id<'Outcome'>, office: OfficeId, other: OfficeId): Promise<void> {
  const { entries } = must(await listOutcomes(work, { ownerOffice: office, limit: 200 }));
  const expectedVersion = entries.find(({ id }) => id === outcomeId)?.version ?? null;
  must(await setOutcomeAudience({ ...work, expectedVersion }, { outcomeId, visibility: 'shared', sharedWith: [other] }));
}

async function recordExample(
  work: Work,
  office: OfficeId,
  facts: Partial<Parameters<typeof recordOutcome>[1]> & { readonly title: ReturnType<typeof words> },
) {
  const tie = must(await findTie(work, 'liverpool-gb--shanghai-cn'));
  return must(
    await recordOutcome(work, {
      ...{ office, kind: 'project', extent: 'single', counted: null, fromCity: null, toCity: null, domain: 'health', occurred: null },
      ...{ note: null, partOf: null, parties: [], entry: null },
      attributions: [{ subjectKind: 'tie', subjectId: tie.tieId, relation: 'result_of' }],
      ...facts,
    }),
  );
}

const stage = (at: Stage) => ({
  ...{ stage: at, amount: null, currency: null, count: null, qualifier: 'exact' as const, countQualifier: 'exact' as const },
  ...{ valueDate: null, note: null, saidBy: null, about: null },
});

const offers: readonly { readonly title: Words; readonly stages: readonly Stage[] }[] = [
  {
    title: ['Example: a football club offers to coach school teams (invented)', '示例：足球俱乐部提议为校队执教（虚构）'],
    stages: ['potential'],
  },
  {
    title: ['Example: a museum offers a travelling exhibition (invented)', '示例：博物馆提议举办巡展（虚构）'],
    stages: ['potential', 'signed'],
  },
  {
    title: ['Example: a college offers ten scholarships (invented)', '示例：学院提议提供十个奖学金名额（虚构）'],
    stages: ['potential', 'cancelled'],
  },
];

async function enterProject(work: Work, office: OfficeId, cities: ReadonlyMap<string, string>): Promise<Id<'Outcome'>> {
  const party = (slug: string, role: 'lead' | 'partner') => ({
    ...{ organisationId: null, cityId: cities.get(slug) ?? null, name: null, role, share: null },
  });
  const funder = {
    organisationId: null,
    cityId: null,
    name: 'Example Health Trust (invented) | 示例卫生基金（虚构）',
    role: 'funder' as const,
    share: null,
  };
  const { id: outcomeId, version } = await recordExample(work, office, {
    ...{ title: words(title), parties: [party('liverpool-gb', 'lead'), party('shanghai-cn', 'partner'), funder] },
    entry: stage('signed'),
  });
  const aim = words(['Nurses of both cities can care for patients in the other language.', '两市护士能够以对方语言护理病人。']);
  must(await setProjectAim({ ...work, expectedVersion: version }, { outcomeId, aim, goals: [3, 4, 17] }));
  for (const mark of marks)
    must(
      await addMark(work, { outcomeId, kind: mark.kind, title: words(mark.title), unit: mark.unit, entries: [...mark.ours].slice(0, 3) }),
    );
  return outcomeId;
}

/** Enters them as Liverpool's desk, and what Shanghai's says of them. */
export async function loadExampleProjects({ database, people }: RegisterSetting): Promise<void> {
  const { liverpool, shanghai } = people;
  const entered = await as(database, liverpool.owner, async (work) => {
    const { entries } = must(await listOutcomes(work, { ownerOffice: liverpool.office, kind: 'project', limit: 200 }));
    if (entries.some((one) => one.title['en']?.text === title[0])) return null;
    const outcomeId = await enterProject(work, liverpool.office, await idsOfCities(work));
    for (const {
      title: named,
      stages: [first, ...more],
    } of offers) {
      const { id } = await recordExample(work, liverpool.office, {
        ...{ kind: 'offer_made', domain: null, title: words(named), entry: first === undefined ? null : stage(first) },
      });
      for (const next of more) must(await addEntry(work, { outcomeId: id, ...stage(next) }));
      await share(work, id, liverpool.office, shanghai.office);
    }
    await share(work, outcomeId, liverpool.office, shanghai.office);
    return outcomeId;
  });
  if (entered === null) return;
  await sayOfMarks({ database, people }, entered);
}

/** What there was no room for when a mark was added, and what the other side says. */
async function sayOfMarks({ database, people }: Pick<RegisterSetting, 'database' | 'people'>, outcomeId: Id<'Outcome'>): Promise<void> {
  for (const [side, of] of [
    ['liverpool', ({ ours }: MarkExample) => ours.slice(3)],
    ['shanghai', ({ theirs }: MarkExample) => theirs],
  ] as const)
    await as(database, people[side].owner, async (work) => {
      const { marks: known } = must(await getProjectPlan(work, { outcomeId }));
      const said = { outcomeId, confirmed: [READ_AT_ONCE] as [typeof READ_AT_ONCE] };
      for (const mark of marks) {
        const markId = known.find(({ title: named }) => named['en']?.text === mark.title[0])?.id;
        const entries = [...of(mark)];
        if (markId !== undefined && entries.length > 0)
          must(await enterMarkStatements(work, { ...said, markId, office: people[side].office, entries, visibility: 'shared' }));
      }
    });
}
