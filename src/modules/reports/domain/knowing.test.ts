import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { SourceClass } from '#modules/evidence/domain/source.ts';
import { standingOfSaid } from '#modules/evidence/domain/standing.ts';
import { gapsOf, standingOfEvent, standingOfOutcome, type Gaps } from './knowing.ts';

const [liverpool, shanghai, press] = ['liverpool' as OfficeId, 'shanghai' as OfficeId, 'press' as OfficeId];
const said = (office: OfficeId, sourceClass: SourceClass, date = '1999') => ({
  value: { type: 'date' as const, date: { text: date, qualifier: 'exact' as const } },
  ...{ office: { id: office }, source: { class: sourceClass } },
});
const both = [liverpool, shanghai];

const day = { text: '2019-11-05', qualifier: 'exact' as const };

test('what an official source or both sides say is known, what one side or the press says is reported', () => {
  const own = said(liverpool, 'own_records');
  expect(standingOfSaid({ first: own, agreeing: [], contested: false }, both)).toBe('reported');
  expect(standingOfSaid({ first: own, agreeing: [said(press, 'press_or_study')], contested: false }, both)).toBe('reported');
  expect(standingOfSaid({ first: own, agreeing: [said(shanghai, 'own_records')], contested: false }, both)).toBe('known');
  expect(standingOfSaid({ first: own, agreeing: [said(press, 'official_publication')], contested: false }, both)).toBe('known');
  expect(standingOfSaid({ first: said(shanghai, 'official_publication'), agreeing: [], contested: true }, both)).toBe('contested');
  expect(standingOfSaid({ first: own, agreeing: [], contested: false }, [liverpool, null])).toBe('reported');
});

test('who gives the year alone does not say the day, and what a side read in the press is no word of its own', () => {
  const day = said(shanghai, 'own_records', '1999-10-18');
  const knownWith = (first: typeof day, other: typeof day) => standingOfSaid({ first, agreeing: [other], contested: false }, both);
  expect(knownWith(day, said(liverpool, 'own_records'))).toBe('reported');
  expect(knownWith(day, said(press, 'official_publication'))).toBe('reported');
  expect(knownWith(said(liverpool, 'own_records'), day)).toBe('known');
  expect(knownWith(day, said(liverpool, 'own_records', '1999-10-18'))).toBe('known');
  expect(knownWith(day, said(liverpool, 'press_or_study', '1999-10-18'))).toBe('reported');
  const counted = (office: OfficeId, count: string, qualifier: 'exact' | 'about') => ({
    ...said(office, 'own_records'),
    value: { type: 'count' as const, count, qualifier },
  });
  const [sure, rough] = [counted(liverpool, '200', 'exact'), counted(shanghai, '200', 'about')];
  expect(standingOfSaid({ first: sure, agreeing: [rough], contested: false }, both)).toBe('reported');
  expect(standingOfSaid({ first: rough, agreeing: [sure], contested: false }, both)).toBe('known');
});

test('a paper makes an event known', () => {
  expect([standingOfEvent(null, false), standingOfEvent(null, true), standingOfEvent({ class: 'signed_paper' }, false)]).toEqual([
    'reported',
    'known',
    'known',
  ]);
});

test('an outcome is known when every figure is sure', () => {
  expect(standingOfOutcome([])).toBe('reported');
  expect(standingOfOutcome([{ assurance: 'confirmed' }, { assurance: 'documented' }])).toBe('known');
  expect(standingOfOutcome([{ assurance: 'confirmed' }, { assurance: 'reported' }])).toBe('reported');
});

const full: Gaps = {
  paper: null,
  stated: ['established', 'class'],
  cities: [
    { id: 'liverpool', status: true, visits: true },
    { id: 'shanghai', status: true, visits: true },
  ],
  agreements: [{ id: 'memorandum', parties: 2, validTo: { text: '2022' } }],
  outcomes: [{ id: 'deal', reached: { stage: 'realised', ended: null } }],
  domains: [{ domain: 'trade', state: 'alive' }],
  withoutDomain: 0,
  meetings: 0,
  last: day,
  today: '2020-01-01',
};

test('a tie of which everything is stated has no gaps', () => {
  expect(gapsOf(full)).toEqual([]);
});

test('each thing that nobody has stated is a gap of its own', () => {
  expect(
    gapsOf({
      paper: null,
      stated: [],
      cities: [{ id: 'liverpool', status: false, visits: false }],
      agreements: [{ id: 'memorandum', parties: 0, validTo: null }],
      outcomes: [
        { id: 'deals', reached: { stage: 'potential', ended: null } },
        { id: 'ended', reached: { stage: 'intended', ended: 'lapsed' } },
      ],
      withoutDomain: 2,
      meetings: 1,
      domains: [
        { domain: 'trade', state: 'quiet' },
        { domain: 'sport', state: 'empty' },
      ],
      last: day,
      today: '2022-11-06',
    }),
  ).toEqual([
    { about: 'established' },
    { about: 'class' },
    { about: 'follow_up', outcomeId: 'deals', stage: 'potential' },
    { about: 'parties', agreementId: 'memorandum' },
    { about: 'validity', agreementId: 'memorandum' },
    { about: 'status', cityId: 'liverpool' },
    { about: 'visits', cityId: 'liverpool', elsewhere: 1 },
    { about: 'domains', domains: ['sport'], elsewhere: 2 },
    { about: 'silence', since: day },
  ]);
});

test('where nobody states the beginning but a paper that can have founded it is on record, the gap names the paper', () => {
  const paper = { id: 'charter', signedOn: day };
  expect(gapsOf({ ...full, stated: ['class'], paper })).toEqual([{ about: 'begun_by_paper', agreementId: 'charter', signedOn: day }]);
  expect(gapsOf({ ...full, paper })).toEqual([]);
});
