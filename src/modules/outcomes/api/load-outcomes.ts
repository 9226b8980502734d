// Everything that outcomes are shown with, in a handful of queries: ledgers, parties, and the names of what they point to.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { citedSources, sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import type { CitedSource, Passage, SourceId } from '#modules/evidence/domain/source.ts';
import { organisationsByIds } from '#modules/organisations/api/name-organisations.ts';
import { sidesAmong, takingsOf } from '#modules/ties/api/hearing.ts';
import { isHeard, type Taking } from '#modules/ties/domain/taking.ts';
import type { Work } from '#platform/work.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { ConfirmationRecord, EntryRecord, RateRecord } from '../domain/records.ts';
import type { Asking } from '../domain/follow-up/fate.ts';
import { expiredOnOf, papersExpired, type ExpiredOn } from '../store/evidence.ts';
import { quietMonthsOf } from '../store/follow-up-rules.ts';
import { answersTold, askingsOf } from '../store/follow-ups.ts';
import { confirmationsOf, entriesOf, ratesOf } from '../store/ledger.ts';
import { titledOutcomes, type TitledOutcome } from '../store/outcomes.ts';
import { attributionsOf, partiesOf } from '../store/parts.ts';
import { describeSubjects, type Subjects } from './subjects.ts';

/** A row that cites a source: an entry with its own words, a confirmation or rate by its citation. */
export type Citing = Partial<Passage> & { readonly id: string; readonly sourceId: SourceId | null };

/** `own`: what the actor may see; `public`: what everybody sees, whoever asks. */
export type View = 'own' | 'public';

/** The rows of one outcome; a page shows hundreds of them, so that rows are sorted once and not looked through for each. */
type Of<R> = (id: OutcomeId) => readonly R[];

const sortedBy = <R>(rows: readonly R[], outcomeOf: (row: R) => string | null): Of<R> => {
  const groups = Map.groupBy(rows, outcomeOf);
  return (id) => groups.get(id) ?? [];
};

const byOutcome = <R extends { readonly outcomeId: OutcomeId }>(rows: readonly R[]): Of<R> => sortedBy(rows, ({ outcomeId }) => outcomeId);

export interface Loaded {
  readonly work: Work;
  readonly entriesOf: Of<EntryRecord>;
  readonly confirmationsOf: Of<ConfirmationRecord>;
  readonly ratesOf: Of<RateRecord>;
  readonly parties: Awaited<ReturnType<typeof partiesOf>>;
  readonly attributions: Awaited<ReturnType<typeof attributionsOf>>;
  readonly sourceOf: (row: Citing) => CitedSource | null;
  readonly offices: OfficeNames;
  readonly cities: ReadonlyMap<string, NamedCity>;
  readonly subjects: Subjects;
  readonly organisations: ReadonlyMap<string, MultilingualText>;
  /** Wholes and parts of the outcomes. */
  readonly titled: ReadonlyMap<string, TitledOutcome>;
  readonly partsOf: Of<TitledOutcome>;
  /** Ledgers of the parts among them. */
  readonly entriesOfPart: Of<EntryRecord>;
  /** What sides hold of them. */
  readonly confirmationsOfPart: Of<ConfirmationRecord>;
  readonly takingsOf: Of<Taking>;
  /** What was asked and answered of what became of them, and of the parts among them. */
  readonly askings: ReadonlyMap<OutcomeId, readonly Asking[]>;
  /** Those of which the reader may know what was answered. */
  readonly answered: ReadonlySet<OutcomeId>;
  readonly expiredOn: ExpiredOn;
  /** After how many months without a sign their offices say so. */
  readonly quietMonths: ReadonlyMap<OfficeId, number | null>;
}

/** Names of organisations by id, of those that the reader may see. */
async function organisationsOf(work: Work, ids: readonly string[], view: View): Promise<ReadonlyMap<string, MultilingualText>> {
  const found = [...(await organisationsByIds(work, ids)).values()];
  return new Map(found.filter(({ visibility }) => view === 'own' || visibility === 'public').map(({ id, name }) => [id, name]));
}

/** What is on record of the parts of wholes. */
async function saidOfAll(work: Work, ids: readonly OutcomeId[]) {
  const { tx } = work;
  if (ids.length === 0) return [[], [], [], []] as const;
  return Promise.all([entriesOf(tx, ids), confirmationsOf(tx, ids), askingsOf(tx, ids), papersExpired(tx, ids, dayOf(work))]);
}

