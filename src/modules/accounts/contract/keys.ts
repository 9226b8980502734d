// The API of an office's API keys; owners only, and people only.
import { z } from 'zod';
import { id, officeId, personal } from '#kernel/procedure.ts';
import { keyModules, MOST_DAYS } from '../domain/keys.ts';

const tags = ['accounts'];
const ofOffice = z.object({ officeId });

const access = z.enum(['read', 'write']);

const key = z.object({
  /** The account under which the key stands in the log. */
  id,
  name: z.string(),
  access,
  /** Null: all. */
  modules: z.array(z.enum(keyModules)).nullable(),
  state: z.enum(['valid', 'ends_soon', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  /** Null where they are no member any more. */
  createdBy: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
});

export const keys = {
  listKeys: personal
    .route({ method: 'GET', path: '/offices/{officeId}/keys', tags, summary: 'API keys of an office, newest first; owners only' })
    .input(ofOffice)
    .output(z.object({ entries: z.array(key) })),
  createKey: personal
    .meta({ access: 'signed-in', personal: true, secret: true })
    .route({
      method: 'POST',
      path: '/offices/{officeId}/keys',
      tags,
      successStatus: 201,
      summary: 'Create an API key; the secret is in this answer and nowhere else',
    })
    .input(
      ofOffice.extend({
        name: z.string().trim().min(1).max(100),
        access,
        modules: z
          .array(z.enum(keyModules))
          .min(1)
          .max(keyModules.length)
          .refine((list) => new Set(list).size === list.length, { params: { code: 'accounts.modules_twice' } })
          .nullable(),
        days: z.number().int().min(1).max(MOST_DAYS),
      }),
    )
    .output(key.extend({ secret: z.string() })),
  revokeKey: personal
    .route({ method: 'DELETE', path: '/offices/{officeId}/keys/{keyId}', tags, summary: 'Revoke an API key: it opens nothing from now on' })
    .input(ofOffice.extend({ keyId: id.brand<'Account'>() }))
    .output(key),
};
