// Delegations and trading groups of an edition; who belongs to one is said at the participant.
import { withGiven } from '#kernel/given.ts';
import { notFound, ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { nameOf, nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Group } from '../contract/roster.ts';
import type { GroupId } from '../domain/edition.ts';
import { runsInCircle, type GroupFacts, type GroupRecord } from '../domain/group.ts';
import { namingOffice } from '../store/faults.ts';
import { countInGroup, deleteGroup, findGroupRecord, insertGroup, listGroupRecords, updateGroupRecord } from '../store/groups.ts';
import { current, findEdition, openForChange, type OpenEdition } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

/** Groups with the names of the offices that lead them, which are one query. */
async function showGroups(work: Work, records: readonly GroupRecord[]): Promise<Group[]> {
  const names = await nameOffices(
    work,
    records.map(({ leadOffice }) => leadOffice),
  );
  return records.map((record) => ({ ...record, name: { ...record.name }, leadOfficeName: nameOf(names, record.leadOffice) }));
}

/** Groups by code, as far as the actor may see them. */
export async function listGroups(work: Work, input: Asked<'listGroups'>): Promise<Result<{ entries: Group[]; nextCursor: string | null }>> {
  const after = readCursor<'Group'>(input.cursor);
  if (!after.ok) return after;
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const { limit } = input;
  const rows = await listGroupRecords(work.tx, edition.value.id, { after: after.value, limit });
  const shown = await showGroups(work, rows);
  return ok(cutPage(shown, limit, byId));
}

/** What is wrong with a group among the others of its edition; `id` is its own. */
function groupProblems(id: GroupId, facts: GroupFacts, others: readonly GroupRecord[]): readonly Problem[] {
  const problems: Problem[] = [];
  if (others.some((other) => other.id !== id && other.code === facts.code))
    problems.push({ path: ['code'], code: 'expos.code_taken', params: { code: facts.code } });
  if (facts.parentId === null) return problems;
  const parents = new Map<string, GroupId | null>(others.map((other) => [other.id, other.parentId]));
  if (!parents.has(facts.parentId) && facts.parentId !== id) problems.push({ path: ['parentId'], code: 'expos.group_unknown' });
  parents.set(id, facts.parentId);
  if (runsInCircle(id, (key) => parents.get(key) ?? null)) problems.push({ path: ['parentId'], code: 'expos.group_circle' });
  return problems;
}

async function save(
  work: Work,
  { scope }: OpenEdition,
  change: {
    readonly id: GroupId;
    readonly facts: GroupFacts;
    readonly useCase: AuditedChange['useCase'];
    readonly fields: readonly string[];
    readonly write: typeof insertGroup;
  },
): Promise<Result<Group>> {
  const { id, facts, useCase, fields, write } = change;
  const problems = groupProblems(id, facts, await listGroupRecords(work.tx, scope.editionId));
  if (problems.length > 0) return refuseInput(problems);
  const written = await namingOffice('leadOffice', () => write(work.tx, scope, { id, ...facts }));
  if (!written.ok) return written;
  await settleAudience(work, scope);
  await audit(work, { useCase, office: scope.office, subjects: [scope.editionId, id], fields });
  const record = await findGroupRecord(work.tx, scope.editionId, id);
  const [group] = record === null ? [] : await showGroups(work, [record]);
  return group === undefined ? notFound('expos.group_not_found') : ok(group);
}

/** Adds a group; its lead office will see its members' details. */
export async function createGroup(work: Work, input: Asked<'createGroup'>): Promise<Result<Group>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { editionId: _edition, code, kind, name, parentId = null, leadOffice = null } = input;
  const facts: GroupFacts = { code, kind, name, parentId, leadOffice };
  return save(work, opened.value, {
    id: work.newId<'Group'>(),
    facts,
    useCase: 'create-group',
    fields: Object.keys(facts),
    write: insertGroup,
  });
}

async function openGroup(
  work: Work,
  input: { readonly editionId: string; readonly groupId: GroupId },
): Promise<Result<OpenEdition & { readonly group: GroupRecord }>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const group = await findGroupRecord(work.tx, opened.value.scope.editionId, input.groupId);
  if (group === null) return notFound('expos.group_not_found');
  const fresh = current(work, group);
  return fresh.ok ? ok({ ...opened.value, group }) : fresh;
}

/** Sets the fields that are given; a new lead office sees the members from now on, the one before no longer. */
export async function updateGroup(work: Work, input: Asked<'updateGroup'>): Promise<Result<Group>> {
  const opened = await openGroup(work, input);
  if (!opened.ok) return opened;
  const { group } = opened.value;
  const { editionId: _edition, groupId: _group, ...change } = input;
  const facts = withGiven<GroupFacts>(group, change);
  return save(work, opened.value, { id: group.id, facts, useCase: 'update-group', fields: Object.keys(change), write: updateGroupRecord });
}

/** Removes a group without members. Refuses `expos.group_has_members`, `expos.group_has_parts`. */
export async function removeGroup(work: Work, input: Asked<'removeGroup'>): Promise<Result<{ id: string }>> {
  const opened = await openGroup(work, input);
  if (!opened.ok) return opened;
  const { scope, group } = opened.value;
  const count = await countInGroup(work.tx, scope.editionId, group.id);
  if (count > 0) return refuse({ kind: 'conflict', code: 'expos.group_has_members', params: { count } });
  const parts = (await listGroupRecords(work.tx, scope.editionId)).some(({ parentId }) => parentId === group.id);
  if (parts) return refuse({ kind: 'conflict', code: 'expos.group_has_parts' });
  await deleteGroup(work.tx, scope, group.id);
  await settleAudience(work, scope);
  await audit(work, { useCase: 'remove-group', office: scope.office, subjects: [scope.editionId, group.id], fields: [] });
  return ok({ id: group.id });
}