const dayOf = ({ now }: Work): string => now.toISOString().slice(0, 10);

/** What the database holds of the outcomes themselves. */
const rowsOf = (work: Work, records: readonly OutcomeRecord[], ids: readonly OutcomeId[]) =>
  Promise.all([
    entriesOf(work.tx, ids),
    confirmationsOf(work.tx, ids),
    ratesOf(work.tx, ids),
    partiesOf(work.tx, ids),
    attributionsOf(work.tx, ids),
    titledOutcomes(work.tx, records),
    takingsOf(work, ids),
    askingsOf(work.tx, ids),
    quietMonthsOf(
      work.tx,
      records.map(({ ownerOffice }) => ownerOffice),
    ),
    papersExpired(work.tx, ids, dayOf(work)),
  ]);

/** Those of which it may be told what was answered, where anything was. */
function mayKnowAnswers({ tx }: Work, asked: Loaded['askings'], view: View): Promise<ReadonlySet<OutcomeId>> {
  const ids = [...asked].flatMap(([id, askings]) => (askings.some(({ answers }) => answers.length > 0) ? [id] : []));
  return ids.length === 0 ? Promise.resolve(new Set()) : answersTold(tx, ids, view);
}

/** The source of a row with where in it it stands; `cited`: of what is no entry. */
function citing(cited: Loaded['sourceOf'], sources: Awaited<ReturnType<typeof sourcesByIds>>): Loaded['sourceOf'] {
  // Most entries cite one of a few sources as a whole.
  const asWhole = new Map<SourceId, CitedSource>();
  return (row) => {
    const { passage, place, sourceId } = row;
    if (passage === undefined || place === undefined || sourceId === null) return cited(row);
    const source = sources.get(sourceId);
    if (source === undefined) return null;
    if (passage !== null || place !== null) return { ...source, passage, place };
    const known = asWhole.get(sourceId) ?? { ...source, passage, place };
    asWhole.set(sourceId, known);
    return known;
  };
}

export async function loadOutcomes(work: Work, records: readonly OutcomeRecord[], view: View): Promise<Loaded> {
  const ids = records.map(({ id }) => id);
  const isShown = ({ visibility }: { readonly visibility: string }): boolean => view === 'own' || visibility === 'public';
  const rows = await rowsOf(work, records, ids);
  const [entries, said, rates, parties, attributions, titled, takings, askings, quietMonths, expired] = rows;
  const [shownTitles, known] = [titled.filter(isShown), new Set(ids)];
  const partIds = shownTitles.flatMap(({ id, partOf }) => (partOf !== null && known.has(partOf) ? [id] : []));
  const [ofParts, saidOfParts, askingsOfParts, expiredOfParts] = await saidOfAll(work, partIds);
  const asked = new Map([...askings, ...askingsOfParts]);
  const answered = await mayKnowAnswers(work, asked, view);
  const confirmations = said.filter(isShown);
  const named = [...parties.values()].flat();
  const cityIds = [...records.flatMap(({ fromCity, toCity }) => [fromCity, toCity]), ...named.map(({ cityId }) => cityId)];
  const saidOf = [...confirmations, ...saidOfParts.filter(isShown)];
  const officeIds = [
    ...records.flatMap(({ ownerOffice, sharedWith }) => [ownerOffice, ...sharedWith]),
    ...titled.map(({ ownerOffice }) => ownerOffice),
  ];
  const rowsCiting = [...confirmations, ...rates];
  const organisationIds = named.flatMap(({ organisationId }) => organisationId ?? []);
  const [ofEntries, cited, offices, [subjects, cities], organisations] = await Promise.all([
    sourcesByIds(
      work,
      [...entries, ...ofParts].map(({ sourceId }) => sourceId),
    ),
    citedSources(work, rowsCiting),
    nameOffices(work, [...officeIds, ...saidOf.map(({ office }) => office)]),
    describeSubjects(work, [...attributions.values()].flat(), view).then(async (found) => {
      const all = [...cityIds, ...[...found.values()].flatMap(({ cities }) => cities)];
      return [
        found,
        await citiesByIds(
          work,
          all.flatMap((id) => id ?? []),
        ),
      ] as const;
    }),
    organisationsOf(work, organisationIds, view),
  ]);
  return {
    ...{ work, parties, attributions, offices, cities, subjects, organisations, quietMonths },
    expiredOn: expiredOnOf([...expired, ...expiredOfParts]),
    ...{ entriesOf: byOutcome(entries), confirmationsOf: byOutcome(confirmations), ratesOf: byOutcome(rates) },
    askings: asked,
    answered,
    ...{ titled: new Map(shownTitles.map((one) => [one.id, one])), partsOf: sortedBy(shownTitles, ({ partOf }) => partOf) },
    ...{ entriesOfPart: byOutcome(ofParts), confirmationsOfPart: byOutcome(saidOfParts.filter(isShown)) },
    takingsOf: sortedBy(takings, ({ thingId }) => thingId),
    sourceOf: citing(cited, ofEntries),
  };
}

