// Mail to those of an office who may read a text before it is published, and how each of them has it no more.
import { holds } from '#kernel/actor.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { chooseText } from '#kernel/language.ts';
import { forbidden, notFound, ok, refuse, type Result, unauthenticated } from '#kernel/result.ts';
import { listRecipients } from '#modules/accounts/api/list-recipients.ts';
import { nameOf, nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { EntryRecord } from '../../domain/profile/profile.ts';
import { mayReviewText } from '../../domain/profile/review.ts';
import { reviewLetter } from '../../domain/profile/review-letter.ts';
import { maySetReviewMail } from '../../policy.ts';
import { hasReviewMail, offTokensOf, stopReviewMailBy, switchReviewMail } from '../../store/review-mail.ts';
import { colleaguesIn } from './read-profile.ts';

/** Puts a mail into the outbox for each who may answer, but for whoever asks: each has it at most once for a text. */
export async function tellReviewers(
  work: Work,
  { office, entry, origin }: { readonly office: OfficeId; readonly entry: EntryRecord; readonly origin: string },
): Promise<void> {
  const { writing } = await colleaguesIn(work, office);
  const readers = (await listRecipients(work, [office])).filter(
    ({ account }) => account !== work.actor.account && writing.has(account) && mayReviewText(entry, account),
  );
  const tokens = await offTokensOf(
    work.tx,
    office,
    readers.map(({ account }) => ({ id: work.newId<'ReviewMail'>(), account, offToken: newSecret() })),
  );
  const name = nameOf(await nameOffices(work, [office]), office) ?? {};
  for (const { account, email, language } of readers) {
    const token = tokens.get(account);
    if (token === undefined) continue;
    const letter = reviewLetter(language, {
      office: chooseText(name, language).text,
      // By its id: the address of a city that is not public would tell its name.
      address: `${origin}/cities/${entry.cityId}/profile/${entry.id}`,
      off: `${origin}/review-mail/off?token=${token}`,
    });
    await queueMail(work, { recipient: email, language, ...letter });
  }
}

/** Whether the caller has this mail of an office. Refuses `kernel.forbidden` to others than its members. */
export async function getReviewMail(work: Work, input: Asked<'getReviewMail'>): Promise<Result<{ on: boolean }>> {
  const office = input.officeId;
  const account: AccountId | null = work.actor.account;
  if (account === null) return refuse(unauthenticated);
  if (!holds(work.actor, office, 'viewer')) return refuse(forbidden);
  return ok({ on: await hasReviewMail(work.tx, office, account) });
}

/** Switches the caller's own on or off. */
export async function setReviewMail(work: Work, input: Asked<'setReviewMail'>): Promise<Result<{ on: boolean }>> {
  const scope = maySetReviewMail(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const account: AccountId | null = work.actor.account;
  if (account === null) return refuse(unauthenticated);
  const mail = { id: work.newId<'ReviewMail'>(), account, offToken: newSecret() };
  await switchReviewMail(work.tx, scope.value, mail, input.on ? null : work.now);
  await audit(work, { useCase: 'set-review-mail', office: scope.value.office, subjects: [account], fields: ['on'] });
  return ok({ on: input.on });
}

/** Switches it off for whoever holds its link; one switched off before stays so. Refuses `cities.review_mail_not_found`. */
export async function stopReviewMail(work: Work, { token }: Asked<'stopReviewMail'>): Promise<Result<{ on: false }>> {
  const mail = await stopReviewMailBy(work, token);
  if (mail === null) return notFound('cities.review_mail_not_found');
  await audit(work, { useCase: 'stop-review-mail', office: mail.office, subjects: [mail.id], fields: ['on'] });
  return ok({ on: false });
}
