// Sources once they are on record: the terms under which they may be used, and that two of them are one. What they say stays.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { mergeProblem } from '../domain/merge-sources.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { Source, SourceFacts, SourceId } from '../domain/source.ts';
import { maySpeakFor } from '../policy.ts';
import { findOwnSource, findSources, settleCited, updateSource, type OwnSource, type SourceChange } from '../store/sources.ts';
import { getSource } from './enter-source.ts';

const isSame: Refusal = { kind: 'conflict', code: 'evidence.source_is_same' };

const unknown = (): Result<never> => notFound('evidence.source_not_found');

/** A source of an office that the actor edits. Refuses `evidence.source_not_found`, `kernel.forbidden`. */
async function openOwn(work: Work, sourceId: SourceId): Promise<Result<{ readonly own: OwnSource; readonly scope: EvidenceScope }>> {
  const seen = (await findSources(work.tx, [sourceId])).get(sourceId);
  if (seen === undefined) return unknown();
  const scope = maySpeakFor(work.actor, seen.office);
  if (!scope.ok) return scope;
  const own = await findOwnSource(work.tx, scope.value, sourceId);
  return own === null ? unknown() : ok({ own, scope: scope.value });
}

/** Changes it at the version that was seen, opens and closes what hangs on it, and says so in the log. Refuses `kernel.stale`. */
async function save(
  work: Work,
  scope: EvidenceScope,
  {
    own,
    change,
    useCase,
    others = [],
  }: {
    readonly own: OwnSource;
    readonly change: SourceChange;
    readonly useCase: 'set-source-terms' | 'merge-sources' | 'separate-sources';
    readonly others?: readonly SourceId[];
  },
): Promise<Result<Source>> {
  const saved = await updateSource(work.tx, scope, { id: own.id, version: work.expectedVersion, change });
  if (saved !== 'changed') return refuse(saved === 'same' ? isSame : stale);
  await settleCited(work.tx, scope, [own.id, ...others]);
  await audit(work, { useCase, office: scope.office, subjects: [own.id, ...others], fields: Object.keys(change) });
  return getSource(work, { sourceId: own.id });
}

/** Under which licence a source stands and whom to credit. Refuses `kernel.stale`. */
export async function setSourceTerms(work: Work, { sourceId, licence, credit }: Asked<'setSourceTerms'>): Promise<Result<Source>> {
  const opened = await openOwn(work, sourceId);
  if (!opened.ok) return opened;
  const { own, scope } = opened.value;
  return save(work, scope, { own, change: { licence, credit }, useCase: 'set-source-terms' });
}

/** The same as part of a use case that writes the audit entry. Refuses `evidence.source_not_found`, `kernel.forbidden`. */
export async function keepSourceTerms(
  work: Work,
  {
    office,
    sourceId,
    licence,
    credit,
  }: Pick<SourceFacts, 'licence' | 'credit'> & { readonly office: OfficeId; readonly sourceId: SourceId },
): Promise<Result<null>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const saved = await updateSource(work.tx, scope.value, { id: sourceId, version: null, change: { licence, credit } });
  return saved === 'changed' ? ok(null) : saved === 'same' ? refuse(isSame) : unknown();
}

/**
 * From now on what rests on the source is read with the other one, and whoever reads it reads that one; statements keep the source they
 * were entered with. Refuses whatever would make a chain or a circle, at `intoId`, and `kernel.stale`.
 */
export async function mergeSources(work: Work, { sourceId, intoId }: Asked<'mergeSources'>): Promise<Result<Source>> {
  const opened = await openOwn(work, sourceId);
  if (!opened.ok) return opened;
  const { own, scope } = opened.value;
  if (work.expectedVersion !== null && work.expectedVersion !== own.version) return refuse(stale);
  const into = await findOwnSource(work.tx, scope, intoId);
  const problem = mergeProblem(own, into);
  if (into === null || problem !== null) return refuseInput([{ path: ['intoId'], code: problem ?? 'evidence.source_unknown' }]);
  return save(work, scope, { own, change: { mergedInto: into.id }, useCase: 'merge-sources', others: [into.id] });
}

/** A source that had been merged stands by itself again. Refuses `evidence.source_not_merged`, `kernel.stale`. */
export async function separateSources(work: Work, { sourceId }: Asked<'separateSources'>): Promise<Result<Source>> {
  const opened = await openOwn(work, sourceId);
  if (!opened.ok) return opened;
  const { own, scope } = opened.value;
  if (work.expectedVersion !== null && work.expectedVersion !== own.version) return refuse(stale);
  if (own.mergedInto === null) return refuse({ kind: 'conflict', code: 'evidence.source_not_merged' });
  return save(work, scope, { own, change: { mergedInto: null }, useCase: 'separate-sources', others: [own.mergedInto] });
}
