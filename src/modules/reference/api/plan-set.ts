// The first half of an import: its file is read, its places are resolved, and what it would do to the set is kept for a person to look at.
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { geonamesOfCities } from '#modules/cities/api/record-reference-cities.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { listingsOfSet, pairsBesideSet } from '#modules/ties/api/set-listings.ts';
import type { Transact, Work } from '#platform/work.ts';
import { pairKey, type Standing } from '../domain/plan-import.ts';
import { ownPlaceKey } from '../domain/read-table.ts';
import type { Answer, Judged } from '../domain/resolution.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { ImportRecord, ImportStep, Sample, SampledPlace, SetRecord } from '../domain/set.ts';
import type { WrittenSet } from '../domain/written.ts';
import { planOf, setIn } from '../formats/reference-files.ts';
import type { Planned } from '../formats/thread-requests.ts';
import { loadAnswers, loadKnownItems, loadSayings, replacePlaces, replaceProblems, type FoundPlace } from '../store/findings.ts';
import { loadFiles, moveImport, savePlan, type StoredFile } from '../store/imports.ts';
import { openImportForChange } from './find-set.ts';
import { resolvePlaces, type ResolvedSet } from './resolve-places.ts';

/** What an import that is at work is given to work with. */
export interface AtWork {
  readonly transact: Transact;
  /** Tells where the import is; false when it is to stop. */
  readonly tell: (step: ImportStep, done?: number, of?: number) => Promise<boolean>;
}

interface Prepared {
  readonly found: ImportRecord;
  readonly set: SetRecord;
  readonly scope: ImportScope;
  readonly files: readonly StoredFile[];
  readonly answers: ReadonlyMap<string, Answer>;
}

async function prepare(work: Work, importId: string): Promise<Result<Prepared>> {
  const opened = await openImportForChange(work, importId);
  if (!opened.ok) return opened;
  const { found, set, scope } = opened.value;
  if (found.state !== 'reading') return refuse({ kind: 'conflict', code: 'reference.import_moved_on' });
  const answers = new Map(await loadAnswers(work.tx, set.id));
  if (found.mapping.ownCity !== null) answers.set(ownPlaceKey, { city: found.mapping.ownCity });
  return ok({ found, set, scope, files: await loadFiles(work.tx, found.filesOf), answers });
}

/** What the set holds now, and what is known besides. */
async function held(work: Work, { set }: Prepared) {
  const listings = await listingsOfSet(work, set.id);
  const sayings = await loadSayings(work.tx, set.id);
  const standing = listings.map(({ tieId, pair, listedBy, rows, importId }): Standing => ({
    ...pair,
    ...{ listedBy, rows, importId, said: sayings.get(tieId)?.said ?? [] },
  }));
  return ok({ standing, beside: await pairsBesideSet(work, set.id) });
}

