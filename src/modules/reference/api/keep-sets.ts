// Sets of ties as others list them: begun, described, listed.
import { withGiven } from '#kernel/given.ts';
import { ok, refuse, stale, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import { keepSourceTerms } from '#modules/evidence/api/keep-sources.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { SetFacts, SetId } from '../domain/set.ts';
import { mayImport } from '../policy.ts';
import { findSet, insertSet, pageOfSets, updateSetFacts } from '../store/sets.ts';
import { openSetForChange, seeSet } from './find-set.ts';
import { byId, readCursor, cutPage } from '#kernel/pages.ts';
import { showSet, showSets, type ShownSet } from './show-set.ts';

/** Sets that the actor may see, the last made first. */
export async function listReferenceSets(
  work: Work,
  { office, cursor, limit }: Asked<'listReferenceSets'>,
): Promise<Result<{ entries: ShownSet[]; nextCursor: string | null }>> {
  const after = readCursor<'ReferenceSet'>(cursor);
  if (!after.ok) return after;
  const found = await pageOfSets(work.tx, { office: office ?? null, after: after.value, limit });
  const { entries, nextCursor } = cutPage(found, limit, byId);
  return ok({ entries: [...(await showSets(work, entries))], nextCursor });
}

/** Refuses `reference.set_not_found`. */
export async function getReferenceSet(work: Work, { setId }: Asked<'getReferenceSet'>): Promise<Result<ShownSet>> {
  const set = await seeSet(work, setId);
  return set.ok ? ok(await showSet(work, set.value)) : set;
}

async function reread(work: Work, setId: SetId): Promise<Result<ShownSet>> {
  const set = await findSet(work.tx, setId);
  if (set === null) throw new Error('a set vanished while it was written');
  return ok(await showSet(work, set));
}

/** Begins an empty set of an office. Refuses `kernel.forbidden` and every problem of its source. */
export async function createReferenceSet(work: Work, input: Asked<'createReferenceSet'>): Promise<Result<ShownSet>> {
  const office = input.office;
  const scope = mayImport(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  const source = await settleSource(
    work,
    office,
    input.source.sourceId === undefined ? { ...input.source, sourceId: undefined } : { sourceId: input.source.sourceId },
  );
  if (!source.ok) return source;
  const id = work.newId<'ReferenceSet'>();
  const { name, licence, licenceAddress, credit, classCode } = input;
  const facts: SetFacts = { name, licence, licenceAddress, credit, classCode };
  await insertSet(work.tx, scope.value, { id, sourceId: source.value.id, facts, now: work.now });
  const cited = await citeFrom(work, {
    office,
    citingId: id,
    audience: { visibility: 'private', sharedWith: [] },
    sourceIds: [source.value.id],
    passage: source.value,
  });
  if (!cited.ok) return cited;
  const termed = await keepSourceTerms(work, { office, sourceId: source.value.id, licence, credit });
  if (!termed.ok) return termed;
  await audit(work, {
    useCase: 'create-reference-set',
    office,
    subjects: [id, source.value.id],
    fields: ['name', 'licence', 'credit', 'source'],
  });
  return reread(work, id);
}

/** Changes what is said of a set; what is left out stays. Refuses `kernel.stale`. */
export async function updateReferenceSet(work: Work, input: Asked<'updateReferenceSet'>): Promise<Result<ShownSet>> {
  const opened = await openSetForChange(work, input.setId);
  if (!opened.ok) return opened;
  const { set, scope } = opened.value;
  const facts = withGiven<SetFacts>(set, input);
  if (!(await updateSetFacts(work.tx, scope, { id: set.id, facts, expectedVersion: work.expectedVersion }))) return refuse(stale);
  const { office, sourceId } = set;
  const termed = await keepSourceTerms(work, { office, sourceId, licence: facts.licence, credit: facts.credit });
  if (!termed.ok) return termed;
  const fields = Object.keys(input).filter((field) => field !== 'setId');
  await audit(work, { useCase: 'update-reference-set', office: set.office, subjects: [set.id], fields });
  return reread(work, set.id);
}
