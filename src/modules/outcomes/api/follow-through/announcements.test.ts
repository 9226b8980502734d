// What an edition's page counts in the database is what the rules of ledgers and follow-ups say outcome by outcome.
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { editionInput } from '#modules/expos/api/edition-fixture.ts';
import { isQuick } from '#platform/full-size.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { fatesOfEdition } from '../follow-up/fates.ts';
import { announcementsOf } from './announcements.ts';
import { drawHistories, drawn } from './histories-fixture.ts';

const db = await ownTestDatabase();
const fair = await db.foundOffice();

/** How many are drawn; `npm run trust` draws as many as an edition may have. */
const count = isQuick ? 30 : 250;

test('what the database counts at once is what the rules say of each outcome by itself', async () => {
  const edition = valueOf(await db.as(fair.owner, (work) => createEdition(work, editionInput(fair.office, 'Drawn'))));
  await drawHistories(db, fair, { editionId: edition.id, draw: drawn(73), count });
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
});
