// The officer's first screen: the month above the register.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { compareDates } from '#kernel/flex-date.ts';
import { ok, type Result } from '#kernel/result.ts';
import { citiesByIds, cityOfOffice, type NamedCity } from '#modules/cities/api/open-city.ts';
import { callsOfOffice } from '#modules/cities/api/profile/partner-calls.ts';
import { expiringPapers } from '#modules/outcomes/api/evidence/expiring-papers.ts';
import { yearsLater } from '#modules/ties/domain/years.ts';
import { formsOf } from '#platform/search/forms.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Desk, GridRow } from '../contract/register.ts';
import { isStatus, type Status } from '#modules/ties/domain/attributes.ts';
import { cellOf, duesOf, nextOf, type Due } from '../domain/month.ts';
import { begunBy, codeIn, dateIn, endOf, lastExchange, saidBy, statusOf, visitsIn, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { doubtsOf } from '#modules/ties/domain/doubts.ts';
import { endingCalls } from '../domain/ending-calls.ts';
import { ownFirst, slugOf } from '#modules/ties/domain/naming.ts';
import { quietSince } from '../domain/quiet.ts';
import type { Keeping, Side } from '#modules/ties/domain/tie.ts';
import { turnToVisit, visitsBy } from '#modules/ties/domain/visits.ts';
import { mayRead } from '../policy.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { findOpenPaste } from '../store/pastes.ts';
import { findRule } from '../store/reminders.ts';
import { classesFor } from '#modules/ties/api/list-classes.ts';
import { marksOf, toldOf } from '#modules/ties/api/living.ts';
import { deskOf } from '#modules/ties/api/open-tie.ts';
import { loadTieFacts, showCity } from '#modules/ties/api/load-ties.ts';

/** A tie of the register with its cities; `side` is that of the office, the first where it is neither's. */
export interface RegisterTie {
  readonly keeping: Keeping;
  readonly facts: TieFacts;
  readonly side: Side;
  readonly own: NamedCity;
  readonly partner: NamedCity;
}

export interface Register {
  readonly office: OfficeId;
  readonly city: NamedCity | null;
  readonly ties: readonly RegisterTie[];
  /** Ties that are kept and not among them: the naming policy hides one of their cities. */
  readonly hidden: number;
  /** What lives in their domains besides. */
  readonly told: Awaited<ReturnType<typeof toldOf>>;
}

/** An office's register, partners in the order of their addresses; ties with a city that may not be shown are left out and counted. */
export async function loadOfficeRegister(work: Work, officeId: OfficeId): Promise<Result<Register>> {
  const office = mayRead(work.actor, officeId);
  if (!office.ok) return office;
  const [keepings, ownCity] = await Promise.all([registerOf(work, office.value), cityOfOffice(work, office.value)]);
  const cityIds = [...keepings.flatMap(({ pair: { a, b } }) => [a, b]), ...(ownCity === null ? [] : [ownCity])];
  const tieIds = keepings.map(({ tieId }) => tieId);
  const [cities, found, told] = await Promise.all([citiesByIds(work, cityIds), loadTieFacts(work, tieIds), toldOf(work, tieIds)]);
  const facts = new Map(found.map((tie) => [tie.tieId, tie]));
  const ties = keepings.flatMap((keeping): RegisterTie[] => {
    const { pair, tieId } = keeping;
    const [a, b, known] = [cities.get(pair.a), cities.get(pair.b), facts.get(tieId)];
    if (a === undefined || b === undefined || known === undefined) return [];
    const [own, partner] = ownFirst(a, b, [({ id }) => id === ownCity, ({ steward }) => steward === office.value]);
    return [{ keeping, facts: known, side: own === a ? 'a' : 'b', own, partner }];
  });
  const sorted = ties.toSorted((x, y) => (x.partner.slug < y.partner.slug ? -1 : 1));
  return ok({
    office: office.value,
    city: (ownCity === null ? null : cities.get(ownCity)) ?? null,
    ties: sorted,
    hidden: keepings.length - ties.length,
    told,
  });
}

const noteIn = (value: Parameters<typeof codeIn>[0], language: string): string | null =>
  value?.type === 'text' ? (value.text[language]?.text ?? Object.values(value.text)[0]?.text ?? null) : null;

/** What the office notes of a tie, in a language if it is there. */
export function noteOf(
  { facts }: Pick<RegisterTie, 'facts'>,
  { office, language }: { readonly office: OfficeId; readonly language: string },
): string | null {
  return noteIn(saidBy(facts.statements, 'note', office)?.value, language);
}

const statusIn = (value: Parameters<typeof codeIn>[0]): Status | null => {
  const code = codeIn(value);
  return code !== null && isStatus(code) ? code : null;
};

const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** One tie as a row of the grid. */
function rowOf(
  work: Work,
  { keeping, facts, own, partner, side }: RegisterTie,
  { office, today, told }: { readonly office: OfficeId; readonly today: string; readonly told: Register['told'] },
): GridRow {
  const last = lastExchange(begunBy(facts.exchanges, today));
  const next = nextOf(facts, office, today);
  const note = cellOf(facts, { attribute: 'note', office, read: (value) => noteIn(value, work.actor.language) });
  const status = cellOf(facts, { attribute: 'status', office, read: statusIn });
  return {
    tieId: keeping.tieId,
    slug: slugOf(own, partner),
    version: keeping.version,
    visibility: keeping.visibility,
    city: showCity(partner),
    near: own.officeId === office ? null : showCity(own),
    foundBy: [
      ...new Set(
        (own.officeId === office ? [partner] : [partner, own])
          .flatMap(({ name }) => Object.values(name))
          .flatMap(({ text }) => formsOf(text).all),
      ),
    ],
    classCode: cellOf(facts, { attribute: 'class', office, read: codeIn }),
    since: cellOf(facts, { attribute: 'established', office, read: dateIn }),
    // A side's status and its notes are its own word, whatever others say.
    status: { ...status, value: status.own?.value ?? null },
    note: { ...note, value: note.own?.value ?? null },
    theirs: statusOf(facts.statements, partner.officeId)?.code ?? null,
    ended: endOf(facts),
    doubts: doubtsOf(facts, side === 'a' ? { a: own.officeId, b: partner.officeId } : { a: partner.officeId, b: own.officeId }),
    domains: [...marksOf(work, facts, { told, sides: [own, partner].map(deskOf), today })],
    lastExchange: last === null ? null : { on: last.starts, title: { ...last.title } },
    next: next === null ? null : showDue(next),
  };
}

const showDue = (due: Due): Desk['dues'][number] => ({ ...due, title: due.title === null ? null : { ...due.title } });

const endingCallsOf = async (work: Work, office: OfficeId, today: string): Promise<Desk['calls']> =>
  endingCalls(await callsOfOffice(work, office), today).map(({ id, city, title, until, late }) => ({
    ...{ entryId: id, city: showCity(city), title: { ...title }, late },
    on: { text: until, qualifier: 'exact' as const },
  }));

const papersOf = async (work: Work, office: OfficeId, today: string): Promise<Desk['papers']> =>
  endingCalls(await expiringPapers(work, office, yearsLater(today, -1)), today).map(({ until, title, ...paper }) => ({
    ...{ ...paper, title: { ...title } },
    on: { text: until, qualifier: 'exact' as const },
  }));

/** Visits of a tie as the office sees them: in and out, and whose turn it is. */
function visitsOf({ keeping, facts, side }: RegisterTie, today: string): Desk['visits'] {
  const begun = begunBy(facts.exchanges, today);
  const visits = visitsIn(begun);
  if (visits.length === 0) return [];
  const turn = turnToVisit(visits, today);
  const last = begun
    .filter(({ kind }) => kind === 'visit')
    .toSorted((x, y) => compareDates(x.starts, y.starts))
    .at(-1);
  return [
    {
      tieId: keeping.tieId,
      inward: visitsBy(visits, otherSide(side)),
      outward: visitsBy(visits, side),
      turn: turn === null ? null : turn === side ? 'ours' : 'theirs',
      lastTitle: last === undefined ? null : { ...last.title },
    },
  ];
}

const newestFirst = (x: Desk['visits'][number], y: Desk['visits'][number]): number => {
  const lastOf = ({ inward, outward }: typeof x) =>
    [inward.last, outward.last]
      .flatMap((date) => date ?? [])
      .toSorted(compareDates)
      .at(-1);
  const [a, b] = [lastOf(x), lastOf(y)];
  return Number(y.turn === 'ours') - Number(x.turn === 'ours') || (a !== undefined && b !== undefined ? compareDates(b, a) : 0);
};

/** Ties that are quiet by the office's own rule, the longest first. */
const quietOf = (ties: readonly RegisterTie[], office: OfficeId, rule: Parameters<typeof quietSince>[2]): Desk['quiet'] =>
  ties
    .flatMap(({ keeping, facts }) => {
      const last = quietSince(facts, office, rule);
      return last === null ? [] : [{ tieId: keeping.tieId, last }];
    })
    .toSorted((x, y) => compareDates(x.last, y.last));

/** The month and the grid of an office, for its members alone. `today` decides what is late. */
export async function openDesk(work: Work, input: Asked<'openDesk'>): Promise<Result<Answer<'openDesk'>>> {
  const reader = mayRead(work.actor, input.officeId);
  if (!reader.ok) return reader;
  const office = reader.value;
  const today = input.today ?? work.now.toISOString().slice(0, 10);
  const [register, paste, rule, calls, papers, classes] = await Promise.all([
    loadOfficeRegister(work, office),
    findOpenPaste(work.tx, office),
    findRule(work.tx, office),
    endingCallsOf(work, office, today),
    papersOf(work, office, today),
    classesFor(work),
  ]);
  if (!register.ok) return register;
  const months = rule?.quietMonths ?? null;
  const { city, ties, hidden, told } = register.value;
  const dues = ties.flatMap(({ facts }) => duesOf(facts, office, today)).toSorted((x, y) => compareDates(x.on, y.on));
  return ok({
    office,
    city: city === null ? null : showCity(city),
    today,
    mayEdit: holds(work.actor, office, 'editor'),
    hidden,
    rows: ties.map((tie) => rowOf(work, tie, { office, today, told })),
    dues: dues.map(showDue),
    ...{ calls, papers, classes },
    quietMonths: months,
    quiet: months === null ? [] : quietOf(ties, office, { today, months }),
    visits: ties.flatMap((tie) => visitsOf(tie, today)).toSorted(newestFirst),
    openPaste: paste?.id ?? null,
  });
}
