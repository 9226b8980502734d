// Who is suggested how often at an edition, what it costs to share the popular out, and who has nobody: for its organiser.
import { ok, type Result } from '#kernel/result.ts';
import { wholeDirectory } from '#modules/expos/api/list-directory.ts';
import { balanceOfEdition } from '#modules/matching/api/suggest.ts';
import type { Transact } from '#platform/work.ts';
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

/** As many as a person telephones; the figures count all. */
const mostNamed = 200;

export async function getBalance(transact: Transact, input: Asked<'getBalance'>): Promise<Result<Answer<'getBalance'>>> {
  const { editionId } = input;
  const gathered = await transact(async (work) => {
    const opened = await oversee(work, editionId);
    if (!opened.ok) return opened;
    const facts = await loadRoster(work, editionId);
    return ok({
      reader: work.actor.language,
      workedOut: work.now.toISOString(),
      slots: facts?.slots.length ?? 0,
      spoken: spokenIn(facts),
      most: Object.fromEntries(
        (facts?.participants ?? []).flatMap(({ id, maxMeetings }) => (maxMeetings === null ? [] : [[id, maxMeetings]])),
      ),
      entries: (await wholeDirectory(work, editionId))?.entries ?? [],
    });
  });
  if (!gathered.ok) return gathered;
  const { reader, workedOut, slots, spoken, most, entries } = gathered.value;
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
  if (entries.length === 0) return ok({ ...common, slots, points: [], smallCountries: 0, smallExhibitors: 0, without: [], remedies: [] });
  const found = await balanceOfEdition(transact, editionId, { slots, spoken, most });
  if (!found.ok) return found;
  const { points, without, unspoken, smallCountries, smallExhibitors } = found.value;
  const listings = new Map<string, (typeof entries)[number]>(entries.map((one) => [one.participantId, one]));
  const mute = unspoken.participants.map((participantId) => ({ participantId, why: 'language' as const }));
  const named = [...without, ...mute].slice(0, mostNamed).flatMap(({ participantId, why }) => {
    const one = listings.get(participantId);
    return one === undefined ? [] : [{ participant: participantRef({ ...one, id: participantId }), why }];
  });
  const remedies = unspoken.remedies.map(({ languages, helps }) => ({ languages: languageList(languages, reader), helps }));
  return ok({
    ...{ ...common, slots, smallCountries, smallExhibitors, without: named, remedies },
    points: points.map(({ named: times, ...point }) => ({ ...point, named: [...times] })),
  });
}
