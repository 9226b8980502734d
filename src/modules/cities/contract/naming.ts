// The API of the naming policy.
import { z } from 'zod';
import { isCountry } from '#kernel/codes.ts';
import { day, guarded, id, multilingual, open, signedIn } from '#kernel/procedure.ts';
import { labelContexts, labelStates } from '../domain/naming-policy.ts';

export const country = z
  .string()
  .length(2, { abort: true })
  .refine(isCountry, { params: { code: 'cities.country_unknown' } });

/** One rule: for a place of the gazetteer, a city that stands for none of them, or a country, in one context or any. */
const labelRule = z.object({
  id: id.brand<'LabelRule'>(),
  version: z.number().int(),
  geonamesId: z.number().int().nullable(),
  cityId: id.brand<'City'>().nullable(),
  country: z.string().nullable(),
  context: z.enum(labelContexts),
  state: z.enum(labelStates),
  labels: multilingual(120).nullable(),
  reason: z.string(),
  decidedOn: z.string(),
});

/** `place`: what the gazetteer or the register calls it; null for rules of a country, and where neither has it. */
const listedRule = labelRule.extend({ place: z.object({ name: multilingual(200), country: z.string() }).nullable() });
export type LabelRuleEntry = z.infer<typeof listedRule>;
export type LabelRuleShown = z.infer<typeof labelRule>;

/** What is empty is told by the use case, together with everything else that is missing. */
const decided = z.object({
  state: z.enum(labelStates).default('shown'),
  labels: multilingual(120).nullable().default(null),
  reason: z.string().trim().max(2000),
  decidedOn: z.union([day, z.literal('')]),
});

const tags = ['cities'];

export const naming = {
  listRegionLabels: open
    .route({
      method: 'GET',
      path: '/region-labels',
      summary: 'Names of countries and regions that the naming policy decides, by code',
      tags,
    })
    .output(z.object({ labels: z.record(z.string(), multilingual(120)) })),

  listLabelRules: signedIn
    .route({ method: 'GET', path: '/label-rules', summary: 'The naming policy: how places are labelled and whether they are shown', tags })
    .output(z.object({ entries: z.array(listedRule), mayEdit: z.boolean() })),

  createLabelRule: signedIn
    .route({
      method: 'POST',
      path: '/label-rules',
      successStatus: 201,
      summary: 'Add a rule for a place, or for a country or region',
      tags,
    })
    .input(
      decided.extend({
        geonamesId: z.number().int().min(1).max(2_000_000_000).nullable().default(null),
        /** A city of the register; where it stands for a place of the gazetteer, the rule is about that. */
        cityId: id.brand<'City'>().nullable().optional(),
        country: country.nullable().default(null),
        context: z.enum(labelContexts).default('any'),
      }),
    )
    .output(labelRule),

  updateLabelRule: guarded
    .route({ method: 'PUT', path: '/label-rules/{ruleId}', summary: 'Change a rule', tags })
    .input(decided.extend({ ruleId: id.brand<'LabelRule'>() }))
    .output(labelRule),

  removeLabelRule: guarded
    .route({ method: 'DELETE', path: '/label-rules/{ruleId}', summary: 'Remove a rule; the place is shown under its own names', tags })
    .input(z.object({ ruleId: id.brand<'LabelRule'>() }))
    .output(labelRule),
};
