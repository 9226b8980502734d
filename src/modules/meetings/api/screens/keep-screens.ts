// The organiser's screens in the halls: each is opened by a link of its own, set from afar, and ended.
import { ok, notFound, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { foundUnclaimed, issueLinks, linkAddress, revokeLinks } from '#modules/accounts/api/links.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { editionSpan } from '#modules/expos/domain/venue-time.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { screenEnds, screenState } from '../../domain/schedule/hall-screen.ts';
import { insertScreen, loadScreens, updateScreen, type ScreenSettings } from '../../store/screens.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { organise, oversee } from '../open-edition.ts';
import { editionRef } from '../show-refs.ts';

/** More than these is a mistake, or a flood. */
const mostScreens = 50;

/** Screens that have not ended, with when each last asked what to show. */
export async function listScreens(work: Work, { editionId }: Asked<'listScreens'>): Promise<Result<Answer<'listScreens'>>> {
  const opened = await oversee(work, editionId);
  if (!opened.ok) return opened;
  const edition = await loadEditionHall(work, editionId, []);
  if (edition === null) return notFound('meetings.edition_unknown');
  const screens = await loadScreens(work.tx, opened.value.scope);
  return ok({
    edition: editionRef(edition),
    halls: [...new Set(edition.places.flatMap(({ hall }) => (hall === '' ? [] : [hall])))].sort(),
    entries: screens.map(({ id, name, shows, names, hall, theme, madeAt, expiresAt, seenAt }) => ({
      ...{ id, name, shows, names, hall, theme },
      ...{ madeAt: instantText(madeAt.getTime()), expiresAt: instantText(expiresAt.getTime()) },
      state: screenState({ expiresAt: expiresAt.getTime(), seenAt: seenAt?.getTime() ?? null }, work.now.getTime()),
      seenAt: seenAt === null ? null : instantText(seenAt.getTime()),
    })),
  });
}

/** What was chosen for a screen, where the edition has such a hall. Refuses `meetings.hall_unknown`. */
async function checkHall(work: Work, editionId: string, { hall }: ScreenSettings): Promise<Result<null>> {
  if (hall === '') return ok(null);
  const edition = await loadEditionHall(work, editionId, []);
  if (edition?.places.some((place) => place.hall === hall) === true) return ok(null);
  return refuseInput([{ path: ['hall'], code: 'meetings.hall_unknown', params: { hall } }]);
}

/** A screen with its link, which is told once. Refuses `meetings.too_many_screens`, and a hall that the edition has not. */
export async function createScreen(
  work: Work,
  { editionId, ...settings }: Asked<'createScreen'>,
  origin: string,
): Promise<Result<Answer<'createScreen'>>> {
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  const { scope, head } = opened.value;
  const known = await checkHall(work, editionId, settings);
  if (!known.ok) return known;
  if ((await loadScreens(work.tx, scope)).length >= mostScreens)
    return refuse({ kind: 'conflict', code: 'meetings.too_many_screens', params: { most: mostScreens } });
  const [office] = await foundUnclaimed(work, scope.office, [{ name: { en: { text: settings.name, origin: 'human' } } }], 'things');
  if (office === undefined) throw new Error('one office was to be founded');
  const expiresAt = new Date(screenEnds(work.now.getTime(), editionSpan(head).end));
  const [link] = await issueLinks(work, scope.office, { offices: [{ office, name: 'screen' }], expiresAt });
  if (link === undefined) throw new Error('one link was to be made');
  const id = work.newId();
  await insertScreen(work.tx, scope, { id, office, ...settings, madeAt: work.now, expiresAt });
  await audit(work, { useCase: 'create-screen', office: scope.office, subjects: [editionId, id], fields: Object.keys(settings) });
  return ok({ id, address: linkAddress(origin, link), until: instantText(expiresAt.getTime()) });
}

/** Sets what a screen shows; one that is open follows with its next question. */
export async function setScreen(
  work: Work,
  { editionId, screenId, ...settings }: Asked<'setScreen'>,
): Promise<Result<Answer<'listScreens'>>> {
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const known = await checkHall(work, editionId, settings);
  if (!known.ok) return known;
  if ((await updateScreen(work.tx, scope, screenId, settings)) === null) return notFound('meetings.screen_unknown');
  await audit(work, { useCase: 'set-screen', office: scope.office, subjects: [editionId, screenId], fields: Object.keys(settings) });
  return listScreens(work, { editionId });
}

/** Ends a screen and its link. */
export async function endScreen(work: Work, { editionId, screenId }: Asked<'endScreen'>): Promise<Result<Answer<'listScreens'>>> {
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const office = await updateScreen(work.tx, scope, screenId, { ended_at: work.now });
  if (office === null) return notFound('meetings.screen_unknown');
  await revokeLinks(work, office);
  await audit(work, { useCase: 'end-screen', office: scope.office, subjects: [editionId, screenId], fields: ['token'] });
  return listScreens(work, { editionId });
}
