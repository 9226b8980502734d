// Imports as they stand, what they found, and a person's answers to it.
import { forbidden, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { holds } from '#kernel/actor.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { placesToAdd, tellPlaces } from '#modules/cities/api/locate/find-places.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answered, Asked } from '../contract.ts';
import { loadAnswers, pageOfPlaces, pageOfProblems, saveAnswer } from '../store/findings.ts';
import { findImport, forgetDigest, pageOfImports } from '../store/imports.ts';
import { openImportForChange, seeImport, seeSet } from './find-set.ts';
import { byId, cutPage, readCursor, readNumber } from '#kernel/pages.ts';
import { showImport, type ShownImport } from './show-set.ts';

interface Page<T> {
  readonly entries: readonly T[];
  readonly nextCursor: string | null;
}

/** Imports into a set, the last first; to members of its office alone. */
export async function listReferenceImports(
  work: Work,
  { setId, cursor, limit }: Asked<'listReferenceImports'>,
): Promise<Result<Page<ShownImport>>> {
  const set = await seeSet(work, setId);
  if (!set.ok) return set;
  if (!holds(work.actor, set.value.office, 'viewer')) return refuse(forbidden);
  const before = readCursor<'ReferenceImport'>(cursor);
  if (!before.ok) return before;
  const found = await pageOfImports(work.tx, { setId: set.value.id, before: before.value, limit });
  const { entries, nextCursor } = cutPage(found, limit, byId);
  return ok({ entries: entries.map((entry) => showImport(entry, set.value)), nextCursor });
}

/** Refuses `reference.import_not_found`. */
export async function getReferenceImport(work: Work, { importId }: Asked<'getReferenceImport'>): Promise<Result<ShownImport>> {
  const found = await seeImport(work, importId);
  if (!found.ok) return found;
  const set = await seeSet(work, found.value.setId);
  return set.ok ? ok(showImport(found.value, set.value)) : set;
}

/** What is wrong with rows of an import, in the order of its rows. */
export async function listReferenceProblems(
  work: Work,
  { importId, code, outcome, cursor, limit }: Asked<'listReferenceProblems'>,
): Promise<Result<Page<Answered<'listReferenceProblems'>['entries'][number]>>> {
  const found = await seeImport(work, importId);
  if (!found.ok) return found;
  const after = readNumber(cursor);
  if (!after.ok) return after;
  const filter = { importId: found.value.id, code: code ?? null, outcome: outcome ?? null, after: after.value, limit };
  const { entries, nextCursor } = cutPage(await pageOfProblems(work.tx, filter), limit, ({ number }) => String(number));
  return ok({ entries: entries.map((entry) => ({ ...entry, rows: [...entry.rows], params: { ...entry.params } })), nextCursor });
}

type ShownPlace = Answered<'listReferencePlaces'>['entries'][number];

/** The key of the page before may hold any sign: it travels as base64. */
const placeCursor = (key: string): string => Buffer.from(key, 'utf8').toString('base64url').slice(0, 500);

/** Written places of an import and what they are taken for, by key. */
export async function listReferencePlaces(
  work: Work,
  { importId, matchedBy, key, cursor, limit }: Asked<'listReferencePlaces'>,
): Promise<Result<Page<ShownPlace>>> {
  const found = await seeImport(work, importId);
  if (!found.ok) return found;
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8').replaceAll('\0', '');
  const filter = { importId: found.value.id, matchedBy: matchedBy ?? null, key: key ?? null, after, limit };
  const { entries, nextCursor } = cutPage(await pageOfPlaces(work.tx, filter), limit, (place) => placeCursor(place.key));
  const answers = await loadAnswers(work.tx, found.value.setId);
  const shown = entries.map((place): ShownPlace => ({
    ...place,
    reasons: place.reasons.map(({ code, params }) => ({ code, ...(params === undefined ? {} : { params: { ...params } }) })),
    alternatives: place.alternatives.map((other) => ({ ...other })),
    rows: [...place.rows],
    answer: answers.get(place.key) ?? null,
  }));
  return ok({ entries: shown, nextCursor });
}

/** The same; where one place is asked about, what it may be is told with what tells it from others of its name. */
export async function listPlacesTold(transact: Transact, input: Asked<'listReferencePlaces'>): Promise<Result<Page<ShownPlace>>> {
  const page = await transact((work) => listReferencePlaces(work, input));
  if (!page.ok || input.key === undefined) return page;
  const numbers = page.value.entries.flatMap(({ alternatives }) => alternatives.map(({ geonamesId }) => geonamesId));
  const asking = await transact((work) => Promise.resolve(ok(work.actor.language)));
  if (!asking.ok) return asking;
  const told = numbers.length === 0 ? ok([]) : await tellPlaces(numbers, asking.value);
  if (!told.ok) return told;
  const places = new Map(told.value.map((place) => [place.geonamesId, place]));
  const tell = (other: ShownPlace['alternatives'][number]) => {
    const { name = other.name, region = other.region, near } = places.get(other.geonamesId) ?? {};
    return { ...other, name, ...(region === undefined ? {} : { region }), ...(near === undefined ? {} : { near: { ...near } }) };
  };
  return ok({ ...page.value, entries: page.value.entries.map((place) => ({ ...place, alternatives: place.alternatives.map(tell) })) });
}

/** Whether the gazetteer holds the place that is meant; before the transaction, as it takes a moment. */
export async function placeAnswered(_transact: Transact, { answer }: Asked<'answerReferencePlace'>): Promise<Result<boolean>> {
  if (answer === null || !('geonamesId' in answer)) return ok(true);
  const places = await placesToAdd([answer.geonamesId]);
  return places.ok ? ok(places.value.length > 0) : places;
}

/**
 * Says which city a written place is, for this and later imports of the set; null takes the answer back. It counts when the file is read
 * again. Refuses places and cities that do not exist.
 */
export async function answerReferencePlace(
  work: Work,
  { importId, key, answer }: Asked<'answerReferencePlace'>,
  isKnown: boolean,
): Promise<Result<ShownImport>> {
  const opened = await openImportForChange(work, importId);
  if (!opened.ok) return opened;
  const { found, set, scope } = opened.value;
  const [place] = await pageOfPlaces(work.tx, { importId: found.id, matchedBy: null, key, after: null, limit: 1 });
  if (place === undefined) return refuseInput([{ path: ['key'], code: 'reference.place_not_found' }]);
  if (!isKnown) return refuseInput([{ path: ['answer', 'geonamesId'], code: 'cities.geonames_unknown' }]);
  if (answer !== null && 'city' in answer && (await citiesByIds(work, [answer.city])).size === 0)
    return refuseInput([{ path: ['answer', 'city'], code: 'cities.not_found' }]);
  await saveAnswer(work.tx, scope, { setId: set.id, key, answer: answer, now: work.now });
  await forgetDigest(work.tx, scope, found.id);
  await audit(work, { useCase: 'answer-reference-place', office: set.office, subjects: [set.id, found.id], fields: ['answer'] });
  const now = await findImport(work.tx, found.id);
  if (now === null) throw new Error('an import vanished while it was answered');
  return ok(showImport(now, set));
}
