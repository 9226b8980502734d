// What the API offers of accounts, offices, members and the audit log.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { holders } from '#kernel/actor.ts';
import { id, linked, multilingual, officeId, open, page, pageQuery, personal, signedIn } from '#kernel/procedure.ts';
import { typedEmail, typedSearch } from '#kernel/writing/typed.ts';
import { keys } from './contract/keys.ts';
import { operator } from './contract/operator.ts';
import { webhooks } from './contract/webhooks.ts';

const role = z.enum(['owner', 'editor', 'viewer']);
const officeKind = z.enum(['city', 'organiser', 'chamber', 'company', 'register']);
const email = typedEmail();
const personName = z.string().trim().min(1).max(200);

const account = z.object({ id, email: z.string(), name: z.string(), language: z.enum(languages) });
const office = z.object({ id, slug: z.string(), name: multilingual(), kind: officeKind, role });
/** An office as everybody who is signed in may name it. */
const namedOffice = z.object({ id, slug: z.string(), name: multilingual(), kind: officeKind });
const member = z.object({
  account: id,
  name: z.string(),
  email: z.string(),
  role,
  since: z.iso.datetime(),
  accepted: z.boolean(),
  disabled: z.enum(['office', 'operator']).nullable(),
});

/** Rows as they are kept, by the names of their columns. */
const rows = z.array(z.record(z.string(), z.unknown()));
/** Everything kept of a person. */
export const ownData = z.object({
  takenAt: z.iso.datetime(),
  account: z.record(z.string(), z.unknown()),
  memberships: rows,
  signIn: z.object({ sessions: rows, hasPassword: z.boolean() }),
  passkeys: rows,
  /** Who the person is at an institution that signs them in. */
  identities: rows,
  mail: rows,
  log: rows,
  /** By table: what is the person's own. */
  own: z.record(z.string(), rows),
  /** By table and column: the ids of what the person has entered for their offices. */
  entered: z.record(z.string(), z.array(z.string())),
  contacts: rows,
  contactsAtEditions: rows,
  cards: rows,
  registrations: rows,
  travels: rows,
  /** Answers by the links of letters that went to their address. */
  followUps: rows,
  /** Published snapshots that say the person's name. */
  snapshots: rows,
});
export type OwnData = z.infer<typeof ownData>;

const invitation = z.object({ office: officeId, name: multilingual(), role });

const tags = ['accounts'];
const officePath = z.object({ officeId });

export const accounts = {
  getSession: open
    .route({
      method: 'GET',
      path: '/session',
      tags,
      summary: 'Who is signed in, in which offices, whether this is a demo and sends mail, and which institution signs people in',
    })
    .output(
      z.object({
        account: account.nullable(),
        /** What let the caller in. */
        holder: z.enum(['person', 'key', 'link']).nullable(),
        offices: z.array(office),
        invitations: z.array(invitation),
        demo: z.boolean(),
        institution: multilingual().nullable(),
        /** Whether e-mail leaves: without a mail server it stays in the outbox. */
        mails: z.boolean(),
      }),
    ),
  claimOffice: linked
    .route({ method: 'POST', path: '/claims', tags, summary: 'Ask for an account in place of a personal link' })
    .input(z.object({ email, name: personName, language: z.enum(languages).default('en') }))
    .output(z.null()),
  joinByLink: personal
    .route({ method: 'POST', path: '/claims/link', tags, summary: 'Take the company of a personal link into one’s own account' })
    .input(z.object({ token: z.string().min(1).max(200) }))
    .output(z.object({ officeId })),
  updateAccount: personal
    .route({ method: 'PATCH', path: '/account', tags, summary: 'Change your own name or language' })
    .input(z.object({ name: personName.optional(), language: z.enum(languages).optional() }))
    .output(account),
  getOwnData: personal
    .route({ method: 'GET', path: '/account/data', tags, summary: 'Everything kept of your person, as one document' })
    .output(ownData),
  listOffices: signedIn
    .route({ method: 'GET', path: '/offices', tags, summary: 'Offices in Hansa, to share with or to name as a lead' })
    .input(pageQuery.extend({ q: typedSearch(120).optional(), kind: officeKind.optional() }))
    .output(page(namedOffice)),
  listMembers: personal
    .route({ method: 'GET', path: '/offices/{officeId}/members', tags, summary: 'Members of an office' })
    .input(officePath)
    .output(z.object({ entries: z.array(member) })),
  inviteMember: personal
    .route({ method: 'POST', path: '/offices/{officeId}/members', tags, summary: 'Invite a person by e-mail address' })
    .input(officePath.extend({ email, name: personName, role, language: z.enum(languages).default('en') }))
    .output(member),
  acceptInvitation: personal
    .route({ method: 'POST', path: '/offices/{officeId}/invitation', tags, summary: 'Join an office that has invited you' })
    .input(officePath)
    .output(officePath),
  declineInvitation: personal
    .route({ method: 'DELETE', path: '/offices/{officeId}/invitation', tags, summary: 'Decline an invitation' })
    .input(officePath)
    .output(officePath),
  changeRole: personal
    .route({ method: 'PUT', path: '/offices/{officeId}/members/{accountId}/role', tags, summary: 'Change the role of a member' })
    .input(officePath.extend({ accountId: id.brand<'Account'>(), role }))
    .output(member),
  removeMember: personal
    .route({
      method: 'DELETE',
      path: '/offices/{officeId}/members/{accountId}',
      tags,
      summary: 'End a membership; the person’s entries stay',
    })
    .input(officePath.extend({ accountId: id.brand<'Account'>() }))
    .output(z.object({ account: id })),
  disableMember: personal
    .route({
      method: 'PUT',
      path: '/offices/{officeId}/members/{accountId}/disabling',
      tags,
      summary: 'Disable a membership: it gives no right until it is enabled again',
    })
    .input(officePath.extend({ accountId: id.brand<'Account'>() }))
    .output(member),
  enableMember: personal
    .route({ method: 'DELETE', path: '/offices/{officeId}/members/{accountId}/disabling', tags, summary: 'Enable a membership again' })
    .input(officePath.extend({ accountId: id.brand<'Account'>() }))
    .output(member),
  ...keys,
  ...webhooks,
  ...operator,
  listAudit: personal
    .route({ method: 'GET', path: '/offices/{officeId}/audit', tags, summary: 'The audit log of an office, newest first; owners only' })
    .input(officePath.extend(pageQuery.shape).extend({ check: z.enum(['recent', 'whole']).default('recent') }))
    .output(
      page(
        z.object({
          id,
          happenedAt: z.iso.datetime(),
          /** The member, or whoever is none any more by the name they have in the log; null: the operator. */
          account: id.nullable(),
          accountName: z.string().nullable(),
          /** What let them in; null where nobody is known by the name any more. */
          holder: z.enum(holders).nullable(),
          useCase: z.string(),
          subjects: z.array(z.string()),
          fields: z.array(z.string()),
          sealNumber: z.number().int().nullable(),
        }),
      ).extend({ brokenAt: z.number().int().nullable() }),
    ),
  listDemoMail: signedIn
    .meta({ access: 'public', unkept: true })
    .route({ method: 'GET', path: '/demo/mail', tags, summary: 'The outbox of the demo; empty elsewhere' })
    .output(
      z.object({
        entries: z.array(
          z.object({
            id,
            recipient: z.string(),
            language: z.string(),
            subject: z.string(),
            body: z.string(),
            writtenAt: z.iso.datetime(),
            sentAt: z.iso.datetime().nullable(),
          }),
        ),
      }),
    ),
};
