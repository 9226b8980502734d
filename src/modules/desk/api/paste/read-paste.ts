// Reads a pasted range with everything around it: the office's own classes, its register, the cities that are meant.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { idOfBody } from '#modules/cities/api/record-cities.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { placesToAdd, type PlaceToAdd } from '#modules/cities/api/locate/find-places.ts';
import type { Transact, Work } from '#platform/work.ts';
import { countryBeside, countryInAnyLanguage as countryOf } from '#modules/cities/domain/country-cell.ts';
import { knownFactsOf, type KnownFacts } from '../../domain/paste/known-facts.ts';
import { mostPasted, type PasteReading } from '../../domain/paste/batch.ts';
import { readRows, type ReadRow } from '../../domain/paste/read-rows.ts';
import { sheetOf, type PastedSheet } from '../../domain/paste/columns.ts';
import { rememberedAnswers, type AnsweredRows } from '../../domain/paste/memory.ts';
import { partedRows, partsOf } from '../../domain/paste/twins.ts';
import { verdictsOf, type Around, type CityChoice, type CityMatch, type Verdict } from '../../domain/paste/verdicts.ts';
import type { OwnClass } from '#modules/ties/domain/tie-words.ts';
import { splitPaste } from '#reading/clipboard.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { mayWrite } from '../../policy.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { loadAnsweredPastes } from '../../store/pastes.ts';
import { findInGazetteer, findRegistered } from './find-cities.ts';
import { ownClassesOf } from '#modules/ties/api/list-classes.ts';
import { citiesOf, loadTieFacts } from '#modules/ties/api/load-ties.ts';

/** A range as it is understood now; `places` are those that enter the register with their rows. */
export interface ReadPaste {
  readonly own: TieCityId;
  readonly reading: PasteReading;
  readonly sheet: PastedSheet;
  readonly rows: readonly ReadRow[];
  readonly verdicts: readonly Verdict[];
  /** One for each row: what would be asked had nobody answered. */
  readonly asked: readonly Verdict[];
  readonly places: ReadonlyMap<number, PlaceToAdd>;
}

export interface Range {
  readonly officeId: string;
  readonly text: string;
  readonly reading: PasteReading;
  /** Rows that are kept already: they are no longer looked up. */
  readonly settled?: ReadonlySet<number>;
  /** Rows that are answered are looked up, too: for what they would ask. */
  readonly lookUpAll?: boolean;
}

/** How the rows of a range are read for an office: `order` as a person said it. */
const rowReading = (work: Work, ownClasses: readonly OwnClass[], { order }: PasteReading) => ({
  ...{ ownClasses, order, countryOf, countryBeside, thisYear: work.now.getUTCFullYear() },
});

/** How many pastes back an answer is remembered. */
const mostRemembered = 20;

async function answeredBefore(work: Work, office: OfficeId, ownClasses: readonly OwnClass[]): Promise<readonly AnsweredRows[]> {
  const pastes = await loadAnsweredPastes(work.tx, office, mostRemembered);
  return pastes.map(({ text, reading }) => {
    const rows = readRows(sheetOf(splitPaste(text), ownClasses, reading.columns), rowReading(work, ownClasses, reading));
    return { answers: reading.answers, rows: rows.flatMap((row) => [row, ...partsOf(row).slice(1)]) };
  });
}

/** What the register and the sheet itself say. Rows whose cell may name several cities are looked up as a whole and in parts. */
function openSheet(transact: Transact, { officeId, text, reading, settled, lookUpAll }: Range) {
  return transact(async (work) => {
    const scope = mayWrite(work.actor, officeId as OfficeId);
    if (!scope.ok) return scope;
    const own = await cityOfOffice(work, scope.value.office);
    if (own === null) return refuse({ kind: 'conflict', code: 'desk.office_without_city' });
    const ownClasses = await ownClassesOf(work, scope.value.office);
    const sheet = sheetOf(splitPaste(text), ownClasses, reading.columns);
    if (sheet.rows.length === 0) return refuseInput([{ path: ['text'], code: 'desk.paste_empty' }]);
    if (sheet.rows.length > mostPasted) return refuseInput([{ path: ['text'], code: 'desk.paste_too_long', params: { max: mostPasted } }]);
    const rows = readRows(sheet, rowReading(work, ownClasses, reading));
    const parts = rows.map(partsOf);
    const answers = rememberedAnswers(
      rows.flatMap((row, at) => [row, ...(parts[at] ?? []).slice(1)]),
      reading.answers,
      await answeredBefore(work, scope.value.office, ownClasses),
    );
    const answered = new Set(
      (lookUpAll === true ? [] : answers).filter(({ city, leaveOut }) => city !== undefined || leaveOut === true).map(({ row }) => row),
    );
    const isSought = ({ number }: ReadRow): boolean => !answered.has(number) && settled?.has(number) !== true;
    const sought = rows.flatMap((row, at) => (parts[at]?.length ? [] : [row]).filter((one) => isSought(one) && !one.isHeading));
    // The parts are told from their row by their place in one list, since the first of them has its number.
    const partsSought = parts.flat();
    const matches = await findRegistered(work, sought);
    const ofParts = await findRegistered(
      work,
      partsSought.map((row, at) => ({ ...row, number: at })),
    );
    const register = await readRegister(work, scope.value.office);
    return ok({ own, sheet, rows, parts, sought, partsSought, matches, ofParts, answers, ...register });
  });
}

