// What waits for the organiser's decision, the most urgent first, one action each.
import type { PlanFigures } from './figures.ts';
import type { LanguageGap, Outlook } from './outlook.ts';
import { changesAnything, type Upheaval } from './plan-differences.ts';
import type { Sentence } from './sentences.ts';

export type DecisionKind =
  | 'no_participants'
  | 'no_slots'
  | 'without_languages'
  | 'no_language'
  | 'few_interpreters'
  | 'lack_interpreter'
  | 'no_plan'
  | 'plan_failed'
  | 'hard_conflicts'
  | 'plan_not_verified'
  | 'unplaced_musts'
  | 'requests_since'
  | 'plan_ready'
  | 'queue_calls'
  | 'absence'
  | 'came_after_all'
  | 'met_in_queue'
  | 'withdrawn'
  | 'declined'
  | 'participant_away'
  | 'interpreter_away'
  | 'not_understood'
  | 'move_proposed'
  | 'move_asked'
  | 'cancel_asked'
  | 'not_told'
  | 'speaker_not_coming'
  | 'without_meeting';

export interface Decision {
  readonly kind: DecisionKind;
  readonly title: Sentence;
  readonly detail: Sentence | null;
  /** It hinders somebody now. */
  readonly attention: boolean;
  /** Since when, UTC milliseconds. */
  readonly since: number | null;
  readonly planId: string | null;
  /** Where several meetings are meant, the first of them. */
  readonly meetingId: string | null;
  readonly interpreterId: string | null;
  readonly participants: readonly string[];
}

export interface AbsenceTold {
  readonly meetingId: string;
  readonly absent: string;
  readonly reporter: string;
  /** Name and code, and the place in words, in the reader's language. */
  readonly absentName: string;
  readonly reporterName: string;
  readonly place: string;
  /** Venue clock time of the meeting. */
  readonly clock: string;
  readonly reportedAt: number;
}

export interface WithdrawnTold {
  readonly participant: string;
  /** Name and code, in the reader's language. */
  readonly name: string;
  readonly meetings: number;
  /** Id of the first of them. */
  readonly first: string;
}

/** A participant that a change on the day took out of the schedule, and that has come to the door since. */
export interface CameTold {
  readonly participant: string;
  /** Name and code, in the reader's language. */
  readonly name: string;
  /** Venue clock time until which they are down as away. */
  readonly until: string;
  readonly cameAt: number;
}

/** A participant that will not meet somebody with whom the schedule in force still holds a meeting that lies ahead. */
export interface DeclinedTold {
  readonly participant: string;
  /** Name and code, and those of the other sides, in the reader's language. */
  readonly name: string;
  readonly others: string;
  /** Venue clock times of these meetings, in words. */
  readonly times: string;
  readonly meetings: number;
  /** Id of the first of them. */
  readonly first: string;
}

/** A participant or interpreter who is away at meetings of the schedule in force that lie ahead. */
export interface AwayTold {
  readonly id: string;
  /** Of a participant with the code, in the reader's language. */
  readonly name: string;
  /** Venue clock times of these meetings, in words. */
  readonly times: string;
  readonly meetings: number;
  /** Id of the first of them. */
  readonly first: string;
}

/** What a side proposed or asked of a meeting ahead, and the organiser has to answer. */
export interface AskedTold {
  readonly kind: 'move_proposed' | 'move_asked' | 'cancel_asked';
  readonly meetingId: string;
  readonly participant: string;
  /** Name and code of both, in the reader's language. */
  readonly name: string;
  readonly other: string;
  /** Venue clock times: of the meeting, and of what is proposed; the latter empty where no time is named. */
  readonly time: string;
  readonly proposed: string;
  readonly since: number;
}

/** Several meetings of the schedule in force that lie ahead. */
export interface MeetingsTold {
  /** Which, with the time of each, in words. */
  readonly which: string;
  readonly meetings: number;
  /** Id of the first of them. */
  readonly first: string;
  readonly participants: readonly string[];
}

