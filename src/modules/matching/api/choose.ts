// What an organiser and the sides of an edition say of suggestions.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { listingsOf } from '#modules/expos/api/list-directory.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayChoose, mayOrganise, mayReadAside, mayReadChoices, mayTakeBack, type EditionOwner } from '../policy.ts';
import { actingFor, deleteAside, loadAside, loadOptedOut, loadSetting, saveAside, saveOptOut, saveSetting } from '../store/choices.ts';
import { openEdition, openSide } from './open-side.ts';

const settingOf = (work: Work, edition: EditionOwner) => actingFor(work, mayReadChoices(edition), ({ tx }) => loadSetting(tx, edition.id));

/** Whether an edition suggests whom to meet, for whoever may see it. */
export async function getSuggesting(work: Work, { editionId }: Asked<'getSuggesting'>): Promise<Result<Answer<'getSuggesting'>>> {
  const edition = await openEdition(work, editionId);
  if (!edition.ok) return edition;
  return ok({ ...(await settingOf(work, edition.value)), mayEdit: holds(work.actor, edition.value.organiser, 'editor') });
}

export async function changeSuggesting(work: Work, input: Asked<'changeSuggesting'>): Promise<Result<Answer<'getSuggesting'>>> {
  const edition = await openEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const scope = mayOrganise(work.actor, edition.value);
  if (!scope.ok) return scope;
  const { isOn, share } = input;
  if (!(await saveSetting(work.tx, scope.value, { isOn, share, expectedVersion: work.expectedVersion ?? 0 }))) return refuse(stale);
  await audit(work, { useCase: 'change-suggesting', office: scope.value.office, subjects: [edition.value.id], fields: ['isOn', 'share'] });
  return ok({ ...(await loadSetting(work.tx, edition.value.id)), mayEdit: true });
}

/** Whether others are told of this participant. */
export async function getSuggested(work: Work, input: Asked<'getSuggested'>): Promise<Result<Answer<'getSuggested'>>> {
  const scope = await openSide(work, input.editionId, input.participantId, 'viewer');
  if (!scope.ok) return scope;
  const [{ isOn }, out] = await actingFor(work, mayReadChoices(scope.value), async ({ tx }) => [
    await loadSetting(tx, scope.value.editionId),
    await loadOptedOut(tx, scope.value.editionId),
  ]);
  return ok({ isOn, isSuggested: !out.includes(scope.value.participantId) });
}

/** A participant wants to be suggested to others, or does not. What it is suggested itself stays. */
export async function setSuggested(work: Work, input: Asked<'setSuggested'>): Promise<Result<Answer<'getSuggested'>>> {
  const scope = await openSide(work, input.editionId, input.participantId, 'editor');
  if (!scope.ok) return scope;
  const at = input.isSuggested ? null : work.now;
  const { isOn } = await actingFor(work, mayChoose(scope.value), async ({ tx }) => {
    await saveOptOut(tx, scope.value, at);
    return loadSetting(tx, scope.value.editionId);
  });
  const { office, participantId } = scope.value;
  await audit(work, { useCase: 'set-suggested', office, subjects: [participantId], fields: ['isSuggested'] });
  return ok({ isOn, isSuggested: input.isSuggested });
}

/** "Not for us", or back. The other side is never told, and neither is the organiser. */
export async function setAside(work: Work, input: Asked<'setAside'>): Promise<Result<Answer<'setAside'>>> {
  const { editionId, participantId, otherId, isAside } = input;
  const scope = await openSide(work, editionId, participantId, 'editor');
  if (!scope.ok) return scope;
  const known = await listingsOf(work, { editionId, participantIds: [otherId] });
  if (otherId === participantId || !known.has(otherId)) return notFound('matching.unknown');
  if (isAside) await saveAside(work.tx, scope.value, { otherId, at: work.now });
  else await actingFor(work, mayTakeBack(scope.value), ({ tx }) => deleteAside(tx, scope.value, otherId));
  await audit(work, { useCase: 'set-aside', office: scope.value.office, subjects: [participantId], fields: ['isAside'] });
  const aside = await actingFor(work, mayReadAside(scope.value), ({ tx }) => loadAside(tx, scope.value));
  return ok({ aside: [...aside] });
}
