// What an office asks: the list of what is due, the letters before and after they go, holding back and taking back, the way that they go.
import type { OfficeId } from '#kernel/ids.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { askFirst, notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { searchNameOf } from '#modules/organisations/domain/search-name.ts';
import { nameOfContact } from '#modules/expos/domain/letters/letters.ts';
import { actAs } from '#platform/acting.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { linkExpires } from '../../domain/follow-up/answering.ts';
import { isOver, LATE } from '../../domain/follow-up/due.ts';
import type { FollowUpScope } from '../../domain/scope.ts';
import { mayAsk, mayReadWaiting } from '../../policy.ts';
import {
  answersTo,
  countFollowUps,
  countReturned,
  followUpsByIds,
  listFollowUpRecords,
  lockFollowUps,
  markSent,
  markStopped,
  setRoutes,
  setStates,
  takeBack,
  type FollowUpId,
} from '../../store/asking.ts';
import { addressHashOf, addressTold, loadAsked, type AskedOutcome, type LoadedAsked } from './load-asked.ts';
import { companyIn, wholeLetter } from './write-letter.ts';
import { showGiven } from './show-answer.ts';

/** Where the pages of this server are. */
export interface Posting {
  readonly origin: string;
}

/** Says what it opens, so that one lying about is recognised. */
export const tokenPrefix = 'hansa_followup_';

/** What an office has due, held, sent or stopped, or what goes through it; a page of it, the longest due first. Refuses `kernel.forbidden`. */
export async function listFollowUps(
  work: Work,
  { officeId, which, cursor, limit }: Asked<'listFollowUps'>,
): Promise<Result<Answer<'listFollowUps'>>> {
  const allowed = mayReadWaiting(work.actor, officeId);
  if (!allowed.ok) return allowed;
  const after = readCursor<'FollowUp'>(cursor);
  if (!after.ok) return after;
  const page = cutPage(await listFollowUpRecords(work.tx, { office: officeId, which, after: after.value, limit }), limit, byId);
  // What an office passes on it reads as far as the letter told, though the outcome is another's.
  const owners = [...new Set(page.entries.map(({ ownerOffice }) => ownerOffice))];
  const loaded = await actAs(work, { offices: owners, writes: false }, (acting) => loadAsked(acting, page.entries));
  const given = Map.groupBy(
    await answersTo(
      work.tx,
      page.entries.map(({ id }) => id),
    ),
    ({ followUpId }) => followUpId,
  );
  const entries = loaded.entries.map((asked) => {
    const last = given.get(asked.record.id)?.at(-1);
    return { ...showFollowUp(work, loaded, asked), answer: last === undefined ? null : showGiven(last) };
  });
  return ok({ entries, nextCursor: page.nextCursor, counts: await countFollowUps(work.tx, officeId) });
}

/** How many questions an office has to send, and since when the first is due, for its members; null where there is none. */
export async function followUpsToSend(work: Work, office: OfficeId): Promise<{ readonly count: number; readonly due: string } | null> {
  if (!mayReadWaiting(work.actor, office).ok) return null;
  const [first] = await listFollowUpRecords(work.tx, { office, which: 'due', after: null, limit: 1 });
  return first === undefined ? null : { count: (await countFollowUps(work.tx, office)).due, due: first.due };
}

/** How many of its letters found nobody, and since when the first was due, for its members; null where there is none. */
export async function lettersReturned(work: Work, office: OfficeId): Promise<{ readonly count: number; readonly due: string } | null> {
  if (!mayReadWaiting(work.actor, office).ok) return null;
  const { count, due } = await countReturned(work.tx, office);
  return due === null ? null : { count, due };
}

function showFollowUp(
  work: Work,
  { offices }: LoadedAsked,
  asked: AskedOutcome,
): Omit<Answer<'listFollowUps'>['entries'][number], 'answer'> {
  const { record, outcome, announced, mail, destination, company, organisationId, remedy } = asked;
  const isOurs = work.actor.memberships.some(({ office }) => office === record.ownerOffice);
  const contact = destination?.contact ?? null;
  return {
    ...{ id: record.id, outcomeId: outcome.id, title: { ...outcome.title }, kind: outcome.kind, months: record.months, due: record.due },
    ...{
      stage: announced.stage,
      valueDate: announced.valueDate,
      announcedOn: announced.day,
      amount: announced.amount,
      qualifier: announced.qualifier,
      remedy,
      organisationId,
    },
    state: record.state === 'sent' && mail?.refusedAt != null ? 'bounced' : record.state,
    ...{ fault: mail?.fault ?? null, hasLeft: mail?.hasLeft ?? record.state === 'sent', route: record.route },
    through: record.throughOffice === null ? null : { id: record.throughOffice, name: { ...offices.get(record.throughOffice) } },
    company: company === null ? null : { ...company },
    // Whom the office writes to is its own to know.
    person: contact === null || !isOurs ? null : nameOfContact(contact, work.actor.language),
    sentTo: isOurs ? addressTold(destination) : null,
    isRegistered: destination?.isRegistered ?? false,
    sentAt: record.sentAt?.toISOString() ?? null,
    openUntil: record.expiresAt?.toISOString() ?? null,
    isRevoked: record.revokedAt !== null,
    office: { id: record.ownerOffice, name: { ...offices.get(record.ownerOffice) } },
  };
}

