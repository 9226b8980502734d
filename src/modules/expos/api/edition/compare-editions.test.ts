import { expect, test } from 'vitest';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { updateEdition } from './change-edition.ts';
import { updateParticipant } from '../change-participants.ts';
import { createStand } from '../change-stands.ts';
import { exportEditionComparison, getEditionComparison } from './compare-editions.ts';
import { editionInput, organiserOf, text } from '../edition-fixture.ts';
import { createExpo } from '../expos.ts';
import { enterEditionStatements, enterParticipationStatements } from './said-of-edition.ts';

const db = await shareTestDatabase();
const fair = await db.foundOffice({ kind: 'organiser' });

const source = {
  class: 'press_or_study' as const,
  title: 'A paper',
  publisher: null,
  address: null,
  date: null,
  passage: null,
  documentId: null,
};
const said = <A extends string>(attribute: A, count: string, more: object = {}) => ({
  attribute,
  value: { type: 'count' as const, count, qualifier: 'exact' as const },
  ...{ kind: 'count' as const, source, saidBy: null, visibility: 'public' as const, sharedWith: [], supersedes: null },
  ...more,
});

/** Two editions of one expo, a year apart. */
async function twoEditions() {
  const organiser = organiserOf(db, fair);
  const { office } = fair;
  const expo = valueOf(await organiser.as((work) => createExpo(work, { office, name: text(`Fair ${crypto.randomUUID()}`) })));
  const ofYear = async (year: number) => {
    const made = await organiser.edition(`Fair ${year} ${crypto.randomUUID()}`);
    const { office: _, ...facts } = editionInput(office, '');
    const days = { firstDay: `${year}-11-05`, lastDay: `${year}-11-07` };
    const input = { ...facts, editionId: made.id, name: made.name, description: null, website: null, expoId: expo.id, ...days };
    return valueOf(await organiser.as((work) => updateEdition(work, input), made.version));
  };
  return { organiser, earlier: await ofYear(2018), later: await ofYear(2019) };
}

const compare = (by: TestOffice | null, edition: string, other: string) =>
  db.as(by?.owner ?? null, (work) => getEditionComparison(work, { edition, with: other }));

test('returners, countries and stands are told of all to the organiser and of the public directories to everybody, the earlier edition first', async () => {
  const { organiser, earlier, later } = await twoEditions();
  const at = (edition: string, code: string, name: string, more: Partial<Asked<'createParticipant'>> = {}) =>
    organiser.participant(edition, code, { name: text(name), country: 'US', ...more });
  await at(earlier.id, 'E1', 'Comes again');
  await at(earlier.id, 'E2', 'Gone', { country: 'FR' });
  await at(earlier.id, 'E3', 'Unlisted', { listed: false });
  await at(earlier.id, 'B1', 'A buyer counts nowhere', { country: 'BR' });
  // Known again by its entry, whatever it is called at the later edition.
  const again = await at(later.id, 'X9', 'Comes again');
  await at(later.id, 'E3', 'Unlisted', { listed: false });
  await at(later.id, 'E4', 'New', { country: 'DE' });
  await organiser.participant(later.id, 'E5', { name: text('From nowhere said') });
  const stand = valueOf(
    await organiser.as((work) => createStand(work, { editionId: later.id, code: 'S1', hall: '1', seats: 0, area: 216 })),
  );
  const { id: participantId, version, code, role, name, country } = again;
  const lead = { ...{ editionId: later.id, participantId, code, role, name, country, standId: stand.id, leadsStand: true } };
  valueOf(await organiser.as((work) => updateParticipant(work, { ...again, ...lead, city: null }), version));
  await at(later.id, 'E6', 'At its stand', { standId: stand.id });

  const all = valueOf(await compare(fair, later.slug, earlier.id));
  expect([all.earlier.id, all.later.id, all.counted]).toEqual([earlier.id, later.id, 'all']);
  expect(all.exhibitors).toEqual({ earlier: 3, later: 5, both: 2 });
  expect(all.countries).toEqual({ both: ['US'], earlier: ['FR'], later: ['DE'], notEntered: { earlier: 0, later: 1 } });
  expect(all.stands.map(({ earlier: was, later: is }) => [was?.brought, is?.brought, was?.area, is?.area])).toEqual([[null, 1, null, 216]]);

  // Not public: there is nothing to see.
  expect(await compare(null, later.id, earlier.id)).toMatchObject({ refusal: { code: 'expos.not_found' } });
  await organiser.publish(earlier.id);
  await organiser.publish(later.id);
  const open = valueOf(await compare(null, earlier.id, later.slug));
  expect([open.counted, open.exhibitors]).toEqual(['listed', { earlier: 2, later: 4, both: 1 }]);
});