/** Speakers who said that they cannot come to an item of the programme that lies ahead, all of one item together. */
export interface NotComingTold {
  readonly names: string;
  readonly speakers: number;
  /** Its title, in the reader's language. */
  readonly item: string;
}

/** Meetings that somebody must have, and for which the schedule in force has no time. */
export interface MustsLeftTold {
  /** Which, by their codes. */
  readonly which: string;
  readonly meetings: number;
  readonly participants: readonly string[];
}

/** What of the outlook waits for somebody: wishes that no interpreter at hand understands, and interpreters who are too few. */
export interface OutlookTold extends Pick<Outlook, 'short'> {
  readonly gaps: readonly (Omit<LanguageGap, 'languages'> & { readonly languages: string })[];
}

/**
 * Meetings that lack nothing but an interpreter beside the latest plan, or beside the schedule in force once it was released. Where there is a
 * plan, it alone is asked: what was known before any search counts meetings that have no place for other reasons, too.
 */
export interface PlannedLacks {
  readonly planId: string;
  /** Of the draft, or of the schedule that its release made. */
  readonly number: number;
  readonly released: boolean;
  readonly groups: readonly { readonly languages: string; readonly meetings: number; readonly musts: number }[];
}

/** A live queue that goes on, with what of it may need somebody. */
export interface QueueTold {
  /** Venue clock times. */
  readonly opens: string;
  readonly closes: string;
  readonly hasBegun: boolean;
  /** Shown calls that nobody has come to yet, and those of them that are late. */
  readonly calls: number;
  readonly late: number;
  /** Tables at which an exhibitor waits. */
  readonly tables: number;
  /** Pairs of which one must meet the other and has not yet. */
  readonly musts: number;
}

/** The state of an edition's meetings as far as decisions depend on it. */
export interface State {
  /** null: no live queue goes on. */
  readonly queue: QueueTold | null;
  readonly participants: number;
  readonly slots: number;
  readonly places: number;
  readonly wished: number;
  /** Languages by their names. Of what is known before any search nothing is told where a plan says more. */
  readonly lacking: OutlookTold | PlannedLacks;
  /** Ids of those whose languages are not known, though interpreters are planned. */
  readonly withoutLanguages: readonly string[];
  readonly latestPlan: {
    readonly id: string;
    readonly number: number;
    readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
    readonly endedAt: number | null;
    readonly figures: PlanFigures | null;
    readonly released: boolean;
    /** Whether it may be released, with the hard conflicts as they are now (see release-hindrance.ts). */
    readonly hindrance: Sentence | null;
    /** Pairs of whom a request was entered, changed or withdrawn since it began. */
    readonly requestsSince: number;
    /** What its release would do to the schedule in force; null where there is none. */
    readonly upheaval: Upheaval | null;
  } | null;
  readonly absences: readonly AbsenceTold[];
  readonly came: readonly CameTold[];
  /** Who has withdrawn and still has meetings ahead in the schedule in force. */
  readonly withdrawn: readonly WithdrawnTold[];
  readonly declined: readonly DeclinedTold[];
  /** Which have been held in the live queue by now; null where there are none. */
  readonly met: MeetingsTold | null;
  readonly asked: readonly AskedTold[];
  /** Ids and names of those who could not be told of a release and whom nothing has reached since, and the number of the schedule in force. */
  readonly untold: { readonly ids: readonly string[]; readonly who: string; readonly number: number };
  readonly participantsAway: readonly AwayTold[];
  readonly interpretersAway: readonly AwayTold[];
  /** Of two sides without a language in common and with no interpreter; null where there are none. */
  readonly notUnderstood: MeetingsTold | null;
  readonly notComing: readonly NotComingTold[];
  /** null where there are none, or no schedule is in force that still has slots ahead. */
  readonly mustsLeft: MustsLeftTold | null;
  /** The schedule in force while slots lie ahead, and the ids and names of those who take part and have no meeting in it; null where there is none. */
  readonly inForce: { readonly number: number; readonly without: readonly string[]; readonly who: string } | null;
}

