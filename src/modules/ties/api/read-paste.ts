// Reads a pasted range with everything around it: the office's own classes, its register, the cities that are meant.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { placesToAdd, type PlaceToAdd } from '#modules/cities/api/find-places.ts';
import type { Transact, Work } from '#platform/work.ts';
import { knownFactsOf, type KnownFacts } from '../domain/known-facts.ts';
import type { PasteReading } from '../domain/paste-batch.ts';
import { readRows, type ReadRow } from '../domain/paste.ts';
import { sheetOf, type PastedSheet } from '../domain/paste-columns.ts';
import { verdictsOf, type CityMatch, type Verdict } from '../domain/paste-verdicts.ts';
import { splitPaste } from '../domain/pasted-table.ts';
import type { TieCityId } from '../domain/tie.ts';
import { mayWrite } from '../policy.ts';
import { loadRegister } from '../store/keepings.ts';
import { findInGazetteer, findRegistered } from './find-partners.ts';
import { ownClassesOf } from './list-classes.ts';
import { loadTieFacts } from './load-ties.ts';

/** A range as it is understood now; `places` are those that enter the register with their rows. */
export interface ReadPaste {
  readonly own: TieCityId;
  readonly reading: PasteReading;
  readonly sheet: PastedSheet;
  readonly rows: readonly ReadRow[];
  readonly verdicts: readonly Verdict[];
  readonly places: ReadonlyMap<number, PlaceToAdd>;
}

export interface Range {
  readonly officeId: string;
  readonly text: string;
  readonly reading: PasteReading;
  /** Rows that are kept already: they are no longer looked up. */
  readonly settled?: ReadonlySet<number>;
}

const mostRows = 5000;

/** What the register and the sheet itself say. */
function openSheet(transact: Transact, { officeId, text, reading, settled }: Range) {
  return transact(async (work) => {
    const scope = mayWrite(work.actor, officeId as OfficeId);
    if (!scope.ok) return scope;
    const own = await cityOfOffice(work, scope.value.office);
    if (own === null) return refuse({ kind: 'conflict', code: 'ties.office_without_city' });
    const ownClasses = await ownClassesOf(work, scope.value.office);
    const sheet = sheetOf(splitPaste(text), ownClasses, reading.columns);
    if (sheet.rows.length === 0) return refuseInput([{ path: ['text'], code: 'ties.paste_empty' }]);
    if (sheet.rows.length > mostRows) return refuseInput([{ path: ['text'], code: 'ties.paste_too_long', params: { max: mostRows } }]);
    const rows = readRows(sheet, { ownClasses, order: reading.order });
    const answered = new Set(reading.answers.filter(({ city }) => city !== undefined).map(({ row }) => row));
    const sought = rows.filter(({ number }) => !answered.has(number) && settled?.has(number) !== true);
    const matches = await findRegistered(work, sought);
    return ok({ own, sheet, rows, sought, matches, known: await knownTies(work, scope.value.office) });
  });
}

/** What is known of the ties that the office keeps, by partner city. */
async function knownTies(work: Work, office: OfficeId): Promise<ReadonlyMap<string, KnownFacts>> {
  const register = await loadRegister(work.tx, office);
  const facts = await loadTieFacts(
    work,
    register.map(({ tieId }) => tieId),
  );
  const known = new Map<string, KnownFacts>();
  register.forEach(({ pair }, at) => {
    const tie = facts[at];
    if (tie !== undefined) for (const city of [pair.a, pair.b]) known.set(city, knownFactsOf(tie, office));
  });
  return known;
}

/** Reads the range; nothing changes. Refuses `kernel.forbidden`, `ties.office_without_city`, an empty or overlong range. */
export async function readPaste(transact: Transact, range: Range): Promise<Result<ReadPaste>> {
  const opened = await openSheet(transact, range);
  if (!opened.ok) return opened;
  const { own, sheet, rows, sought, matches, known } = opened.value;
  const found = await findInGazetteer(transact, sought, matches);
  if (!found.ok) return found;
  const none: CityMatch = { state: 'none', choices: [] };
  const settled = range.settled ?? new Set<number>();
  const verdicts = verdictsOf(
    rows.filter(({ number }) => !settled.has(number)),
    range.reading.answers,
    {
      own,
      matchOf: ({ number }) => found.value.get(number) ?? none,
      known: (city) => known.get(city) ?? null,
    },
  );
  const numbers = verdicts.flatMap((verdict) =>
    verdict.state === 'understood' && verdict.row.city.cityId === null ? (verdict.row.city.geonamesId ?? []) : [],
  );
  const places = numbers.length === 0 ? ok([]) : await placesToAdd(numbers);
  if (!places.ok) return places;
  return ok({
    own,
    reading: range.reading,
    sheet,
    rows,
    verdicts,
    places: new Map(places.value.map((place) => [place.geonamesId, place])),
  });
}
