// What an edition's page counts in the database is what the rules of ledgers and follow-ups say outcome by outcome.
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { editionInput } from '#modules/expos/api/edition-fixture.ts';
import { isQuick } from '#platform/full-size.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { isKeptOut } from '../../domain/totals.ts';
import { fatesOfEdition } from '../follow-up/fates.ts';
import { outcomesByIds } from '../list-outcomes.ts';
import { announcementsOf } from './announcements.ts';
import { drawHistories, drawn } from './histories-fixture.ts';

const db = await shareTestDatabase();
const fair = await db.foundOffice();
const chamber = await db.foundOffice();

/** How many are drawn; `npm run trust` draws as many as an edition may have. */
const count = isQuick ? 30 : 250;

/** What the page of each says: whether the sides differ on it, and how sure what was realised is. */
async function shownAlone(ids: readonly OutcomeId[]): Promise<readonly (readonly [string, boolean, string | null])[]> {
  const found: (readonly [string, boolean, string | null])[] = [];
  for (let from = 0; from < ids.length; from += 200) {
    const shown = await db.as(fair.owner, async (work) => ok(await outcomesByIds(work, ids.slice(from, from + 200))));
    for (const { id, reached, figures } of valueOf(shown)) {
      const figure = figures.find(({ stage }) => stage === (reached.ended ?? reached.stage));
      const realised = figures.find(({ stage }) => stage === 'realised');
      found.push([id, figure !== undefined && isKeptOut(figure), realised?.assurance ?? null]);
    }
  }
  return found;
}

test('what the database counts at once is what the rules say of each outcome by itself', async () => {
  const edition = valueOf(await db.as(fair.owner, (work) => createEdition(work, editionInput(fair.office, 'Drawn'))));
  await drawHistories(db, fair, { editionId: edition.id, draw: drawn(73), count });
  // Of half of them something is said at one of their stages, mostly that it was otherwise, and some of these entries were added or reversed since.
  await db.owner.query(
    `insert into outcomes.confirmation (id, outcome_id, owner_office, number, visibility, shared_with, stage, verdict, through, entered_by, entered_at)
     select gen_random_uuid(), e.outcome_id, $1, 1, 'public', '{}', e.stage, case when e.number % 3 = 0 then 'confirms' else 'differs' end, e.number, $2, now()
     from (select distinct on (outcome_id) outcome_id, stage, number from outcomes.entry order by outcome_id, md5(id::text)) e
     where get_byte(uuid_send(e.outcome_id), 15) % 2 = 0`,
    [chamber.office, chamber.owner],
  );
  const [counted, alone] = valueOf(
    await db.as(fair.owner, async (work) =>
      ok([await announcementsOf(work, { editionId: edition.id }), await fatesOfEdition(work, edition.id)] as const),
    ),
  );
  const plain = counted.announcements.map(({ id, stage, reached, figures, ledger, askings }) => ({
    ...{ id, stage, reached, ledger, askings },
    figures: figures.map(({ stage: at, amount, count, qualifier, amountCoversPart }) => ({
      at,
      amount,
      count,
      qualifier,
      amountCoversPart,
    })),
  }));
  const wanted = alone.flatMap(({ outcome, announced, reached, figures, ledger, askings }) =>
    announced === null
      ? []
      : [
          {
            ...{ id: outcome.id, stage: announced.stage, reached, ledger, askings },
            figures: figures.map(({ stage: at, amount, count, qualifier, amountCoversPart }) => ({
              at,
              amount,
              count,
              qualifier,
              amountCoversPart,
            })),
          },
        ],
  );
  expect(wanted.length).toBeGreaterThan(count * 0.8);
  expect(plain).toEqual(wanted);
  const said = counted.announcements.map(({ id, isDisputed, assurance }) => [id, isDisputed, assurance]);
  if (!isQuick) expect(said.filter(([, isDisputed]) => isDisputed).length).toBeGreaterThan(10);
  expect(said).toEqual(await shownAlone(wanted.map(({ id }) => id)));
});
