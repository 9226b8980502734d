import { expect, test } from 'vitest';
import { expos } from './contract.ts';

const problemsOf = (name: keyof typeof expos, input: unknown): readonly string[] => {
  const result = expos[name]['~orpc'].inputSchema?.safeParse(input);
  if (result === undefined || result.success) return [];
  return result.error.issues.map(
    (issue) => `${issue.path.join('.')}: ${issue.code === 'custom' ? String(issue.params?.['code']) : issue.code}`,
  );
};
const id = '01890000-0000-7000-8000-000000000000';
const text = { en: { text: 'Forum', origin: 'human' } };
const edition = { office: id, name: text, venue: text, timeZone: 'Asia/Shanghai', firstDay: '2019-11-05', lastDay: '2019-11-06' };

test('reads an edition as people enter it', () => {
  expect(problemsOf('createEdition', edition)).toEqual([]);
});

test('names each field that cannot be, once', () => {
  const wrong = { ...edition, timeZone: '+08:00', firstDay: '2019-02-30', lastDay: '0001-01-01', website: 'javascript:alert(1)', name: {} };
  expect(problemsOf('createEdition', wrong)).toEqual([
    'name: kernel.required',
    'website: invalid_format',
    'timeZone: expos.time_zone_unknown',
    'firstDay: invalid_format',
    'lastDay: kernel.date_range',
  ]);
});

test('takes instants in UTC alone, within the years the product can hold', () => {
  const slot = (startsAt: string) => ({ editionId: id, slots: [{ startsAt, endsAt: '2019-11-06T02:00:00Z', session: 1 }] });
  expect(problemsOf('replaceSlots', slot('2019-11-06T01:00:00Z'))).toEqual([]);
  expect(problemsOf('replaceSlots', slot('2019-11-06T09:00:00+08:00'))).toEqual(['slots.0.startsAt: invalid_format']);
  expect(problemsOf('replaceSlots', slot('0000-11-06T01:00:00Z'))).toEqual(['slots.0.startsAt: kernel.bad_instant']);
});

test('a country that is not chosen is one that is missing', () => {
  const result = expos.createParticipant['~orpc'].inputSchema?.safeParse({
    editionId: id,
    code: 'E01',
    role: 'exhibitor',
    name: text,
    country: '',
  });
  expect(result?.error?.issues).toMatchObject([{ code: 'too_small', minimum: 1, path: ['country'] }]);
});

test('knows countries and languages, and bounds every number', () => {
  const participant = { editionId: id, code: 'E01', role: 'exhibitor', country: 'UK', languages: ['en', 'qqq'], seats: 51 };
  expect(problemsOf('createParticipant', participant)).toEqual([
    'country: organisations.country_unknown',
    'seats: too_big',
    'languages.1: organisations.language_unknown',
  ]);
});

test('leaves what is not given out of a change', () => {
  const parsed = expos.updateParticipant['~orpc'].inputSchema?.parse({ editionId: id, participantId: id, country: null });
  expect(parsed).toEqual({ editionId: id, participantId: id, country: null });
});

test('every procedure that changes a versioned thing asks for the version seen', () => {
  const unguarded = Object.entries(expos)
    .filter(
      ([, procedure]) =>
        ['PATCH', 'PUT', 'DELETE'].includes(procedure['~orpc'].route.method ?? '') && procedure['~orpc'].meta.guarded !== true,
    )
    .map(([name]) => name);
  expect(unguarded).toEqual([]);
});