test('where nobody is entered for one of the two nobody knows who came again', async () => {
  const { organiser, earlier, later } = await twoEditions();
  const known = async () => {
    const { counted, exhibitors, countries } = valueOf(await compare(fair, later.id, earlier.id));
    return [counted, exhibitors, countries];
  };
  expect(await known()).toEqual(['none', null, null]);
  await organiser.participant(later.id, 'E1', { name: text('The only one that is entered'), country: 'US' });
  expect(await known()).toEqual(['none', null, null]);
  await organiser.participant(earlier.id, 'E1', { name: text('Another of the earlier'), country: 'US' });
  expect(await known()).toMatchObject(['all', { earlier: 1, later: 1, both: 0 }, { both: ['US'] }]);
});

test('what is said of both stands line by line with its change, and of stands as it was said', async () => {
  const { organiser, earlier, later } = await twoEditions();
  const { office } = fair;
  const enter = async (editionId: string, entries: Asked<'enterEditionStatements'>['entries']) =>
    valueOf(await organiser.as((work) => enterEditionStatements(work, { editionId, office, entries })));
  await enter(earlier.id, [
    said('companies', '3617'),
    said('area', '270000'),
    said('visits', '5'),
    said('countries_regions', '172'),
    said('countries_and_organisations', '172'),
  ]);
  await enter(later.id, [said('companies', '3893'), said('area', '360000', { kind: 'forecast' }), said('countries_regions', '155')]);
  const who = await organiser.participant(later.id, 'E1', { name: text('A chamber') });
  const entries = [said('stand_growth', '2.5', { kind: 'comparison' })];
  valueOf(
    await organiser.as((work) => enterParticipationStatements(work, { editionId: later.id, participantId: who.id, office, entries })),
  );
  const shown = valueOf(await compare(fair, earlier.id, later.id));
  expect(shown.said.map(({ attribute, change: { relation, percent } }) => [attribute, relation, percent])).toEqual([
    ['companies', 'alike', 7.6],
    // Of 172 nobody knows whether organisations are among them.
    ['countries_regions', 'counts', null],
    ['countries_and_organisations', 'missing', null],
    ['area', 'missing', null],
    ['visits', 'missing', null],
  ]);
  expect(shown.stands).toMatchObject([
    { earlier: null, said: [{ attribute: 'stand_growth', later: { first: null, apart: [{ value: { count: '2.5', unit: '×' } }] } }] },
  ]);
});

test('why an exhibitor did not come again is stated of it where it was last', async () => {
  const { organiser, earlier, later } = await twoEditions();
  const { office } = fair;
  const gone = await organiser.participant(earlier.id, 'E1', { name: text('Gone') });
  await organiser.participant(earlier.id, 'E2', { name: text('Gone too') });
  await organiser.participant(later.id, 'E3', { name: text('New') });
  const entries = [{ ...said('not_again', ''), value: { type: 'text' as const, text: text('Its market moved') } }];
  valueOf(
    await organiser.as((work) => enterParticipationStatements(work, { editionId: earlier.id, participantId: gone.id, office, entries })),
  );
  const shown = valueOf(await compare(fair, earlier.id, later.id));
  expect(shown.exhibitors).toEqual({ earlier: 2, later: 1, both: 0 });
  expect(shown.stands).toMatchObject([
    {
      earlier: { participantId: gone.id },
      later: null,
      said: [{ attribute: 'not_again', earlier: { first: { value: { type: 'text' } } } }],
    },
  ]);
});

