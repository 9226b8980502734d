// Ties that a set lists: looked through, and taken into an office's own register with the set's source.
import type { OfficeId } from '#kernel/ids.ts';
import { holds } from '#kernel/actor.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { listCities } from '#modules/cities/api/list-cities.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { enterStatements, type StatementEntry } from '#modules/evidence/api/enter-statements.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { keepPairs, keptAmong, mayKeep } from '#modules/ties/api/keep-tie.ts';
import { doubtsOfListings, listingsOfTies, listListings, type ListingScope } from '#modules/ties/api/set-listings.ts';
import { slugOf } from '#modules/ties/domain/naming.ts';
import type { TieCityId, TieId } from '#modules/ties/domain/tie.ts';
import type { Work } from '#platform/work.ts';
import type { Answered, Asked } from '../contract.ts';
import type { SetRecord, TakingId } from '../domain/set.ts';
import { mayTakeOver } from '../policy.ts';
import { loadOpenSayings, loadSayings } from '../store/findings.ts';
import { insertTaking } from '../store/takings.ts';
import { seeSet } from './find-set.ts';
import { byId, cutPage, readNumberedId } from '#kernel/pages.ts';
import { statementsOfSaid } from './said-statements.ts';

/** Cities of a name at most: as many as a search finds. */
const MOST_NAMED = 200;

type ListedTie = Answered<'listReferenceTies'>['entries'][number];

const showCity = ({ id, slug, name, country }: NamedCity) => ({ id, slug, name: { ...name }, country });

/** The set that is looked through, and among which of its ties. Refuses `reference.set_not_found`, `kernel.forbidden`. */
async function lookThrough(
  work: Work,
  { setId, q = '', ...asked }: Asked<'countReferenceTies'>,
): Promise<Result<{ readonly set: SetRecord; readonly scope: ListingScope }>> {
  const set = await seeSet(work, setId);
  if (!set.ok) return set;
  const office = asked.office ?? null;
  // Whether another office keeps a tie is told to its members alone.
  if (office !== null && !holds(work.actor, office, 'viewer')) return refuse(forbidden);
  const named = q === '' ? null : await listCities(work, { q, limit: MOST_NAMED });
  if (named?.ok === false) return named;
  const scope = {
    ...{ setId: set.value.id, sourceId: set.value.sourceId, office, country: asked.country ?? null },
    city: (asked.city ?? null) as TieCityId | null,
    among: named === null ? null : named.value.entries.map(({ id }) => id),
    tie: (asked.tie ?? null) as TieId | null,
  };
  return ok({ set: set.value, scope });
}

/** How many ties a set lists, and how many of them are doubtful; whether they are kept is counted for an office that asks. */
export async function countReferenceTies(work: Work, asked: Asked<'countReferenceTies'>): Promise<Result<Answered<'countReferenceTies'>>> {
  const looked = await lookThrough(work, asked);
  if (!looked.ok) return looked;
  const { scope } = looked.value;
  const counts = await doubtsOfListings(work, scope);
  return ok({ ...counts, not_kept: scope.office === null ? null : counts.not_kept });
}

/** Ties that a set lists, as far as the actor may see them; ties of cities that may not be shown are left out. */
export async function listReferenceTies(
  work: Work,
  { only, cursor, limit, ...asked }: Asked<'listReferenceTies'>,
): Promise<Result<{ entries: ListedTie[]; nextCursor: string | null }>> {
  const looked = await lookThrough(work, asked);
  if (!looked.ok) return looked;
  const { set, scope } = looked.value;
  const place = readNumberedId(cursor);
  if (!place.ok) return place;
  const after = place.value === null ? null : { row: place.value.number, tieId: place.value.id as TieId };
  const doubt = only === 'not_kept' && scope.office === null ? null : (only ?? null);
  const found = await listListings(work, { ...scope, only: doubt, after, limit });
  const { entries, nextCursor } = cutPage(found, limit, ({ rows: [row = 0], tieId }) => `${row}.${tieId}`);
  const cities = await citiesByIds(
    work,
    entries.flatMap(({ pair }) => [pair.a, pair.b]),
  );
  const ties = entries.map(({ tieId }) => tieId);
  const { office } = scope;
  const kept = office === null ? null : await keptAmong(work, office, ties);
  const sayings = await loadSayings(work.tx, set.id, ties);
  const openly = sayings.size > 0 ? null : await loadOpenSayings(work.tx, set.id, ties);
  const shown = entries.flatMap(({ tieId, pair, listedBy, rows }): readonly ListedTie[] => {
    const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
    if (a === undefined || b === undefined) return [];
    const said = (sayings.get(tieId)?.said ?? openly?.get(tieId) ?? []).map(({ since, until, classCode, note }) => ({
      since,
      until,
      classCode,
      note,
    }));
    return [
      {
        ...{ tieId, slug: slugOf(a, b), cities: { a: showCity(a), b: showCity(b) }, listedBy, rows: [...rows], said },
        isKept: kept === null ? null : kept.has(tieId),
        mayTake: office === null ? null : mayKeep(office, [a, b]),
      },
    ];
  });
  return ok({ entries: shown, nextCursor });
}