const plain = (kind: DecisionKind, attention: boolean, params: Sentence['params'] = {}): Decision => ({
  kind,
  title: { code: `meetings.decision_${kind}`, params },
  detail: { code: `meetings.decision_${kind}_detail`, params },
  attention,
  since: null,
  planId: null,
  meetingId: null,
  interpreterId: null,
  participants: [],
});

const ofQueue = ({ hasBegun, ...told }: QueueTold): Decision => {
  const calls = plain('queue_calls', told.late > 0, { ...told });
  return hasBegun ? calls : { ...calls, title: { code: 'meetings.decision_queue_opens', params: { ...told } }, detail: null };
};

const ofAbsence = (told: AbsenceTold): Decision => ({
  ...plain('absence', true, { absent: told.absentName, reporter: told.reporterName, time: told.clock, place: told.place }),
  since: told.reportedAt,
  meetingId: told.meetingId,
  participants: [told.absent, told.reporter],
});

const ofCame = ({ participant, name, until, cameAt }: CameTold): Decision => ({
  ...plain('came_after_all', true, { name, until }),
  since: cameAt,
  participants: [participant],
});

const ofWithdrawn = ({ participant, name, meetings, first }: WithdrawnTold): Decision => ({
  ...plain('withdrawn', true, { name, count: meetings }),
  meetingId: first,
  participants: [participant],
});

const ofDeclined = ({ participant, name, others, times, meetings: count, first }: DeclinedTold): Decision => ({
  ...plain('declined', true, { name, others, times, count }),
  meetingId: first,
  participants: [participant],
});

const ofAsked = ({ kind, meetingId, participant, name, other, time, proposed, since }: AskedTold): Decision => ({
  ...plain(kind, true, { name, other, time, proposed }),
  ...{ since, meetingId, participants: [participant] },
});

const ofParticipantAway = ({ id, name, times, meetings: count, first }: AwayTold): Decision => ({
  ...plain('participant_away', true, { name, times, count }),
  meetingId: first,
  participants: [id],
});

const ofInterpreterAway = ({ id, name, times, meetings: count, first }: AwayTold): Decision => ({
  ...plain('interpreter_away', true, { name, times, count }),
  ...{ meetingId: first, interpreterId: id },
});

const ofMeetings = (kind: 'not_understood' | 'met_in_queue', told: MeetingsTold | null): readonly Decision[] =>
  told === null
    ? []
    : [
        {
          ...plain(kind, true, { count: told.meetings, which: told.which }),
          ...{ meetingId: told.first, participants: told.participants },
        },
      ];

const ofNotComing = ({ names, speakers: count, item }: NotComingTold): Decision =>
  plain('speaker_not_coming', true, { names, count, item });

/** `number` is of the plan that the schedule came from: its page tells of each what would help. */
function ofMustsLeft({ mustsLeft, inForce }: State, number: number): readonly Decision[] {
  if (mustsLeft === null || inForce === null) return [];
  const { meetings: count, which, participants } = mustsLeft;
  const params = { count, number, schedule: inForce.number, which };
  const code = 'meetings.decision_unplaced_musts_released';
  return [{ ...plain('unplaced_musts', false), title: { code, params }, detail: { code: `${code}_detail`, params }, participants }];
}

const ofWithoutMeeting = ({ inForce }: State): readonly Decision[] =>
  inForce === null || inForce.without.length === 0
    ? []
    : [
        {
          ...plain('without_meeting', false, { count: inForce.without.length, number: inForce.number, who: inForce.who }),
          participants: inForce.without,
        },
      ];

const ofUntold = ({ untold: { ids, who, number } }: State): readonly Decision[] =>
  ids.length === 0 ? [] : [{ ...plain('not_told', true, { count: ids.length, who, number }), participants: ids }];

const ofSetup = (state: State): readonly Decision[] => [
  ...(state.participants === 0 ? [plain('no_participants', true)] : []),
  ...(state.participants > 0 && (state.slots === 0 || state.places === 0) ? [plain('no_slots', true)] : []),
  ...(state.withoutLanguages.length > 0
    ? [{ ...plain('without_languages', false, { count: state.withoutLanguages.length }), participants: state.withoutLanguages }]
    : []),
];

