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
  const entries = await entriesOf(work.tx, ids);
  const said = await confirmationsOf(work.tx, ids);
  const confirmations = view === 'public' ? said.filter(({ visibility }) => visibility === 'public') : said;
  const rates = await ratesOf(work.tx, ids);
  const [parties, attributions] = [await partiesOf(work.tx, ids), await attributionsOf(work.tx, ids)];
  const cities = [...parties.values()].flat().map(({ cityId }) => cityId);
  return {
    work,
    entries,
    confirmations,
    rates,
    parties,
    attributions,
    sources: await sourcesByIds(
      work,
      [...entries, ...confirmations, ...rates].flatMap(({ sourceId }) => sourceId ?? []),
    ),
    offices: await nameOffices(work, [
      ...records.flatMap(({ ownerOffice, sharedWith }) => [ownerOffice, ...sharedWith]),
      ...confirmations.map(({ office }) => office),
    ]),
    cities: await citiesByIds(
      work,
      [...records.flatMap(({ fromCity, toCity }) => [fromCity, toCity]), ...cities].flatMap((id) =>
        id === null ? [] : [id as Id<'City'>],
      ),
    ),
    subjects: await describeSubjects(work, [...attributions.values()].flat(), view),
    organisations: await organisationsOf(
      work,
      [...parties.values()].flat().flatMap(({ organisationId }) => organisationId ?? []),
      view,
    ),
    titled: (await titledOutcomes(work.tx, records)).filter(({ visibility }) => view === 'own' || visibility === 'public'),
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
