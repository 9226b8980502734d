// Tells the live queue what has happened, as the organiser or as one who takes part.
import { ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { badTime, toldMoment } from '../../domain/told-moment.ts';
import { closing } from '../../domain/queue/happenings.ts';
import { instantAt, type LiveQueue } from '../../domain/queue/live-queue.ts';
import type { Happening } from '../../domain/queue/queue-day.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { mayOrganise, mayTellQueueAsInterpreter, mayTellQueueFor } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { openInterpreter } from '../agenda/interpreter-agenda.ts';
import { atDoor } from '../door/open-door.ts';
import { loadEditionHall, type EditionHead } from '../edition-facts.ts';
import { organise, openParticipant } from '../open-edition.ts';
import { besideSchedule } from './open-queue.ts';
import { queueToRead } from './kept-queue.ts';
import { queueNames } from './show-queue.ts';
import { enterInQueue, tellLiveQueue, type Telling, type Told } from './step-queue.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';

interface Heard {
  readonly told: string;
  readonly at?: string | undefined;
}

/** What was told of a moment; one that is a little ahead is now, since clocks differ. */
function tellingOf(work: Work, { told, at }: Heard, what: Happening): Telling {
  const moment = toldMoment(at, work.now.getTime());
  return { told, at: moment.at, what, refusal: moment.isPossible ? null : badTime };
}

const paramsOf = (refusal: Refusal) => ('params' in refusal ? (refusal.params ?? {}) : {});

/** A refusal that names things by id, in words of the reader. */
const inWords = (work: Work, live: LiveQueue, refusal: Refusal) =>
  sentenceOf({ code: refusal.code, params: paramsOf(refusal) }, queueNames(live, work.actor.language), work.actor.language);

const answered = (work: Work, live: LiveQueue, results: readonly Told[]): Answer<'tellQueue'> => ({
  results: results.map(({ told, refusal }) => ({ told, problem: refusal === null ? null : inWords(work, live, refusal) })),
});

async function tell(work: Work, scope: OrganiserScope, tellings: readonly Telling[]): Promise<Result<Answer<'tellQueue'>>> {
  const results = await tellLiveQueue(work, scope, tellings);
  const queue = await queueToRead(work, scope.editionId);
  if (results.ok) return queue === null ? ok({ results: [] }) : ok(answered(work, queue.live, results.value));
  const { refusal } = results;
  if (queue === null || refusal.kind !== 'conflict') return results;
  return refuse({ ...refusal, params: inWords(work, queue.live, refusal).params });
}

const subjectsOf = (happenings: readonly Happening[]): readonly string[] =>
  [
    ...new Set(
      happenings.flatMap((one) =>
        Object.entries(one).flatMap(([key, value]) => (key.endsWith('Id') && typeof value === 'string' ? [value] : [])),
      ),
    ),
  ].slice(0, 50);

/** Enters what happened at the desk, the door and the tables; each is answered by itself. Refuses times that cannot be and, of one alone, what cannot have happened. */
export async function tellQueue(work: Work, input: Asked<'tellQueue'>): Promise<Result<Answer<'tellQueue'>>> {
  // Stewards say who is here and who sits; calling otherwise than the queue, and its tables and interpreters, are the organiser's.
  if (input.happenings.every(({ what }) => seating.has(what.kind)))
    return atDoor(work, input.editionId, async (acting, { head }) => {
      const scope = mayOrganise(acting.actor, head);
      return scope.ok ? enterTold(acting, scope.value, input) : scope;
    });
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, head } = opened.value;
  const free = await besideMeetings(work, head, input);
  return free.ok ? enterTold(work, scope, input) : free;
}

/** Hours that are added to those of the queue may hold no meeting of the schedule. */
async function besideMeetings(work: Work, head: EditionHead, { happenings }: Asked<'tellQueue'>): Promise<Result<null>> {
  const wanted = happenings.flatMap(({ what }) => (what.kind === 'hours' ? [what] : []));
  const live = wanted.length === 0 ? undefined : (await queueToRead(work, head.id))?.live;
  if (live === undefined) return ok(null);
  const [opens, closes] = [instantAt(live, live.opening.opensAt), instantAt(live, live.opening.closesAt)];
  const hours = wanted.flatMap(({ opensAt, closesAt }) => [
    { start: Date.parse(opensAt), end: Math.min(opens, Date.parse(closesAt)) },
    { start: Math.max(closes, Date.parse(opensAt)), end: Date.parse(closesAt) },
  ]);
  return besideSchedule(work, head, { hours, slots: (await loadEditionHall(work, head.id, []))?.slots ?? [] });
}

const seating: ReadonlySet<Happening['kind']> = new Set(['arrive', 'leave', 'begin', 'end', 'notHere']);

