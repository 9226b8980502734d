// What a sheet calls a tie stays on record beside what it was taken for: in the note, and in the file that the register is saved as.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { exportRegister } from '../export-register.ts';
import { pasteTies, prepareTies } from './paste-ties.ts';

let db: TestDatabase;
let world: TieWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
});
afterAll(() => db.close());

test('the word of a class that was asked about is in the note and in the saved file, and so is what stood beside one', async () => {
  const { liverpool } = world;
  const input = {
    officeId: liverpool.office,
    text: 'City\tCountry\tType\nWindhoek\tNamibia\tMOU\nDunedin\tNew Zealand\ttwin (suspended 2022)\nYokohama\tJapan\tcousins (of 1990)',
    ...{ columns: [], order: null, sourceId: null },
    answers: [
      { row: 2, classCode: 'project_partnership' },
      { row: 4, classCode: 'sister_city' },
    ],
  };
  const prepared = valueOf(await prepareTies(world.transactAs(liverpool), input));
  expect(valueOf(await db.as(liverpool.owner, (work) => pasteTies(work, input, prepared))).kept).toBe(3);
  for (const language of ['en', 'zh-Hans'] as const) {
    const file = valueOf(await exportRegister(world.transactAs(liverpool), { officeId: liverpool.office, format: 'csv', language }));
    const lines = (await file.text()).split('\r\n');
    expect(
      ['windhoek', 'dunedin', 'yokohama'].map((slug) =>
        lines
          .find((line) => line.includes(slug))
          ?.split(',')
          .at(-1),
      ),
    ).toEqual(['Type: MOU', 'Type: twin (suspended 2022)', 'Type: cousins (of 1990)']);
  }
});
