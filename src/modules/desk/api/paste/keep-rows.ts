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

/** What a row says that is not known, as values of the tie's attributes, each with the statement of ours that it takes the place of. */
function newsOf(
  work: Work,
  { since, classCode, status, note, keepsBoth, ...origin }: UnderstoodRow,
  facts: TieFacts | undefined,
  office: OfficeId,
) {
  const { statements, pins, agreements } = facts ?? { statements: [], pins: [], agreements: [] };
  const known = knownFactsOf({ statements, pins, agreements }, office);
  const news: { readonly attribute: TieAttribute; readonly value: StatedValue; readonly replaced: KnownDate['id'] | null }[] = [];
  const add = (attribute: TieAttribute, value: StatedValue, replaced = saidBy(statements, attribute, office)?.id ?? null): void => {
    news.push({ attribute, value, replaced });
  };
  if (classCode !== null && !saysClass(classCode, known, origin))
    add('class', { type: 'code', code: classCode }, keepsBoth.class ? null : undefined);
  const step = since === null ? null : dateStep(since, known, origin);
  if (since !== null && step !== null && step.step !== 'nothing') {
    const ours = keepsBoth.date || step.step === 'new' ? null : step.step === 'more' ? step.of : step.ours;
    add('established', { type: 'date', date: since }, ours?.id ?? null);
  }
  if (status !== null && known.status !== status) add('status', { type: 'code', code: status });
  if (note !== '' && !saysNote(note, known)) {
    const ours = saidBy(statements, 'note', office)?.value;
    const before = keepsBoth.note && ours?.type === 'text' ? ours.text : {};
    const written = before[work.actor.language]?.text ?? known.notes[0] ?? '';
    const both = keepsBoth.note ? [written, note].filter((line) => line !== '').join('\n') : note;
    add('note', { type: 'text', text: { ...before, ...typedText(work, both) } });
  }
  return news;
}

/** Private statements for what a row adds; a text in the source column names their source, else that of the paste. */
function entriesOf(work: Work, { row, tieId }: Placed, facts: TieFacts | undefined, { office, read }: Keeping): readonly StatementEntry[] {
  const named = row.source === '' ? undefined : { class: 'unknown' as const, title: row.source.slice(0, 300) };
  const source = named ?? (read.reading.sourceId === null ? 'own_records' : { sourceId: read.reading.sourceId });
  return newsOf(work, row, facts, office).map(({ attribute, value, replaced }) => ({
    subject: { kind: 'tie', id: tieId },
    attribute,
    value,
    source,
    supersedes: replaced,
  }));
}

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
