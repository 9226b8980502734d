// Registration: the public page, what one registers with, the organiser's terms and list.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { guarded, id, multilingual, multilingualOrNone, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedAs, typedEmail, typedSearch } from '#kernel/writing/typed.ts';
import { country, language } from '#modules/organisations/contract.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import { emailPattern, phonePattern } from '../domain/contacts.ts';
import { limits } from '../domain/limits.ts';
import { fieldWishes, registrationFields, registrationStates } from '../domain/registration.ts';
import { participantRoles } from '../domain/roster.ts';
import { editionHead } from './edition-head.ts';
import { contact, market } from './roster.ts';
import { saying } from './saying.ts';

const tags = ['expos: registration'];
const instant = z.iso.datetime();
const count = z.number().int();
const version = z.number().int();
const role = z.enum(participantRoles);
const groupId = id.brand<'Group'>();
const [registrationId, participantId] = [id.brand<'Registration'>(), id.brand<'Participant'>()];
const ofEdition = z.object({ editionId: id });
const token = z.object({ token: z.string().min(1).max(200) });
const places = z.number().int().min(0).max(limits.participants).nullable();
const state = z.enum(registrationStates);
const consentKey = z.string().regex(/^[a-z0-9_]{1,40}$/);
const consent = z.object({ key: consentKey, purpose: multilingual(1000), receiver: multilingual(200), needed: z.boolean() });
const fields = z.object(
  Object.fromEntries(registrationFields.map((field) => [field, z.enum(fieldWishes)])) as Record<
    (typeof registrationFields)[number],
    z.ZodEnum<{ [K in (typeof fieldWishes)[number]]: K }>
  >,
);

