// What waits for the word of a side: figures that another office reports of its tie or its city, and of which it has said nothing.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { askedOf } from '../domain/asked.ts';
import { confirms, isUnanswered, lastNumber } from '../domain/assurance.ts';
import { figuresOf, reachedOf } from '../domain/ledger.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import type { Stage } from '../domain/stages.ts';
import { mayReadWaiting } from '../policy.ts';
import { listOutcomeRecords } from '../store/outcomes.ts';
import { citiesAround, desksOf, isHeardBy, loadOutcomes, named, titleOf, type Loaded } from './load-outcomes.ts';
import { loadSides } from './sides.ts';

const MOST = 500;

type Entry = Answer<'listUnanswered'>['entries'][number];

/** Every stage of which the office has said nothing since its figures stand as they do. */
function waitingIn(loaded: Loaded, record: OutcomeRecord, office: OfficeId): readonly Entry[] {
  const entries = loaded.entries.filter(({ outcomeId }) => outcomeId === record.id);
  const confirmations = loaded.confirmations.filter(({ outcomeId }) => outcomeId === record.id);
  const { id, kind, counted, ownerOffice: owner } = record;
  const ledger = { extent: record.extent, entries };
  const said = (stage: Stage) => ({ stage, owner, entries, confirmations });
  return askedOf({ extent: record.extent, reached: reachedOf(ledger), figures: figuresOf(ledger) }, (stage) =>
    confirms(said(stage), office),
  )
    .filter(({ stage }) => isUnanswered(said(stage), office))
    .map(({ stage, amount, count, qualifier, countQualifier }) => {
      const through = lastNumber(entries, stage);
      const at = entries.find(({ number }) => number === through)?.enteredAt ?? record.enteredAt;
      return {
        ...{ outcome: { ...titleOf(record), id, kind, counted }, office: named(loaded, owner) },
        ...{ stage, amount, count, qualifier, countQualifier, through, at: at.toISOString() },
      };
    });
}

/** The longest waiting first, for members of the office alone. What a third party says waits to be taken up before (`listWaiting`). */
export async function listUnanswered(work: Work, input: Asked<'listUnanswered'>): Promise<Result<Answer<'listUnanswered'>>> {
  const asked = mayReadWaiting(work.actor, input.officeId);
  if (!asked.ok) return asked;
  const office = asked.value;
  const city = await cityOfOffice(work, office);
  if (city === null) return ok({ entries: [] });
  const ofCity = { id: city, ties: await tiesOfCity(work, city) };
  const found = await listOutcomeRecords(work.tx, { ofCity, after: null, limit: MOST });
  const records = found.filter(({ ownerOffice }) => ownerOffice !== office);
  const loaded = await loadOutcomes(work, records, 'own');
  const sides = await loadSides(work, records, loaded);
  const stands = (record: OutcomeRecord): boolean =>
    !desksOf(loaded, record).includes(office) || citiesAround(loaded, record).some((cities) => isHeardBy(loaded, record, cities));
  const entries = records
    .filter((record) => sides.get(record.id)?.offices.includes(office) === true && stands(record))
    .flatMap((record) => waitingIn(loaded, record, office));
  return ok({ entries: entries.toSorted((x, y) => (x.at < y.at ? -1 : 1)) });
}
