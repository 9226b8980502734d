// The report of a tie: read as the public reads it, or before that as a side does, sorted into what is known, reported and unknown. It writes nothing.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import { outcomesAbout } from '#modules/outcomes/api/list-outcomes.ts';
import { sidesAmong } from '#modules/ties/api/hearing.ts';
import { getTieBeside } from '#modules/ties/api/open-tie.ts';
import { asPublic, type Work } from '#platform/work.ts';
import { foundingPapers } from '#modules/ties/domain/founding.ts';
import { isPlanned, latestOf } from '#modules/ties/domain/silence.ts';
import type { Asked, ReadTie, ReportEntry, ReportGap, TieReport } from '../contract.ts';
import { gapsOf, standingOfEvent, standingOfOutcome } from '../domain/knowing.ts';
import { domainsOf } from '#modules/outcomes/domain/outcome.ts';
import { alikeAmong } from '#modules/outcomes/domain/alike.ts';
import {
  byDate,
  saidForTie,
  saidOfTie,
  statedAttributes,
  statedOf,
  totalsOfSeveral,
  type SaidOfTie,
  type SideOfTie,
} from '../domain/sorting.ts';

type Outcome = Awaited<ReturnType<typeof outcomesAbout>>[number];
type Statements = Awaited<ReturnType<typeof statementsOf>>;
type Pins = Awaited<ReturnType<typeof pinsOf>>;
type Shown = Extract<ReportEntry, { kind: 'said' }>['shown'];

/** All of it that is public. */
interface Read {
  readonly tie: ReadTie;
  readonly sides: readonly SideOfTie[];
  /** Who speaks for its cities: their offices, else their stewards. */
  readonly desks: readonly OfficeId[];
  readonly outcomes: readonly Outcome[];
  readonly statements: Statements;
  readonly pins: Pins;
}

/** The cities in the order of their addresses, with the names of their countries. */
async function citiesOf(work: Work, { cities: { a, b } }: ReadTie): Promise<TieReport['cities'] | null> {
  const known = await citiesByIds(work, [a.id, b.id]);
  const [first, second] = a.slug < b.slug ? [a, b] : [b, a];
  const [one, other] = [known.get(first.id), known.get(second.id)];
  if (one === undefined || other === undefined) return null;
  return { first: { ...first, countryName: { ...one.countryName } }, second: { ...second, countryName: { ...other.countryName } } };
}

function eventsOf({ tie }: Read): readonly ReportEntry[] {
  const agreements = byDate(tie.agreements, ({ signedOn, validFrom }) => signedOn ?? validFrom).map((agreement): ReportEntry => {
    const { source, document } = agreement;
    return { kind: 'agreement', standing: standingOfEvent(source, document !== null), agreement, source };
  });
  const exchanges = byDate(tie.exchanges, ({ starts }) => starts).map((exchange): ReportEntry => {
    const { source } = exchange;
    return { kind: 'exchange', standing: standingOfEvent(source, false), exchange, source };
  });
  return [...agreements, ...exchanges];
}

type Stated = NonNullable<SaidOfTie['shown']['first']>;

const showStatement = (statement: Stated) => ({ ...statement, sharedWith: [...statement.sharedWith] });

export const showShown = ({ first, agreeing, differing, apart, contested, reason, pinReason }: SaidOfTie['shown']): Shown => ({
  ...{
    first: first === null ? null : showStatement(first),
    agreeing: agreeing.map(showStatement),
    differing: differing.map(showStatement),
  },
  ...{ apart: apart.map(showStatement), contested, reason, pinReason },
});

const outcomeEntries = ({ outcomes, statements, pins, desks }: Read): readonly ReportEntry[] =>
  byDate(outcomes, ({ occurred }) => occurred).map((outcome) => ({
    kind: 'outcome',
    standing: standingOfOutcome(outcome.figures),
    outcome,
    stated: statedOf(saidForTie(statements.get(outcome.id) ?? [], { owner: outcome.office.id, desks }), pins.get(outcome.id) ?? []).map(
      ({ attribute, shown }) => ({
        attribute,
        shown: showShown(shown),
      }),
    ),
  }));

const saidEntries = ({ tie, statements, pins, sides }: Read): readonly Extract<ReportEntry, { kind: 'said' }>[] =>
  saidOfTie(statements.get(tie.id) ?? [], pins.get(tie.id) ?? [], {
    sides,
    papers: foundingPapers(tie.agreements).map(({ signedOn }) => signedOn),
  }).map(({ shown, ...said }) => ({
    kind: 'said',
    ...said,
    shown: showShown(shown),
  }));