/** The letter of one question as it would go out; in place of the link stands where it will be. Refuses `outcomes.follow_up_not_found`. */
export async function previewFollowUp(
  work: Work,
  { followUpId }: Asked<'previewFollowUp'>,
  { origin }: Posting,
): Promise<Result<Answer<'previewFollowUp'>>> {
  const [record] = await followUpsByIds(work.tx, [followUpId]);
  const allowed = record === undefined ? notFound('outcomes.follow_up_not_found') : mayAsk(work.actor, record.ownerOffice);
  if (!allowed.ok || record === undefined) return notFound('outcomes.follow_up_not_found');
  const loaded = await loadAsked(work, [record]);
  const [asked] = loaded.entries;
  if (asked === undefined) return notFound('outcomes.follow_up_not_found');
  const write = { asked: [{ asked, address: `${origin}/follow-up#…` }], offices: loaded.offices, until: linkExpires(work.now) };
  const language = asked.destination?.language ?? work.actor.language;
  const { destination, remedy } = asked;
  const isRegistered = destination?.isRegistered ?? false;
  return ok({ sentTo: addressTold(destination), isRegistered, language, ...wholeLetter(language, write), remedy });
}

interface Writing {
  readonly scope: FollowUpScope;
  readonly loaded: LoadedAsked;
  readonly origin: string;
}

/** One letter to each address and way, with a link for each question in it. */
async function writeLetters(work: Work, { scope, loaded, origin }: Writing, asked: readonly AskedOutcome[]): Promise<number> {
  const expiresAt = linkExpires(work.now);
  const groups = [
    ...Map.groupBy(asked, ({ destination, record, company }) =>
      [destination?.email, record.route, JSON.stringify(company)].join('\n'),
    ).values(),
  ];
  const letters = groups.flatMap((group) => {
    const destination = group[0]?.destination ?? null;
    if (destination === null) return [];
    const questions = group.map((one) => {
      const secret = newSecret(tokenPrefix);
      return { asked: one, address: `${origin}/follow-up#${secret}`, hash: hashOf(secret) };
    });
    const write = { asked: questions, offices: loaded.offices, until: expiresAt };
    const { email: recipient, language } = destination;
    return [{ questions, mail: { recipient, language, ...wholeLetter(language, write) } }];
  });
  const mails = await queueMails(
    work,
    letters.map(({ mail }) => mail),
  );
  const sent = letters.flatMap(({ questions, mail }, at) =>
    questions.map(({ asked: { record, company, organisationId, destination }, hash }) => ({
      ...{
        id: record.id,
        organisationId,
        companyNames: company === null ? null : searchNameOf(company),
        saidFor: company === null ? '' : companyIn(company, mail.language),
        language: mail.language,
      },
      ...{ addressHash: hashOf(destination?.email ?? ''), mailId: mails[at] ?? '', tokenHash: hash },
      sharedWith: record.route === 'through' ? record.throughOffice : null,
    })),
  );
  await markSent(work.tx, scope, sent, expiresAt);
  return letters.length;
}

const isUndelivered = ({ mail }: AskedOutcome): boolean => mail !== null && (mail.refusedAt !== null || mail.isGivenUp);

const namedOf = ({ record, destination, company }: AskedOutcome) => ({
  id: record.id,
  addressHash: destination === null ? null : addressHashOf(destination),
  companyNames: company === null ? null : searchNameOf(company),
});

