// How an office and its people are reminded: calendar addresses, the weekly mail, and the office's own rules.
import { notFound, ok, refuse, refuseInput, unauthenticated, type Result } from '#kernel/result.ts';
import type { AccountId } from '#kernel/ids.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayRead, mayWrite } from '../policy.ts';
import { savePutOff } from '../store/put-off.ts';
import {
  findCalendar,
  findRule,
  hasWeeklyMail,
  insertCalendar,
  listCalendarRows,
  revokeCalendarRow,
  saveRule,
  switchOff,
  switchOffBy,
  switchOn,
  type CalendarRow,
} from '../store/reminders.ts';

const showCalendar = ({ id, account, createdAt }: CalendarRow): Answer<'getReminders'>['calendars'][number] => ({
  id,
  of: account === null ? 'office' : 'account',
  createdAt: createdAt.toISOString(),
});

/** What reminds the caller in this office; addresses themselves are not known any more. */
export async function getReminders(work: Work, input: Asked<'getReminders'>): Promise<Result<Answer<'getReminders'>>> {
  const office = mayRead(work.actor, input.officeId);
  if (!office.ok) return office;
  const { account } = work.actor;
  const rule = await findRule(work.tx, office.value);
  return ok({
    timeZone: rule?.timeZone ?? null,
    quietMonths: rule?.quietMonths ?? null,
    weeklyMail: account !== null && (await hasWeeklyMail(work.tx, office.value, account)),
    calendars: (await listCalendarRows(work.tx, office.value, account)).map(showCalendar),
  });
}

function zoneExists(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Sets the rules of the office. Refuses `desk.zone_unknown`. */
export async function setReminderRule(work: Work, input: Asked<'setReminderRule'>): Promise<Result<Answer<'setReminderRule'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { timeZone, quietMonths } = input;
  // An offset is no zone: it knows no summer.
  if (!/^[A-Za-z]/.test(timeZone) || !zoneExists(timeZone)) return refuseInput([{ path: ['timeZone'], code: 'desk.zone_unknown' }]);
  await saveRule(work.tx, scope.value, { timeZone, quietMonths });
  await audit(work, {
    useCase: 'set-reminder-rule',
    office: scope.value.office,
    subjects: [scope.value.office],
    fields: ['timeZone', 'quietMonths'],
  });
  return ok({ timeZone, quietMonths });
}

/** For so long what is put off does not ask. */
const MONTH_MS = 30 * 86_400_000;

/** Puts an answer off for a month, or has it asked again at once; nobody else is told of either. */
export async function putOffAnswer(work: Work, input: Asked<'putOffAnswer'>): Promise<Result<Answer<'putOffAnswer'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { subject, later } = input;
  const until = later ? new Date(work.now.getTime() + MONTH_MS) : null;
  await savePutOff(work.tx, scope.value, subject, until);
  await audit(work, { useCase: 'put-off-answer', office: scope.value.office, subjects: [scope.value.office], fields: ['until'] });
  return ok({ subject, until: until?.toISOString() ?? null });
}

/** Makes an address; `path` with the token is answered this once and never again. */
export async function createCalendar(work: Work, input: Asked<'createCalendar'>): Promise<Result<Answer<'createCalendar'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { account: maker } = work.actor;
  if (maker === null) return refuse(unauthenticated);
  const account = input.of === 'account' ? maker : null;
  const token = newSecret();
  const id = work.newId<'Calendar'>();
  await insertCalendar(work.tx, scope.value, { id, maker, ofOffice: account === null, tokenHash: hashOf(token), now: work.now });
  await audit(work, { useCase: 'create-calendar', office: scope.value.office, subjects: [id], fields: ['token'] });
  return ok({ ...showCalendar({ id, account, createdAt: work.now }), path: `/feeds/desk/${token}.ics` });
}

/** Revokes an address of the office or one's own: it answers nothing from now on. Refuses `desk.calendar_not_found`. */
export async function revokeCalendar(work: Work, input: Asked<'revokeCalendar'>): Promise<Result<Answer<'revokeCalendar'>>> {
  const calendar = await findCalendar(work.tx, input.calendarId);
  if (calendar === null || (calendar.account !== null && calendar.account !== work.actor.account))
    return notFound('desk.calendar_not_found');
  const scope = mayWrite(work.actor, calendar.office);
  if (!scope.ok) return scope;
  if (!(await revokeCalendarRow(work.tx, scope.value, input.calendarId, work.now))) return notFound('desk.calendar_not_found');
  await audit(work, { useCase: 'revoke-calendar', office: calendar.office, subjects: [input.calendarId], fields: ['revokedAt'] });
  return ok({ calendarId: input.calendarId });
}

/** Switches the caller's own weekly mail on or off. */
export async function setWeeklyMail(work: Work, input: Asked<'setWeeklyMail'>): Promise<Result<Answer<'setWeeklyMail'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const account: AccountId | null = work.actor.account;
  if (account === null) return refuse(unauthenticated);
  if (input.on) await switchOn(work.tx, scope.value, { id: work.newId<'WeeklyMail'>(), account, offToken: newSecret() });
  else await switchOff(work.tx, scope.value, account, work.now);
  await audit(work, { useCase: 'set-weekly-mail', office: scope.value.office, subjects: [account], fields: ['on'] });
  return ok({ on: input.on });
}

/** Switches a weekly mail off for whoever holds its link; one switched off before stays so. Refuses `desk.weekly_mail_not_found`. */
export async function stopWeeklyMail(work: Work, { token }: Asked<'stopWeeklyMail'>): Promise<Result<Answer<'stopWeeklyMail'>>> {
  const mail = await switchOffBy(work, token);
  if (mail === null) return notFound('desk.weekly_mail_not_found');
  await audit(work, { useCase: 'stop-weekly-mail', office: mail.office, subjects: [mail.id], fields: ['on'] });
  return ok({ on: false });
}