/** Gaps with the names of what they are about. */
function namedGaps({ tie, outcomes, sides, statements: said }: Read): readonly ReportGap[] {
  const statements = said.get(tie.id) ?? [];
  const [paper] = foundingPapers(tie.agreements);
  const known = new Map<string, Outcome>(outcomes.map((outcome) => [outcome.id, outcome]));
  const gaps = gapsOf({
    stated: statedAttributes(statements),
    paper: paper === undefined ? null : { id: paper.id, signedOn: paper.signedOn },
    cities: sides.map(({ id, officeId }) => {
      const visits = id === tie.cities.a.id ? tie.visits.a.visits : tie.visits.b.visits;
      const status = statements.some(({ attribute, office }) => attribute === 'status' && office.id === officeId);
      return { id, status, visits: visits > 0 };
    }),
    agreements: tie.agreements.map(({ id, parties, validTo }) => ({ id, parties: parties.length, validTo })),
    outcomes,
    domains: tie.domains,
    withoutDomain: [
      ...outcomes.filter((outcome) => !known.has(outcome.partOf ?? '') && domainsOf(outcome).length === 0),
      ...tie.agreements.filter(({ domains, items }) => domains.length === 0 && items.every(({ domain }) => domain === null)),
    ].length,
    meetings: tie.exchanges.length + outcomes.filter(({ counted }) => counted !== null).length,
    last: isPlanned(tie.exchanges, tie.today) ? null : latestOf([tie.lastKnown, ...outcomes.map(({ occurred }) => occurred)]),
    today: tie.today,
  });
  return gaps.flatMap((gap): readonly ReportGap[] => {
    switch (gap.about) {
      case 'follow_up': {
        const outcome = known.get(gap.outcomeId);
        return outcome === undefined ? [] : [{ ...gap, title: outcome.title, kind: outcome.kind }];
      }
      case 'begun_by_paper':
      case 'parties':
      case 'validity': {
        const agreement = tie.agreements.find(({ id }) => id === gap.agreementId);
        return agreement === undefined ? [] : [{ ...gap, title: agreement.title }];
      }
      case 'domains':
        return [{ ...gap, domains: [...gap.domains] }];
      default:
        return [gap];
    }
  });
}

async function publishersOf(work: Work, { tie, statements, outcomes }: Read): Promise<TieReport['publishers']> {
  const offices = [
    ...(statements.get(tie.id) ?? []).map(({ office }) => office.id),
    ...tie.agreements.map(({ office }) => office),
    ...tie.exchanges.map(({ office }) => office),
    ...outcomes.map(({ office }) => office.id),
  ];
  const names = await nameOffices(work, offices as OfficeId[]);
  return [...names].map(([id, name]) => ({ id, name: { ...name } }));
}

/** Everything public of a tie; what its pages have read already is not read again. */
async function readTie(work: Work, { tie, outcomes }: Pick<Read, 'tie' | 'outcomes'>, cities: TieReport['cities']): Promise<Read> {
  const ids = outcomes.map(({ id }) => id);
  const said = [statementsOf(work, 'tie', [tie.id]), statementsOf(work, 'outcome', ids)];
  const pinned = [pinsOf(work, 'tie', [tie.id]), pinsOf(work, 'outcome', ids)];
  const [statements, pins] = await Promise.all([Promise.all(said), Promise.all(pinned)]);
  return {
    desks: sidesAmong(await citiesByIds(work, [tie.cities.a.id, tie.cities.b.id]), [tie.cities.a.id, tie.cities.b.id]),
    ...{ tie, outcomes, sides: [cities.first, cities.second].map(({ id, officeId }) => ({ id, officeId })) },
    statements: new Map(statements.flatMap((found) => [...found])),
    pins: new Map(pins.flatMap((found) => [...found])),
  };
}

/** What everybody may know of a tie, whoever asks. Refuses `ties.not_found`. */
export const getTieReport = async (work: Work, input: Asked<'getTieReport'>): Promise<Result<TieReport>> =>
  reportFor(await asPublic(work), input);

/** The same with what the actor's offices keep or are shown besides; each entry says who reads it. Refuses `ties.not_found`. */
export const getTieReportDraft = (work: Work, input: Asked<'getTieReportDraft'>): Promise<Result<TieReport>> => reportFor(work, input);

async function reportFor(open: Work, input: Asked<'getTieReport'>): Promise<Result<TieReport>> {
  const found = await getTieBeside(open, { tie: input.tie }, (standing) => outcomesAbout(open, standing));
  if (!found.ok) return found;
  // The answer of a procedure leaves out what has a default when it is written; read back, all of it is there.
  const tie = found.value.tie as typeof found.value.tie & ReadTie;
  const cities = await citiesOf(open, tie);
  if (cities === null) return notFound('ties.not_found');
  const read = await readTie(open, { tie, outcomes: found.value.beside }, cities);
  const said = saidEntries(read);
  const valueOf = (attribute: string) => said.find((entry) => entry.attribute === attribute)?.shown.first?.value;
  const [since, classCode] = [valueOf('established'), valueOf('class')];
  const alike = alikeAmong(read.outcomes.map((outcome) => ({ ...outcome, ...countedOf(outcome), subjects: [tie.id] })));
  const code = classCode?.type === 'code' ? classCode.code : null;
  return ok({
    ...{ id: tie.id, slug: tie.slug, isPublic: tie.isPublic, cities, today: tie.today },
    since: since?.type === 'date' ? since.date : null,
    classCode: code,
    className: tie.classes.find((known) => known.code === code)?.name ?? null,
    entries: [...said, ...eventsOf(read), ...outcomeEntries(read)],
    gaps: [...namedGaps(read)],
    totals: totalsOfSeveral(read.outcomes.map(countedOf), alike).map((total) => ({ ...total, outcomes: [...total.outcomes] })),
    alike: [...alike],
    domains: tie.domains,
    publishers: await publishersOf(open, read),
  });
}

const countedOf = ({ id, kind, partOf, fromCity, toCity, figures, reached }: Outcome): Parameters<typeof totalsOfSeveral>[0][number] => ({
  id,
  kind,
  partOf,
  way: { from: fromCity?.slug ?? null, to: toCity?.slug ?? null },
  figures,
  ended: reached.ended,
});
