// The deadlines of an office's register with the names of their ties, for calendars and mail.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { callsOfOffice } from '#modules/cities/api/profile/partner-calls.ts';
import { expiringPapers } from '#modules/outcomes/api/evidence/expiring-papers.ts';
import { hashOf } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import { deadlinesOf, type Deadline, type DeadlineKind } from '../domain/deadlines.ts';
import { isOver } from '#modules/ties/domain/endings.ts';
import { slugOf } from '#modules/ties/domain/naming.ts';
import { yearsLater } from '#modules/ties/domain/years.ts';
import { mayReadByCalendar } from '../policy.ts';
import { openCalendar, readingFor } from '../store/reminders.ts';
import { loadOfficeRegister, type Register, type RegisterTie } from './open-desk.ts';

/** `names`: the partner alone, or both cities where neither is the office's own; of a partner call its city, of a paper what it proves. `path` leads to it. */
export interface NamedDeadline extends Omit<Deadline, 'kind' | 'tieId'> {
  readonly kind: DeadlineKind | 'call' | 'paper';
  readonly path: string;
  readonly names: readonly MultilingualText[];
}

export interface DeskDeadlines {
  readonly office: MultilingualText;
  /** The day on which it was asked for (ISO, UTC). */
  readonly asOf: string;
  readonly deadlines: readonly NamedDeadline[];
}

const namesOf = ({ own, partner }: RegisterTie, office: OfficeId): readonly MultilingualText[] =>
  own.officeId === office ? [partner.name] : [own.name, partner.name];

/** The last days of the office's partner calls. */
const callDeadlines = async (work: Work, office: OfficeId, today: string): Promise<readonly NamedDeadline[]> =>
  (await callsOfOffice(work, office)).flatMap(({ id, city, title, until }): readonly NamedDeadline[] => {
    const on = { text: until, qualifier: 'exact' as const };
    const path = `/cities/${city.slug}/profile/${id}`;
    return isOver(on, today) ? [] : [{ kind: 'call', key: id, on, title, years: null, path, names: [city.name] }];
  });

/** The last days of the papers of outcomes. */
const paperDeadlines = async (work: Work, office: OfficeId, today: string): Promise<readonly NamedDeadline[]> =>
  (await expiringPapers(work, office, yearsLater(today, -1))).map(({ outcomeId, item, title, until }) => ({
    ...{ kind: 'paper' as const, key: `${outcomeId}.${item}`, on: { text: until, qualifier: 'exact' as const } },
    ...{ title: null, years: null, path: `/outcomes/${outcomeId}`, names: [title] },
  }));

/** What has a time in the register, in order of time. Refuses `kernel.forbidden` to all but the office's members. */
export async function deskDeadlines(work: Work, officeId: OfficeId): Promise<Result<DeskDeadlines>> {
  const register = await loadOfficeRegister(work, officeId);
  return register.ok ? ok(await deadlinesIn(work, register.value)) : register;
}

/** The same of a register that has been read. */
export async function deadlinesIn(work: Work, { office, ties }: Register): Promise<DeskDeadlines> {
  const today = work.now.toISOString().slice(0, 10);
  const name = (await nameOffices(work, [office])).get(office);
  const deadlines = ties.flatMap((tie) => {
    const named = { path: `/ties/${slugOf(tie.own, tie.partner)}`, names: namesOf(tie, office) };
    return deadlinesOf(tie.facts, office, today).map((deadline): NamedDeadline => ({ ...deadline, ...named }));
  });
  return {
    office: name ?? {},
    asOf: today,
    deadlines: [...deadlines, ...(await callDeadlines(work, office, today)), ...(await paperDeadlines(work, office, today))],
  };
}

/**
 * What an address opens: for its maker, who is then to be asked as, or for the office whoever made it. A token that is unknown, revoked
 * or none at all answers alike.
 */
export async function deadlinesByToken(
  work: Work,
  token: string,
): Promise<Result<DeskDeadlines | { readonly as: string; readonly office: OfficeId }>> {
  const unknown = notFound('desk.calendar_not_found');
  if (!/^[\w-]{43}$/.test(token)) return unknown;
  const opened = await openCalendar(work.tx, hashOf(token));
  if (opened === null) return unknown;
  if (opened.account !== null) return ok({ as: opened.account, office: opened.office });
  return readingFor(work, mayReadByCalendar(opened.office), (reading) => deskDeadlines(reading, opened.office));
}
