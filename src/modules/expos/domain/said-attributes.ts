// What sources may state of an edition, and of an organisation that takes part in one: each attribute with the form of its value.
import type { Problem } from '#kernel/result.ts';
import { shownByAttribute } from '#modules/evidence/domain/shown-attributes.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';

type Form = 'count' | 'money' | 'text';

/** Of an edition, in the order in which they are told. Deals are what was announced: nobody has said what became of them. */
export const editionForms = {
  days: 'text',
  venue: 'text',
  companies: 'count',
  business_countries: 'count',
  countries_regions: 'count',
  organisations: 'count',
  countries_and_organisations: 'count',
  country_exhibition: 'count',
  online_pavilions: 'count',
  area: 'count',
  business_area: 'count',
  country_area: 'count',
  registered_buyers: 'count',
  registered_attendees: 'count',
  visitors: 'count',
  professional_visitors: 'count',
  overseas_visitors: 'count',
  visits: 'count',
  trade_delegations: 'count',
  first_shown: 'count',
  deals: 'money',
  deals_equipment: 'money',
  deals_electronics: 'money',
  deals_vehicles: 'money',
  deals_clothing: 'money',
  deals_food: 'money',
  matchmaking_exhibitors: 'count',
  matchmaking_buyers: 'count',
  matchmaking_intentions: 'count',
  // What surveys of those who took part found: of those asked, in per cent; never a share of what was announced.
  survey_took_part: 'count',
  survey_dealt: 'count',
  survey_not_realised: 'count',
  survey_realised: 'count',
  survey_return: 'count',
  remark: 'text',
} as const satisfies Readonly<Record<string, Form>>;
export type EditionAttribute = keyof typeof editionForms;

/** Of an organisation at an edition. */
export const participationForms = {
  stand_area: 'count',
  /** How many times the area of the edition before: said where no area is. */
  stand_growth: 'count',
  brought_companies: 'count',
  stand: 'text',
  part_played: 'text',
  /** Said at the edition at which it was last. */
  not_again: 'text',
  remark: 'text',
} as const satisfies Readonly<Record<string, Form>>;
export type ParticipationAttribute = keyof typeof participationForms;

const keysOf = <K extends string>(forms: Readonly<Record<K, Form>>): readonly [K, ...K[]] => {
  const [first, ...others] = Object.keys(forms).filter((key): key is K => Object.hasOwn(forms, key));
  if (first === undefined) throw new Error('no attribute');
  return [first, ...others];
};
export const editionAttributes = keysOf(editionForms);
export const participationAttributes = keysOf(participationForms);

/** Attributes that are measured, with their unit; everything else is counted in whole numbers. */
export const unitOf: Readonly<Partial<Record<string, string>>> = {
  area: 'm²',
  business_area: 'm²',
  country_area: 'm²',
  stand_area: 'm²',
  stand_growth: '×',
  survey_took_part: '%',
  survey_dealt: '%',
  survey_realised: '%',
  survey_not_realised: '%',
  survey_return: '%',
};

/** What surveys found of the deals of those whom they asked, in the order in which it is told. */
export const surveyedDeals = ['survey_dealt', 'survey_not_realised', 'survey_realised'] as const satisfies readonly EditionAttribute[];

/** What is wrong with a value of an attribute; paths begin at the value. */
export function formProblems(attribute: string, form: Form, value: StatedValue): readonly Problem[] {
  if (value.type === 'unknown') return [];
  if (value.type !== form) return [{ path: ['type'], code: 'expos.value_misfits' }];
  if (value.type === 'money') return value.amount.startsWith('-') ? [{ path: ['amount'], code: 'expos.value_negative' }] : [];
  if (value.type !== 'count') return [];
  const unit = unitOf[attribute];
  if (value.unit !== undefined && value.unit !== unit)
    return [{ path: ['unit'], code: unit === undefined ? 'expos.unit_not_taken' : 'expos.unit_unknown', params: { unit: unit ?? '' } }];
  if (value.count.startsWith('-')) return [{ path: ['count'], code: 'expos.value_negative' }];
  return unit === undefined && !/^\d+(\.0*)?$/.test(value.count) ? [{ path: ['count'], code: 'expos.count_is_whole' }] : [];
}

/** With its unit, where the attribute has one. */
export function withUnit(attribute: string, value: StatedValue): StatedValue {
  const unit = unitOf[attribute];
  return value.type === 'count' && unit !== undefined ? { ...value, unit } : value;
}

export const shownOfEdition = (statements: readonly Statement[], pins: readonly Pin[]) =>
  shownByAttribute(editionAttributes, statements, pins);
export const shownOfParticipation = (statements: readonly Statement[], pins: readonly Pin[]) =>
  shownByAttribute(participationAttributes, statements, pins);