/** What outcomes have to do with, and who has decided whether they stand there. */
export type Around = Pick<Loaded, 'attributions' | 'cities' | 'parties' | 'subjects' | 'takingsOf'>;

/** That alone: of thousands of which somebody said something nothing else is asked. */
export async function loadAround(work: Work, records: readonly OutcomeRecord[], view: View): Promise<Around> {
  const ids = records.map(({ id }) => id);
  const [parties, attributions, takings] = await Promise.all([partiesOf(work.tx, ids), attributionsOf(work.tx, ids), takingsOf(work, ids)]);
  const subjects = await describeSubjects(work, [...attributions.values()].flat(), view);
  const known = [
    ...records.flatMap(({ fromCity, toCity }) => [fromCity, toCity]),
    ...[...parties.values()].flat().map(({ cityId }) => cityId),
  ];
  const around = [...known.flatMap((id) => id ?? []), ...[...subjects.values()].flatMap(({ cities }) => cities)];
  const cities = await citiesByIds(work, around);
  return { parties, attributions, subjects, cities, takingsOf: sortedBy(takings, ({ thingId }) => thingId) };
}

export const named = ({ offices }: Loaded, id: OfficeId) => ({ id, name: { ...offices.get(id) } });

export const cityOf = ({ cities }: Loaded, id: string | null) => {
  const city = id === null ? undefined : cities.get(id);
  return city === undefined ? null : { id: city.id, slug: city.slug, name: { ...city.name } };
};

export const titleOf = ({ id, title }: TitledOutcome) => ({ id, title: { ...title } });

/** Whether the outcome stands on pages about the cities; where they are none, everything does. */
export const isHeardBy = (loaded: Around, { id, ownerOffice: owner }: OutcomeRecord, cities: readonly string[]): boolean =>
  cities.length === 0 || isHeard({ owner, takings: loaded.takingsOf(id), sides: sidesAmong(loaded.cities, cities) });

/**
 * The cities of each tie that the outcome is related to; then those from which and to which it is said to go, and its parties, as far as they
 * have a desk of their own that can be asked: on the pages of all of them it would stand. A city that stands in one of them with another is not
 * asked once more by itself.
 */
export function citiesAround(
  { attributions, cities, parties, subjects }: Around,
  { id, fromCity, toCity }: OutcomeRecord,
): readonly (readonly string[])[] {
  const ofTies = (attributions.get(id) ?? []).map(({ subjectId }) => subjects.get(subjectId)?.cities ?? []);
  const named = [[fromCity, toCity], ...(parties.get(id) ?? []).map(({ cityId }) => [cityId])];
  const withDesk = named.map((group) => group.flatMap((city) => (city !== null && cities.get(city)?.officeId != null ? [city] : [])));
  const groups = [...ofTies, ...withDesk].filter((group) => group.length > 0);
  return groups.filter((group) => !groups.some((other) => other.length > group.length && group.every((city) => other.includes(city))));
}

/** The desks for which it waits: sides of what it is related to that are not the office that keeps it. */
export const desksOf = (loaded: Around, record: OutcomeRecord): readonly OfficeId[] => [
  ...new Set(
    citiesAround(loaded, record).flatMap((cities) => {
      const sides = sidesAmong(loaded.cities, cities);
      return sides.includes(record.ownerOffice) ? [] : sides;
    }),
  ),
];
