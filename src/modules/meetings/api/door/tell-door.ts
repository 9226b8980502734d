// Keeps who came to the door and went, each under the name that its teller gave it, so that telling it again changes nothing.
import { ok, type Params, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { CheckIn } from '../../domain/door/who-is-here.ts';
import { badTime, toldMoment } from '../../domain/told-moment.ts';
import { insertCheckIns, ofCheckIns, takeBackCheckIns, toldAtDoor } from '../../store/check-ins.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { mayOrganise } from '../../policy.ts';
import { queueFollowsDoor } from '../queue/follow-door.ts';
import { atDoor } from './open-door.ts';

type Happening = Asked<'tellDoor'>['happenings'][number];

const unknownHere: Refusal = { kind: 'not_found', code: 'meetings.door_unknown' };
const withdrawn: Refusal = { kind: 'conflict', code: 'meetings.door_withdrawn' };
const neverTold: Refusal = { kind: 'not_found', code: 'meetings.check_in_unknown' };

type Roster = ReadonlyMap<string, { readonly withdrawn: boolean }>;

function checkInOf({ told, at, what }: Happening, roster: Roster, now: number): CheckIn | Refusal {
  if (what.kind === 'takeBack') return neverTold;
  const who = roster.get(what.participantId);
  const moment = toldMoment(at, now);
  if (who === undefined) return unknownHere;
  if (who.withdrawn && what.kind === 'arrived') return withdrawn;
  return moment.isPossible ? { id: told, participantId: what.participantId, kind: what.kind, at: moment.at } : badTime;
}

const isRefusal = (one: CheckIn | Refusal): one is Refusal => 'code' in one;

/**
 * Enters who came and went, each by itself: one that cannot be is answered with its refusal and hinders no other, what was told before is known.
 * Two doors may say the same, and nobody is refused for being here already. Refuses where nothing at all could be entered.
 */
export function tellDoor(work: Work, { editionId, happenings }: Asked<'tellDoor'>): Promise<Result<Answer<'tellDoor'>>> {
  return atDoor(work, editionId, async (acting, { scope, head }) => {
    const named = happenings.flatMap(({ what }) => (what.kind === 'takeBack' ? [] : [what.participantId]));
    const hall = named.length === 0 ? null : await loadEditionHall(acting, editionId, [...new Set(named)]);
    const roster: Roster = new Map((hall?.participants ?? []).map((one) => [one.id, one]));
    const known = await toldAtDoor(
      acting.tx,
      editionId,
      happenings.flatMap(({ told, what }) => (what.kind === 'takeBack' ? [told, what.of] : [told])),
    );
    const entered = new Map<string, CheckIn>();
    const refusals = new Map<string, Refusal>();
    for (const one of happenings) {
      if (known.has(one.told) || entered.has(one.told) || one.what.kind === 'takeBack') continue;
      const checkIn = checkInOf(one, roster, work.now.getTime());
      if (isRefusal(checkIn)) refusals.set(one.told, checkIn);
      else entered.set(one.told, checkIn);
    }
    const takenBack = happenings.flatMap(({ told, what }): readonly string[] => {
      if (what.kind !== 'takeBack') return [];
      if (known.has(what.of) || entered.has(what.of)) return [what.of];
      refusals.set(told, neverTold);
      return [];
    });
    if (refusals.size > 0 && happenings.every(({ told }) => refusals.has(told))) return noneEntered(happenings, refusals);
    await insertCheckIns(acting.tx, scope, [...entered.values()], work.now);
    if (takenBack.length > 0) await takeBackCheckIns(acting.tx, scope, takenBack, work.now);
    const changed = await ofCheckIns(acting.tx, editionId, [...entered.keys(), ...takenBack]);
    const organiser = mayOrganise(acting.actor, head);
    if (organiser.ok && changed.size > 0) await queueFollowsDoor(acting, organiser.value, changed);
    const fields = [...new Set(happenings.map(({ what }) => what.kind))];
    await audit(acting, { useCase: 'tell-door', office: scope.office, subjects: [editionId, ...new Set(named)].slice(0, 50), fields });
    return ok({
      results: happenings.map(({ told }) => {
        const refusal = refusals.get(told);
        return { told, problem: refusal === undefined ? null : { code: refusal.code, params: {} } };
      }),
    });
  });
}

function noneEntered(happenings: readonly Happening[], refusals: ReadonlyMap<string, Refusal>): Result<never> {
  const problems = happenings.flatMap(({ told }, index) => {
    const refusal = refusals.get(told);
    return refusal === undefined ? [] : [{ path: ['happenings', index], code: refusal.code, params: {} satisfies Params }];
  });
  const only = happenings.length === 1 ? refusals.get(happenings[0]?.told ?? '') : undefined;
  return refuse(only ?? { kind: 'invalid', code: 'kernel.invalid_input', params: { count: problems.length }, problems });
}