const terms = z.object({
  isOpen: z.boolean(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  approval: z.enum(['by_hand', 'automatic']),
  roles: z.array(role).min(1).max(participantRoles.length),
  most: places,
  mostExhibitors: places,
  mostBuyers: places,
  groups: z.array(z.object({ groupId, most: places })).max(limits.groups),
  fields,
  consents: z.array(consent).max(12),
  note: multilingual(2000).nullable(),
});

const shownTerms = terms.extend({
  version,
  state: z.enum(['not_open', 'opens_on', 'open', 'full', 'closed']),
  /** Registrations by state; they add up to all that there are. */
  figures: z.record(state, count),
  /** Whether anybody can open the page: of a public edition. */
  isPublic: z.boolean(),
});

/** What everybody reads. */
const registrationPage = z.object({
  edition: editionHead,
  version,
  state: z.enum(['not_open', 'opens_on', 'open', 'full', 'closed']),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  approval: z.enum(['by_hand', 'automatic']),
  /** Full: whoever registers now comes on the waiting list. */
  roles: z.array(z.object({ role, full: z.boolean() })),
  groups: z.array(z.object({ groupId, name: multilingual(200), full: z.boolean() })),
  fields,
  topics: z.array(z.object({ id: id.brand<'Topic'>(), name: multilingual(120) })),
  consents: z.array(consent),
  note: multilingual(2000).nullable(),
});

const line = (most: number) => z.string().trim().max(most).default('');
const person = z.object({
  surname: z.string().trim().max(80),
  givenName: line(80),
  nameOrder: z.enum(nameOrders).default('given_first'),
  post: line(120),
  email: typedEmail(emailPattern),
  phone: typedAs(phonePattern, 'expos.not_a_phone').nullable().default(null),
});

const given = z.object({
  key: z.string(),
  language: z.enum(languages),
  /** The very words that were read. */
  purpose: z.string(),
  receiver: z.string(),
  needed: z.boolean(),
  givenAt: instant,
  withdrawnAt: instant.nullable(),
});

const facts = {
  role,
  name: multilingual(200),
  country,
  city: z.string().trim().min(1).max(120).nullable().default(null),
  groupId: groupId.nullable().default(null),
  languages: z.array(language).max(limits.languages).default([]),
  offer: saying.nullable().default(null),
  need: saying.nullable().default(null),
  offerTopics: market.offerTopics.default([]),
  needTopics: market.needTopics.default([]),
  markets: market.markets.default([]),
  size: market.size.default(null),
  offerDetails: market.offerDetails.default(null),
  needDetails: market.needDetails.default(null),
  standWish: line(500),
};

/** As the company sees its own; `place`: the page of its own, told once where it was just accepted. */
const ownRegistration = z.object({
  edition: registrationPage.shape.edition,
  name: multilingual(200),
  state,
  /** Its place on the waiting list, from 1. */
  position: count.nullable(),
  consents: z.array(given),
  place: z.string().nullable(),
  /** What was entered, without topics, markets and stand. */
  entered: z.object({
    ...{ role, country: z.string(), city: z.string().nullable(), contact: contact.nullable(), languages: z.array(z.string()) },
    ...{ offer: multilingual(1000).nullable(), need: multilingual(1000).nullable() },
  }),
});

const registration = z.object({
  ...{ id: registrationId, version, state, role, name: multilingual(200), country: z.string(), city: z.string().nullable() },
  groupId: groupId.nullable(),
  contact: contact.nullable(),
  languages: z.array(z.string()),
  offer: multilingual(1000).nullable(),
  need: multilingual(1000).nullable(),
  ...market,
  standWish: z.string(),
  registeredAt: instant,
  confirmedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  position: count.nullable(),
  participantId: participantId.nullable(),
  code: z.string().nullable(),
  isJoined: z.boolean(),
  /** The words of the mail server that refused the newest letter, or sent it back; null where none did. */
  fault: z.string().nullable(),
  /** Whether the last decision can be taken back. */
  canUndo: z.boolean(),
  consents: z.array(given),
  /** Who may be the same company: a participant or another registration, by address or by name. */
  like: z.array(
    z.object({
      participantId: participantId.nullable(),
      registrationId: registrationId.nullable(),
      code: z.string().nullable(),
      name: multilingual(200),
      by: z.enum(['email', 'name']),
    }),
  ),
});
export type Registration = z.infer<typeof registration>;

export const registrations = {
  /** `edition` is an id or a slug. */
  getRegistrationPage: open
    .route({ method: 'GET', path: '/editions/{edition}/registration', summary: 'Where companies register for an edition', tags })
    .input(z.object({ edition: z.string().min(1).max(120) }))
    .output(registrationPage),

  /** It counts once the address is confirmed by the letter that follows. `version`: of the page whose words were read. */
  register: open
    .route({ method: 'POST', path: '/editions/{editionId}/registrations', summary: 'Register a company', tags })
    .input(
      ofEdition.extend({
        ...facts,
        // What is missing the use case tells, together with everything else that is.
        name: multilingualOrNone(200).default({}),
        country: country.nullable().default(null),
        contact: person.extend({ surname: line(80), email: person.shape.email.nullable().default(null) }).prefault({}),
        version,
        language: z.enum(languages),
        /** Keys of what is agreed to. */
        consents: z.array(consentKey).max(12).default([]),
      }),
    )
    .output(z.object({ email: z.string() })),

  /** Confirms the address, or shows what was confirmed before. */
  confirmRegistration: open
    .meta({ access: 'public', secret: true })
    .route({
      method: 'POST',
      path: '/registrations/confirm',
      summary: 'Confirm a registration by its letter, or see where it stands',
      tags,
    })
    .input(token)
    .output(ownRegistration),

  /** Withdrawing what is needed withdraws the registration. */
  withdrawConsent: open
    .route({ method: 'POST', path: '/registrations/consents/withdraw', summary: 'Withdraw a consent', tags })
    .input(token.extend({ key: consentKey }))
    .output(ownRegistration),

  withdrawRegistration: open
    .route({ method: 'POST', path: '/registrations/withdraw', summary: 'Withdraw a registration, and with it the participant', tags })
    .input(token)
    .output(ownRegistration),

  getRegistrationTerms: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/registration-terms', summary: 'Terms of registration, for the organiser', tags })
    .input(ofEdition)
    .output(shownTerms),

  changeRegistrationTerms: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/registration-terms', summary: 'Set the terms of registration', tags })
    .input(ofEdition.extend(terms.shape))
    .output(shownTerms),

  listRegistrations: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/registrations', summary: 'Registrations, for the organiser', tags })
    .input(pageQuery.extend({ editionId: id, state: state.optional(), q: typedSearch(120).optional() }))
    .output(page(registration)),

  /** `undo` takes the last decision back; `joinTo` accepts it as a participant that is there already. `told`: whether a letter goes, or had gone. */
  decideRegistration: guarded
    .route({
      method: 'POST',
      path: '/editions/{editionId}/registrations/{registrationId}/decision',
      summary: 'Accept, put on the waiting list or decline a registration, or take that back',
      tags,
    })
    .input(
      ofEdition.extend({
        registrationId,
        decision: z.enum(['accept', 'wait', 'decline', 'undo']),
        joinTo: participantId.nullable().default(null),
      }),
    )
    .output(z.object({ registration, told: z.boolean() })),
};
