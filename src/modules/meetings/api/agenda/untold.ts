// Who could not be told of a release: the organiser's list for the telephone and the printer, until each is marked as told.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { OrganiserScope, OverviewScope } from '../../domain/scopes.ts';
import { loadUntold, markUntold } from '../../store/untold.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { organise, oversee } from '../open-edition.ts';
import { participantRef } from '../show-refs.ts';

async function show(work: Work, scope: OverviewScope | OrganiserScope): Promise<Answer<'listUntold'>> {
  const rows = new Map((await loadUntold(work.tx, scope)).map((row) => [row.participantId, row]));
  const hall = rows.size === 0 ? null : await loadEditionHall(work, scope.editionId, [...rows.keys()]);
  const taking = (hall?.participants ?? []).filter(({ withdrawn }) => !withdrawn);
  return {
    entries: taking.flatMap((one) => {
      const row = rows.get(one.id);
      return row === undefined ? [] : [{ participant: participantRef(one), release: row.release, inForce: row.inForce }];
    }),
  };
}

/** By code. For the organiser's office. */
export async function listUntold(work: Work, input: Asked<'listUntold'>): Promise<Result<Answer<'listUntold'>>> {
  const opened = await oversee(work, input.editionId);
  return opened.ok ? ok(await show(work, opened.value.scope)) : opened;
}

/** Says that participants were told by telephone or on paper, or takes it back. Refuses where it changes nothing. */
export async function markTold(work: Work, input: Asked<'markTold'>): Promise<Result<Answer<'listUntold'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const participants = [...new Set(input.participantIds)];
  if ((await markUntold(work.tx, scope, { participants, at: input.told ? work.now : null })) === 0)
    return notFound('meetings.participant_unknown');
  await audit(work, { useCase: 'mark-told', office: scope.office, subjects: [scope.editionId, ...participants], fields: ['told'] });
  return ok(await show(work, scope));
}
