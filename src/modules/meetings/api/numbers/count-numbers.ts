// From wishes to next steps in numbers, for the organiser of an edition.
import type { Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { listRegionLabels } from '#modules/cities/api/naming.ts';
import { listTopics } from '#modules/expos/api/topics.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { noSteps, type CitiesMeant, type LaterSteps, type Steps } from '../../domain/numbers.ts';
import type { OverviewScope } from '../../domain/scopes.ts';
import { comparedCells, numbersFile } from '../../formats/numbers-file.ts';
import { countNumbers, countUse, type NumbersRow } from '../../store/numbers.ts';
import { oversee } from '../open-edition.ts';
import { citiesMeant } from './cities-meant.ts';

type Numbers = Answer<'getEditionNumbers'>;

type Teller = (work: Work, editionId: string, cities: CitiesMeant) => Promise<readonly LaterSteps[]>;
const tellers = new Set<Teller>();

/** Has `teller` asked, as the organiser, what came of the meetings of an edition; app/ subscribes at the start. */
export const tellsLaterSteps = (teller: Teller): void => {
  tellers.add(teller);
};

const keyOf = ({ dimension, key }: Pick<LaterSteps, 'dimension' | 'key'>): string => JSON.stringify([dimension, key]);

/** Refuses `meetings.edition_unknown`, `expos.organiser_only`. */
export async function getEditionNumbers(work: Work, { editionId }: Asked<'getEditionNumbers'>): Promise<Result<Numbers>> {
  const opened = await oversee(work, editionId);
  return opened.ok ? count(work, opened.value.scope, work.actor.language) : opened;
}

async function count(work: Work, scope: OverviewScope, language: Language): Promise<Result<Numbers>> {
  const cities = await citiesMeant(work, scope.editionId, language);
  const counted = await countNumbers(work.tx, scope, { now: work.now, cities });
  const later = new Map(
    (await Promise.all([...tellers].map((teller) => teller(work, scope.editionId, cities))))
      .flat()
      .map((row) => [keyOf(row), row] as const),
  );
  const stepsOf = (row: NumbersRow): Steps => {
    const { dimension: _d, key: _k, code: _c, name: _n, ...steps } = row;
    const { leads = null, agreed = null } = later.get(keyOf(row)) ?? {};
    return { ...steps, leads, agreed };
  };
  const topics = await listTopics(work, { editionId: scope.editionId });
  if (!topics.ok) return topics;
  const topicNames = new Map(topics.value.entries.map(({ id, name }) => [String(id), name]));
  const { placesUsed, places, interpretersUsed, interpreters, cancelled, came, expected } = await countUse(work.tx, scope);
  const total = counted.find(({ dimension }) => dimension === 'all');
  return ok({
    total: total === undefined ? noSteps : stepsOf(total),
    rows: counted.flatMap((row) => {
      const { dimension, key, code, name } = row;
      if (dimension === 'all') return [];
      const [country = '', ...city] = dimension === 'city' ? key.split('/') : dimension === 'country' ? [key] : [];
      return [
        {
          dimension,
          key: key === '' ? null : key,
          code,
          name: dimension === 'topic' ? (topicNames.get(key) ?? null) : name === null ? null : { ...name },
          country: country === '' ? null : country,
          city: city.length === 0 ? null : city.join('/'),
          ...stepsOf(row),
        },
      ];
    }),
    use: { places: { used: placesUsed, of: places }, interpreters: { used: interpretersUsed, of: interpreters } },
    cancelled,
    checkedIn: { came, of: expected },
  });
}

/** The steps of an edition in words, for its organiser's comparison with another; null for whoever does not organise it. */
export async function tellSteps(work: Work, editionId: string, language: Language) {
  const numbers = await getEditionNumbers(work, { editionId });
  return numbers.ok ? comparedCells(numbers.value, language) : null;
}

/** The same as a table. */
export async function exportNumbers(work: Work, { editionId, format, language }: Asked<'exportNumbers'>): Promise<Result<File>> {
  const opened = await oversee(work, editionId);
  if (!opened.ok) return opened;
  const reader = language ?? work.actor.language;
  const numbers = await count(work, opened.value.scope, reader);
  if (!numbers.ok) return numbers;
  const labels = await listRegionLabels(work);
  if (!labels.ok) return labels;
  const bytes = numbersFile(numbers.value, { format, language: reader, regions: labels.value.labels });
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return ok(new File([new Uint8Array(bytes)], `${opened.value.head.slug}-numbers.${format}`, { type }));
}
