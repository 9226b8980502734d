// Puts the understood rows of a paste into the register, with one statement for each of their facts.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { recordBodies, recordCities, type BodyToRecord } from '#modules/cities/api/record-cities.ts';
import { enterStatements, type StatementEntry } from '#modules/evidence/api/enter-statements.ts';
import type { Work } from '#platform/work.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import { saidBy, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { dateStep, knownFactsOf, saysClass, saysNote, type KnownDate } from '../../domain/paste/known-facts.ts';
import type { KeptRow } from '../../domain/paste/batch.ts';
import { cityKey, type CityChoice, type UnderstoodRow } from '../../domain/paste/verdicts.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { isQuoted, type Statement } from '#modules/evidence/domain/statement.ts';
import type { AskedSource } from '#modules/evidence/api/settle-source.ts';
import { pairOf, type Pair, type TieCityId, type TieId } from '#modules/ties/domain/tie.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { keepPairs } from '#modules/ties/api/keep-tie.ts';
import { loadTieFacts } from '#modules/ties/api/load-ties.ts';
import type { ReadPaste } from './read-paste.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import { typedText } from '#modules/ties/api/tie-statements.ts';

interface Placed {
  readonly row: UnderstoodRow;
  readonly tieId: TieId;
  readonly pair: Pair;
}

interface Keeping {
  readonly office: OfficeId;
  readonly pasteId: Id<'Paste'>;
  readonly read: ReadPaste;
  readonly already: readonly KeptRow[];
}

const bodyOf = (city: CityChoice): readonly BodyToRecord[] => {
  const { cityId, geonamesId, name, country, body } = city;
  return cityId !== null || geonamesId !== null || body === undefined || country === null
    ? []
    : [{ key: cityKey(city), name, country, kind: body }];
};

/** The ties of rows that are understood and not kept yet; their cities enter the register where they are new. */
async function placeRows(work: Work, { office, read, already }: Keeping): Promise<Result<readonly Placed[]>> {
  const kept = new Set(already.map(({ row }) => row));
  const rows = read.verdicts.flatMap((verdict) => (verdict.state === 'understood' && !kept.has(verdict.number) ? [verdict.row] : []));
  const fresh = rows.flatMap(({ city }) =>
    city.cityId === null && city.geonamesId !== null ? (read.places.get(city.geonamesId) ?? []) : [],
  );
  const recorded = fresh.length === 0 ? ok(new Map<number, TieCityId>()) : await recordCities(work, { office, places: fresh });
  if (!recorded.ok) return recorded;
  const bodies = await recordBodies(work, { office, bodies: rows.flatMap(({ city }) => bodyOf(city)) });
  if (!bodies.ok) return bodies;
  const placed = rows.flatMap((row): Placed[] => {
    const city = row.city.cityId ?? recorded.value.get(row.city.geonamesId ?? 0) ?? bodies.value.get(cityKey(row.city));
    const pair = city === undefined ? null : pairOf(read.own, city as TieCityId);
    return pair === null ? [] : [{ row, pair, tieId: tieIdOf(pair) }];
  });
  return ok(placed);
}

/** Where what a row says is from: a text in its source column names it, else it is that of the paste. */
const sourceOf = ({ source }: UnderstoodRow, { reading }: ReadPaste): AskedSource =>
  source !== ''
    ? { class: 'unknown', title: source.slice(0, 300) }
    : reading.sourceId === null
      ? 'own_records'
      : { sourceId: reading.sourceId };

/** Whether a note of ours is from where the row's is and nobody else's words: then alone both are one text. */
function isOneText(ours: Statement, asked: AskedSource): boolean {
  if (isQuoted(ours)) return false;
  if (asked === 'own_records') return ours.source.class === 'own_records';
  return 'title' in asked ? ours.source.title === asked.title : ours.source.id === asked.sourceId;
}