/** Writes the letters of these questions; those that cannot go are told with what stands in the way. Asks before what is over is asked once more. One audit entry. */
export async function sendFollowUps(
  work: Work,
  { officeId, followUpIds, confirmed }: Asked<'sendFollowUps'>,
  { origin }: Posting,
): Promise<Result<Answer<'sendFollowUps'>>> {
  const scope = mayAsk(work.actor, officeId);
  if (!scope.ok) return scope;
  const loaded = await loadAsked(work, await lockFollowUps(work.tx, scope.value, followUpIds));
  // What came back or never left goes out once more, to the address of now.
  const isBack = ({ remedy }: AskedOutcome): boolean => remedy === 'returned' || remedy === 'not_sent';
  const isDue = (asked: AskedOutcome): boolean =>
    asked.record.isLatest && (asked.record.state === 'planned' || (asked.record.state === 'sent' && isUndelivered(asked)));
  const ready = loaded.entries.filter((asked) => isDue(asked) && (asked.remedy === null || isBack(asked)));
  const today = work.now.toISOString().slice(0, 10);
  const late = ready.filter(({ record }) => isOver(record, today)).length;
  const question = askFirst(late === 0 ? [] : [{ code: LATE, params: { count: late }, like: [] }], confirmed);
  if (question !== null) return question;
  const letters = ready.length === 0 ? 0 : await writeLetters(work, { scope: scope.value, loaded, origin }, ready);
  const stopped = loaded.entries.filter((asked) => isDue(asked) && asked.remedy === 'stopped');
  if (stopped.length > 0) await markStopped(work.tx, scope.value, stopped.map(namedOf));
  const gone = new Set<FollowUpId>(ready.map(({ record }) => record.id));
  const left = [...new Set(followUpIds)]
    .filter((id) => !gone.has(id))
    .map((id) => {
      const asked = loaded.entries.find(({ record }) => record.id === id);
      return { id, why: asked === undefined || !isDue(asked) ? ('not_due' as const) : (asked.remedy ?? ('not_due' as const)) };
    });
  await audit(work, { useCase: 'send-follow-ups', office: officeId, subjects: followUpIds, fields: ['letters'] });
  return ok({ letters, questions: ready.length, left });
}

/** Holds questions back, or lets them go again; what is in neither state stays. */
export async function holdFollowUps(
  work: Work,
  { officeId, followUpIds, held }: Asked<'holdFollowUps'>,
): Promise<Result<Answer<'holdFollowUps'>>> {
  const scope = mayAsk(work.actor, officeId);
  if (!scope.ok) return scope;
  const [from, to] = held ? (['planned', 'held_back'] as const) : (['held_back', 'planned'] as const);
  const changed = await setStates(work.tx, scope.value, { ids: followUpIds, from, to });
  await audit(work, { useCase: 'hold-follow-ups', office: officeId, subjects: followUpIds, fields: ['state'] });
  return ok({ changed });
}

/** Takes back letters: what has not left is held back again, and the links of the others open nothing any more. What was answered stays. */
export async function takeBackFollowUps(
  work: Work,
  { officeId, followUpIds }: Asked<'takeBackFollowUps'>,
): Promise<Result<Answer<'takeBackFollowUps'>>> {
  const scope = mayAsk(work.actor, officeId);
  if (!scope.ok) return scope;
  const own = await lockFollowUps(work.tx, scope.value, followUpIds);
  const changed = await takeBack(
    work.tx,
    own.map(({ id }) => id),
    work.now,
  );
  await audit(work, { useCase: 'take-back-follow-ups', office: officeId, subjects: followUpIds, fields: ['letters'] });
  return ok({ changed });
}

/** Refuses, at its field, a way through an office that is none, or is a company: it would be told what another company is asked. */
export async function checkRoute(
  work: Work,
  { route, throughOffice }: Pick<Asked<'routeFollowUps'>, 'route' | 'throughOffice'>,
): Promise<Result<null>> {
  const problem = (code: string) => refuseInput([{ path: ['throughOffice'], code }]);
  if (route === 'company') return throughOffice === null ? ok(null) : problem('outcomes.route_needs_no_office');
  if (throughOffice === null) return problem('kernel.required');
  const kind = await kindOfOffice(work, throughOffice);
  if (kind === null) return problem('outcomes.office_unknown');
  return kind === 'company' ? problem('outcomes.route_through_company') : ok(null);
}

/** Chooses the way of questions that have not gone out. */
export async function routeFollowUps(work: Work, input: Asked<'routeFollowUps'>): Promise<Result<Answer<'routeFollowUps'>>> {
  const { officeId, followUpIds, route, throughOffice } = input;
  const scope = mayAsk(work.actor, officeId);
  if (!scope.ok) return scope;
  const checked = await checkRoute(work, input);
  if (!checked.ok) return checked;
  const changed = await setRoutes(work.tx, scope.value, { ids: followUpIds, route, throughOffice });
  await audit(work, { useCase: 'route-follow-ups', office: officeId, subjects: followUpIds, fields: ['channel'] });
  return ok({ changed });
}
