// Sets and imports as their readers see them.
import { holds } from '#kernel/actor.ts';
import { nameOf, nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { countOfListings } from '#modules/ties/api/set-listings.ts';
import type { Work } from '#platform/work.ts';
import type { Answered } from '../contract.ts';
import { missingIn } from '../domain/mapping.ts';
import type { ImportRecord, SetRecord } from '../domain/set.ts';
import { loadEnds } from '../store/imports.ts';

export type ShownSet = Answered<'getReferenceSet'>;
export type ShownImport = Answered<'getReferenceImport'>;

/** Any number of sets in a handful of queries. */
export async function showSets(work: Work, sets: readonly SetRecord[]): Promise<readonly ShownSet[]> {
  const names = await nameOffices(
    work,
    sets.map(({ office }) => office),
  );
  const sourceOf = await citedSources(work, sets);
  const counts = await countOfListings(
    work,
    sets.map(({ id }) => id),
  );
  const endedAt = await loadEnds(
    work.tx,
    sets.flatMap(({ currentImport }) => currentImport ?? []),
  );
  return sets.map((set) => ({
    id: set.id,
    version: set.version,
    office: { id: set.office, name: { ...nameOf(names, set.office) } },
    name: { ...set.name },
    source: sourceOf(set),
    licence: set.licence,
    licenceAddress: set.licenceAddress,
    credit: set.credit,
    classCode: set.classCode,
    isPublic: set.visibility === 'public',
    openness: set.openness,
    openProgress: set.openProgress,
    ties: counts.get(set.id)?.ties ?? 0,
    cities: counts.get(set.id)?.cities ?? 0,
    currentImport: holds(work.actor, set.office, 'viewer') ? set.currentImport : null,
    importedAt: endedAt.get(set.currentImport ?? '')?.toISOString() ?? null,
    mayEdit: holds(work.actor, set.office, 'editor'),
    createdAt: set.createdAt.toISOString(),
  }));
}

export async function showSet(work: Work, set: SetRecord): Promise<ShownSet> {
  const [shown] = await showSets(work, [set]);
  if (shown === undefined) throw new Error('one set was to be shown');
  return shown;
}

export const showImport = (found: ImportRecord, set: SetRecord): ShownImport => ({
  id: found.id,
  setId: found.setId,
  version: found.version,
  number: found.number,
  state: found.state,
  format: found.format,
  fileName: found.fileName,
  head: {
    sheets: [...found.head.sheets],
    columns: found.head.columns.map(({ column, head, samples }) => ({ column, head, samples: [...samples] })),
    rows: found.head.rows,
  },
  mapping: { ...found.mapping, columns: [...found.mapping.columns] },
  missing: found.format === 'entities' ? [] : [...missingIn(found.mapping)],
  mode: found.mode,
  progress: found.progress,
  counts: found.counts,
  samples: (found.samples ?? []).map((sample) => ({ ...sample, rows: [...sample.rows], cells: [...(sample.cells ?? [])] })),
  digest: found.digest,
  failure: found.failure,
  isCurrent: set.currentImport === found.id,
  beganAt: found.beganAt.toISOString(),
  endedAt: found.endedAt?.toISOString() ?? null,
});
