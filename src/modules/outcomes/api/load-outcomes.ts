// Everything that outcomes are shown with, in a handful of queries: ledgers, parties, and the names of what they point to.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import { organisationsByIds } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../contract.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import type { ConfirmationRecord, EntryRecord, RateRecord } from '../domain/records.ts';
import { confirmationsOf, entriesOf, ratesOf } from '../store/ledger.ts';
import { titledOutcomes, type TitledOutcome } from '../store/outcomes.ts';
import { attributionsOf, partiesOf } from '../store/parts.ts';
import { describeSubjects, type Subjects } from './subjects.ts';

type Sources = Awaited<ReturnType<typeof sourcesByIds>>;
export type ShownSource = Answer<'getOutcome'>['entries'][number]['source'];

/** `own`: what the actor may see; `public`: what everybody sees, whoever asks. */
export type View = 'own' | 'public';

export interface Loaded {
  readonly work: Work;
  readonly entries: readonly EntryRecord[];
  readonly confirmations: readonly ConfirmationRecord[];
  readonly rates: readonly RateRecord[];
  readonly parties: Awaited<ReturnType<typeof partiesOf>>;
  readonly attributions: Awaited<ReturnType<typeof attributionsOf>>;
  readonly sources: Sources;
  readonly offices: OfficeNames;
  readonly cities: ReadonlyMap<string, NamedCity>;
  readonly subjects: Subjects;
  readonly organisations: ReadonlyMap<string, MultilingualText>;
  /** Wholes and parts of the outcomes. */
  readonly titled: readonly TitledOutcome[];
}

/** Names of organisations by id, of those that the reader may see. */
async function organisationsOf(work: Work, ids: readonly string[], view: View): Promise<ReadonlyMap<string, MultilingualText>> {
  const found = [...(await organisationsByIds(work, ids)).values()];
  return new Map(found.filter(({ visibility }) => view === 'own' || visibility === 'public').map(({ id, name }) => [id, name]));
}

export async function loadOutcomes(work: Work, records: readonly OutcomeRecord[], view: View): Promise<Loaded> {
  const ids = records.map(({ id }) => id);
  const isShown = ({ visibility }: { readonly visibility: string }): boolean => view === 'own' || visibility === 'public';
  const [entries, said, rates, parties, attributions, titled] = await Promise.all([
    entriesOf(work.tx, ids),
    confirmationsOf(work.tx, ids),
    ratesOf(work.tx, ids),
    partiesOf(work.tx, ids),
    attributionsOf(work.tx, ids),
    titledOutcomes(work.tx, records),
  ]);
  const confirmations = said.filter(isShown);
  const named = [...parties.values()].flat();
  const cityIds = [...records.flatMap(({ fromCity, toCity }) => [fromCity, toCity]), ...named.map(({ cityId }) => cityId)];
  const officeIds = records.flatMap(({ ownerOffice, sharedWith }) => [ownerOffice, ...sharedWith]);
  const sourceIds = [...entries, ...confirmations, ...rates].flatMap(({ sourceId }) => sourceId ?? []);
  const organisationIds = named.flatMap(({ organisationId }) => organisationId ?? []);
  const [sources, offices, cities, subjects, organisations] = await Promise.all([
    sourcesByIds(work, sourceIds),
    nameOffices(work, [...officeIds, ...confirmations.map(({ office }) => office)]),
    citiesByIds(
      work,
      cityIds.flatMap((id) => id ?? []),
    ),
    describeSubjects(work, [...attributions.values()].flat(), view),
    organisationsOf(work, organisationIds, view),
  ]);
  return {
    ...{ work, entries, confirmations, rates, parties, attributions, sources, offices, cities, subjects, organisations },
    titled: titled.filter(isShown),
  };
}

export const named = ({ offices }: Loaded, id: OfficeId) => ({ id, name: { ...offices.get(id) } });

export const cityOf = ({ cities }: Loaded, id: string | null) => {
  const city = id === null ? undefined : cities.get(id);
  return city === undefined ? null : { id: city.id, slug: city.slug, name: { ...city.name } };
};

export const sourceOf = ({ sources }: Loaded, id: string | null): ShownSource => {
  const source = id === null ? undefined : sources.get(id as Id<'Source'>);
  return source === undefined ? null : { ...source };
};

export const titleOf = ({ id, title }: TitledOutcome) => ({ id, title: { ...title } });