/** Pairs of places that are tied elsewhere, by their numbers: evidence for names that are told apart by nothing else. */
async function knownTies(work: Work, pairs: readonly { readonly a: TieCityId; readonly b: TieCityId }[]) {
  const numbers = await geonamesOfCities(work, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  return ok(
    pairs.flatMap(({ a, b }): readonly (readonly [number, number])[] => {
      const [one, other] = [numbers.get(a), numbers.get(b)];
      return one === undefined || other === undefined ? [] : [[one, other]];
    }),
  );
}

const foundPlace = (
  { place, match, resolved }: Judged,
  { places }: { readonly places: ReadonlyMap<number, { readonly country: string }> },
): FoundPlace => {
  const geonamesId = resolved.numbered === undefined ? (match?.geonamesId ?? null) : resolved.numbered.geonamesId;
  return {
    key: place.key,
    name: place.name,
    countryWritten: place.country,
    country: resolved.numbered?.country ?? (geonamesId === null ? undefined : places.get(geonamesId)?.country) ?? match?.country ?? 'ZZ',
    latitude: place.latitude,
    longitude: place.longitude,
    wikidataId: place.wikidataId,
    geonamesId: resolved.by === 'as_written' ? null : geonamesId,
    cityId: resolved.cityId,
    matchedBy: resolved.by,
    score: match?.score ?? 1,
    reasons: match?.reasons ?? [],
    alternatives: match?.alternatives ?? [],
    rows: place.rows,
  };
};

/** Ties that the file no longer holds are of cities that it does not name. */
async function calledAsOnRecord(work: Work, samples: readonly Sample[]): Promise<readonly Sample[]> {
  const unnamed = samples.flatMap(({ a, b }) => [a, b].flatMap(({ name, cityId }) => (name === '' ? [cityId] : [])));
  const cities = await citiesByIds(work, unnamed);
  const called = (place: SampledPlace): SampledPlace => {
    const city = place.name === '' ? cities.get(place.cityId) : undefined;
    if (city === undefined) return place;
    return { ...place, name: (city.name['en'] ?? Object.values(city.name)[0])?.text ?? '', country: city.country };
  };
  return samples.map((sample) => ({ ...sample, a: called(sample.a), b: called(sample.b) }));
}

async function keep(work: Work, { found, scope, set }: Prepared, resolved: ResolvedSet, planned: Planned): Promise<Result<null>> {
  const places = new Map(resolved.places.map((place) => [place.geonamesId, place]));
  await replacePlaces(
    work.tx,
    scope,
    found.id,
    resolved.judged.filter(({ place }) => place.rows.length > 0).map((judged) => foundPlace(judged, { places })),
  );
  await replaceProblems(work.tx, scope, found.id, planned.problems);
  await savePlan(work.tx, scope, found.id, planned.packed);
  const { counts, digest } = planned;
  const samples = await calledAsOnRecord(work, planned.samples);
  const preview = { counts, samples, digest, plannedOn: set.currentImport };
  const moved = await moveImport(work.tx, scope, found.id, { from: ['reading'], to: 'previewed', preview, failure: null });
  return moved ? ok(null) : refuse({ kind: 'conflict', code: 'reference.import_moved_on' });
}

const stopped = refuse<Refusal>({ kind: 'conflict', code: 'reference.import_stopped' });

async function readFiles({ files, found }: Prepared): Promise<Result<WrittenSet>> {
  const [file, names] = [files.find(({ place }) => place === 0), files.find(({ place }) => place === 1)];
  if (file === undefined) return refuse({ kind: 'not_found', code: 'reference.import_not_found' });
  return setIn(file, names ?? null, found.mapping);
}

/** An item without a name is called as an earlier import named it: a file of one entity says of its partners the numbers alone. */
async function named(work: Work, set: WrittenSet): Promise<Result<WrittenSet>> {
  const unnamed = set.places.flatMap(({ name, wikidataId }) => (name === '' && wikidataId !== null ? [wikidataId] : []));
  const known = await loadKnownItems(work.tx, unnamed);
  if (known.size === 0) return ok(set);
  const places = set.places.map((place) => {
    const item = place.name === '' && place.wikidataId !== null ? known.get(place.wikidataId) : undefined;
    if (item === undefined) return place;
    const country = place.country ?? (item.country === 'ZZ' ? null : item.country);
    const position = place.latitude === null ? { latitude: item.latitude, longitude: item.longitude } : {};
    return { ...place, ...position, name: item.name, country, geonamesId: place.geonamesId ?? item.geonamesId };
  });
  return ok({ ...set, places });
}

/**
 * Reads and compares an import that is in state `reading`, and leaves it as `previewed`. Refuses what is wrong with the file as a whole,
 * and `reference.import_stopped` when it was asked to stop.
 */
export async function planSet({ transact, tell }: AtWork, importId: string): Promise<Result<null>> {
  const prepared = await transact((work) => prepare(work, importId));
  if (!prepared.ok) return prepared;
  const { answers, found } = prepared.value;
  if (!(await tell('reading'))) return stopped;
  const read = await readFiles(prepared.value);
  if (!read.ok) return read;
  const written = await transact((work) => named(work, read.value));
  if (!written.ok) return written;
  const rows = written.value.rows;
  if (!(await tell('matching', 0, written.value.places.length))) return stopped;
  const holding = await transact((work) => held(work, prepared.value));
  if (!holding.ok) return holding;
  const { standing, beside } = holding.value;
  const known = await transact((work) => knownTies(work, beside));
  if (!known.ok) return known;
  const resolved = await resolvePlaces(transact, { set: written.value, answers, knownTies: known.value });
  if (!resolved.ok) return resolved;
  if (!(await tell('comparing', 0, rows))) return stopped;
  const { judged, called, places, items, written: asWritten, duplicates, far } = resolved.value;
  const set = { ...written.value, problems: [...written.value.problems, ...duplicates] };
  const question = { written: set, judged, standing, elsewhere: new Set(beside.map(pairKey)), whole: found.mapping.whole };
  const planned = await planOf(question, called, { places, written: asWritten, items, far });
  if (!planned.ok) return planned;
  if (!(await tell('keeping', 0, rows))) return stopped;
  return transact((work) => keep(work, prepared.value, resolved.value, planned.value));
}
