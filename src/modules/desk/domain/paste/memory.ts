// What was answered once is not asked again: answers of earlier pastes, by the words of their cells.
import { fold } from '#kernel/fold.ts';
import type { NotedCell } from './noted-cells.ts';
import { isCountryUnknown, type ReadRow } from './read-rows.ts';
import type { RowAnswer } from './verdicts.ts';

/** The rows of a paste on record with what a person answered. */
export interface AnsweredRows {
  readonly rows: readonly ReadRow[];
  readonly answers: readonly RowAnswer[];
}

const cityWords = ({ city, region, country, countryWritten }: ReadRow): string =>
  [fold(city), country ?? fold(countryWritten), ...(region === '' ? [] : [fold(region)])].join(' | ');

/** The words that a row asks about; '' where it asks nothing of them. */
function askedOf({ since, classCode, status }: ReadRow): Readonly<Record<NotedCell, string>> {
  const cellOf = (reading: ReadRow['since'] | ReadRow['classCode'] | ReadRow['status']): string =>
    reading.state === 'question' ? String(reading.params['cell'] ?? reading.params['date'] ?? '') : '';
  return { since: cellOf(since), class: cellOf(classCode), status: cellOf(status) };
}

type Remembered = Pick<RowAnswer, 'city' | 'country' | 'since' | 'classCode' | 'status' | 'asNote'>;

/** What an answer says of each thing that was asked of its row, under the words of the cell; a date belongs to its city. */
function factsOf(row: ReadRow, answer: RowAnswer): readonly (readonly [string, Remembered])[] {
  const asked = askedOf(row);
  const { city, country, since, classCode, status, asNote = [] } = answer;
  const noted = (cell: NotedCell): Remembered | null => (asNote.includes(cell) ? { asNote: [cell] } : null);
  const said: readonly (readonly [NotedCell, Remembered | null])[] = [
    ['since', since === undefined ? noted('since') : { since }],
    ['class', classCode === undefined ? noted('class') : { classCode }],
    ['status', status === undefined ? noted('status') : { status }],
  ];
  return [
    ...(city === undefined || row.city === '' ? [] : [[keysOf(row).city, { city }] as const]),
    ...(country === undefined || !isCountryUnknown(row) ? [] : [[keysOf(row).country, { country }] as const]),
    ...said.flatMap(([cell, value]) => (value === null || asked[cell] === '' ? [] : [[keysOf(row)[cell], value] as const])),
  ];
}

function keysOf(row: ReadRow): Readonly<Record<'city' | 'country' | NotedCell, string>> {
  const asked = askedOf(row);
  return {
    city: `city ${cityWords(row)}`,
    country: isCountryUnknown(row) ? `country ${fold(row.countryWritten)}` : '',
    since: asked.since === '' ? '' : `since ${cityWords(row)} ${fold(asked.since)}`,
    class: asked.class === '' ? '' : `class ${fold(asked.class)}`,
    status: asked.status === '' ? '' : `status ${fold(asked.status)}`,
  };
}

/** The answers given, with those of earlier pastes, the newest first, where a row asks what was answered before. What is given goes before. */
export function rememberedAnswers(
  rows: readonly ReadRow[],
  given: readonly RowAnswer[],
  earlier: readonly AnsweredRows[],
): readonly RowAnswer[] {
  const facts = new Map<string, Remembered>();
  // A country is asked once for its word, whichever row answers.
  const rowAt = new Map(rows.map((row) => [row.number, row]));
  for (const { row, country } of given) {
    const asking = rowAt.get(row);
    if (asking !== undefined && country !== undefined) facts.set(keysOf(asking).country, { country });
  }
  facts.delete('');
  for (const { rows: before, answers } of earlier) {
    const rowOf = new Map(before.map((row) => [row.number, row]));
    for (const answer of answers) {
      const row = rowOf.get(answer.row);
      for (const [key, fact] of row === undefined ? [] : factsOf(row, answer)) if (!facts.has(key)) facts.set(key, fact);
    }
  }
  const answerOf = new Map(given.map((answer) => [answer.row, answer]));
  const asked = new Set(rows.map(({ number }) => number));
  const more = rows.flatMap((row): RowAnswer[] => {
    const own = answerOf.get(row.number);
    const { city, country, since, class: ofClass, status } = keysOf(row);
    const found = [row.city === '' ? '' : city, country, since, ofClass, status].flatMap((key) => facts.get(key) ?? []);
    if (found.length === 0 || own?.leaveOut === true) return own === undefined ? [] : [own];
    const asNote = [...new Set([...(own?.asNote ?? []), ...found.flatMap((fact) => fact.asNote ?? [])])];
    return [{ row: row.number, ...(Object.assign({}, ...found) as Remembered), ...own, ...(asNote.length === 0 ? {} : { asNote }) }];
  });
  return [...more, ...given.filter(({ row }) => !asked.has(row))];
}
