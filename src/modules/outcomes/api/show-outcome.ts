// How records become what callers read: figures and assurance are derived here, for everybody's view from what is public alone.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { CitedSource, Source } from '#modules/evidence/domain/source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../contract.ts';
import type { Figure, OutcomeSummary, Part } from '../contract/shapes.ts';
import { assuranceOf, heldOf, lastNumber, wordsInForce, wordsThatTell, type EvidencedEntry } from '../domain/assurance.ts';
import { convert, ratesInForce } from '../domain/conversion.ts';
import { canBeQuiet, lastHeard, noSignOfLifeSince, type Heard } from '../domain/follow-up/due.ts';
import { fateOf } from '../domain/follow-up/fate.ts';
import { figuresOf, reachedBy, reachedOf, standing, type StageFigure } from '../domain/ledger.ts';
import { openVerdicts } from '../domain/open-verdicts.ts';
import type { OutcomeAttribute } from '../domain/attributes.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { ConfirmationRecord, EntryRecord, RateRecord } from '../domain/records.ts';
import type { Party } from '../domain/parties.ts';
import type { TitledOutcome } from '../store/outcomes.ts';
import { statedOf, type StatedAttribute } from '../domain/stated.ts';
import { goesOnWith } from '../policy.ts';
import { ledgerOf } from './follow-up/fates.ts';
import { citiesAround, cityOf, desksOf, isHeardBy, loadOutcomes, named, titleOf, type Loaded, type View } from './load-outcomes.ts';
import { voicesOf, type Voices } from './sides.ts';

/** A paper that both signed proves a figure by itself, a file that is kept lets others see it. */
export const evidenceOf = (source: Pick<Source, 'class' | 'documentId'> | null): EvidencedEntry['evidence'] => {
  if (source === null) return null;
  return source.class === 'signed_paper' ? 'signed_paper' : source.documentId === null ? null : 'file';
};

/** An entry with its words as they are shown, which stand in figures and in the ledger. */
type ShownEntry = EntryRecord & EvidencedEntry & { readonly words: NonNullable<Figure['said']>[number] };

interface OfOutcome {
  readonly entries: readonly ShownEntry[];
  readonly confirmations: readonly ConfirmationRecord[];
  readonly rates: readonly RateRecord[];
}

/** Who said it, of what, and where it is printed. Here and below whatever may be left out comes last: a report shows thousands of entries, and they are built in a third of the time. */
function wordsOf(entry: EntryRecord, source: CitedSource | null, expiredOn: string | null): ShownEntry['words'] {
  const words = {
    number: entry.number,
    amount: entry.amount,
    count: entry.count,
    qualifier: entry.qualifier,
    countQualifier: entry.countQualifier,
    saidBy: entry.saidBy,
    about: entry.about,
    valueDate: entry.valueDate,
    source,
    enteredAt: entry.enteredAt.toISOString(),
  };
  return expiredOn === null ? words : { ...words, paperExpired: expiredOn };
}

const shownEntries = (loaded: Loaded, entries: readonly EntryRecord[]): readonly ShownEntry[] =>
  entries.map((entry) => {
    const source = loaded.sourceOf(entry);
    const expiredOn = loaded.expiredOn(entry.outcomeId, entry.stage, entry.sourceId);
    return { ...entry, evidence: evidenceOf(source), expiredOn, words: wordsOf(entry, source, expiredOn) };
  });

/** What sides said, with the end of the paper that each rests on. */
const saidBySides = (loaded: Loaded, said: readonly ConfirmationRecord[]): readonly ConfirmationRecord[] =>
  said.map((one) => ({ ...one, expiredOn: loaded.expiredOn(one.outcomeId, one.stage, one.sourceId) }));

const partsOf = (loaded: Loaded, id: OutcomeId): OfOutcome => ({
  entries: shownEntries(loaded, loaded.entriesOf(id)),
  confirmations: saidBySides(loaded, loaded.confirmationsOf(id)),
  rates: loaded.ratesOf(id),
});

