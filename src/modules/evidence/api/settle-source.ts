// The source of an entry, light to give: nothing for our own records of today, one on record, or a new one. A new one that is on record
// already is the one on record.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { SourcesByKey } from '../domain/same-source.ts';
import { saysReach } from '../domain/reach.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import {
  isPlainRecords,
  ownRecords,
  type DocumentId,
  type Passage,
  type Source,
  type SourceFacts,
  type SourceId,
} from '../domain/source.ts';
import { maySpeakFor } from '../policy.ts';
import { ensureOwnRecords, findSources, insertSources, likeSources, type Entering, type NewSource } from '../store/sources.ts';
import { entering, newSourceProblems } from './new-source.ts';

type Left<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Our records, me, today; a source on record by its id; or a new one, of which what is left out is not known. */
export type AskedSource = 'own_records' | ({ readonly sourceId?: SourceId | undefined } & Left<Passage>) | DescribedSource;
interface DescribedSource extends Left<Omit<SourceFacts, 'documentId'> & Passage> {
  readonly sourceId?: undefined;
  readonly documentId?: DocumentId | null | undefined;
  /** It is like one on record and yet another one; else that is refused. */
  readonly isAnother?: boolean | undefined;
}

type SourceWanted = Passage & ({ readonly id: SourceId } | { readonly facts: SourceFacts; readonly isAnother: boolean });
type Path = readonly (string | number)[];
type WantedAt = SourceWanted & { readonly path: Path };

/** The facts of a source that is described, by whoever describes it. Lines end as everywhere else, or a file that holds the title would bring another one back. */
function factsOf(given: DescribedSource): SourceFacts {
  const { class: sourceClass = 'own_records', title = '', publisher = null, address = null, date = null } = given;
  const { documentId = null, licence = null, credit = null } = given;
  const reach = given.reach != null && saysReach(given.reach) ? given.reach : null;
  return { class: sourceClass, title: title.replace(/\r\n?/g, '\n'), publisher, address, date, documentId, licence, credit, reach };
}

/** Own records of which nothing more is said are those of today. */
function sourceWanted(source: AskedSource | undefined, today: string): SourceWanted {
  if (source === undefined || source === 'own_records') return { facts: ownRecords(today), isAnother: false, passage: null, place: null };
  const { passage = null, place = null } = source;
  if (source.sourceId !== undefined) return { id: source.sourceId, passage, place };
  const given: DescribedSource = source as DescribedSource;
  const facts = factsOf(given);
  const recent = ownRecords(today);
  const isRecent = facts.date === null && isPlainRecords({ ...facts, date: recent.date });
  return { facts: isRecent ? recent : facts, isAnother: given.isAnother === true, passage, place };
}

export interface CheckedSources {
  readonly problems: readonly Problem[];
  readonly wanted: readonly WantedAt[];
  /** Sources on record that are named, by id, and those that the new ones are like. */
  readonly known: ReadonlyMap<SourceId, Source>;
  readonly like: readonly Source[];
}

/** Described otherwise than one on record: which of both is right, or that it is another one, is for a person to say. */
function alikeProblems(wanted: readonly WantedAt[], like: SourcesByKey<SourceFacts & { readonly id?: SourceId }>): readonly Problem[] {
  return wanted.flatMap((source): readonly Problem[] => {
    if ('id' in source || like.find(source.facts, 'same') !== undefined) return [];
    const one = source.isAnother ? undefined : like.find(source.facts, 'alike');
    // Of those described here the next may be one, too.
    like.add(source.facts);
    if (one === undefined) return [];
    const params = { title: one.title, date: one.date?.text ?? '', id: one.id ?? '' };
    return [{ path: [...source.path, 'title'], code: 'evidence.source_on_record', params }];
  });
}

/** Everything wrong with the sources at once, each problem at the place that names its source; three queries whatever their number. */
export async function checkSources(
  work: Work,
  scope: EvidenceScope,
  asked: readonly { readonly path: Path; readonly source: AskedSource | undefined }[],
): Promise<CheckedSources> {
  const today = work.now.toISOString().slice(0, 10);
  const wanted = asked.map(({ path, source }) => ({ path, ...sourceWanted(source, today) }));
  const described = wanted.flatMap((source) => ('facts' in source ? [source] : []));
  const found = await findSources(
    work.tx,
    wanted.flatMap((source) => ('id' in source ? source.id : [])),
  );
  const like = await likeSources(
    work.tx,
    scope,
    described.map(({ facts }) => facts),
  );
  const known = new Map([...found].filter(([, source]) => source.office === scope.office));
  const problems = [
    ...wanted.flatMap((source) =>
      'id' in source && !known.has(source.id) ? [{ path: [...source.path, 'sourceId'], code: 'evidence.source_unknown' }] : [],
    ),
    ...(await newSourceProblems(work, scope, described)),
    ...alikeProblems(wanted, new SourcesByKey<SourceFacts & { readonly id?: SourceId }>(like)),
  ];
  return { problems, wanted, known, like };
}

/** A source with where in it something stands. */
export interface SettledSource extends Passage {
  readonly source: Source;
}

/** The sources in the order in which they were asked for; the same new source is recorded once, and never beside one on record. */
export async function settleSources(
  work: Work,
  scope: EvidenceScope,
  { wanted, known, like }: CheckedSources,
  by: Entering,
): Promise<readonly SettledSource[]> {
  const onRecord = new SourcesByKey<NewSource['facts'] & { readonly id: SourceId }>(like);
  const made: NewSource[] = [];
  const ids: SourceId[] = [];
  for (const source of wanted) ids.push('id' in source ? source.id : await idFor(source.facts));
  async function idFor(facts: SourceFacts): Promise<SourceId> {
    const same = onRecord.find(facts, 'same');
    if (same !== undefined) return same.id;
    const source = { id: work.newId<'Source'>(), facts };
    if (isPlainRecords(facts)) return ensureOwnRecords(work.tx, scope, source, by);
    made.push(source);
    onRecord.add({ ...facts, id: source.id });
    return source.id;
  }
  const others = await insertSources(work.tx, scope, made, by);
  const fresh = await findSources(work.tx, [...ids.filter((id) => !known.has(id)), ...others.values()]);
  return wanted.map(({ passage, place }, at) => {
    const id = ids[at];
    const source = id === undefined ? undefined : (known.get(id) ?? fresh.get(others.get(id) ?? id));
    if (source === undefined) throw new Error('a source vanished while it was used');
    return { source, passage, place };
  });
}

/**
 * The source of one row of another module, which cites it by `citeFrom`, with where in it the row stands. Refuses `kernel.forbidden`, and
 * every problem at its field: `evidence.source_on_record` where it is like one that the office has, and not said to be another.
 */
export async function settleSource(
  work: Work,
  office: OfficeId,
  source: AskedSource | undefined,
): Promise<Result<Passage & { readonly id: SourceId }>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const by = entering(work);
  if (!by.ok) return by;
  const checked = await checkSources(work, scope.value, [{ path: [], source }]);
  if (checked.problems.length > 0) return refuseInput(checked.problems);
  const [settled] = await settleSources(work, scope.value, checked, by.value);
  if (settled === undefined) throw new Error('one source was asked for');
  return ok({ id: settled.source.id, passage: settled.passage, place: settled.place });
}
