import { expect, test } from 'vitest';
import { decisionsOf, type State } from './decisions.ts';

const figures = {
  wished: 10,
  placed: 8,
  unplaced: 2,
  musts: 3,
  mustsPlaced: 2,
  breaks: 0,
  bound: null,
  breaksBound: null,
  hard: 0,
  warnings: 0,
};
const plan: NonNullable<State['latestPlan']> = {
  id: 'p',
  number: 4,
  status: 'ready',
  endedAt: 5,
  figures,
  released: false,
  requestsSince: 0,
  hindrance: null,
  upheaval: null,
};
const state: State = {
  participants: 3,
  slots: 4,
  places: 2,
  wished: 10,
  lacking: { gaps: [], short: null },
  withoutLanguages: [],
  latestPlan: plan,
  absences: [],
  came: [],
  queue: null,
  withdrawn: [],
  declined: [],
  met: null,
  asked: [],
  untold: { ids: [], who: '', number: 0 },
  participantsAway: [],
  interpretersAway: [],
  notUnderstood: null,
  notComing: [],
  mustsLeft: null,
  inForce: null,
};
const kinds = (more: Partial<State>) => decisionsOf({ ...state, ...more }).map((d) => d.kind);

test('an empty edition asks for participants, one without times for slots', () => {
  expect(kinds({ participants: 0, slots: 0, places: 0, wished: 0, latestPlan: null })).toEqual(['no_participants']);
  expect(kinds({ slots: 0, latestPlan: null })).toEqual(['no_slots']);
});

test('a plan that is ready says so beside the musts it misses; one with hard conflicts does not', () => {
  expect(kinds({})).toEqual(['unplaced_musts', 'plan_ready']);
  const hindered = (code: string) => kinds({ latestPlan: { ...plan, hindrance: { code, params: {} } } });
  expect(hindered('meetings.hard_conflicts_stand')).toEqual(['hard_conflicts', 'unplaced_musts']);
  expect(hindered('meetings.plan_not_verified')).toEqual(['plan_not_verified', 'unplaced_musts']);
});

test('where a schedule is in force, a draft says how many of its meetings would move', () => {
  const upheaval = { schedule: 3, meetings: 95, moved: 2, removed: 0, added: 3, interpreted: 1 };
  const ready = decisionsOf({ ...state, latestPlan: { ...plan, upheaval } }).find(({ kind }) => kind === 'plan_ready');
  expect(ready?.detail).toEqual({
    code: 'meetings.decision_plan_ready_again_detail',
    params: { number: 4, placed: 8, wished: 10, ...upheaval },
  });
});

test('a draft that would change nothing of the schedule in force leaves nothing to decide', () => {
  const same = { schedule: 3, meetings: 95, moved: 0, removed: 0, added: 0, interpreted: 0 };
  expect(kinds({ latestPlan: { ...plan, upheaval: same } })).toEqual(['unplaced_musts']);
  expect(kinds({ latestPlan: { ...plan, upheaval: { ...same, interpreted: 1 } } })).toEqual(['unplaced_musts', 'plan_ready']);
});

test('who takes part and has no meeting in the schedule in force is named, with or without a newer draft', () => {
  const inForce = { number: 2, without: ['e31'], who: 'Thirty-one (E31)' };
  const released = { ...plan, released: true };
  const [told, ...others] = decisionsOf({ ...state, latestPlan: released, inForce });
  expect(others).toEqual([]);
  expect(told).toMatchObject({ kind: 'without_meeting', participants: ['e31'], detail: { params: { who: 'Thirty-one (E31)' } } });
  expect(kinds({ latestPlan: released, inForce: { ...inForce, without: [] } })).toEqual([]);
});

test('nothing waits while a plan is searched for or once it is released, but requests that came since', () => {
  expect(kinds({ latestPlan: { ...plan, status: 'running', figures: null } })).toEqual([]);
  expect(kinds({ latestPlan: { ...plan, released: true, requestsSince: 2 } })).toEqual(['requests_since']);
  expect(kinds({ latestPlan: { ...plan, status: 'failed', figures: null } })).toEqual(['plan_failed']);
  // When the draft was done is not when they changed.
  expect(decisionsOf({ ...state, latestPlan: { ...plan, released: true, requestsSince: 2 } })[0]?.since).toBeNull();
});

test('wishes that nobody can interpret are named whatever the plan says, by the languages that would mend them', () => {
  const gap = { languages: 'Chinese and English', meetings: 164, musts: 71 };
  const short = { meetings: 30, room: 12 };
  const [first, second] = decisionsOf({ ...state, lacking: { gaps: [gap], short }, latestPlan: null });
  expect(first).toMatchObject({ kind: 'no_language', attention: true, title: { params: { count: 164, musts: 71 } } });
  expect(second).toMatchObject({ kind: 'few_interpreters', title: { params: { count: 30, room: 12, missing: 18 } } });
});

test('once there is a plan, it alone says which interpreters are lacking', () => {
  const planned = { planId: 'p', number: 2, released: false, groups: [{ languages: 'Chinese and English', meetings: 7, musts: 1 }] };
  expect(kinds({ lacking: planned, latestPlan: null })).toEqual(['lack_interpreter', 'no_plan']);
  expect(kinds({ lacking: { ...planned, groups: [] }, latestPlan: null })).toEqual(['no_plan']);
});

test('a must without a time in the schedule in force stays, until a newer draft says so itself', () => {
  const mustsLeft = { which: 'E02–B11', meetings: 1, participants: ['e2', 'b11'] };
  const inForce = { number: 2, without: [], who: '' };
  const released = { ...plan, released: true };
  expect(decisionsOf({ ...state, latestPlan: released, inForce, mustsLeft })).toMatchObject([
    {
      ...{ kind: 'unplaced_musts', planId: 'p', participants: ['e2', 'b11'] },
      title: { code: 'meetings.decision_unplaced_musts_released', params: { count: 1, number: 4, schedule: 2 } },
      detail: { params: { which: 'E02–B11' } },
    },
  ]);
  expect(kinds({ inForce, mustsLeft })).toEqual(['unplaced_musts', 'plan_ready']);
  expect(kinds({ latestPlan: { ...plan, status: 'failed', figures: null }, inForce, mustsLeft })).toEqual([
    'plan_failed',
    'unplaced_musts',
  ]);
  expect(kinds({ latestPlan: released, mustsLeft })).toEqual([]);
});

test('a speaker who cannot come waits for the organiser, whatever the plan says', () => {
  const [first] = decisionsOf({ ...state, latestPlan: null, notComing: [{ names: 'Ada Lin', speakers: 1, item: 'Opening' }] });
  expect(first).toMatchObject({ kind: 'speaker_not_coming', attention: true, title: { params: { names: 'Ada Lin', item: 'Opening' } } });
});

test('who waits alone at a table comes first', () => {
  const absence = {
    meetingId: 'm',
    absent: 'B1',
    reporter: 'E1',
    absentName: 'Lizhou Tools (B14)',
    reporterName: 'Ironfennel Tools (E17)',
    place: 'table 7',
    clock: '10:50',
    reportedAt: 9,
  };
  const [first] = decisionsOf({ ...state, absences: [absence] });
  expect(first).toMatchObject({
    kind: 'absence',
    attention: true,
    since: 9,
    meetingId: 'm',
    title: { params: { absent: 'Lizhou Tools (B14)', reporter: 'Ironfennel Tools (E17)', place: 'table 7', time: '10:50' } },
  });
});
