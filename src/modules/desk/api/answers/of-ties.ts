// What the other sides of an office's ties say and it has not answered, and what it has: statements, agreed items, exchanges.
import type { OfficeId } from '#kernel/ids.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { exchangeWords } from '#modules/ties/api/exchange/read-exchange-words.ts';
import { showCity } from '#modules/ties/api/load-ties.ts';
import { slugOf } from '#modules/ties/domain/naming.ts';
import type { Work } from '#platform/work.ts';
import type { AnsweredShown, AnswerEntry } from '../../contract/answers.ts';
import { answeredOf, unansweredOf, type Answered, type Sides, type Unanswered } from '../../domain/unanswered.ts';
import type { RegisterTie } from '../open-desk.ts';

/** A tie of the register whose other side has an office. */
export interface SidedTie {
  readonly tie: RegisterTie;
  readonly sides: Sides;
}

interface Asking {
  readonly office: OfficeId;
  readonly ties: readonly RegisterTie[];
  readonly today: string;
}

export async function sidedTies(work: Work, { office, ties, today }: Asking): Promise<readonly SidedTie[]> {
  const sided = ties.flatMap((tie) => (tie.partner.officeId === null ? [] : [{ tie, other: tie.partner.officeId }]));
  const ofThem = sided.flatMap(({ tie, other }) => tie.facts.exchanges.flatMap((one) => (one.office === other ? [one.id] : [])));
  const words = await exchangeWords(work, ofThem);
  return sided.map(({ tie, other }) => {
    const said = tie.facts.exchanges.flatMap(({ id }) => words.get(id) ?? []);
    return { tie, sides: { office, other, words: said, today } };
  });
}

const cityOf = ({ partner: { id, slug, name } }: RegisterTie) => ({ id, slug, name: { ...name } });

const sidesOf = ({ own, partner }: RegisterTie) => {
  const [a, b] = own.id < partner.id ? [own, partner] : [partner, own];
  return { a: showCity(a), b: showCity(b) };
};

/** How what waits is named where it is put off and reminded of; a word said anew is another one. */
function keyOf(entry: Unanswered): string {
  if (entry.kind === 'item') return `item ${entry.itemId} ${entry.state ?? 'entered'}`;
  return entry.kind === 'exchange' ? `exchange ${entry.exchange.id}` : `said ${entry.tieId} ${entry.attribute} ${entry.at.slice(0, 10)}`;
}

type Naming = {
  readonly names: Awaited<ReturnType<typeof nameOffices>>;
  readonly sourceOf: Awaited<ReturnType<typeof citedSources>>;
};

function show(entry: Unanswered, { tie, sides: { other } }: SidedTie, { names, sourceOf }: Naming): AnswerEntry {
  const { tieId, at } = entry;
  const common = { key: keyOf(entry), at, city: cityOf(tie), office: { id: other, name: { ...names.get(other) } }, reminded: 0 };
  const of = { ...common, tieId, slug: slugOf(tie.own, tie.partner), sides: sidesOf(tie) };
  if (entry.kind === 'item') {
    const { itemId, title, agreement, state, ours } = entry;
    return { kind: 'item', ...of, itemId, title: { ...title }, agreement: { ...agreement }, state, ours };
  }
  if (entry.kind === 'exchange') {
    const { id: exchangeId, title, starts, kind: happening, fromSide } = entry.exchange;
    return { kind: 'exchange', ...of, exchangeId, title: { ...title }, starts, happening, fromSide, source: sourceOf(entry.exchange) };
  }
  const { attribute, theirs, ours, isUnseen } = entry;
  const said = ({ value, source }: typeof theirs) => ({ value, source });
  return { kind: 'said', ...of, attribute, theirs: said(theirs), ours: ours === null ? null : said(ours), isUnseen };
}

export async function waitingOfTies(work: Work, ties: readonly SidedTie[]): Promise<readonly AnswerEntry[]> {
  const waiting = ties.flatMap((tie) => unansweredOf(tie.tie.facts, tie.sides).map((entry) => ({ tie, entry })));
  const [names, sourceOf] = await Promise.all([
    nameOffices(
      work,
      waiting.map(({ tie }) => tie.sides.other),
    ),
    citedSources(
      work,
      waiting.flatMap(({ entry }) => (entry.kind === 'exchange' ? [entry.exchange] : [])),
    ),
  ]);
  return waiting.map(({ tie, entry }) => show(entry, tie, { names, sourceOf }));
}

function showAnswered(given: Answered, tie: RegisterTie): AnsweredShown {
  const common = { at: given.at, answer: given.answer, city: { ...tie.partner.name }, attribute: null };
  if (given.kind === 'item') {
    const { id: itemId, text } = given.item;
    return { ...common, key: `item ${itemId}`, title: { ...text }, undo: { kind: 'item', itemId } };
  }
  if (given.kind === 'exchange') {
    const { id: exchangeId, title } = given.exchange;
    return { ...common, key: `exchange ${exchangeId}`, title: { ...title }, undo: { kind: 'exchange', exchangeId } };
  }
  const { id: statementId, version } = given.statement;
  const attribute = { name: given.attribute, sides: sidesOf(tie) };
  return { ...common, key: `said ${statementId}`, title: null, attribute, undo: { kind: 'said', statementId, version } };
}

export const answeredOfTies = (ties: readonly SidedTie[], since: string): readonly AnsweredShown[] =>
  ties.flatMap(({ tie, sides }) => answeredOf(tie.facts, sides, since).map((given) => showAnswered(given, tie)));
