// Topics of an edition: reading the list, setting it, and whether somebody names one that is not on it.
import { holds } from '#kernel/actor.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { EntryDetails } from '#modules/organisations/domain/entry.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { EditionId, EditionRecord } from '../domain/edition.ts';
import type { Market } from '../domain/topic.ts';
import { countChange } from '../store/editions.ts';
import { deleting, removing } from '../store/faults.ts';
import { countNaming, listTopicRows, replaceTopicRows } from '../store/topics.ts';
import { findEdition, openCurrent, type OpenEdition } from './edition/open-edition.ts';

/** As far as the actor may see the edition; how many name each is the organiser's. */
export async function listTopics(work: Work, input: Asked<'listTopics'>): Promise<Result<Answer<'listTopics'>>> {
  const edition = await findEdition(work, input.editionId);
  return edition.ok ? ok(await shownTopics(work, edition.value)) : edition;
}

async function shownTopics(work: Work, { id: editionId, organiser, version }: EditionRecord): Promise<Answer<'listTopics'>> {
  const topics = await listTopicRows(work.tx, editionId);
  const named = holds(work.actor, organiser, 'viewer') ? await countNaming(work.tx, editionId) : null;
  return {
    version,
    entries: topics.map(({ id, name }) => ({ id, name: { ...name }, named: named === null ? null : (named.get(id) ?? 0) })),
  };
}

const wordsOf = (name: Asked<'replaceTopics'>['topics'][number]['name']): readonly string[] =>
  Object.entries(name).map(([tag, { text }]) => `${tag} ${text.toLowerCase()}`);

/** Topics that another of the list is called as already: one word names one thing. */
function twice(topics: Asked<'replaceTopics'>['topics']): readonly Problem[] {
  const seen = new Set<string>();
  return topics.flatMap(({ name }, at): readonly Problem[] => {
    const words = wordsOf(name);
    const known = words.some((word) => seen.has(word));
    for (const word of words) seen.add(word);
    return known ? [{ path: ['topics', at, 'name'], code: 'expos.topic_twice' }] : [];
  });
}

/** The same as part of a larger use case, which counts the change and writes the audit entry. */
export async function setTopics(
  work: Work,
  { scope, record }: OpenEdition,
  list: Asked<'replaceTopics'>['topics'],
): Promise<Result<unknown>> {
  const known = new Set((await listTopicRows(work.tx, record.id)).map(({ id }) => id));
  const ids = list.flatMap(({ id }) => id ?? []);
  const strange = list.flatMap(({ id }, at): readonly Problem[] =>
    id === undefined || (known.has(id) && ids.indexOf(id) === ids.lastIndexOf(id))
      ? []
      : [{ path: ['topics', at, 'id'], code: 'expos.topic_unknown' }],
  );
  const problems = [...strange, ...twice(list)];
  if (problems.length > 0) return refuseInput(problems);
  const topics = list.map(({ id, name }) => ({ id: id ?? work.newId<'Topic'>(), name }));
  return deleting(() => removing('topic', () => replaceTopicRows(work.tx, scope, topics)));
}

/** Sets the list. Refuses all problems at once: ids of another list, words that stand twice; `expos.topic_in_use` for one that somebody names. */
export async function replaceTopics(work: Work, input: Asked<'replaceTopics'>): Promise<Result<Answer<'replaceTopics'>>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, record } = opened.value;
  const written = await setTopics(work, opened.value, input.topics);
  if (!written.ok) return written;
  const { version } = await countChange(work.tx, scope, work.now);
  await audit(work, { useCase: 'replace-topics', office: scope.office, subjects: [record.id], fields: ['topics'] });
  return ok(await shownTopics(work, { ...record, version }));
}

/** Topics that are named and not of the edition. */
export async function topicProblems(
  work: Work,
  editionId: EditionId,
  facts: Pick<Market, 'offerTopics' | 'needTopics'>,
): Promise<readonly Problem[]> {
  if (facts.offerTopics.length + facts.needTopics.length === 0) return [];
  const known = new Set((await listTopicRows(work.tx, editionId)).map(({ id }) => id));
  return (['offerTopics', 'needTopics'] as const).flatMap((field) =>
    facts[field].every((id) => known.has(id)) ? [] : [{ path: [field], code: 'expos.topic_unknown' }],
  );
}

const shownDetails = (details: EntryDetails | null) =>
  details === null
    ? null
    : {
        ...details,
        title: details.title === null ? null : { ...details.title },
        goals: [...details.goals],
        places: [...details.places],
      };

/** As it is handed out. */
export const shownMarket = ({ offerTopics, needTopics, markets, size, offerDetails, needDetails }: Market) => ({
  ...{ offerTopics: [...offerTopics], needTopics: [...needTopics], markets: [...markets], size },
  ...{ offerDetails: shownDetails(offerDetails), needDetails: shownDetails(needDetails) },
});