const convertedOf = (loaded: Loaded, { amount }: StageFigure, rates: readonly RateRecord[]): Figure['converted'] =>
  ratesInForce(rates).flatMap((rate) => {
    const there = amount === null ? null : convert(amount, rate);
    return there === null ? [] : [{ amount: there, rate: rate.rate, day: rate.day, source: loaded.sourceOf(rate) }];
  });

const wordsAt = ({ entries }: OfOutcome, figure: Pick<StageFigure, 'entries'>): ShownEntry['words'][] =>
  entries.filter(({ id }) => figure.entries.includes(id)).map((entry) => entry.words);

/** Without who said it, which stands in the ledger beside it. */
function showFigure(loaded: Loaded, record: Pick<OutcomeRecord, 'ownerOffice'>, figure: StageFigure, parts: OfOutcome): Figure {
  const { stage } = figure;
  const sure = assuranceOf({ stage, owner: record.ownerOffice, entries: parts.entries, confirmations: parts.confirmations });
  const through = lastNumber(parts.entries, stage);
  const differing = (sure?.differs ?? []).flatMap((office) => {
    const said = wordsInForce({ ...parts, stage }).findLast((c) => c.office === office && c.verdict === 'differs');
    return said === undefined ? [] : [{ office: named(loaded, office), ...heldOf(said) }];
  });
  return {
    ...figure,
    entries: [...figure.entries],
    ...(wordsAt(parts, figure).some(({ source }) => source?.reach != null) ? { ofStudy: true } : {}),
    assurance: sure?.assurance ?? 'reported',
    confirmedBy: (sure?.confirmedBy ?? []).map((office) => named(loaded, office)),
    confirmedPart:
      sure?.confirmedPart == null ? null : { ...sure.confirmedPart, by: sure.confirmedPart.by.map((office) => named(loaded, office)) },
    ...(sure?.paperExpired == null ? {} : { paperExpired: sure.paperExpired }),
    differing,
    converted: convertedOf(loaded, figure, parts.rates),
    through,
  };
}

function showParty(loaded: Loaded, party: Party, mayEdit: boolean): OutcomeSummary['parties'][number] {
  const { organisationId } = party;
  const name = organisationId === null ? undefined : loaded.organisations.get(organisationId);
  return {
    ...party,
    organisationId: name === undefined && !mayEdit ? null : organisationId,
    city: cityOf(loaded, party.cityId),
    organisation: organisationId === null || name === undefined ? null : { id: organisationId, name: { ...name } },
  };
}

