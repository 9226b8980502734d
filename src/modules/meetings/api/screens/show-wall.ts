// What a screen in the hall shows: for its organiser as it would be, and for whoever holds the screen's link.
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Counterpart } from '../../domain/agenda/agenda.ts';
import { interpretedOf } from '../../domain/agenda/interpreted.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import type { Spot } from '../../domain/planning/plan-differences.ts';
import { beginsNext, beginsWithin, changesMinutes, changesToShow } from '../../domain/schedule/hall-screen.ts';
import { mayReadForScreen } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadNotice } from '../../store/releases.ts';
import { findScreenOf, loadBeginning, loadLateChanges, type ScreenSettings } from '../../store/screens.ts';
import { oversee } from '../open-edition.ts';
import { wallOfQueue } from '../queue/show-queue.ts';
import { editionRef, placeRef } from '../show-refs.ts';

type Wall = Answer<'getWall'>;
type Schedule = NonNullable<Wall['schedule']>;
type Settings = Pick<ScreenSettings, 'shows' | 'names' | 'hall'>;

async function wallOfSchedule(work: Work, editionId: string, { names, hall }: Settings): Promise<Schedule> {
  const now = work.now.getTime();
  const { from, until } = beginsWithin(now);
  const rows = await loadBeginning(work.tx, editionId, { from: new Date(from), until: new Date(until) });
  const changes = await loadLateChanges(work.tx, editionId, new Date(now - changesMinutes * 60_000));
  const [begins, changed] = [beginsNext(interpretedOf(rows), { now, hall }), changesToShow(changes, { now, hall })];
  // A name that is not to be shown does not leave the server.
  const party = ({ code, name }: Pick<Counterpart, 'code' | 'name'>): { code: string; name: MultilingualText | null } => ({
    code,
    name: names === 'companies' ? name : null,
  });
  const spot = (at: Spot | null) => (at === null ? null : { startsAt: instantText(at.start), place: at.placeCode });
  return {
    released: (await loadNotice(work.tx, editionId)) !== null,
    begins: begins.shown.map(({ meetingId, start, place, parties }) => ({
      ...{ meetingId, startsAt: instantText(start), place: placeRef(place) },
      parties: parties.map(party),
    })),
    moreBegin: begins.more,
    changes: changed.shown.map(({ meetingId, kind, parties, before, after }) => ({
      ...{ meetingId, kind, parties: parties.map(party) },
      ...{ before: spot(before), after: spot(after) },
    })),
    moreChanged: changed.more,
  };
}

/** The work must read as the organiser of the edition. */
async function wallOf(work: Work, editionId: string, settings: Settings): Promise<Result<Wall>> {
  const edition = await findEdition(work, editionId);
  if (!edition.ok) return notFound('meetings.edition_unknown');
  const { shows, hall } = settings;
  return ok({
    ...{ edition: editionRef(edition.value), at: instantText(work.now.getTime()), shows, hall },
    calls: shows === 'calls' ? await wallOfQueue(work, editionId, hall) : null,
    schedule: shows === 'schedule' ? await wallOfSchedule(work, editionId, settings) : null,
  });
}

/** A screen as it would be with these settings, for the organiser. */
export async function getWall(work: Work, { editionId, ...settings }: Asked<'getWall'>): Promise<Result<Wall>> {
  const opened = await oversee(work, editionId);
  return opened.ok ? wallOf(work, editionId, settings) : opened;
}

/** What the screen shows whose link the caller holds. Refuses `meetings.screen_unknown` to everybody else. */
export async function getScreen(work: Work): Promise<Result<Answer<'getScreen'>>> {
  const offices = work.actor.memberships.map(({ office }) => office);
  const screen = work.actor.holder === 'link' && offices.length > 0 ? await findScreenOf(work.tx, offices) : null;
  if (screen === null) return notFound('meetings.screen_unknown');
  return actingFor(work, mayReadForScreen(screen), async (acting) => {
    const wall = await wallOf(acting, screen.editionId, screen);
    return wall.ok ? ok({ ...wall.value, theme: screen.theme }) : wall;
  });
}