test('editions of different expos, or one with itself, are not compared', async () => {
  const { organiser, earlier, later } = await twoEditions();
  const alone = await organiser.edition('Alone');
  expect(await compare(fair, earlier.id, alone.id)).toMatchObject({ refusal: { code: 'expos.not_one_expo' } });
  expect(await compare(fair, later.id, later.slug)).toMatchObject({ refusal: { code: 'expos.one_edition' } });
});

test('the file holds what the page shows: figures as numbers with how they are meant and their sources, gaps in words, formulas as text', async () => {
  const { organiser, earlier, later } = await twoEditions();
  const { office } = fair;
  const enter = async (editionId: string, entries: Asked<'enterEditionStatements'>['entries']) =>
    valueOf(await organiser.as((work) => enterEditionStatements(work, { editionId, office, entries })));
  const about = { value: { type: 'count' as const, count: '360000', qualifier: 'about' as const, unit: 'm²' } };
  const named = {
    source: { ...source, title: '=HYPERLINK("x")', publisher: 'Press', date: { text: '2019-11', qualifier: 'before' as const } },
  };
  await enter(earlier.id, [said('companies', '3617'), said('companies', '3600', named)]);
  await enter(later.id, [said('companies', '3893', named), said('area', '360000', { kind: 'forecast', ...about })]);
  await organiser.participant(earlier.id, 'E1', { name: text('@Both, Ltd'), country: 'US' });
  const again = await organiser.participant(later.id, 'E1', { name: text('@Both, Ltd'), country: 'US' });
  const entries = [said('stand_growth', '2.5', { kind: 'comparison' })];
  valueOf(
    await organiser.as((work) => enterParticipationStatements(work, { editionId: later.id, participantId: again.id, office, entries })),
  );
  const fileIn = async (format: 'csv' | 'xlsx', language: 'en' | 'zh-Hans', by: TestOffice | null = fair) =>
    db.as(by?.owner ?? null, (work) => exportEditionComparison(work, { edition: later.slug, with: earlier.slug, format, language }));
  const csv = valueOf(await fileIn('csv', 'en'));
  expect(csv.name).toBe(`${earlier.slug}-${later.slug}.csv`);
  const table = await csv.text();
  const rowOf = (...parts: readonly string[]) => table.split('\r\n').find((row) => parts.every((part) => row.includes(part)));
  expect(rowOf('Exhibiting companies', '3893')).toMatch(/,36\d\d,,3893,,not compared: sources give different figures,/);
  expect(rowOf('Exhibiting companies', 'another source')).toMatch(/,36\d\d,another source,,,,/);
  expect(rowOf('Exhibition area')).toContain(',not stated,,360000,"about, m², forecast",not stated as a fact for both,,A paper');
  expect(rowOf('3893')).toContain(`"'=HYPERLINK(""x"") · Press · 2019-11 (before)"`);
  expect(rowOf('compared with the edition before')).toContain(
    `"'@Both, Ltd","Stand area, compared with the edition before",not stated,,2.5,`,
  );
  expect(rowOf(',came back,')).toContain(',came back,1,,1,');
  expect(rowOf('United States')).toContain('at both editions');

  const book = await valueOf(await fileIn('xlsx', 'zh-Hans')).arrayBuffer();
  const [sheet] = valueOf(await readWorkbook(new Uint8Array(book)));
  const cells = sheet?.rows.map((row) => row.cells) ?? [];
  expect(cells[0]?.slice(0, 5)).toEqual(['部分', '单位或国家（地区）', '事项', '2018', '2018：说明']);
  expect(cells.find(([, , what]) => what === '展览面积')?.slice(3, 7)).toEqual(['未注明', '', 360000, '约数、m²、预测']);

  expect(await fileIn('csv', 'en', null)).toMatchObject({ refusal: { code: 'expos.not_found' } });
});
