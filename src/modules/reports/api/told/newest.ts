// What was published last, of all that everybody may read, each with its day: stories of cities, outcomes, lessons, editions and their follow-through, snapshots of reports.
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { newestPublished } from '#modules/cities/api/profile/read-profile.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { newestLessons } from '#modules/matching/api/lessons/keep-lessons.ts';
import { publishedFollowThroughs } from '#modules/outcomes/api/follow-through/show-page.ts';
import { pageOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import type { Work } from '#platform/work.ts';
import { publishedSnapshots } from '../snapshots/published-snapshots.ts';
import type { Told } from '../../domain/told.ts';

const newestFirst = (a: { readonly on: string }, b: { readonly on: string }): number => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0);
const latest = (days: readonly string[]): string | undefined => days.toSorted().at(-1);

async function stories(work: Work, limit: number): Promise<readonly Told[]> {
  const entries = await newestPublished(work, limit);
  const cities = await citiesByIds(
    work,
    entries.map(({ cityId }) => cityId),
  );
  return entries.flatMap(({ id, kind, title, cityId, publishedAt }) => {
    const city = cities.get(cityId);
    return city === undefined ? [] : [{ id, kind, title, by: city.name, path: `/cities/${city.slug}`, on: publishedAt.toISOString() }];
  });
}

/** An outcome is as new as the last that is said of it. */
async function outcomes(work: Work, limit: number): Promise<readonly Told[]> {
  const { outcomes: found } = await pageOutcomes(work, { after: null, limit });
  return found.flatMap(({ id, title, entries, confirmations }) => {
    const on = latest([...entries, ...confirmations].map(({ enteredAt }) => enteredAt));
    return on === undefined ? [] : [{ id, kind: 'outcome' as const, title, by: null, path: `/outcomes/${id}`, on }];
  });
}

async function lessons(work: Work, limit: number): Promise<readonly Told[]> {
  return (await newestLessons(work, limit)).flatMap(({ id, title, learner, said }) => {
    const on = latest(said.flatMap(({ shown }) => (shown.first === null ? [] : [shown.first.enteredAt])));
    return on === undefined ? [] : [{ id, kind: 'lesson' as const, title, by: learner.name, path: `/cities/${learner.slug}`, on }];
  });
}

async function editions(work: Work, limit: number): Promise<readonly Told[]> {
  const found = await listEditions(work, { limit });
  if (!found.ok) return [];
  return found.value.entries.flatMap(({ id, slug, name, publishedAt }) =>
    publishedAt === null ? [] : [{ id, kind: 'edition' as const, title: name, by: null, path: `/editions/${slug}`, on: publishedAt }],
  );
}

async function followThroughs(work: Work, limit: number): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { editionId, publishedAt } of await publishedFollowThroughs(work, { limit })) {
    const edition = await findEdition(work, editionId);
    if (!edition.ok || publishedAt === null) continue;
    const { slug, name } = edition.value;
    const on = publishedAt.toISOString();
    // The edition itself has its id in the feed.
    told.push({
      id: `${editionId}#follow-through`,
      kind: 'follow_through',
      title: name,
      by: null,
      path: `/editions/${slug}/follow-through`,
      on,
    });
  }
  return told;
}

async function snapshots(work: Work, limit: number): Promise<readonly Told[]> {
  return (await publishedSnapshots(work, limit)).map(({ id, number, label, path, frozenAt }) => {
    const title = Object.fromEntries(
      Object.entries(label).map(([language, one]) => [language, { ...one, text: `${one.text} (${String(number)})` }]),
    );
    return { id, kind: 'snapshot' as const, title, by: null, path, on: frozenAt.toISOString() };
  });
}

/** The newest first. */
export async function newestTold(work: Work, limit: number): Promise<readonly Told[]> {
  const all = [await stories(work, limit), await outcomes(work, limit), await lessons(work, limit), await editions(work, limit)];
  all.push(await followThroughs(work, limit), await snapshots(work, limit));
  return all.flat().toSorted(newestFirst).slice(0, limit);
}
