// A contact as callers write it.
import { z } from 'zod';
import { language } from '#modules/organisations/contract.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import { emailPattern, phonePattern, saysWho } from '../domain/contacts.ts';
import { limits } from '../domain/limits.ts';

const line = (most: number) => z.string().trim().max(most).default('');
/** A name, an address or a phone at least. */
export const contactFields = z
  .object({
    surname: line(80),
    givenName: line(80),
    nameOrder: z.enum(nameOrders).default('given_first'),
    post: line(120),
    email: z.email({ pattern: emailPattern }).max(254).nullable().default(null),
    phone: z.string().trim().regex(phonePattern).nullable().default(null),
    languages: z.array(language).max(limits.languages).default([]),
  })
  .refine(saysWho, { path: ['surname'], params: { code: 'expos.contact_says_nothing' } });
