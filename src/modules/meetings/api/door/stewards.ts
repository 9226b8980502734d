// Who of the organiser's office keeps the door of an edition, and in which halls.
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { listMembers } from '#modules/accounts/api/manage-members.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { deleteSteward, loadStewards, saveSteward } from '../../store/stewards.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { organise } from '../open-edition.ts';

const hallsOf = async (work: Work, editionId: string): Promise<readonly string[]> => {
  const hall = await loadEditionHall(work, editionId, []);
  return [...new Set(hall?.places.flatMap((place) => (place.hall === '' ? [] : [place.hall])))].sort();
};

/**
 * Members of the organiser's office, who of them is a steward and in which halls; editors and owners may check people in anyhow.
 * Who is disabled is listed as long as they are one; who is invited can be made one before they come.
 */
export async function listStewards(work: Work, { editionId }: Asked<'listStewards'>): Promise<Result<Answer<'listStewards'>>> {
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  const members = await listMembers(work, { officeId: opened.value.scope.office });
  if (!members.ok) return members;
  const halls = new Map((await loadStewards(work.tx, editionId)).map((one) => [one.accountId, one.halls]));
  return ok({
    halls: [...(await hallsOf(work, editionId))],
    entries: members.value.entries
      .filter(({ account, disabled }) => disabled === null || halls.has(account))
      .map(({ account: accountId, name, role }) => ({
        ...{ accountId, name, mayAnyhow: role !== 'viewer', isSteward: halls.has(accountId) },
        halls: [...(halls.get(accountId) ?? [])],
      })),
  });
}

/** Makes a member a steward, or sets their halls anew. Refuses who is no member, and halls that the edition has not. */
export async function setSteward(work: Work, input: Asked<'setSteward'>): Promise<Result<Answer<'listStewards'>>> {
  const { editionId, accountId } = input;
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const members = await listMembers(work, { officeId: scope.office });
  if (!members.ok) return members;
  if (!members.value.entries.some(({ account, disabled }) => account === accountId && disabled === null))
    return notFound('meetings.steward_no_member');
  const known = await hallsOf(work, editionId);
  const unknown = input.halls.flatMap((hall, at) =>
    known.includes(hall) ? [] : [{ path: ['halls', at], code: 'meetings.hall_unknown', params: { hall } }],
  );
  if (unknown.length > 0) return refuseInput(unknown);
  await saveSteward(work.tx, scope, { accountId, halls: input.halls }, work.now);
  await audit(work, { useCase: 'set-steward', office: scope.office, subjects: [editionId, accountId], fields: ['halls'] });
  return listStewards(work, { editionId });
}

export async function removeSteward(work: Work, { editionId, accountId }: Asked<'removeSteward'>): Promise<Result<Answer<'listStewards'>>> {
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  if (!(await deleteSteward(work.tx, scope, accountId))) return notFound('meetings.steward_unknown');
  await audit(work, { useCase: 'remove-steward', office: scope.office, subjects: [editionId, accountId], fields: [] });
  return listStewards(work, { editionId });
}
