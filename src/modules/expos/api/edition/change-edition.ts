// Opening an edition and changing what is said of it.
import { withGiven } from '#kernel/given.ts';
import { ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { spelt } from '#platform/search/forms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { Edition } from '../../contract/edition.ts';
import { dayProblems, straySlotProblems, type EditionFacts, type EditionRecord } from '../../domain/edition.ts';
import type { OrganiserScope } from '../../domain/scope.ts';
import { daysFrom } from '../../domain/moved-days.ts';
import { slugChoice } from '#modules/cities/domain/slug.ts';
import { slugOf } from '../../domain/slug.ts';
import { mayOrganise } from '../../policy.ts';
import { insertEdition, updateEditionFacts } from '../../store/editions.ts';
import { listSlots } from '../../store/setup.ts';
import { settleExpos } from '../../store/expos.ts';
import { checkExpo } from '../expos.ts';
import { maySlotsMove, moveSlots } from '../move-slots.ts';
import { openCurrent, openForChange, showEdition } from './open-edition.ts';

const SLUG_CHOICES = 50;

const problemsOf = (checked: Result<null>): readonly Problem[] => (checked.ok ? [] : (checked.refusal.problems ?? []));

/** Tries one slug after another: which are taken is not for the actor to see, only which was given. */
async function insertUnderSlug(work: Work, scope: OrganiserScope, facts: EditionFacts): Promise<EditionRecord | null> {
  const id = work.newId<'Edition'>();
  const first = slugOf(facts.name, facts.firstDay, spelt);
  for (let n = 1; n <= SLUG_CHOICES; n++) {
    const record = await insertEdition(work.tx, scope, { ...facts, id, slug: slugChoice(first, n), now: work.now });
    if (record !== null) return record;
  }
  return insertEdition(work.tx, scope, { ...facts, id, slug: `${first}-${id.slice(-12)}`, now: work.now });
}

/** Opens an edition for an office of the actor; private until it is published. Its slug stays for ever. */
export async function createEdition(work: Work, input: Asked<'createEdition'>): Promise<Result<Edition>> {
  const scope = mayOrganise(work.actor, input.office);
  if (!scope.ok) return scope;
  const { office: _office, description = null, website = null, expoId = null, ...rest } = input;
  const facts = { ...rest, description, website, expoId };
  const expo = await checkExpo(work, scope.value.office, expoId);
  const problems = [...dayProblems(facts), ...problemsOf(expo)];
  if (problems.length > 0) return refuseInput(problems);
  const record = await insertUnderSlug(work, scope.value, facts);
  if (record === null) return refuse({ kind: 'conflict', code: 'expos.slug_taken' });
  await audit(work, { useCase: 'create-edition', office: scope.value.office, subjects: [record.id], fields: Object.keys(facts) });
  return ok(await showEdition(work, record));
}

/**
 * Sets the fields that are given. Slots that exist must still lie inside the days; with `moveSlots` they and all absences first move
 * along with the first day, unless a module below objects. One that is public is not archived (`expos.archived_public`).
 */
export async function updateEdition(work: Work, input: Asked<'updateEdition'>): Promise<Result<Edition>> {
  const { editionId, moveSlots: along = false, archived, ...change } = input;
  const movable = along ? await maySlotsMove(work, editionId) : ok(undefined);
  if (!movable.ok) return movable;
  const opened = await openCurrent(work, editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (archived === true && record.publishedAt !== null) return refuse({ kind: 'conflict', code: 'expos.archived_public' });
  const archivedAt = archived === undefined ? record.archivedAt : archived ? (record.archivedAt ?? work.now) : null;
  const facts = withGiven<EditionFacts>(record, change);
  const expo = facts.expoId === record.expoId ? ok(null) : await checkExpo(work, scope.office, facts.expoId);
  const days = [...dayProblems(facts), ...problemsOf(expo)];
  if (days.length > 0) return refuseInput(days);
  const moved = along ? daysFrom(record.firstDay, facts.firstDay) : 0;
  if (moved !== 0) await moveSlots(work, scope, record, moved);
  const problems = straySlotProblems(facts, await listSlots(work.tx, record.id));
  if (problems.length > 0) return refuseInput(problems);
  const updated = await updateEditionFacts(work.tx, scope, { ...facts, archivedAt }, work.now);
  if (facts.expoId !== record.expoId) await settleExpos(work.tx, scope.office);
  await audit(work, {
    useCase: 'update-edition',
    office: scope.office,
    subjects: [record.id],
    fields: Object.keys(archived === undefined ? change : { ...change, archived }),
  });
  return ok(await showEdition(work, updated));
}

/**
 * Sets the days of an edition, as a file brings them. Part of a larger use case, which brings the slots along in the same
 * transaction and writes the audit entry.
 */
export async function setEditionDays(
  work: Work,
  editionId: string,
  days: Pick<EditionFacts, 'firstDay' | 'lastDay'>,
): Promise<Result<void>> {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const problems = dayProblems(days);
  if (problems.length > 0) return refuseInput(problems);
  await updateEditionFacts(work.tx, opened.value.scope, { ...opened.value.record, ...days }, work.now);
  return ok(undefined);
}
