// Reads a pasted range with everything around it: the office's own classes, its register, the cities that are meant.
import { fold } from '#kernel/fold.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { idOfBody } from '#modules/cities/api/record-cities.ts';
import { labelsRead } from '#modules/cities/api/naming.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { placesToAdd, type PlaceToAdd } from '#modules/cities/api/locate/find-places.ts';
import type { Transact, Work } from '#platform/work.ts';
import { knownFactsOf, type KnownFacts } from '../../domain/paste/known-facts.ts';
import { mostPasted, type PasteReading } from '../../domain/paste/batch.ts';
import { isCountryUnknown, readRows, type ReadRow } from '../../domain/paste/read-rows.ts';
import { sheetOf, type PastedSheet } from '../../domain/paste/columns.ts';
import { rememberedAnswers } from '../../domain/paste/memory.ts';
import { partedRows, partsOf, withParts, type PartedRow } from '../../domain/paste/twins.ts';
import { verdictsOf, type Around, type CityChoice, type CityMatch, type RowAnswer, type Verdict } from '../../domain/paste/verdicts.ts';
import { splitPaste } from '#reading/clipboard.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { mayWrite } from '../../policy.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { loadAnsweredPastes } from '../../store/pastes.ts';
import { locateCities } from './find-cities.ts';
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
  readonly officeId: OfficeId;
  readonly text: string;
  readonly reading: PasteReading;
  /** Rows that are kept already: they are no longer looked up. */
  readonly settled?: ReadonlySet<number>;
  /** Rows that are answered are looked up, too: for what they would ask. */
  readonly lookUpAll?: boolean;
}

/** How many pastes back an answer is remembered. */
const mostRemembered = 20;

/** A sheet as it stands for an office, before its cities are looked up. */
interface OpenedSheet {
  readonly own: TieCityId;
  readonly sheet: PastedSheet;
  readonly rows: readonly ReadRow[];
  readonly answers: readonly RowAnswer[];
  /** What is known of the ties that the office keeps, by partner city. */
  readonly known: ReadonlyMap<string, KnownFacts>;
  /** These cities by their numbers in GeoNames. */
  readonly held: ReadonlyMap<number, string>;
  /** What our own city is called in its country, where it was recorded by hand, without a number. */
  readonly ownNames: ReadonlySet<string>;
}

/** Heads, columns, rows and answers: what the sheet itself says, and what the office answered and knows before. */
function openSheet(transact: Transact, { officeId, text, reading }: Range): Promise<Result<OpenedSheet>> {
  return transact(async (work) => {
    const scope = mayWrite(work.actor, officeId);
    if (!scope.ok) return scope;
    const { office } = scope.value;
    const own = await cityOfOffice(work, office);
    if (own === null) return refuse({ kind: 'conflict', code: 'desk.office_without_city' });
    const ownClasses = await ownClassesOf(work, office);
    const regions = await labelsRead(work);
    const sheetIn = (range: string, { columns }: PasteReading) => sheetOf(splitPaste(range), ownClasses, columns);
    const rowsIn = (sheet: PastedSheet, { order }: PasteReading) =>
      readRows(sheet, { ownClasses, order, regions, thisYear: work.now.getUTCFullYear() });
    const sheet = sheetIn(text, reading);
    if (sheet.rows.length === 0) return refuseInput([{ path: ['text'], code: 'desk.paste_empty' }]);
    if (sheet.rows.length > mostPasted) return refuseInput([{ path: ['text'], code: 'desk.paste_too_long', params: { max: mostPasted } }]);
    const rows = rowsIn(sheet, reading);
    const earlier = (await loadAnsweredPastes(work.tx, office, mostRemembered)).map((paste) => ({
      answers: paste.reading.answers,
      rows: withParts(rowsIn(sheetIn(paste.text, paste.reading), paste.reading)),
    }));
    const answers = rememberedAnswers(withParts(rows), reading.answers, earlier);
    const said = new Map(answers.map(({ row, country }) => [row, country]));
    const inCountries = rows.map((row) => ({ ...row, country: said.get(row.number) ?? row.country }));
    return ok({ own, sheet, rows: inCountries, answers, ...(await readRegister(work, office, own)) });
  });
}

const calledIn = (country: string | null, name: string): string => `${country ?? ''} ${fold(name)}`;

