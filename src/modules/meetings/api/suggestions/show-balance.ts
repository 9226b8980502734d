// Who is suggested how often at an edition, what it costs to share the popular out, and who has nobody: for its organiser.
import { ok, type Result } from '#kernel/result.ts';
import { wholeDirectory } from '#modules/expos/api/list-directory.ts';
import { companiesReached } from '#modules/expos/api/letters/suggestion-letters.ts';
import { balanceOfEdition, standingOfEdition, type Standings } from '#modules/matching/api/suggest.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { loadRoster } from '../edition-facts.ts';
import { languageList } from '../../domain/planning/sentences.ts';
import type { EditionFacts } from '../../domain/edition-facts.ts';
import { oversee } from '../open-edition.ts';
import { participantRef } from '../show-refs.ts';

/** Languages as its organiser holds them. */
const spokenIn = (facts: EditionFacts | null) => ({
  of: Object.fromEntries((facts?.participants ?? []).map(({ id, languages }) => [id, languages])),
  interpreters: (facts?.interpreters ?? []).map(({ languages }) => languages),
});

/** What the lists are counted with, for whoever may look at all of an edition. */
async function gather(work: Work, editionId: string) {
  const opened = await oversee(work, editionId);
  if (!opened.ok) return opened;
  const facts = await loadRoster(work, editionId);
  return ok({
    hall: {
      slots: facts?.slots.length ?? 0,
      spoken: spokenIn(facts),
      most: Object.fromEntries(
        (facts?.participants ?? []).flatMap(({ id, maxMeetings }) => (maxMeetings === null ? [] : [[id, maxMeetings]])),
      ),
    },
    entries: (await wholeDirectory(work, editionId))?.entries ?? [],
  });
}

export async function getBalance(transact: Transact, input: Asked<'getBalance'>): Promise<Result<Answer<'getBalance'>>> {
  const { editionId } = input;
  const gathered = await transact(async (work) => {
    const found = await gather(work, editionId);
    return found.ok ? ok({ ...found.value, reader: work.actor.language, workedOut: work.now.toISOString() }) : found;
  });
  if (!gathered.ok) return gathered;
  const { reader, workedOut, hall, entries } = gathered.value;
  const [exhibitors, buyers] = (['exhibitor', 'buyer'] as const).map((role) => entries.filter((one) => one.role === role).length);
  const topics = new Map<string, { topicId: string; sought: number; offered: number }>();
  const topicOf = (topicId: string) => {
    const known = topics.get(topicId) ?? { topicId, sought: 0, offered: 0 };
    topics.set(topicId, known);
    return known;
  };
  for (const { needTopics, offerTopics } of entries) {
    for (const id of needTopics) topicOf(id).sought += 1;
    for (const id of offerTopics) topicOf(id).offered += 1;
  }
  const common = { exhibitors: exhibitors ?? 0, buyers: buyers ?? 0, topics: [...topics.values()], workedOut, isWorking: false };
  if (entries.length === 0)
    return ok({ ...common, slots: hall.slots, points: [], smallCountries: 0, smallExhibitors: 0, without: [], remedies: [] });
  const found = await balanceOfEdition(transact, editionId, hall);
  if (!found.ok) return found;
  const { points, unspoken, smallCountries, smallExhibitors } = found.value;
  const remedies = unspoken.remedies.map(({ languages, helps }) => ({ languages: languageList(languages, reader), helps }));
  const without = Map.groupBy(causesOf(found.value), ({ why }) => why);
  return ok({
    ...{ ...common, slots: hall.slots, smallCountries, smallExhibitors, remedies },
    without: [...without].map(([why, { length: count }]) => ({ why, count })),
    points: points.map(({ named: times, ...point }) => ({ ...point, named: [...times] })),
  });
}

/** Everybody for whom the slider does nothing, once for each cause. */
const causesOf = ({ without, unspoken }: Pick<Standings, 'without' | 'unspoken'>) => [
  ...without,
  ...unspoken.participants.map((participantId) => ({ participantId, why: 'language' as const })),
];

/** The figures of a place of the slider by name, in the order of the list of all; with the letter that each would get, for those who may write. */
export async function listStanding(
  transact: Transact,
  { editionId, share }: Asked<'listStanding'>,
): Promise<Result<Answer<'listStanding'>>> {
  const gathered = await transact(async (work) => {
    const found = await gather(work, editionId);
    if (!found.ok) return found;
    const reached = await companiesReached(work, editionId);
    return ok({ ...found.value, letters: new Map(reached.ok ? reached.value.map((one) => [one.participantId, one]) : []) });
  });
  if (!gathered.ok) return gathered;
  const { hall, entries, letters } = gathered.value;
  if (entries.length === 0) return ok({ entries: [] });
  const found = await standingOfEdition(transact, editionId, hall, share);
  if (!found.ok) return found;
  const byId = new Map(found.value.standing.map((one) => [one.participantId, one]));
  const causes = Map.groupBy(causesOf(found.value), ({ participantId }) => participantId);
  return ok({
    entries: entries.flatMap((one) => {
      const { participantId: id } = one;
      const [known, letter] = [byId.get(id), letters.get(id)];
      const where = [...(known?.standings ?? []), ...(causes.get(id) ?? []).map(({ why }) => why)];
      if (where.length === 0) return [];
      const participant = participantRef({ ...one, id });
      return [{ participant, standings: where, named: known?.named ?? 0, state: letter?.state ?? null, due: letter?.due ?? null }];
    }),
  });
}
