// What a briefing is made of, read under the rights of its office; the seal is of what everybody may read.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { labelsOf } from '#modules/cities/api/naming.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { hashOf } from '#modules/evidence/api/content-hash.ts';
import { convertTotals } from '#modules/outcomes/api/rates/convert.ts';
import { answersAmong } from '#modules/outcomes/api/list-unanswered.ts';
import { listContacts } from '#modules/organisations/api/change-contacts.ts';
import { getTieReport, getTieReportDraft } from '#modules/reports/api/tie-report.ts';
import { figuresOf, printedSeal } from '#modules/reports/domain/figures.ts';
import { byDate } from '#modules/reports/domain/sorting.ts';
import { showCarriers } from '#modules/ties/api/carriers/show-carriers.ts';
import { getExchangeNotes } from '#modules/ties/api/exchange/exchange-notes.ts';
import { loadWholeTie } from '#modules/ties/api/load-ties.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import { yearsSince } from '#modules/ties/domain/anniversaries.ts';
import { holdersOn } from '#modules/ties/domain/carriers.ts';
import { ownFirst } from '#modules/ties/domain/naming.ts';
import type { Side } from '#modules/ties/domain/tie.ts';
import { begunBy, visitsIn, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { turnToVisit, visitsBy } from '#modules/ties/domain/visits.ts';
import type { Work } from '#platform/work.ts';
import type { BriefedPerson, BriefingFacts } from '../../domain/briefing/facts.ts';
import { openThings, type OpenOutcome, type OpenThing, type Sides } from '../../domain/briefing/open-things.ts';
import { noPoints } from '../../domain/briefing/points.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import { exchangeWords } from '#modules/ties/api/exchange/read-exchange-words.ts';
import { unansweredOf } from '../../domain/unanswered.ts';
import { mayRead } from '../../policy.ts';
import { findBriefing } from '../../store/briefings.ts';
import { openBesides, openThingsOf } from '../answers/open-besides.ts';
import { visitFacts } from './visit-facts.ts';

type Report = Extract<Awaited<ReturnType<typeof getTieReportDraft>>, { readonly ok: true }>['value'];
type Exchanges = TieFacts['exchanges'];

export interface GatheredBriefing {
  readonly facts: BriefingFacts;
  readonly slug: string;
  readonly version: number;
  readonly gaps: Report['gaps'];
  readonly exchanges: Exchanges;
}

export interface BriefingAsked {
  readonly officeId: OfficeId;
  readonly tie: string;
  readonly exchangeId?: string | undefined;
}

const MOST_PEOPLE = 12;
const MOST_ORGANISATIONS = 5;

/** What was typed on one line, perhaps in two languages. */
const typed = (text: string | null): MultilingualText | null => (text === null ? null : { en: { text, origin: 'human' } });

/** People of the other side: who comes, in order of rank; then whom our office keeps: holders of its posts, and contacts of the organisations that carry the tie for it. */
async function peopleOf(
  work: Work,
  carriers: Awaited<ReturnType<typeof showCarriers>>,
  { side, today, travellers }: { readonly side: Side; readonly today: string; readonly travellers: readonly BriefedPerson[] },
) {
  const theirs = carriers.filter((carrier) => carrier.side === side);
  const holders = theirs.flatMap(({ holders: all, name, body }): readonly BriefedPerson[] =>
    holdersOn(all, today).now.flatMap(({ person, starts }) =>
      person === null
        ? []
        : [
            {
              surname: person.surname,
              givenName: person.givenName,
              nameOrder: person.nameOrder,
              title: null,
              post: typed(name),
              body: typed(body),
              since: starts,
              languages: [],
            },
          ],
    ),
  );
  const organisations = theirs.flatMap(({ organisationId, organisationName }) =>
    organisationId === null ? [] : [{ organisationId, organisationName }],
  );
  const contacts: BriefedPerson[] = [];
  for (const { organisationId, organisationName } of organisations.slice(0, MOST_ORGANISATIONS)) {
    const found = await listContacts(work, {
      organisationId: organisationId as Parameters<typeof listContacts>[1]['organisationId'],
      at: today,
      limit: MOST_PEOPLE,
    });
    if (found.ok)
      contacts.push(
        ...found.value.entries.map(({ surname, givenName, nameOrder, title, post, languages, fromDate }): BriefedPerson => ({
          ...{ surname, givenName, nameOrder, title, post, languages, body: organisationName },
          since: fromDate === null ? null : { text: fromDate, qualifier: 'exact' },
        })),
      );
  }
  const isTold = ({ surname, givenName }: BriefedPerson): boolean =>
    travellers.some((one) => one.surname === surname && one.givenName === givenName);
  return [...travellers, ...[...holders, ...contacts].filter((one) => !isTold(one))].slice(0, MOST_PEOPLE);
}

/** Our city and the other one; of a tie that is of neither, the steward's first. */
async function sidesOf(work: Work, { cities }: Report, office: OfficeId): Promise<readonly [NamedCity, NamedCity] | null> {
  const known = await citiesByIds(work, [cities.first.id, cities.second.id]);
  const [first, second] = [known.get(cities.first.id), known.get(cities.second.id)];
  if (first === undefined || second === undefined) return null;
  const [own, other] = ownFirst(first, second, [({ officeId }) => officeId === office, ({ steward }) => steward === office]);
  return [own, other];
}

const happenedIn = (facts: TieFacts) => ({
  agreements: byDate(facts.agreements, ({ signedOn, validFrom }) => signedOn ?? validFrom).map(
    ({ title, signedOn, validTo, parties, visibility }) => ({
      ...{ title, signedOn, validTo, parties: parties.length, isPublic: visibility === 'public' },
    }),
  ),
  exchanges: (exchanges: Exchanges) =>
    byDate(exchanges, ({ starts }) => starts).map(({ title, starts, ledBy, visibility }) => ({
      title,
      starts,
      ledBy,
      isPublic: visibility === 'public',
    })),
});

async function meetingOf(
  work: Work,
  exchanges: Exchanges,
  { officeId, exchangeId, theirs }: BriefingAsked & { readonly theirs: Side },
): Promise<Result<{ readonly meeting: BriefingFacts['meeting']; readonly travellers: readonly BriefedPerson[] }>> {
  if (exchangeId === undefined) return ok({ meeting: null, travellers: [] });
  const exchange = exchanges.find(({ id }) => id === exchangeId);
  if (exchange === undefined) return notFound('ties.exchange_not_found');
  const notes = await getExchangeNotes(work, { exchangeId: exchange.id, office: officeId });
  if (!notes.ok) return notes;
  const { gifts, talkingPoints } = notes.value;
  const { travellers, stops } = await visitFacts(work, exchange);
  const meeting = {
    title: exchange.title,
    isPublic: exchange.visibility === 'public',
    starts: exchange.starts,
    gifts,
    talkingPoints,
    stops,
  };
  // Our own travellers need no introduction.
  return ok({ meeting, travellers: exchange.fromSide === theirs ? travellers : [] });
}

/** What sides have said of visits and events. */
async function wordsOn(work: Work, exchanges: Exchanges) {
  const ids = exchanges.map(({ id }) => id);
  return [...(await exchangeWords(work, ids)).values()].flat();
}

interface Beside {
  readonly sides: Sides;
  readonly cityId: string;
}

interface Known {
  readonly tie: TieFacts;
  readonly outcomes: readonly (OpenOutcome & { readonly id: string })[];
  readonly visits: ReturnType<typeof visitsIn>;
}

/** What is open on the tie, then whatever else of the other city waits for our word. */
async function openOf(work: Work, { sides, cityId }: Beside, { tie, outcomes, visits }: Known): Promise<readonly OpenThing[]> {
  const { office, other, today } = sides;
  const words = await wordsOn(work, tie.exchanges);
  const ids = outcomes.map(({ id }) => id);
  const known = {
    facts: tie,
    deadlines: deadlinesOf(tie, office, today),
    unanswered: other === null ? [] : unansweredOf(tie, { office, other, words, today }),
    ...{ outcomes, isAnswered: await answersAmong(work, ids, other === null ? [office] : [office, other]) },
    turn: turnToVisit(visits, today),
  };
  return [...openThings(sides, known), ...openThingsOf(await openBesides(work, office), cityId)];
}

/** Everything of a briefing but its words. Refuses `ties.not_found`, `ties.exchange_not_found`, `kernel.forbidden`. */
export async function gatherBriefing(work: Work, asked: BriefingAsked): Promise<Result<GatheredBriefing>> {
  const reader = mayRead(work.actor, asked.officeId);
  if (!reader.ok) return reader;
  const office = reader.value;
  const draft = await getTieReportDraft(work, { tie: asked.tie });
  if (!draft.ok) return draft;
  const report = draft.value;
  const tieId = report.id as TieFacts['tieId'];
  const [whole, sides, names] = [await loadWholeTie(work, tieId), await sidesOf(work, report, office), await nameOffices(work, [office])];
  const tie = whole.facts;
  if (tie === undefined || sides === null) return notFound('ties.not_found');
  const [own, other] = sides;
  const side: Side = own.id < other.id ? 'a' : 'b';
  const theirs: Side = side === 'a' ? 'b' : 'a';
  const opened = await meetingOf(work, tie.exchanges, { ...asked, theirs });
  if (!opened.ok) return opened;
  const { meeting, travellers } = opened.value;
  const { today } = report;
  const begun = begunBy(tie.exchanges, today);
  const visits = visitsIn(begun);
  const outcomes = report.entries.flatMap((entry) => (entry.kind === 'outcome' ? [entry.outcome] : []));
  const people = await peopleOf(work, await showCarriers(work, whole.carriers), { side: theirs, today, travellers });
  const noted = await findBriefing(work.tx, office, {
    tieId,
    exchangeId: meeting === null ? null : (asked.exchangeId as Exchanges[number]['id']),
  });
  const theirTies = (await tiesOfCity(work, other.id)).length;
  const happened = happenedIn(tie);
  const ids = outcomes.map(({ id }) => id);
  const again = new Set(report.alike.map(({ again: one }) => one));
  const sums = await convertTotals(work, { officeId: office, outcomeIds: ids.filter((id) => !again.has(id)) });
  const facts: BriefingFacts = {
    ...{ today, office: names.get(office) ?? {}, opening: report, since: report.since },
    ...{ people, isComing: travellers.length > 0, meets: [], theirTies },
    labels: await labelsOf(work),
    own: { id: own.id, name: own.name },
    other: { id: other.id, name: other.name },
    years: report.since === null ? null : yearsSince(report.since, today),
    ...{ classCode: report.classCode, className: report.className, meeting, outcomes: outcomes.length },
    converted: sums.ok && sums.value.conversion !== null ? { conversion: sums.value.conversion, totals: sums.value.totals } : null,
    ...{ agreements: happened.agreements, exchanges: happened.exchanges(begun) },
    visits: { inward: visitsBy(visits, theirs), outward: visitsBy(visits, side) },
    open: await openOf(work, { sides: { office, other: other.officeId, side, today }, cityId: other.id }, { tie, outcomes, visits }),
    ...{ addressee: noted?.addressee ?? null, points: noted?.points ?? noPoints },
    seal: report.isPublic ? await sealOf(work, tieId) : null,
  };
  return ok({ facts, slug: report.slug, version: noted?.version ?? 0, gaps: report.gaps, exchanges: tie.exchanges });
}

/** Of the public figures: whoever works this out anew from the public report has the same. From here on the work has the public's rights alone. */
async function sealOf(work: Work, tieId: string): Promise<string | null> {
  const report = await getTieReport(work, { tie: tieId });
  return report.ok ? printedSeal(hashOf(figuresOf(report.value))) : null;
}
