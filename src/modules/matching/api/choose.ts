// What an organiser and the sides of an edition say of suggestions.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { listingsOf } from '#modules/expos/api/list-directory.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayChoose, mayOrganise, mayReadAside, mayReadChoices, mayTakeBack, type EditionOwner } from '../policy.ts';
import type { SideScope } from '../domain/scopes.ts';
import {
  actingFor,
  deleteAside,
  loadAside,
  loadOptedOut,
  loadSetting,
  saveAside,
  saveOptOut,
  saveSetting,
  type Unwanted,
} from '../store/choices.ts';
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
  const { isOn, share, learns } = input;
  if (!(await saveSetting(work.tx, scope.value, { isOn, share, learns, expectedVersion: work.expectedVersion ?? 0 }))) return refuse(stale);
  await audit(work, {
    useCase: 'change-suggesting',
    office: scope.value.office,
    subjects: [edition.value.id],
    fields: ['isOn', 'share', ...(learns === undefined ? [] : ['learns'])],
  });
  return ok({ ...(await loadSetting(work.tx, edition.value.id)), mayEdit: true });
}

const choicesOf = async ({ tx }: Work, { editionId, participantId }: SideScope): Promise<Answer<'getSuggested'>> => ({
  isOn: (await loadSetting(tx, editionId)).isOn,
  isSuggested: !(await loadOptedOut(tx, editionId, 'suggested')).includes(participantId),
  isWritten: !(await loadOptedOut(tx, editionId, 'letters')).includes(participantId),
});

/** Whether others are told of this participant, and whether it is written to. */
export async function getSuggested(work: Work, input: Asked<'getSuggested'>): Promise<Result<Answer<'getSuggested'>>> {
  const scope = await openSide(work, input.editionId, input.participantId, 'viewer');
  return scope.ok ? ok(await actingFor(work, mayReadChoices(scope.value), (acting) => choicesOf(acting, scope.value))) : scope;
}

/** A participant wants to be suggested to others, or does not; and letters about suggestions. What it is suggested itself stays. */
export async function setSuggested(work: Work, input: Asked<'setSuggested'>): Promise<Result<Answer<'getSuggested'>>> {
  const scope = await openSide(work, input.editionId, input.participantId, 'editor');
  if (!scope.ok) return scope;
  const { isSuggested, isWritten } = input;
  const fields = [...(isSuggested === undefined ? [] : ['isSuggested']), ...(isWritten === undefined ? [] : ['isWritten'])];
  const chosen = await actingFor(work, mayChoose(scope.value), async (acting) => {
    const put = (what: Unwanted, isWanted: boolean) => saveOptOut(acting.tx, scope.value, { what, at: isWanted ? null : work.now });
    if (isSuggested !== undefined) await put('suggested', isSuggested);
    if (isWritten !== undefined) await put('letters', isWritten);
    return choicesOf(acting, scope.value);
  });
  const { office, participantId } = scope.value;
  if (fields.length > 0) await audit(work, { useCase: 'set-suggested', office, subjects: [participantId], fields });
  return ok(chosen);
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
