// The rules by which participants of an edition ask to meet: told to everybody concerned, set by the organiser.
import { holds } from '#kernel/actor.ts';
import { ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionFacts } from '../../domain/edition-facts.ts';
import type { RequestRules } from '../../domain/request-rules.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { mayReadRules } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadRules, saveRules, type KeptRules } from '../../store/request-rules.ts';
import { loadEditionFacts, type EditionHead } from '../edition-facts.ts';
import { openEdition, organise } from '../open-edition.ts';
import { rederiveMeetings } from '../planning/derive-meetings.ts';

const show = ({ rules, version }: KeptRules, head: EditionHead, work: Work): Answer<'getRequestRules'> => ({
  closesAt: rules.closesAt === null ? null : new Date(rules.closesAt).toISOString(),
  sameSide: rules.sameSide,
  agreedOnly: rules.agreedOnly,
  answerDays: rules.answerDays,
  movesUntilMinutes: rules.movesUntilMinutes,
  mailsOrganiser: rules.mailsOrganiser,
  quotas: rules.quotas.map((quota) => ({ ...quota })),
  mayEdit: holds(work.actor, head.organiser, 'editor'),
  version,
});

/** The rules of an edition the actor may see: they bind everybody who takes part, so they are no secret. */
export async function rulesOf(work: Work, head: Pick<EditionHead, 'id' | 'organiser'>): Promise<KeptRules> {
  return actingFor(work, mayReadRules(head), (acting) => loadRules(acting.tx, head.id));
}

export async function getRequestRules(work: Work, input: Asked<'getRequestRules'>): Promise<Result<Answer<'getRequestRules'>>> {
  const head = await openEdition(work, input.editionId);
  return head.ok ? ok(show(await rulesOf(work, head.value), head.value, work)) : head;
}

/** What is wrong with rules: groups that are not of the edition, the same quota twice, more musts than wishes. */
function problemsOf({ quotas }: Pick<RequestRules, 'quotas'>, { groups }: Pick<EditionFacts, 'groups'>): readonly Problem[] {
  const known = new Set(groups.map(({ id }) => id));
  const seen = new Set<string>();
  return quotas.flatMap(({ groupId, role, most, mostMusts }, at): readonly Problem[] => {
    const key = `${groupId ?? ''} ${role ?? ''}`;
    const isTwice = seen.has(key);
    seen.add(key);
    return [
      ...(groupId !== null && !known.has(groupId) ? [{ path: ['quotas', at, 'groupId'], code: 'meetings.group_unknown' }] : []),
      ...(isTwice ? [{ path: ['quotas', at, 'role'], code: 'meetings.quota_twice' }] : []),
      ...(mostMusts !== null && mostMusts > most
        ? [{ path: ['quotas', at, 'mostMusts'], code: 'meetings.quota_musts_over', params: { most } }]
        : []),
    ];
  });
}

/** Sets the rules whole and derives the meetings anew by them. What was asked before stays, whatever the new quota. */
export async function changeRequestRules(work: Work, input: Asked<'changeRequestRules'>): Promise<Result<Answer<'getRequestRules'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, head } = opened.value;
  const facts = await loadEditionFacts(work, head.id);
  const problems = problemsOf(input, facts ?? { groups: [] });
  if (problems.length > 0) return refuseInput(problems);
  const { sameSide, agreedOnly, answerDays, movesUntilMinutes, mailsOrganiser, quotas } = input;
  const closesAt = input.closesAt === null ? null : Date.parse(input.closesAt);
  await lockSchedule(work.tx, scope);
  const rules = { closesAt, sameSide, agreedOnly, answerDays, movesUntilMinutes, mailsOrganiser, quotas };
  const expectedVersion = work.expectedVersion ?? 0;
  if (!(await saveRules(work.tx, scope, { rules, expectedVersion, newId: () => work.newId<'Quota'>() }))) return refuse(stale);
  await rederiveMeetings(work, scope);
  const fields = ['closesAt', 'sameSide', 'agreedOnly', 'answerDays', 'movesUntilMinutes', 'mailsOrganiser', 'quotas'];
  await audit(work, { useCase: 'change-request-rules', office: scope.office, subjects: [head.id], fields });
  return ok(show(await loadRules(work.tx, head.id), head, work));
}

/** A file of the organiser holds requests within one side: from then on such requests are made in this edition. The edition is locked. */
export async function allowSameSide(work: Work, scope: OrganiserScope): Promise<void> {
  const { rules, version } = await loadRules(work.tx, scope.editionId);
  if (rules.sameSide) return;
  await saveRules(work.tx, scope, {
    rules: { ...rules, sameSide: true },
    expectedVersion: version,
    newId: () => work.newId<'Quota'>(),
  });
}
