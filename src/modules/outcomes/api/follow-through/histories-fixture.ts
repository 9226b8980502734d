// Histories of outcomes drawn from a seed, for tests that hold what the database counts against what the rules say.
import type { TestDatabase, TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';

/** Numbers that are the same in every run (mulberry32). */
export function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const stages = ['potential', 'intended', 'signed', 'realised', 'lapsed', 'cancelled'];
const hour = (at: number): string => new Date(Date.UTC(2020, 0, 1, at)).toISOString();

interface Drawing {
  readonly editionId: string;
  readonly draw: (below: number) => number;
  readonly count: number;
}

/** So many outcomes of an office, wholes and parts, with ledgers, askings and answers, private; written past the use cases. */
export async function drawHistories(db: TestDatabase, fair: TestOffice, { editionId, draw, count }: Drawing): Promise<void> {
  const source = newId();
  await db.owner.query(
    `insert into evidence.source (id, owner_office, class, title, entered_by, entered_at) values ($1, $2, 'press_or_study', 'A paper', $3, now())`,
    [source, fair.office, fair.owner],
  );
  const wholes: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const id = newId();
    const extent = ['single', 'single', 'aggregate', 'count_only'][draw(4)];
    const partOf = extent === 'single' && wholes.length > 0 && draw(4) === 0 ? wholes[draw(wholes.length)] : null;
    if (extent !== 'single') wholes.push(id);
    await db.owner.query(
      `insert into outcomes.outcome (id, owner_office, kind, extent, title, part_of) values ($1, $2, 'deal', $3, '{"en":{"text":"T","origin":"human"}}', $4)`,
      [id, fair.office, extent, partOf],
    );
    if (partOf === null)
      await db.owner.query(
        `insert into outcomes.attribution (outcome_id, subject_kind, subject_id, owner_office, relation) values ($1, 'edition', $2, $3, 'result_of')`,
        [id, editionId, fair.office],
      );
    const posted: { readonly id: string; readonly stage: string | undefined }[] = [];
    for (let number = 1, entries = 1 + draw(6); number <= entries; number += 1) {
      const standing = posted.at(-1);
      const reverses = standing !== undefined && draw(5) === 0 ? posted.pop() : undefined;
      const entry = { id: newId(), stage: reverses?.stage ?? stages[draw(stages.length)] };
      if (reverses === undefined) posted.push(entry);
      const amount = draw(3) === 0 ? null : String(draw(5) * 1000);
      const counted = draw(2) === 0 ? null : String(draw(4));
      await db.owner.query(
        `insert into outcomes.entry (id, outcome_id, number, owner_office, stage, amount, currency, count, qualifier, count_qualifier, source_id, kind, reverses, reversed_kind,
           entered_by, entered_at, content_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'exact', $10, $11, $12, $13, $14, $15, 'x')`,
        [
          ...[entry.id, id, number, fair.office, entry.stage, amount, amount === null ? null : 'EUR', counted],
          ...[draw(4) === 0 ? 'about' : 'exact', source, reverses === undefined ? 'entry' : 'reversal', reverses?.id ?? null],
          ...[reverses === undefined ? null : 'entry', fair.owner, hour(number * 100)],
        ],
      );
    }
    for (const months of [3, 6, 12]) {
      if (draw(2) === 0) continue;
      const asking = newId();
      const state = ['planned', 'sent', 'sent', 'stopped', 'held_back'][draw(5)];
      await db.owner.query(
        `insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, sent_at) values ($1, $2, $3, $4, '2020-02-01', $5, $6)`,
        [asking, id, fair.office, months, state, state === 'sent' ? hour(months * 10) : null],
      );
      for (let number = 1, answers = state === 'sent' ? draw(3) : 0; number <= answers; number += 1)
        await db.owner.query(
          `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, said_for, language, answered_at)
           values ($1, $2, $3, $4, $5, $6, 'A company', 'en', $7)`,
          [newId(), asking, id, number, fair.office, ['kept', 'partly', 'not', 'cannot_say'][draw(4)], hour(draw(900))],
        );
    }
  }
}
