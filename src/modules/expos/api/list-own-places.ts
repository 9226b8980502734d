// Where the caller has a part of their own at editions: their company takes part, or they interpret or speak.
import { ok, type Result } from '#kernel/result.ts';
import { linkUntil } from '#modules/accounts/api/links.ts';
import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../contract.ts';
import { addressees, type Addressee } from '../domain/addressee.ts';
import { listAddresseesOf } from '../store/addressees.ts';
import { findInterpreterRecord } from '../store/interpreters.ts';
import { findParticipantRecord } from '../store/participants.ts';
import { instantText } from './instant.ts';
import { findEdition } from './edition/open-edition.ts';
import { shownToThemselves } from './own-answers.ts';
import { whereOf } from './own-side.ts';
import { ownItems } from './programme/own-speaking.ts';

type Place = Answer<'listOwnPlaces'>['entries'][number];

const time = (at: Date | null): string | null => (at === null ? null : instantText(at));

/** Read as the organiser: of an edition an interpreter and a speaker see what is put together for them alone. */
async function placeOf(acting: Work, own: Addressee, until: Date | null): Promise<Place | null> {
  const edition = await findEdition(acting, own.editionId);
  if (!edition.ok) return null;
  const where = await whereOf(acting, edition.value, until);
  switch (own.whom) {
    case 'speakers':
      return { ...where, whom: own.whom, id: own.id, items: await ownItems(acting, own) };
    case 'interpreters': {
      const record = await findInterpreterRecord(acting.tx, own.editionId, own.id);
      return record === null ? null : { ...where, whom: own.whom, id: own.id, interpreter: shownToThemselves(record) };
    }
    case 'participants': {
      const record = await findParticipantRecord(acting.tx, own.editionId, own.id);
      if (record === null) return null;
      const { code, name, profileSaidAt, timesSaidAt } = record;
      const said = { profileSaidAt: time(profileSaidAt), timesSaidAt: time(timesSaidAt) };
      return { ...where, whom: own.whom, id: own.id, code, name: { ...name }, ...said };
    }
  }
}

/** Companies first, each kind with the newest edition first. */
const inOrder = (a: Place, b: Place): number =>
  addressees.indexOf(a.whom) - addressees.indexOf(b.whom) || (a.edition.firstDay < b.edition.firstDay ? 1 : -1);

/** What the caller's offices work or stand for. */
export async function listOwnPlaces(work: Work): Promise<Result<Answer<'listOwnPlaces'>>> {
  const offices = work.actor.memberships.map(({ office }) => office);
  const until = await linkUntil(work);
  const entries: Place[] = [];
  for (const own of await listAddresseesOf(work.tx, offices)) {
    const place = await actAs(work, { offices: [own.organiser], writes: false }, (acting) => placeOf(acting, own, until));
    if (place !== null) entries.push(place);
  }
  return ok({ entries: entries.sort(inOrder) });
}
