// What sources may state of a city: each attribute with the form of its value. Which statement is shown first is the evidence's rule.
import type { Problem } from '#kernel/result.ts';
import { overlay, type ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import { valuesAgree, type StatedValue } from '#modules/evidence/domain/value.ts';

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

export interface ShownAttribute {
  readonly attribute: CityAttribute;
  readonly shown: ShownFirst<Statement>;
  /** How many statements stand, and how many different things they say. */
  readonly sources: number;
  readonly values: number;
}

/** How many different things are said, where what agrees is one. */
function valuesIn(statements: readonly Statement[]): number {
  const different: StatedValue[] = [];
  for (const { value } of statements) if (!different.some((known) => valuesAgree(known, value))) different.push(value);
  return different.length;
}

/** Each attribute of which something is said, the first shown first, with what only the reader sees laid over what everybody does. */
export function shownAttributes(statements: readonly Statement[], pins: readonly Pin[]): readonly ShownAttribute[] {
  return cityAttributes.flatMap((attribute) => {
    const { own, everybody } = overlay(
      statements.filter((statement) => statement.attribute === attribute),
      pins.filter((pin) => pin.attribute === attribute),
    );
    const shown = own ?? everybody;
    if (shown.first === null && shown.apart.length === 0) return [];
    const standing = [shown.first ?? [], shown.agreeing, shown.differing].flat();
    return [{ attribute, shown, sources: standing.length, values: valuesIn(standing) }];
  });
}