/** A note of the row: with ours in one text where that is asked and both are from one source, else a statement of its own. */
function noteOf(work: Work, { note, keepsBoth }: UnderstoodRow, ours: Statement | null, asked: AskedSource) {
  if (!keepsBoth.note || ours?.value.type !== 'text' || !isOneText(ours, asked))
    return { text: typedText(work, note), replaced: keepsBoth.note ? null : undefined };
  const before = ours.value.text;
  const written = before[work.actor.language]?.text ?? Object.values(before)[0]?.text ?? '';
  const both = [written, note].filter((line) => line !== '').join('\n');
  return { text: { ...before, ...typedText(work, both) }, replaced: undefined };
}

/**
 * What a row says that is not known, as values of the tie's attributes, each with the statement of ours that it takes the place of. What we
 * entered as somebody else's words stays whatever was answered.
 */
function newsOf(work: Work, row: UnderstoodRow, facts: TieFacts | undefined, { office, read }: Keeping) {
  const { since, classCode, status, note, keepsBoth, ...origin } = row;
  const { statements, pins, agreements } = facts ?? { statements: [], pins: [], agreements: [] };
  const known = knownFactsOf({ statements, pins, agreements }, office);
  const news: { readonly attribute: TieAttribute; readonly value: StatedValue; readonly replaced: KnownDate['id'] | null }[] = [];
  const ownWord = (attribute: TieAttribute): KnownDate['id'] | null => {
    const ours = saidBy(statements, attribute, office);
    return ours === null || isQuoted(ours) ? null : ours.id;
  };
  const add = (attribute: TieAttribute, value: StatedValue, replaced = ownWord(attribute)): void => {
    news.push({ attribute, value, replaced });
  };
  if (classCode !== null && !saysClass(classCode, known, origin))
    add('class', { type: 'code', code: classCode }, keepsBoth.class ? null : undefined);
  const step = since === null ? null : dateStep(since, known, origin);
  if (since !== null && step !== null && step.step !== 'nothing') {
    const ours = keepsBoth.date || step.step === 'new' ? null : step.step === 'more' ? step.of : step.ours;
    add('established', { type: 'date', date: since }, ours === null || ours.isQuoted ? null : ours.id);
  }
  if (status !== null && known.status !== status) add('status', { type: 'code', code: status });
  if (note !== '' && !saysNote(note, known)) {
    const { text, replaced } = noteOf(work, row, saidBy(statements, 'note', office), sourceOf(row, read));
    add('note', { type: 'text', text }, replaced);
  }
  return news;
}

/** Private statements for what a row adds. */
const entriesOf = (work: Work, { row, tieId }: Placed, facts: TieFacts | undefined, keeping: Keeping): readonly StatementEntry[] =>
  newsOf(work, row, facts, keeping).map(({ attribute, value, replaced }) => ({
    subject: { kind: 'tie', id: tieId },
    attribute,
    value,
    source: sourceOf(row, keeping.read),
    supersedes: replaced,
  }));

/** Keeps the rows and answers what was made of each. All or nothing: a refusal keeps none. */
export async function keepRows(work: Work, keeping: Keeping): Promise<Result<readonly KeptRow[]>> {
  const placed = await placeRows(work, keeping);
  if (!placed.ok) return placed;
  const { office, pasteId } = keeping;
  const before = new Set((await registerOf(work, office)).map(({ tieId }) => tieId));
  const fresh = placed.value.filter(({ tieId }) => !before.has(tieId));
  const kept = await keepPairs(work, { office, pairs: fresh.map(({ pair }) => pair) });
  if (!kept.ok) return kept;
  const facts = await loadTieFacts(
    work,
    placed.value.map(({ tieId }) => tieId),
  );
  const entries = placed.value.map((row, at) => entriesOf(work, row, facts[at], keeping));
  const flat = entries.flat();
  const entered = flat.length === 0 ? ok([]) : await enterStatements(work, { office, entries: flat, batchId: pasteId });
  if (!entered.ok) return entered;
  let next = 0;
  return ok(
    placed.value.map(({ row, tieId }, at) => {
      const statements = entered.value.slice(next, next + (entries[at]?.length ?? 0)).map(({ id }) => id);
      next += statements.length;
      return { row: row.number, tieId, isNew: !before.has(tieId), statements };
    }),
  );
}