function happeningOf(what: Asked<'tellQueue'>['happenings'][number]['what']): Happening {
  if (what.kind === 'arrive' || what.kind === 'interpreterComes')
    return { ...what, until: what.until === undefined ? undefined : Date.parse(what.until) };
  if (what.kind === 'hours') return { ...what, opensAt: Date.parse(what.opensAt), closesAt: Date.parse(what.closesAt) };
  return what;
}

async function enterTold(work: Work, scope: OrganiserScope, input: Asked<'tellQueue'>): Promise<Result<Answer<'tellQueue'>>> {
  const tellings = input.happenings.map(({ what, ...heard }) => {
    return tellingOf(work, heard, happeningOf(what));
  });
  const answer = await tell(work, scope, tellings);
  if (!answer.ok) return answer;
  const happenings = tellings.map(({ what }) => what);
  const fields = [...new Set(happenings.map(({ kind }) => kind))];
  await audit(work, { useCase: 'tell-queue', office: scope.office, subjects: subjectsOf(happenings), fields });
  return answer;
}

/** The same for one who takes part: that they are here or go, and that a talk of their own begins or ends. */
export async function tellOwnQueue(work: Work, input: Asked<'tellOwnQueue'>): Promise<Result<Answer<'tellOwnQueue'>>> {
  const { editionId, participantId } = input;
  const opened = await openParticipant(work, editionId, participantId, 'editor');
  if (!opened.ok) return opened;
  const { scope, edition } = opened.value;
  const answer = await actingFor(work, mayTellQueueFor(scope), async (acting) => {
    const organiser = mayOrganise(acting.actor, { id: editionId, organiser: edition.organiser });
    if (!organiser.ok) return organiser;
    const queue = await queueToRead(acting, editionId);
    const foreign = input.happenings.flatMap(({ what }, index) => {
      const talk = 'talkId' in what ? queue?.live.talks.get(what.talkId) : undefined;
      const own = talk === undefined ? !('talkId' in what) : [talk.seatedId, talk.rotatingId].includes(participantId);
      return own ? [] : [{ path: ['happenings', index, 'what', 'talkId'], code: 'meetings.queue_talk_over' }];
    });
    if (foreign.length > 0) return refuseInput(foreign);
    return tell(
      acting,
      organiser.value,
      input.happenings.map(({ what, ...heard }) => tellingOf(work, heard, ownHappening(what, participantId))),
    );
  });
  if (!answer.ok) return answer;
  const fields = [...new Set(input.happenings.map(({ what }) => what.kind))];
  await audit(work, { useCase: 'tell-queue', office: scope.office, subjects: [participantId], fields });
  return answer;
}

/** An interpreter says that they are here, until when, or go. Refuses `expos.interpreter_not_found`. */
export async function tellInterpreterQueue(
  work: Work,
  input: Asked<'tellInterpreterQueue'>,
): Promise<Result<Answer<'tellInterpreterQueue'>>> {
  const { editionId, interpreterId } = input;
  const opened = await openInterpreter(work, input, 'editor');
  if (!opened.ok) return opened;
  const answer = await actingFor(work, mayTellQueueAsInterpreter(opened.value), async (acting) => {
    const organiser = mayOrganise(acting.actor, { id: editionId, organiser: opened.value.organiser });
    if (!organiser.ok) return organiser;
    const tellings = input.happenings.map(({ what, ...heard }) => tellingOf(work, heard, happeningOf({ ...what, interpreterId })));
    return tell(acting, organiser.value, tellings);
  });
  if (!answer.ok) return answer;
  const fields = [...new Set(input.happenings.map(({ what }) => what.kind))];
  await audit(work, { useCase: 'tell-queue', office: opened.value.office, subjects: [interpreterId], fields });
  return answer;
}

const ownHappening = (what: Asked<'tellOwnQueue'>['happenings'][number]['what'], participantId: string): Happening => {
  switch (what.kind) {
    case 'arrive':
      return { kind: 'arrive', participantId, until: what.until === undefined ? undefined : Date.parse(what.until) };
    case 'leave':
      return { kind: 'leave', participantId };
    default:
      return what;
  }
};

/** Pauses the queue, lets it go on, or ends its day; what is called and has not begun ends with it. Refuses the state that it has already. */
export async function setQueueState(work: Work, input: Asked<'setQueueState'>): Promise<Result<Answer<'setQueueState'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const queue = await queueToRead(work, input.editionId);
  if (queue?.live.state === input.state) return refuse({ kind: 'conflict', code: `meetings.queue_is_${input.state}` });
  const entered = await enterInQueue(work, scope, (live) =>
    input.state === 'closed' ? closing(live) : [{ kind: 'state', state: input.state }],
  );
  if (!entered.ok) return entered;
  await audit(work, { useCase: 'set-queue-state', office: scope.office, subjects: [queue?.id ?? input.editionId], fields: ['state'] });
  return ok({ state: input.state });
}