async function readRegister(work: Work, office: OfficeId, own: TieCityId): Promise<Pick<OpenedSheet, 'known' | 'held' | 'ownNames'>> {
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
  // Our own city, too: it is ours by whichever name of it the gazetteer is asked.
  const cities = await citiesOf(work, [...register.map(({ pair }) => pair), { a: own, b: own }]);
  const held = new Map([...cities.values()].flatMap(({ id, geonamesId }) => (geonamesId === null ? [] : [[geonamesId, id] as const])));
  const ours = cities.get(own);
  const isByHand = ours !== undefined && ours.geonamesId === null && ours.country !== null;
  const ownNames = new Set(isByHand ? Object.values(ours.name).map(({ text }) => calledIn(ours.country, text)) : []);
  return { known, held, ownNames };
}

/** The rows with what their cities may be: those of a cell that names several cities are rows of their own. */
async function locateRows(
  transact: Transact,
  { rows, answers, known }: OpenedSheet,
  { settled, lookUpAll }: Range,
): Promise<Result<readonly PartedRow[]>> {
  const isKept = ({ cityId }: CityChoice): boolean => cityId !== null && known.has(cityId);
  const isAnswered = ({ city, leaveOut }: RowAnswer): boolean => lookUpAll !== true && (city !== undefined || leaveOut === true);
  const done = new Set([...(settled ?? []), ...answers.filter(isAnswered).map(({ row }) => row)]);
  const located = (row: ReadRow, found: ReadonlyMap<number, CityMatch>): PartedRow => ({ row, match: found.get(row.number) ?? none });
  const isNowhere = (row: ReadRow): boolean => isCountryUnknown(row) && row.country === null;
  const split = rows.map((row) => ({ row, parts: isNowhere(row) ? [] : partsOf(row) }));
  const sought = split.flatMap(({ row, parts }) =>
    isNowhere(row) ? [] : parts.length > 0 ? parts : row.isHeading || done.has(row.number) ? [] : [row],
  );
  const found = await locateCities(transact, sought, isKept);
  if (!found.ok) return found;
  const parted = split.map(({ row, parts }) => {
    const matched = parts.map((part) => located(part, found.value));
    return { row, ways: parts.length === 0 ? [located(row, found.value)] : partedRows(row, matched) };
  });
  // A cell that names one city after all, with a bar or the like in its name.
  const unparted = parted.flatMap(({ row, ways }) => (ways === null ? [row] : []));
  const whole = await locateCities(transact, unparted, isKept);
  return whole.ok ? ok(parted.flatMap(({ row, ways }) => ways ?? [located(row, whole.value)])) : whole;
}

const none: CityMatch = { state: 'none', choices: [] };

/** Reads the range; nothing changes. Refuses `kernel.forbidden`, `desk.office_without_city`, an empty or overlong range. */
export async function readPaste(transact: Transact, range: Range): Promise<Result<ReadPaste>> {
  const opened = await openSheet(transact, range);
  if (!opened.ok) return opened;
  const located = await locateRows(transact, opened.value, range);
  if (!located.ok) return located;
  const { own, sheet, known, held, ownNames } = opened.value;
  /** A place of the gazetteer, or a body, that the register holds by now is the city there, whoever had named it. */
  const asHeld = (city: CityChoice): CityChoice => {
    if (city.cityId !== null) return city;
    const { name, country, body } = city;
    const id = body === undefined || country === null ? null : idOfBody({ name, country, kind: body });
    const isOwn = ownNames.has(calledIn(country, name));
    return { ...city, cityId: held.get(city.geonamesId ?? 0) ?? (isOwn ? own : id !== null && known.has(id) ? id : null) };
  };
  const answers = opened.value.answers.map((answer) => (answer.city === undefined ? answer : { ...answer, city: asHeld(answer.city) }));
  const rows = located.value.map(({ row }) => row);
  const matches = new Map(
    located.value.map(({ row, match }) => [row.number, match.state === 'one' ? { ...match, city: asHeld(match.city) } : match] as const),
  );
  const around: Around = { own, matchOf: ({ number }) => matches.get(number) ?? none, known: (city) => known.get(city) ?? null };
  const open = rows.filter(({ number }) => range.settled?.has(number) !== true);
  const verdicts = verdictsOf(open, answers, around);
  const asked = verdictsOf(rows, [], around);
  const numbers = verdicts.flatMap((verdict) =>
    verdict.state === 'understood' && verdict.row.city.cityId === null ? (verdict.row.city.geonamesId ?? []) : [],
  );
  const places = numbers.length === 0 ? ok([]) : await placesToAdd(numbers);
  if (!places.ok) return places;
  const placeOf = new Map(places.value.map((place) => [place.geonamesId, place]));
  return ok({ own, reading: { ...range.reading, answers }, sheet, rows, verdicts, asked, places: placeOf });
}
