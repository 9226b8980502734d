// The base of every contract: what each procedure says of itself besides its path and shapes.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { dateExists, dateQualifiers, isDateShaped } from './flex-date.ts';
import { exponentOf, isDecimal, placesOf, qualifiers } from './money.ts';

/**
 * `access`: who may call at all. `guarded`: a change of a versioned thing that needs If-Match. `secret`: the answer holds what is
 * told once and kept nowhere, so an Idempotency-Key does not repeat it. `takesFile`: its body may be as large as a file, all others are small.
 * `unkept`: what anybody may read is kept for some seconds (cache); this is not. `personal`: people alone may do it, so no token opens it.
 * `forAll`: a reading of what everybody may read, the same whoever asks, so that nobody's name is needed for it.
 * `inTurn`: at the database one would wait for the other, so that few of them are let to it at once. `link`: the holder of a company's personal link may do it, too; of what needs a session nothing else is open to them.
 * `steady`: a reading whose answer follows from what the database says, who asks and the day alone, or tells until when it holds (`work.heard`).
 */
export interface ProcedureMeta {
  readonly access: 'public' | 'signed-in';
  readonly guarded?: boolean;
  readonly secret?: boolean;
  readonly takesFile?: boolean;
  readonly unkept?: boolean;
  readonly forAll?: boolean;
  readonly personal?: boolean;
  readonly link?: boolean;
  readonly inTurn?: boolean;
  readonly steady?: boolean;
}

/** Starts a procedure: `signedIn.route({ method, path })…`; others than these say what they are by `.meta`. */
export const signedIn = oc.$meta<ProcedureMeta>({ access: 'signed-in' });
export const open = signedIn.meta({ access: 'public' });
export const openForAll = signedIn.meta({ access: 'public', forAll: true });
export const steady = signedIn.meta({ access: 'signed-in', steady: true });
export const personal = signedIn.meta({ access: 'signed-in', personal: true });
export const linked = signedIn.meta({ access: 'signed-in', link: true });
export const guardedLinked = signedIn.meta({ access: 'signed-in', guarded: true, link: true });
export const inTurn = signedIn.meta({ access: 'signed-in', inTurn: true });
export const inTurnLinked = signedIn.meta({ access: 'signed-in', link: true, inTurn: true });
export const guarded = signedIn.meta({ access: 'signed-in', guarded: true });

/** Query of a list: opaque cursor of the page before, page size 1-200. */
export const pageQuery = z.object({ cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

/** One page of a list; `nextCursor` is null on the last. */
export const page = <T extends z.ZodType>(entry: T) => z.object({ entries: z.array(entry), nextCursor: z.string().nullable() });

/** An identifier in a path or body. */
export const id = z.uuid();
export const officeId = id.brand<'Office'>();

/** More languages than any one text of a city or company is kept in. */
const mostLanguages = 20;

/** As `multilingual`, but there may be none: where the use case itself tells what is missing, together with everything else. */
export const multilingualOrNone = (max = 200) =>
  z
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
      z.object({ text: z.string().trim().min(1).max(max), origin: z.enum(['human', 'machine', 'import']) }),
    )
    .refine((t) => Object.keys(t).length <= mostLanguages, { params: { code: 'kernel.too_many_entries', max: mostLanguages } });

/** A text by language tag, as people enter it; at least one language, each at most `max` characters. */
export const multilingual = (max = 200) =>
  multilingualOrNone(max).refine((t) => Object.keys(t).length > 0, { params: { code: 'kernel.required' } });

/** A calendar day within the years that the product can hold. */
export const day = z.iso
  .date({ abort: true })
  .refine((text) => text >= '1800-01-01' && text < '2200-01-01', { params: { code: 'kernel.date_range' } });

/** A date at its precision; the day, month or year exists. */
export const flexDate = z.object({
  text: z
    .string()
    .max(10, { abort: true })
    .refine((text) => text !== '', { abort: true, params: { code: 'kernel.date_missing' } })
    .refine(isDateShaped, { abort: true, params: { code: 'kernel.bad_date' } })
    .refine(dateExists, { params: { code: 'kernel.no_such_date' } }),
  qualifier: z.enum(dateQualifiers).default('exact'),
});

type Fields = Readonly<Record<string, z.ZodType>>;
type Corrected<S extends Fields> = { [K in keyof S]: z.ZodOptional<S[K] extends z.ZodDefault<infer F extends z.ZodType> ? F : S[K]> };

/** The fields of a thing for its correction: what is left out stays as it is, so nothing has a default. */
export const correctionOf = <S extends Fields>(fields: z.ZodObject<S>) =>
  z.object(
    Object.fromEntries(
      Object.entries(fields.shape).map(([name, field]) => [name, z.optional(field instanceof z.ZodDefault ? field.unwrap() : field)]),
    ) as Corrected<S>,
  );

/** The questions of a procedure that its caller answers beforehand, by their codes: what they ask about is meant so. */
export const confirmed = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.array(z.enum(codes)).max(codes.length).optional();

/** How a figure is meant. */
export const qualifier = z.enum(qualifiers);

/** A decimal in plain writing. */
export const decimal = z
  .string()
  .max(31, { abort: true })
  .refine(isDecimal, { params: { code: 'kernel.bad_decimal' } });

/** An amount with its currency, no finer than the currency is. */
export const amount = z
  .object({
    value: decimal,
    currency: z
      .string()
      .max(3, { abort: true })
      .refine((code) => exponentOf(code) !== null, { params: { code: 'kernel.currency_unknown' } }),
  })
  .refine(({ value, currency }) => placesOf(value) <= (exponentOf(currency) ?? 0), {
    path: ['value'],
    params: { code: 'kernel.amount_too_fine' },
  });
