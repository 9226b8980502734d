// The source of an entry, light to give: nothing for our own records of today, one on record, or a new one.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import { isPlainRecords, ownRecords, type DocumentId, type Source, type SourceFacts, type SourceId } from '../domain/source.ts';
import { maySpeakFor } from '../policy.ts';
import { ensureOwnRecords, findSources, insertSources, type Entering, type NewSource } from '../store/sources.ts';
import { entering, newSourceProblems } from './enter-source.ts';

/** Our records, me, today; a source on record by its id; or a new one, of which what is left out is not known. */
export type AskedSource = 'own_records' | { readonly sourceId?: SourceId | undefined } | DescribedSource;
interface DescribedSource extends Partial<Omit<SourceFacts, 'documentId' | 'licence' | 'credit'>> {
  readonly licence?: string | null | undefined;
  readonly credit?: string | null | undefined;
  readonly sourceId?: undefined;
  readonly documentId?: DocumentId | null;
}

type SourceWanted = { readonly id: SourceId } | { readonly facts: SourceFacts };

/** Own records of which nothing more is said are those of today. */
function sourceWanted(source: AskedSource | undefined, today: string): SourceWanted {
  if (source === undefined || source === 'own_records') return { facts: ownRecords(today) };
  if (source.sourceId !== undefined) return { id: source.sourceId };
  const given: DescribedSource = source as DescribedSource;
  const { class: sourceClass = 'own_records', title = '', publisher = null, address = null, date = null, passage = null } = given;
  const { licence = null, credit = null } = given;
  const documentId = given.documentId ?? null;
  // Lines end as everywhere else, or a file that holds the title would bring another one back.
  const facts = {
    class: sourceClass,
    title: title.replace(/\r\n?/g, '\n'),
    publisher,
    address,
    date,
    passage,
    documentId,
    licence,
    credit,
  };
  const recent = ownRecords(today);
  return date === null && isPlainRecords({ ...facts, date: recent.date }) ? { facts: recent } : { facts };
}

export interface CheckedSources {
  readonly problems: readonly Problem[];
  readonly wanted: readonly SourceWanted[];
  /** Sources on record that are named, by id. */
  readonly known: ReadonlyMap<SourceId, Source>;
}

/** Everything wrong with the sources at once, each problem at the place that names its source; two queries whatever their number. */
export async function checkSources(
  work: Work,
  scope: EvidenceScope,
  asked: readonly { readonly path: readonly (string | number)[]; readonly source: AskedSource | undefined }[],
): Promise<CheckedSources> {
  const today = work.now.toISOString().slice(0, 10);
  const wanted = asked.map(({ path, source }) => ({ path, ...sourceWanted(source, today) }));
  const found = await findSources(
    work.tx,
    wanted.flatMap((source) => ('id' in source ? source.id : [])),
  );
  const known = new Map([...found].filter(([, source]) => source.office === scope.office));
  const problems = [
    ...wanted.flatMap((source) =>
      'id' in source && !known.has(source.id) ? [{ path: [...source.path, 'sourceId'], code: 'evidence.source_unknown' }] : [],
    ),
    ...(await newSourceProblems(
      work,
      scope,
      wanted.flatMap((source) => ('facts' in source ? [source] : [])),
    )),
  ];
  return { problems, wanted, known };
}

/** The sources in the order in which they were asked for; the same new source is recorded once. */
export async function settleSources(
  work: Work,
  scope: EvidenceScope,
  { wanted, known }: CheckedSources,
  by: Entering,
): Promise<readonly Source[]> {
  const made = new Map<string, NewSource>();
  const plain = new Map<string, SourceId>();
  for (const source of wanted) {
    if (!('facts' in source)) continue;
    const { facts } = source;
    const key = canonicalJson(facts);
    if (plain.has(key) || made.has(key)) continue;
    const id = work.newId<'Source'>();
    if (isPlainRecords(facts)) plain.set(key, await ensureOwnRecords(work.tx, scope, { id, facts }, by));
    else made.set(key, { id, facts });
  }
  await insertSources(work.tx, scope, [...made.values()], by);
  const ids = [...plain.values(), ...[...made.values()].map(({ id }) => id)];
  const fresh = await findSources(work.tx, ids);
  return wanted.map((source) => {
    const key = 'facts' in source ? canonicalJson(source.facts) : '';
    const id = 'id' in source ? source.id : (plain.get(key) ?? made.get(key)?.id);
    const settled = id === undefined ? undefined : (known.get(id) ?? fresh.get(id));
    if (settled === undefined) throw new Error('a source vanished while it was used');
    return settled;
  });
}

/** The source of one row of another module, which cites it by `citeFrom`. Refuses `kernel.forbidden`, and every problem at its field. */
export async function settleSource(work: Work, office: OfficeId, source: AskedSource | undefined): Promise<Result<SourceId>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const by = entering(work);
  if (!by.ok) return by;
  const checked = await checkSources(work, scope.value, [{ path: [], source }]);
  if (checked.problems.length > 0) return refuseInput(checked.problems);
  const [settled] = await settleSources(work, scope.value, checked, by.value);
  if (settled === undefined) throw new Error('one source was asked for');
  return ok(settled.id);
}
