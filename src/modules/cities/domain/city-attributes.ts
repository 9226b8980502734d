// What sources may state of a city: each attribute with the form of its value. Which statement is shown first is the evidence's rule.
import type { Problem } from '#kernel/result.ts';
import { shownByAttribute } from '#modules/evidence/domain/shown-attributes.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';

export const cityAttributes = ['population', 'region', 'level', 'time_zone', 'port', 'airport', 'known_for'] as const;
export type CityAttribute = (typeof cityAttributes)[number];

export const cityValueTypes = {
  population: 'count',
  region: 'text',
  level: 'text',
  time_zone: 'text',
  port: 'text',
  airport: 'text',
  known_for: 'text',
} as const satisfies Readonly<Record<CityAttribute, 'count' | 'text'>>;

/** Whether a zone of the IANA database is called so. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && name.includes('/');
  } catch {
    return false;
  }
}

/** What is wrong with a value of an attribute; paths begin at the value. */
export function cityValueProblems(attribute: CityAttribute, value: StatedValue): readonly Problem[] {
  if (value.type === 'unknown') return [];
  if (value.type !== cityValueTypes[attribute]) return [{ path: ['type'], code: 'cities.value_misfits' }];
  if (value.type === 'count' && !/^\d+(\.0*)?$/.test(value.count)) return [{ path: ['count'], code: 'cities.people_are_whole' }];
  if (attribute !== 'time_zone' || value.type !== 'text') return [];
  return Object.values(value.text).every(({ text }) => isTimeZone(text)) ? [] : [{ path: ['text'], code: 'cities.zone_unknown' }];
}

/** Each attribute of which something is said. */
export const shownAttributes = (statements: readonly Statement[], pins: readonly Pin[]) =>
  shownByAttribute(cityAttributes, statements, pins);
