// What waits for the word of a side: figures that another office reports of its tie, its city or itself, and of which it has said nothing.
import { isId, type OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { organisationsOfOffice } from '#modules/organisations/api/name-organisations.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { looksAlike, resembles } from '../domain/alike.ts';
import { askedOf } from '../domain/asked.ts';
import { confirms, heldOf, isUnanswered, lastNumber } from '../domain/assurance.ts';
import { figuresOf, reachedOf, type StageFigure } from '../domain/ledger.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { ConfirmationRecord } from '../domain/records.ts';
import type { Stage } from '../domain/stages.ts';
import { mayReadWaiting } from '../policy.ts';
import { saidSince } from '../store/ledger.ts';
import { marksByIds } from '../store/projects.ts';
import { findAwaited, listOutcomeRecords, outcomeRecordsByIds, type Awaited } from '../store/outcomes.ts';
import { comparable } from './compare-outcomes.ts';
import {
  citiesAround,
  cityOf,
  desksOf,
  isHeardBy,
  loadAround,
  loadOutcomes,
  named,
  titleOf,
  type Around,
  type Loaded,
} from './load-outcomes.ts';
import { loadSides } from './sides.ts';

/** So many outcomes are looked through at a time; the list itself ends nowhere. */
const BATCH = 500;

type Entry = Answer<'listUnanswered'>['entries'][number];
/** Before it is compared with what the office keeps itself. */
type Waiting = Omit<Entry, 'ownRecord'>;

/** Names of parties as far as the reader may know them. */
const partiesIn = (loaded: Loaded, id: OutcomeId): Entry['parties'] =>
  (loaded.parties.get(id) ?? []).flatMap(({ organisationId, cityId, name }) => {
    const known = organisationId === null ? cityOf(loaded, cityId)?.name : loaded.organisations.get(organisationId);
    if (known !== undefined) return [{ ...known }];
    return name === null ? [] : [{ und: { text: name, origin: 'human' as const } }];
  });

/** The last word of the office on it, of that stage or else of another; none where it was taken back. */
function ownWord(confirmations: readonly ConfirmationRecord[], office: OfficeId, stage: Stage): Entry['ours'] {
  const own = confirmations.filter((word) => word.office === office && word.verdict !== 'verifies');
  const said = own.findLast((word) => word.stage === stage) ?? own.at(-1);
  if (said === undefined || said.verdict === 'withdraws') return null;
  const { verdict, visibility, enteredAt } = said;
  return { ...heldOf(said), stage: said.stage, verdict, isPublic: visibility === 'public', at: enteredAt.toISOString() };
}

/** Every stage of which the office has said nothing since its figures stand as they do. */
function waitingIn(loaded: Loaded, record: OutcomeRecord, office: OfficeId): readonly Waiting[] {
  const entries = loaded.entriesOf(record.id);
  const confirmations = loaded.confirmationsOf(record.id);
  const { id, kind, counted, ownerOffice: owner, partOf } = record;
  const ledger = { extent: record.extent, entries };
  const said = (stage: Stage) => ({ stage, owner, entries, confirmations });
  const whole = partOf === null ? undefined : loaded.titled.get(partOf);
  const around = {
    ...{ outcome: { ...titleOf(record), id, kind, counted }, office: named(loaded, owner) },
    whole: whole === undefined ? null : titleOf(whole),
    parts: loaded.partsOf(id).length,
    ...{ parties: partiesIn(loaded, id), cities: [...new Set(citiesAround(loaded, record).flat())] },
  };
  return askedOf({ extent: record.extent, reached: reachedOf(ledger), figures: figuresOf(ledger) }, (stage) =>
    confirms(said(stage), office),
  )
    .filter(({ stage }) => isUnanswered(said(stage), office))
    .map(({ stage, amount, count, qualifier, countQualifier }) => {
      const through = lastNumber(entries, stage);
      const at = entries.find(({ number }) => number === through)?.enteredAt ?? record.enteredAt;
      return {
        ...around,
        ours: ownWord(confirmations, office, stage),
        stage,
        amount,
        count,
        qualifier,
        countQualifier,
        through,
        at: at.toISOString(),
      };
    });
}

/** What may wait for the office: of its city and the ties it answers for, of the organisation that it is, and whatever is shown to it. */
export async function surroundingsOf(work: Work, office: OfficeId): Promise<Pick<Awaited, 'office' | 'ofCity' | 'organisations'>> {
  const [city, register, organisations] = await Promise.all([
    cityOfOffice(work, office),
    registerOf(work, office),
    organisationsOfOffice(work, office),
  ]);
  const ties = [...register.map(({ tieId }) => tieId), ...(city === null ? [] : await tiesOfCity(work, city))];
  // An office without a city may answer for ties all the same, and then for no city alone.
  const ofCity = city === null && ties.length === 0 ? null : { id: city, ties: [...new Set(ties)] };
  return { office, ofCity, organisations };
}

/** Those in which the office has a word. What a third party says waits to be taken up before (`listWaiting`). */
async function heardAmong<L extends Around>(
  work: Work,
  office: OfficeId,
  { records, loaded }: { readonly records: readonly OutcomeRecord[]; readonly loaded: L },
) {
  const sides = await loadSides(work, records, loaded);
  const stands = (record: OutcomeRecord): boolean =>
    !desksOf(loaded, record).includes(office) || citiesAround(loaded, record).some((cities) => isHeardBy(loaded, record, cities));
  return { loaded, heard: records.filter((record) => sides.get(record.id)?.offices.includes(office) === true && stands(record)) };
}

/** Of one batch what waits, in no order. */
async function waitingAmong(work: Work, records: readonly OutcomeRecord[], office: OfficeId): Promise<readonly Waiting[]> {
  const { loaded, heard } = await heardAmong(work, office, { records, loaded: await loadOutcomes(work, records, 'own') });
  return heard.flatMap((record) => waitingIn(loaded, record, office));
}

/** Of these outcomes those in which the office has a word, with their titles and the cities that they have to do with. */
export async function outcomesHeardBy(work: Work, office: OfficeId, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const records = await outcomeRecordsByIds(work.tx, ids.filter(isId<'Outcome'>));
  const { loaded, heard } = await heardAmong(work, office, { records, loaded: await loadAround(work, records, 'own') });
  return heard.map((record) => ({ ...titleOf(record), id: record.id, cities: [...new Set(citiesAround(loaded, record).flat())] }));
}

/** The same of milestones and indicators of projects. */
export async function marksHeardBy(work: Work, office: OfficeId, ids: readonly string[]) {
  const marks = await marksByIds(work.tx, ids);
  const heard = await outcomesHeardBy(work, office, [...new Set(marks.map(({ outcomeId }) => outcomeId))]);
  const projects = new Map(heard.map((project) => [project.id, project]));
  return marks.flatMap(({ id, kind, title, outcomeId }) => {
    const project = projects.get(outcomeId);
    return project === undefined ? [] : [{ id, kind, title: { ...title }, project }];
  });
}

/** So many of the office's own outcomes are compared, the newest first. */
const MOST_OWN = 500;

/** What the office keeps itself that may be what others report, by the outcome that they report. */
async function ownAmong(work: Work, office: OfficeId, waiting: readonly Waiting[]): Promise<ReadonlyMap<string, Entry['ownRecord']>> {
  if (waiting.length === 0) return new Map();
  const own = await comparable(work, await listOutcomeRecords(work.tx, { ownerOffice: office, after: null, limit: MOST_OWN }));
  if (own.length === 0) return new Map();
  const theirs = await comparable(
    work,
    await outcomeRecordsByIds(
      work.tx,
      waiting.flatMap(({ outcome: { id } }) => (isId<'Outcome'>(id) ? [id] : [])),
    ),
  );
  return new Map(
    theirs.flatMap((one) => {
      const same = own.find((known) => looksAlike(one, known) || resembles(one, known));
      return same === undefined ? [] : [[one.id, { id: same.id, title: { ...same.title }, figure: shownLast(same.figures) }]];
    }),
  );
}

/** Of the furthest stage. */
function shownLast(figures: readonly StageFigure[]): NonNullable<Entry['ownRecord']>['figure'] {
  const last = figures.at(-1);
  if (last === undefined) return null;
  const { stage, amount, count, qualifier, countQualifier } = last;
  return { stage, amount, count, qualifier, countQualifier };
}

/** The longest waiting first, for members of the office alone. */
export async function listUnanswered(work: Work, input: Asked<'listUnanswered'>): Promise<Result<Answer<'listUnanswered'>>> {
  const asked = mayReadWaiting(work.actor, input.officeId);
  if (!asked.ok) return asked;
  const around = await surroundingsOf(work, asked.value);
  const entries: Waiting[] = [];
  for (let after: OutcomeId | null = null; ;) {
    const records: readonly OutcomeRecord[] = await findAwaited(work.tx, { ...around, after, limit: BATCH });
    entries.push(...(await waitingAmong(work, records, asked.value)));
    after = records.at(-1)?.id ?? null;
    if (records.length < BATCH) break;
  }
  const own = await ownAmong(work, asked.value, entries);
  return ok({
    entries: entries.toSorted((x, y) => (x.at < y.at ? -1 : 1)).map((one) => ({ ...one, ownRecord: own.get(one.outcome.id) ?? null })),
  });
}

/** Whether one of the offices has said something of the figures of a stage as they stand, be it that it cannot say, as far as may be seen. */
export async function answersAmong(
  work: Work,
  ids: readonly string[],
  offices: readonly OfficeId[],
): Promise<(outcomeId: string, stage: Stage) => boolean> {
  const records = await outcomeRecordsByIds(work.tx, ids.filter(isId<'Outcome'>));
  const loaded = await loadOutcomes(work, records, 'own');
  return (outcomeId, stage) => {
    const record = records.find(({ id }) => id === outcomeId);
    if (record === undefined) return false;
    const { id, ownerOffice: owner } = record;
    const said = { stage, owner, entries: loaded.entriesOf(id), confirmations: loaded.confirmationsOf(id) };
    return offices.some((office) => office !== owner && !isUnanswered(said, office));
  };
}

/** The verdicts that answer what another office reports; a paper or a check stands beside the answer. */
const answering = ['confirms', 'confirms_part', 'differs', 'cannot_say', 'maintains'] as const;
type Answering = (typeof answering)[number];

/** A word that the office has given and that stands: it can be taken back. */
export interface GivenWord {
  readonly outcome: { readonly id: OutcomeId; readonly title: MultilingualText };
  readonly stage: Stage;
  readonly verdict: Answering;
  readonly through: number;
  readonly visibility: 'shared' | 'public';
  readonly at: string;
  readonly cities: readonly string[];
}

/** Outcomes by their titles and the cities that they have to do with, as far as they may be seen. */
export async function titlesOf(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: OutcomeId; readonly title: MultilingualText; readonly cities: readonly string[] }>> {
  const records = await outcomeRecordsByIds(work.tx, ids.filter(isId<'Outcome'>));
  if (records.length === 0) return new Map();
  const loaded = await loadOutcomes(work, records, 'own');
  return new Map(
    records.map((record) => [record.id, { ...titleOf(record), id: record.id, cities: [...new Set(citiesAround(loaded, record).flat())] }]),
  );
}

/** What the office has answered since an instant of figures that others report, and of its own that others hold otherwise. */
export async function answeredSince(work: Work, office: OfficeId, since: Date): Promise<readonly GivenWord[]> {
  const words = await saidSince(work.tx, office, since);
  const records = await outcomeRecordsByIds(work.tx, [...new Set(words.map(({ outcomeId }) => outcomeId))]);
  const loaded = await loadOutcomes(work, records, 'own');
  return words.flatMap(({ outcomeId, stage, verdict: said, visibility, enteredAt }) => {
    const record = records.find(({ id }) => id === outcomeId);
    if (record === undefined || (record.ownerOffice === office) !== (said === 'maintains')) return [];
    const verdict = answering.find((one) => one === said);
    if (verdict === undefined) return [];
    const through = lastNumber(loaded.entriesOf(outcomeId), stage);
    const cities = [...new Set(citiesAround(loaded, record).flat())];
    return [{ outcome: { ...titleOf(record), id: outcomeId }, stage, verdict, through, visibility, at: enteredAt.toISOString(), cities }];
  });
}