const ofOutlook = ({ gaps, short }: OutlookTold): readonly Decision[] => [
  ...gaps.map(({ languages, meetings: count, musts }) => plain('no_language', true, { count, musts, languages })),
  ...(short === null
    ? []
    : [plain('few_interpreters', true, { count: short.meetings, room: short.room, missing: short.meetings - short.room })]),
];

const ofPlanned = ({ planId, number, released, groups }: PlannedLacks): readonly Decision[] =>
  groups.map(({ languages, meetings: count, musts }): Decision => {
    const params = { count, musts, languages, number };
    const lack = { ...plain('lack_interpreter', true, params), planId };
    return released ? { ...lack, detail: { code: 'meetings.decision_lack_interpreter_released_detail', params } } : lack;
  });

const readyPlan = (
  params: { readonly number: number; readonly placed: number; readonly wished: number },
  upheaval: Upheaval | null,
): Decision => {
  const ready = plain('plan_ready', false, params);
  if (upheaval === null) return ready;
  return { ...ready, detail: { code: 'meetings.decision_plan_ready_again_detail', params: { ...params, ...upheaval } } };
};

function ofPlan(state: State): readonly Decision[] {
  const plan = state.latestPlan;
  if (plan === null)
    return state.wished > 0 && state.slots > 0 && state.places > 0 ? [plain('no_plan', false, { count: state.wished })] : [];
  const about = (decision: Decision): Decision => ({ ...decision, planId: plan.id, since: plan.endedAt });
  const number = plan.number;
  // Its time is not that at which the draft was done, and of the changes themselves none is kept here.
  const since =
    plan.requestsSince > 0 ? [{ ...about(plain('requests_since', false, { count: plan.requestsSince, number })), since: null }] : [];
  if (plan.status === 'running') return [];
  const left = ofMustsLeft(state, number).map(about);
  if (plan.status === 'failed' || plan.figures === null) return [about(plain('plan_failed', true, { number })), ...left, ...since];
  const { musts, mustsPlaced, placed, wished } = plan.figures;
  if (plan.released) return [...left, ...since];
  const { hindrance } = plan;
  return [
    ...(hindrance?.code === 'meetings.hard_conflicts_stand' ? [about(plain('hard_conflicts', true, { ...hindrance.params, number }))] : []),
    ...(hindrance?.code === 'meetings.plan_not_verified' ? [about(plain('plan_not_verified', true, { number }))] : []),
    ...(musts > mustsPlaced ? [about(plain('unplaced_musts', false, { count: musts - mustsPlaced, number }))] : []),
    ...(hindrance === null && changesAnything(plan.upheaval) ? [about(readyPlan({ number, placed, wished }, plan.upheaval))] : []),
    ...since,
  ];
}

/** Which interpreters are lacking: one answer, whichever page tells it. */
export const lackDecisions = (lacking: State['lacking']): readonly Decision[] =>
  'planId' in lacking ? ofPlanned(lacking) : ofOutlook(lacking);

/** All decisions: the live queue that goes on, who stands alone at a table first, then whom others wait for in vain, what the set-up lacks, what no search can mend, and the latest plan. */
export const decisionsOf = (state: State): readonly Decision[] => [
  ...(state.queue === null ? [] : [ofQueue(state.queue)]),
  ...state.absences.map(ofAbsence),
  ...state.came.map(ofCame),
  ...state.withdrawn.map(ofWithdrawn),
  ...ofMeetings('met_in_queue', state.met),
  ...state.declined.map(ofDeclined),
  ...state.asked.map(ofAsked),
  ...ofUntold(state),
  ...state.participantsAway.map(ofParticipantAway),
  ...state.interpretersAway.map(ofInterpreterAway),
  ...ofMeetings('not_understood', state.notUnderstood),
  ...state.notComing.map(ofNotComing),
  ...ofSetup(state),
  ...lackDecisions(state.lacking),
  ...ofWithoutMeeting(state),
  ...ofPlan(state),
];