/** What is known of the ties that the office keeps, by partner city; and these cities by their numbers in GeoNames. */
async function readRegister(work: Work, office: OfficeId) {
  const register = await registerOf(work, office);
  const facts = await loadTieFacts(
    work,
    register.map(({ tieId }) => tieId),
  );
  const known = new Map<string, KnownFacts>();
  register.forEach(({ pair }, at) => {
    const tie = facts[at];
    if (tie !== undefined) for (const city of [pair.a, pair.b]) known.set(city, knownFactsOf(tie, office));
  });
  const cities = await citiesOf(
    work,
    register.map(({ pair }) => pair),
  );
  const held = new Map([...cities.values()].flatMap(({ id, geonamesId }) => (geonamesId === null ? [] : [[geonamesId, id] as const])));
  return { known, held };
}

type OpenedSheet = Extract<Awaited<ReturnType<typeof openSheet>>, { readonly ok: true }>['value'];

const none: CityMatch = { state: 'none', choices: [] };

interface Matched {
  readonly rows: readonly ReadRow[];
  readonly matches: ReadonlyMap<number, CityMatch>;
}

/** The rows with what their cities may be: those of a cell that names several cities are rows of their own. */
async function matchRows(transact: Transact, opened: OpenedSheet): Promise<Result<Matched>> {
  const { rows, parts, sought, partsSought, matches, ofParts, known } = opened;
  const isKept = ({ cityId }: CityChoice): boolean => cityId !== null && known.has(cityId);
  const numbered = partsSought.map((row, at) => ({ ...row, number: -1 - at }));
  const before = new Map([...matches, ...[...ofParts].map(([at, match]) => [-1 - at, match] as const)]);
  const found = await findInGazetteer(transact, [...sought, ...numbered], { matches: before, isKept });
  if (!found.ok) return found;
  const all = new Map(found.value);
  const matched: ReadRow[] = [];
  const unparted: ReadRow[] = [];
  let next = 0;
  rows.forEach((row, at) => {
    const own = (parts[at] ?? []).map((part) => ({ row: part, match: found.value.get(-1 - next++) ?? none }));
    const parted = own.length === 0 ? null : partedRows(row, own);
    if (own.length > 0 && parted === null) unparted.push(row);
    for (const one of parted ?? [{ row, match: found.value.get(row.number) ?? none }]) {
      matched.push(one.row);
      all.set(one.row.number, one.match);
    }
  });
  // A cell that names one city after all, with a bar or the like in its name.
  const registered = await transact(async (work) => ok(await findRegistered(work, unparted)));
  if (!registered.ok) return registered;
  const whole = await findInGazetteer(transact, unparted, { matches: registered.value, isKept });
  if (!whole.ok) return whole;
  for (const row of unparted) all.set(row.number, whole.value.get(row.number) ?? none);
  return ok({ rows: matched, matches: all });
}

/** Reads the range; nothing changes. Refuses `kernel.forbidden`, `desk.office_without_city`, an empty or overlong range. */
export async function readPaste(transact: Transact, range: Range): Promise<Result<ReadPaste>> {
  const opened = await openSheet(transact, range);
  if (!opened.ok) return opened;
  const { own, sheet, known, held } = opened.value;
  /** A place of the gazetteer, or a body, that the register holds by now is the city there, whoever had named it. */
  const asHeld = (city: CityChoice): CityChoice => {
    if (city.cityId !== null) return city;
    const { name, country, body } = city;
    const id = body === undefined || country === null ? null : idOfBody({ name, country, kind: body });
    return { ...city, cityId: held.get(city.geonamesId ?? 0) ?? (id !== null && known.has(id) ? id : null) };
  };
  const answers = opened.value.answers.map((answer) => (answer.city === undefined ? answer : { ...answer, city: asHeld(answer.city) }));
  const asMatched = (match: CityMatch): CityMatch => (match.state === 'one' ? { ...match, city: asHeld(match.city) } : match);
  const matched = await matchRows(transact, opened.value);
  if (!matched.ok) return matched;
  const { rows, matches } = matched.value;
  const settled = range.settled ?? new Set<number>();
  const around: Around = { own, matchOf: ({ number }) => asMatched(matches.get(number) ?? none), known: (city) => known.get(city) ?? null };
  const verdicts = verdictsOf(
    rows.filter(({ number }) => !settled.has(number)),
    answers,
    around,
  );
  const numbers = verdicts.flatMap((verdict) =>
    verdict.state === 'understood' && verdict.row.city.cityId === null ? (verdict.row.city.geonamesId ?? []) : [],
  );
  const places = numbers.length === 0 ? ok([]) : await placesToAdd(numbers);
  if (!places.ok) return places;
  return ok({
    own,
    reading: { ...range.reading, answers },
    sheet,
    rows,
    verdicts,
    asked: verdictsOf(rows, [], around),
    places: new Map(places.value.map((place) => [place.geonamesId, place])),
  });
}
