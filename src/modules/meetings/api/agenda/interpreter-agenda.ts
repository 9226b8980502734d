// An interpreter's day: the meetings that they interpret with both sides, what the programme takes them for, and when they are away.
import type { Role } from '#kernel/actor.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { interpreterSide } from '#modules/expos/api/interpreter-side.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { interpretedOf, longestStretch, workOf, type Interpreted } from '../../domain/agenda/interpreted.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import type { InterpreterScope } from '../../domain/scopes.ts';
import { mayActForInterpreter, mayReadInterpreted } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadInterpreted } from '../../store/agendas.ts';
import { loadNotice } from '../../store/releases.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { editionRef, participantRef, placeRef } from '../show-refs.ts';
import { queueOfInterpreter } from '../queue/show-queue.ts';
import { showNotice } from './show-agenda.ts';

export type InterpreterAgenda = Answer<'getInterpreterAgenda'>;

/** The interpreter for whoever is them or their organiser. Refuses `expos.interpreter_not_found`. */
export async function openInterpreter(
  work: Work,
  on: { readonly editionId: string; readonly interpreterId: string },
  role: Role,
): Promise<Result<InterpreterScope>> {
  const side = await interpreterSide(work, on, role);
  return side.ok ? ok(mayActForInterpreter(on, side.value)) : side;
}

const showMeeting = ({ start, end, place, parties, movedFrom, metAt, cancelled: _cancelled, languages, ...meeting }: Interpreted) => ({
  ...meeting,
  startsAt: instantText(start),
  endsAt: instantText(end),
  movedFrom: movedFrom === null ? null : instantText(movedFrom),
  metAt: metAt === null ? null : instantText(metAt),
  place: placeRef(place),
  languages: [...languages],
  parties: parties.map(participantRef),
});

/** The day of one interpreter, for themselves and the organiser; no person of a company is named in it. */
export async function getInterpreterAgenda(work: Work, input: Asked<'getInterpreterAgenda'>): Promise<Result<InterpreterAgenda>> {
  const opened = await openInterpreter(work, input, 'viewer');
  if (!opened.ok) return opened;
  const scope = opened.value;
  return actingFor(work, mayReadInterpreted(scope), async (acting) => {
    const edition = await loadEditionFacts(acting, scope.editionId);
    const interpreter = edition?.interpreters.find(({ id }) => id === scope.interpreterId);
    if (edition === null || interpreter === undefined) return notFound('expos.interpreter_not_found');
    const notice = await loadNotice(acting.tx, scope.editionId);
    const meetings = interpretedOf(await loadInterpreted(acting.tx, scope.editionId, interpreter.id));
    const held = meetings.filter(({ cancelled }) => !cancelled);
    return ok({
      edition: { ...editionRef(edition), venue: edition.venue },
      side: scope.side,
      interpreter: { id: interpreter.id, name: interpreter.name, languages: [...interpreter.languages] },
      release: showNotice(notice),
      entries: held.map(showMeeting),
      cancelled: meetings.filter(({ cancelled }) => cancelled).map(showMeeting),
      away: interpreter.away.map(({ start, end, reason, itemId }) => ({
        ...{ startsAt: instantText(start), endsAt: instantText(end) },
        // Why they are away is said to those alone who entered it; what the programme takes them for is no secret.
        ...{ itemId: itemId ?? null, title: itemId === undefined || itemId === null ? null : (reason ?? '') },
      })),
      stretchMinutes: longestStretch([...held, ...workOf(interpreter)], interpreter.restMinutes),
      longestMinutes: interpreter.longestMinutes ?? null,
      queue: await queueOfInterpreter(acting, scope),
    });
  });
}