interface Chosen {
  readonly tieId: TieId;
  readonly pair: { readonly a: TieCityId; readonly b: TieCityId };
}

/** The set's source as the office's own: an office cites no other office's sources. */
async function sourceOf(work: Work, set: SetRecord, office: OfficeId) {
  const source = (await citedSources(work, [set]))(set);
  const { passage = null, place = null } = source ?? {};
  if (office === set.office) return { sourceId: set.sourceId, passage, place };
  const { class: sourceClass = 'unknown' as const, publisher = null, address = null, date = null } = source ?? {};
  const title = source?.title ?? Object.values(set.name)[0]?.text ?? '';
  const { licence, credit } = set;
  return { class: sourceClass, title, publisher, address, date, licence, credit, passage, place, isAnother: true };
}

/** What the set says of ties that are taken over, as the office's own private statements. */
async function enterSaid(
  work: Work,
  {
    set,
    office,
    ties,
    takingId,
  }: { readonly set: SetRecord; readonly office: OfficeId; readonly ties: readonly Chosen[]; readonly takingId: TakingId },
): Promise<Result<readonly string[]>> {
  const source = await sourceOf(work, set, office);
  // The words of the set are its office's; others take over that it lists the tie, and as what.
  const sayings = await loadSayings(
    work.tx,
    set.id,
    ties.map(({ tieId }) => tieId),
  );
  const entries = ties.flatMap(({ tieId }): readonly StatementEntry[] => {
    const said = sayings.get(tieId)?.said ?? [];
    const classed = said.some(({ classCode }) => classCode !== null) || set.classCode === null;
    const asClass = { subject: { kind: 'tie' as const, id: tieId }, attribute: 'class', source };
    return [
      ...statementsOfSaid(tieId, said, { source, terms: set }),
      ...(classed || set.classCode === null ? [] : [{ ...asClass, value: { type: 'code' as const, code: set.classCode } }]),
    ];
  });
  if (entries.length === 0) return ok([]);
  const entered = await enterStatements(work, { office, entries, batchId: takingId });
  return entered.ok ? ok(entered.value.map(byId)) : entered;
}

/**
 * Takes ties of a set into an office's register. Those that it keeps already stay as they are; those that are none of its cities' or that
 * the set does not list are told.
 */
export async function adoptReferenceTies(work: Work, input: Asked<'adoptReferenceTies'>): Promise<Result<Answered<'adoptReferenceTies'>>> {
  const set = await seeSet(work, input.setId);
  if (!set.ok) return set;
  const office = input.office;
  const scope = mayTakeOver(work.actor, office);
  if (!scope.ok) return scope;
  const tieIds = [...new Set(input.tieIds as TieId[])];
  const listed = new Map((await listingsOfTies(work, set.value.id, tieIds)).map((listing) => [listing.tieId, listing.pair]));
  const kept = await keptAmong(work, office, tieIds);
  const cities = await citiesByIds(
    work,
    [...listed.values()].flatMap(({ a, b }) => [a, b]),
  );
  const refused: { tieId: string; code: string }[] = [];
  const chosen: Chosen[] = [];
  for (const tieId of tieIds) {
    const pair = listed.get(tieId);
    const both = pair === undefined ? [] : [cities.get(pair.a), cities.get(pair.b)].filter((city) => city !== undefined);
    if (pair === undefined || both.length < 2) refused.push({ tieId, code: 'reference.tie_not_listed' });
    else if (kept.has(tieId)) continue;
    else if (!mayKeep(office, both)) refused.push({ tieId, code: 'ties.not_your_city' });
    else chosen.push({ tieId, pair });
  }
  const takingId = work.newId<'Taking'>();
  const keeping = await keepPairs(work, { office, pairs: chosen.map(({ pair }) => pair), broughtBy: takingId });
  if (!keeping.ok) return keeping;
  const said = await enterSaid(work, { set: set.value, office, ties: chosen, takingId });
  if (!said.ok) return said;
  const taking = { id: takingId, setId: set.value.id, ties: chosen.length, takenAt: work.now };
  if (chosen.length > 0) await insertTaking(work.tx, scope.value, taking);
  const subjects = [set.value.id, ...chosen.map(({ tieId }) => tieId), ...said.value];
  await audit(work, { useCase: 'adopt-reference-ties', office, subjects, fields: [] });
  return ok({
    takingId: chosen.length > 0 ? takingId : null,
    kept: chosen.map(({ tieId }) => tieId),
    already: tieIds.filter((tieId) => kept.has(tieId)),
    refused,
  });
}