/** What sources state of an attribute, the first shown first; what agrees with it is no further value. */
function statedValues(stated: Answer<'getOutcome'>['stated'], attribute: OutcomeAttribute): OutcomeSummary['statedFigures']['amount'] {
  const shown = stated.find((one) => one.attribute === attribute)?.shown;
  const values = shown === undefined || shown.first === null ? [] : [shown.first, ...shown.differing].map(({ value }) => value);
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** What was said of it; what bears no date of its own is of when the outcome happened, not of the day it was entered. */
function heardOf(
  loaded: Loaded,
  { id, occurred }: Pick<OutcomeRecord, 'id' | 'occurred'>,
  { entries, confirmations }: Pick<OfOutcome, 'entries' | 'confirmations'>,
): Heard {
  return {
    entries: standing(entries).map(({ valueDate, words: { enteredAt } }) => ({ valueDate: valueDate ?? occurred, enteredAt })),
    confirmedAt: wordsThatTell(confirmations).map(({ enteredAt }) => enteredAt.toISOString()),
    answers: (loaded.askings.get(id) ?? []).flatMap(({ answers }) => answers),
    today: loaded.work.now.toISOString().slice(0, 10),
  };
}

/** The same with what was said of its parts: who speaks of one of several speaks of them. */
function heardWithParts(loaded: Loaded, record: OutcomeRecord, own: OfOutcome): Heard {
  const ofParts = loaded.partsOf(record.id).map((part) => heardOf(loaded, part, saidOfPart(loaded, part)));
  const all = [heardOf(loaded, record, own), ...ofParts];
  return {
    entries: all.flatMap(({ entries }) => entries),
    confirmedAt: all.flatMap(({ confirmedAt }) => confirmedAt),
    answers: all.flatMap(({ answers }) => answers),
    today: loaded.work.now.toISOString().slice(0, 10),
  };
}

const saidOfPart = (loaded: Loaded, { id }: Pick<TitledOutcome, 'id'>): OfOutcome => ({
  entries: shownEntries(loaded, loaded.entriesOfPart(id)),
  confirmations: saidBySides(loaded, loaded.confirmationsOfPart(id)),
  rates: [],
});

/** What the party answered, where the actor may know it and the ledger has told nothing since. */
function answeredOf(loaded: Loaded, id: OutcomeId, entries: OfOutcome['entries'], came: Parameters<typeof ledgerOf>[1]): Part['answered'] {
  if (!loaded.answered.has(id)) return null;
  const fate = fateOf(loaded.askings.get(id) ?? [], ledgerOf(entries, came));
  return fate.fate === 'unknown' || fate.by === 'ledger' ? null : fate.fate;
}

function summaryOf(
  loaded: Loaded,
  record: OutcomeRecord,
  { parts, stated }: { readonly parts: OfOutcome; readonly stated: Answer<'getOutcome'>['stated'] },
): OutcomeSummary {
  const figures = figuresOf(parts);
  const told = holds(loaded.work.actor, record.ownerOffice, 'viewer') ? record.sharedWith : [];
  const whole = record.partOf === null ? undefined : loaded.titled.get(record.partOf);
  const mayEdit = goesOnWith(loaded.work.actor, record.ownerOffice);
  const reached = reachedBy({ extent: record.extent, figures, last: standing(parts.entries).at(-1)?.stage ?? null });
  return {
    id: record.id,
    version: record.version,
    kind: record.kind,
    extent: record.extent,
    counted: record.counted,
    title: { ...record.title },
    fromCity: cityOf(loaded, record.fromCity),
    toCity: cityOf(loaded, record.toCity),
    domain: record.domain,
    occurred: record.occurred,
    note: record.note === null ? null : { ...record.note },
    anyway: holds(loaded.work.actor, record.ownerOffice, 'viewer') ? record.anyway : null,
    partOf: whole?.id ?? null,
    whole: whole === undefined ? null : titleOf(whole),
    reached,
    quietSince: canBeQuiet(reached)
      ? noSignOfLifeSince({
          ...heardWithParts(loaded, record, parts),
          ...{ reached, afterMonths: loaded.quietMonths.get(record.ownerOffice) ?? null },
        })
      : null,
    answered: answeredOf(loaded, record.id, parts.entries, { reached, figures }),
    figures: figures.map((figure) => showFigure(loaded, record, figure, parts)),
    statedFigures: { amount: statedValues(stated, 'amount'), count: statedValues(stated, 'count') },
    parties: (loaded.parties.get(record.id) ?? []).map((party) => showParty(loaded, party, mayEdit)),
    attributions: (loaded.attributions.get(record.id) ?? []).flatMap((attribution) => {
      const subject = loaded.subjects.get(attribution.subjectId);
      return subject === undefined
        ? []
        : [{ ...attribution, title: { ...subject.title }, slug: subject.slug, heard: isHeardBy(loaded, record, subject.cities) }];
    }),
    office: named(loaded, record.ownerOffice),
    visibility: record.visibility,
    sharedWith: told.map((office) => named(loaded, office)),
    mayEdit,
    enteredAt: record.enteredAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

/** A part with what it came to: how much of the whole it accounts for. */
function showPart(loaded: Loaded, part: TitledOutcome): Part {
  const said = saidOfPart(loaded, part);
  const { entries } = said;
  const [figures, reached] = [figuresOf({ entries }), reachedOf({ extent: part.extent, entries })];
  return {
    ...{ ...titleOf(part), kind: part.kind, counted: part.counted, extent: part.extent, reached },
    office: named(loaded, part.ownerOffice),
    visibility: part.visibility,
    figures: figures.map((figure) => {
      const { entries: _, converted, through, ...shown } = showFigure(loaded, part, figure, said);
      return shown;
    }),
    heardOn: lastHeard(heardOf(loaded, part, said)) ?? part.enteredAt.toISOString().slice(0, 10),
    answered: answeredOf(loaded, part.id, entries, { reached, figures }),
  };
}

/** What a page is about: the cities of one tie, or a city with all its ties. */
type PageAbout = { readonly tie: readonly string[] } | { readonly city: string };

/** Whether the outcome stands on the page; whoever keeps it finds it there at once. */
function standsOn(loaded: Loaded, record: OutcomeRecord, about: PageAbout | undefined): boolean {
  if (about === undefined || holds(loaded.work.actor, record.ownerOffice, 'viewer')) return true;
  if ('tie' in about) return isHeardBy(loaded, record, about.tie);
  const ofCity = citiesAround(loaded, record).filter((cities) => cities.includes(about.city));
  return ofCity.length === 0 || ofCity.some((cities) => isHeardBy(loaded, record, cities));
}

/** Outcomes as the actor reads them, those that stand on the page where there is one. */
export async function showSummaries(work: Work, records: readonly OutcomeRecord[], about?: PageAbout): Promise<OutcomeSummary[]> {
  const ids = records.map(({ id }) => id);
  const [loaded, said] = await Promise.all([loadOutcomes(work, records, 'own'), saidOf(work, ids, 'own')]);
  return records
    .filter((record) => standsOn(loaded, record, about))
    .map((record) => {
      const parts = partsOf(loaded, record.id);
      const summary = summaryOf(loaded, record, { parts, stated: said(record.id).stated });
      return { ...summary, figures: summary.figures.map((figure) => ({ ...figure, said: wordsAt(parts, figure) })) };
    });
}

function showEntries({ entries }: OfOutcome): Answer<'getOutcome'>['entries'] {
  const reversedBy = new Map(entries.flatMap(({ id, reverses }) => (reverses === null ? [] : [[reverses, id]])));
  return entries.map((entry) => ({
    ...entry.words,
    id: entry.id,
    stage: entry.stage,
    note: entry.note,
    reverses: entry.reverses,
    reversedBy: reversedBy.get(entry.id) ?? null,
    contentHash: entry.contentHash,
  }));
}

function showConfirmations(loaded: Loaded, parts: OfOutcome): Answer<'getOutcome'>['confirmations'] {
  const spokenOf = new Set(parts.confirmations.map(({ stage }) => stage));
  const inForce = new Set([...spokenOf].flatMap((stage) => wordsInForce({ ...parts, stage })));
  return parts.confirmations.map((said) => ({
    id: said.id,
    office: named(loaded, said.office),
    stage: said.stage,
    verdict: said.verdict,
    outdated: !inForce.has(said),
    ...(said.expiredOn == null ? {} : { paperExpired: said.expiredOn }),
    ...heldOf(said),
    source: loaded.sourceOf(said),
    visibility: said.visibility,
    enteredAt: said.enteredAt.toISOString(),
  }));
}

function showRates(loaded: Loaded, { rates }: OfOutcome): Answer<'getOutcome'>['rates'] {
  const inForce = new Set(ratesInForce(rates).map(({ number }) => number));
  return rates.map((stated) => {
    const { number, from, to, rate, day } = stated;
    return { number, from, to, rate, day, source: loaded.sourceOf(stated), inForce: inForce.has(number) };
  });
}

/** What the caller may say of each stage for each of the offices. */
function showVerdicts(
  loaded: Loaded,
  { ownerOffice: owner }: OutcomeRecord,
  { parts, own }: { readonly parts: OfOutcome; readonly own: readonly OfficeId[] },
): Answer<'getOutcome'>['openVerdicts'] {
  const by = loaded.work.actor.account;
  if (by === null) return [];
  const { entries, confirmations } = parts;
  return own.flatMap((office) =>
    figuresOf(parts).map(({ stage }) => ({
      ...{ office, stage },
      verdicts: [...openVerdicts({ stage, owner, office, by, entries, confirmations })],
    })),
  );
}

const takingOf = ({ takingsOf }: Loaded, id: OutcomeId, of: OfficeId): boolean | null =>
  takingsOf(id).find(({ office }) => office === of)?.takesUp ?? null;

type Stated = Answer<'getOutcome'>['stated'][number];
type Said = NonNullable<StatedAttribute['shown']['first']>;

const showSaid = (statement: Said) => ({ ...statement, sharedWith: [...statement.sharedWith] });

const showStated = ({ attribute, shown }: StatedAttribute): Stated => ({
  attribute,
  shown: {
    first: shown.first === null ? null : showSaid(shown.first),
    agreeing: shown.agreeing.map(showSaid),
    differing: shown.differing.map(showSaid),
    apart: shown.apart.map(showSaid),
    contested: shown.contested,
    reason: shown.reason,
    pinReason: shown.pinReason,
  },
});

/** What sources say of each outcome beside its ledger. */
async function saidOf(work: Work, ids: readonly OutcomeId[], view: View) {
  const [statements, pins] = await Promise.all([statementsOf(work, 'outcome', ids), pinsOf(work, 'outcome', ids)]);
  const isShown = ({ visibility }: { readonly visibility: string }): boolean => view === 'own' || visibility === 'public';
  return (id: OutcomeId) => {
    const shown = (statements.get(id) ?? []).filter(isShown);
    return { statements: shown.map(showSaid), stated: statedOf(shown, (pins.get(id) ?? []).filter(isShown)).map(showStated) };
  };
}

/** Outcomes with their ledgers, as the actor reads them, or as everybody does; those that stand on the page where there is one. */
export async function showOutcomes(
  work: Work,
  records: readonly OutcomeRecord[],
  { view = 'own', about }: { readonly view?: View; readonly about?: PageAbout } = {},
): Promise<Answer<'getOutcome'>[]> {
  const ids = records.map(({ id }) => id);
  const [loaded, said] = await Promise.all([loadOutcomes(work, records, view), saidOf(work, ids, view)]);
  const voices = view === 'own' ? await voicesOf(work, records, loaded) : new Map<OutcomeId, Voices>();
  const sides = await nameOffices(
    work,
    [...voices.values()].flatMap(({ others }) => others),
  );
  return records
    .filter((record) => standsOn(loaded, record, about))
    .map((record) => {
      const [parts, ofSources] = [partsOf(loaded, record.id), said(record.id)];
      return {
        ...summaryOf(loaded, record, { parts, stated: ofSources.stated }),
        parts: loaded.partsOf(record.id).map((part) => showPart(loaded, part)),
        entries: showEntries(parts),
        confirmations: showConfirmations(loaded, parts),
        rates: showRates(loaded, parts),
        ...ofSources,
        // An office that nobody has claimed is nobody to share with: only whoever founded it sees that it is there.
        sides: (voices.get(record.id)?.others ?? []).flatMap((id) => {
          const name = sides.get(id);
          return name === undefined ? [] : [{ id, name: { ...name } }];
        }),
        voices: [...(voices.get(record.id)?.own ?? [])],
        takings: desksOf(loaded, record).flatMap((office) =>
          goesOnWith(work.actor, office) ? [{ office, takesUp: takingOf(loaded, record.id, office) }] : [],
        ),
        openVerdicts: showVerdicts(loaded, record, { parts, own: voices.get(record.id)?.own ?? [] }),
      };
    });
}

/** One outcome with its ledger. */
export async function showOutcome(work: Work, record: OutcomeRecord, view: View = 'own'): Promise<Answer<'getOutcome'>> {
  const [shown] = await showOutcomes(work, [record], { view });
  if (shown === undefined) throw new Error('an outcome vanished');
  return shown;
}
