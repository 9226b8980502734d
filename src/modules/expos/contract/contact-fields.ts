// A contact as callers write it.
import { z } from 'zod';
import { typedAs, typedEmail } from '#kernel/writing/typed.ts';
import { language } from '#modules/organisations/contract.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import { emailPattern, phonePattern, saysWho } from '../domain/contacts.ts';
import { limits } from '../domain/limits.ts';

const line = (most: number) => z.string().trim().max(most).default('');
const person = z.object({
  surname: line(80),
  givenName: line(80),
  nameOrder: z.enum(nameOrders).default('given_first'),
  email: typedEmail(emailPattern).nullable().default(null),
  phone: typedAs(phonePattern, 'expos.not_a_phone').nullable().default(null),
});

/** How an interpreter is reached; their name in the list stands apart, and all of it may be missing. */
export const interpreterContact = person;

/** A name, an address or a phone at least. */
export const contactFields = person
  .extend({
    post: line(120),
    languages: z.array(language).max(limits.languages).default([]),
  })
  .refine(saysWho, { path: ['surname'], params: { code: 'expos.contact_says_nothing' } });
