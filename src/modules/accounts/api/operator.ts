// The operator founds offices from a page: an owner of a register office, which itself is founded at the first start or by the command.
import type { OfficeId } from '#kernel/ids.ts';
import { chooseText, type Language } from '#kernel/language.ts';
import { forbidden, notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { z } from 'zod';
import type { operator } from '../contract/operator.ts';
import { invitation } from '../domain/invitation.ts';
import { governedOffice, type GovernedOffice } from '../policy.ts';
import { loadOffices } from '../store/offices.ts';
import { insertFirstOwner, insertFounded, listFounded, type FoundedOffice } from '../store/operator.ts';
import { audit } from './record-audit.ts';

type Asked<P extends keyof typeof operator> = z.output<NonNullable<(typeof operator)[P]['~orpc']['inputSchema']>>;
type Founded = z.output<NonNullable<(typeof operator)['foundOffice']['~orpc']['outputSchema']>>;

const shown = ({ foundedAt, name, ...office }: FoundedOffice): Founded => ({
  ...office,
  name: { ...name },
  foundedAt: foundedAt.toISOString(),
});

/** Refuses whoever owns no register office, as `kernel.forbidden` or, where it is not theirs, as not found. */
async function asOperator(work: Work, office: OfficeId): Promise<Result<GovernedOffice>> {
  const governed = governedOffice(work.actor, office);
  if (!governed.ok) return governed;
  const [row] = await loadOffices(work, [governed.value]);
  return row?.kind === 'register' ? governed : refuse(forbidden);
}

export async function listFoundedOffices(work: Work, input: Asked<'listFoundedOffices'>): Promise<Result<{ readonly entries: Founded[] }>> {
  const office = await asOperator(work, input.operator);
  return office.ok ? ok({ entries: (await listFounded(work, office.value)).map(shown) }) : office;
}

interface Owner {
  readonly email: string;
  readonly person: string;
  readonly language: Language;
}

/** Invites the first owner and writes to them; the office as it stands then. Refuses `accounts.has_owner`. */
async function inviteOwner(
  work: Work,
  by: GovernedOffice,
  { office, origin, ...owner }: Owner & { readonly office: OfficeId; readonly origin: string },
): Promise<Result<Founded>> {
  if (!(await insertFirstOwner(work, by, { office, ...owner }))) {
    const isOurs = (await listFounded(work, by)).some(({ id }) => id === office);
    return isOurs ? refuse({ kind: 'conflict', code: 'accounts.has_owner' }) : notFound();
  }
  const founded = (await listFounded(work, by)).find(({ id }) => id === office);
  if (founded === undefined) return notFound();
  // Whoever names themselves is there already.
  if (founded.hasOwner) return ok(shown(founded));
  const { email, language } = owner;
  const toOffice = chooseText(founded.name, language).text;
  const letter = invitation(language, { name: owner.person, office: toOffice, by: null, address: `${origin}/sign-in` });
  await queueMail(work, { recipient: email.toLowerCase(), language, ...letter });
  return ok(shown(founded));
}

/** Founds an office; its first owner signs in by their address and accepts. Refuses `accounts.slug_taken`. */
export async function foundOfficeFromPage(work: Work, input: Asked<'foundOffice'>, origin: string): Promise<Result<Founded>> {
  const by = await asOperator(work, input.operator);
  if (!by.ok) return by;
  const { slug, name, kind, email, person, language } = input;
  const id = work.newId<'Office'>();
  if (!(await insertFounded(work, by.value, { id, slug, name, kind }))) {
    const taken = { code: 'accounts.slug_taken', params: { slug } };
    return refuse({ kind: 'conflict', ...taken, problems: [{ path: ['slug'], ...taken }] });
  }
  const founded = await inviteOwner(work, by.value, { office: id, email, person, language, origin });
  if (founded.ok) await audit(work, { useCase: 'found-office', office: by.value, subjects: [id], fields: ['name', 'kind', 'owner'] });
  return founded;
}

/** Another address for an office that nobody has come to yet. Refuses `accounts.has_owner`. */
export async function inviteFirstOwner(work: Work, input: Asked<'inviteFirstOwner'>, origin: string): Promise<Result<Founded>> {
  const by = await asOperator(work, input.operator);
  if (!by.ok) return by;
  const { officeId, email, person, language } = input;
  const invited = await inviteOwner(work, by.value, { office: officeId, email, person, language, origin });
  if (invited.ok) await audit(work, { useCase: 'invite-first-owner', office: by.value, subjects: [officeId], fields: ['owner'] });
  return invited;
}
