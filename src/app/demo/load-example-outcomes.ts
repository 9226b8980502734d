// Invented outcomes of Liverpool's desk, called examples and shared with Shanghai's alone: what was confirmed, what is held differently, what came to nothing.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { addEntry } from '#modules/outcomes/api/add-entry.ts';
import { confirmStage } from '#modules/outcomes/api/confirm-stage.ts';
import { listOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import type { Work } from '#platform/work.ts';
import { as, must, words, type RegisterSetting } from './as-people.ts';

interface Example {
  readonly title: readonly [en: string, zh: string];
  readonly kind: 'deal' | 'project' | 'exchange';
  /** The stages it went through, in order, with what was stated. */
  readonly entries: readonly { readonly stage: Stage; readonly amount: string | null }[];
  /** What Shanghai's desk says of the last stage with an amount; null: nothing yet. */
  readonly answer: { readonly verdict: 'confirms' } | { readonly verdict: 'differs'; readonly amount: string } | null;
}

const examples: readonly Example[] = [
  {
    title: ['Example: sensors for quay walls (invented)', '示例：码头岸壁传感器（虚构）'],
    kind: 'deal',
    entries: [
      { stage: 'intended', amount: '250000' },
      { stage: 'signed', amount: '240000' },
    ],
    answer: { verdict: 'confirms' },
  },
  {
    title: ['Example: a joint training course (invented)', '示例：联合培训班（虚构）'],
    kind: 'project',
    entries: [{ stage: 'realised', amount: '60000' }],
    answer: { verdict: 'differs', amount: '54000' },
  },
  {
    title: ['Example: a concert that was called off (invented)', '示例：取消的音乐会（虚构）'],
    kind: 'exchange',
    entries: [
      { stage: 'intended', amount: '15000' },
      { stage: 'cancelled', amount: null },
    ],
    answer: null,
  },
];

const entryOf = ({ stage, amount }: Example['entries'][number]) => ({
  stage,
  amount,
  currency: amount === null ? null : 'GBP',
  count: null,
  qualifier: 'exact' as const,
  countQualifier: 'exact' as const,
  valueDate: null,
  note: null,
  saidBy: null,
  about: null,
});

async function enter(
  work: Work,
  example: Example,
  { office, other }: { readonly office: OfficeId; readonly other: OfficeId },
): Promise<Id<'Outcome'>> {
  const tie = must(await findTie(work, 'liverpool-gb--shanghai-cn'));
  const [first, ...more] = example.entries;
  const { id } = must(
    await recordOutcome(work, {
      office,
      kind: example.kind,
      extent: 'single',
      counted: null,
      title: words(example.title),
      fromCity: null,
      toCity: null,
      domain: null,
      occurred: null,
      note: null,
      partOf: null,
      parties: [],
      attributions: [{ subjectKind: 'tie', subjectId: tie.tieId, relation: 'related_to' }],
      entry: first === undefined ? null : entryOf(first),
    }),
  );
  for (const entry of more) must(await addEntry(work, { outcomeId: id, ...entryOf(entry) }));
  const { entries } = must(await listOutcomes(work, { ownerOffice: office, limit: 50 }));
  const expectedVersion = entries.find((outcome) => outcome.id === id)?.version ?? null;
  must(await setOutcomeAudience({ ...work, expectedVersion }, { outcomeId: id, visibility: 'shared', sharedWith: [other] }));
  return id;
}

/** Enters the examples as Liverpool's desk and answers them as Shanghai's. */
export async function loadExampleOutcomes({ database, people }: RegisterSetting): Promise<void> {
  const { liverpool, shanghai } = people;
  for (const example of examples) {
    const outcomeId = await as(database, liverpool.owner, async (work) => {
      const { entries } = must(await listOutcomes(work, { ownerOffice: liverpool.office, limit: 200 }));
      const known = entries.some(({ title }) => title['en']?.text === example.title[0]);
      return known ? null : enter(work, example, { office: liverpool.office, other: shanghai.office });
    });
    const { answer } = example;
    if (outcomeId === null || answer === null) continue;
    await as(database, shanghai.owner, async (work) => {
      const { entries } = must(await listOutcomes(work, { ownerOffice: liverpool.office, limit: 200 }));
      const figure = entries.find(({ id }) => id === outcomeId)?.figures.at(-1);
      if (figure === undefined) throw new Error('the example has no figure to answer');
      const stated =
        answer.verdict === 'differs'
          ? { amount: answer.amount, currency: 'GBP', count: null }
          : { amount: null, currency: null, count: null };
      must(
        await confirmStage(work, {
          outcomeId,
          office: shanghai.office,
          stage: figure.stage,
          verdict: answer.verdict,
          through: figure.through,
          ...stated,
          ...{ source: null, note: null, heldStage: null, heldParty: null, qualifier: 'exact', countQualifier: 'exact' },
          visibility: 'shared',
        }),
      );
    });
  }
}
