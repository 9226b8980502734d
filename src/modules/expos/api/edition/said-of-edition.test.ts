import { expect, test } from 'vitest';
import type { SourceClass } from '#modules/evidence/domain/source.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { standingsOf } from '#modules/evidence/domain/standing.ts';
import { updateEdition } from './change-edition.ts';
import { organiserOf, text } from '../edition-fixture.ts';
import { createExpo, listExpos } from '../expos.ts';
import { listEditions } from './list-editions.ts';
import { getEdition } from './open-edition.ts';
import { unpublishEdition } from './publish-edition.ts';
import { enterEditionStatements, enterParticipationStatements, getEditionSaid } from './said-of-edition.ts';

const db = await ownTestDatabase();
const fair = await db.foundOffice({ kind: 'organiser' });
const register = await db.foundOffice({ kind: 'register' });
const company = await db.foundOffice({ kind: 'company' });

type Entry = Asked<'enterEditionStatements'>['entries'][number];
const source = (sourceClass: SourceClass, title: string) => ({
  ...{ class: sourceClass, title, publisher: null, address: null, date: null, passage: null, documentId: null },
});
const counted = (attribute: Entry['attribute'], count: string, from: ReturnType<typeof source>, more: Partial<Entry> = {}): Entry => ({
  attribute,
  value: { type: 'count', count, qualifier: 'exact' },
  ...{ kind: 'count', source: from, saidBy: null, visibility: 'public', sharedWith: [], supersedes: null },
  ...more,
});
const enter = (by: TestOffice, editionId: string, entries: readonly Entry[]) =>
  db.as(by.owner, (work) => enterEditionStatements(work, { editionId, office: by.office, entries: [...entries] }));
const read = async (by: TestOffice | null, editionId: string) =>
  valueOf(await db.as(by?.owner ?? null, (work) => getEditionSaid(work, { editionId })));

test('figures of an edition are known, contested or reported by their sources; a forecast stands apart; a private one only its office reads', async () => {
  const organiser = organiserOf(db, fair);
  const { id } = await organiser.publish((await organiser.edition('Fair of figures')).id);
  const paper = source('press_or_study', 'A paper');
  valueOf(
    await enter(register, id, [
      counted('companies', '3893', paper),
      counted('companies', '3800', source('press_or_study', 'Another paper')),
      counted('countries_regions', '155', source('official_publication', 'The ministry')),
      counted('area', '300000', source('official_publication', 'The hall')),
      counted('area', '270000', source('official_publication', 'The city')),
      counted('visitors', '900000', paper, { kind: 'forecast' }),
    ]),
  );
  valueOf(await enter(fair, id, [counted('visits', '910000', source('own_records', ''), { visibility: 'private' })]));
  const told = async (by: TestOffice | null) =>
    (await read(by, id)).entries.map(({ attribute, shown, sources, values }) => {
      const value = shown.first?.value;
      return [attribute, value?.type === 'count' ? [value.count, value.unit ?? null] : null, standingsOf(shown), sources, values];
    });
  const open = [
    ['companies', ['3893', null], ['reported'], 2, 2],
    ['countries_regions', ['155', null], ['known'], 1, 1],
    ['area', ['300000', 'm²'], ['contested'], 2, 2],
    ['visitors', null, ['held'], 0, 0],
  ];
  expect(await told(null)).toEqual(open);
  expect(await told(fair)).toEqual([...open, ['visits', ['910000', null], ['reported'], 1, 1]]);
  expect(await enter(company, id, [counted('visits', '1', paper)])).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  const wrong = await enter(register, id, [
    counted('companies', '1.5', paper),
    counted('deals', '5', paper),
    counted('area', '-5', paper),
    counted('area', '5', paper, { value: { type: 'count', count: '5', qualifier: 'exact', unit: 'acres' } }),
  ]);
  expect(wrong).toMatchObject({
    refusal: {
      problems: [
        { path: ['entries', 0, 'value', 'count'], code: 'expos.count_is_whole' },
        { path: ['entries', 1, 'value', 'type'], code: 'expos.value_misfits' },
        { path: ['entries', 2, 'value', 'count'], code: 'expos.value_negative' },
        { path: ['entries', 3, 'value', 'unit'], code: 'expos.unit_unknown' },
      ],
    },
  });
});

test('what is said of a participant is read by whoever may know of the participant', async () => {
  const organiser = organiserOf(db, fair);
  const edition = await organiser.edition('Fair of stands');
  const [listed, unlisted] = [
    await organiser.participant(edition.id, 'E1'),
    await organiser.participant(edition.id, 'E2', { listed: false }),
  ];
  await organiser.publish(edition.id);
  const say = (by: TestOffice, participantId: typeof listed.id) =>
    db.as(by.owner, (work) =>
      enterParticipationStatements(work, {
        ...{ editionId: edition.id, participantId, office: by.office },
        entries: [
          {
            ...{
              attribute: 'stand',
              value: { type: 'text', text: text('Twice as large') },
              kind: 'comparison',
              saidBy: 'Ann Lee, director',
            },
            ...{ source: source('press_or_study', 'A paper'), visibility: 'public', sharedWith: [], supersedes: null },
          },
        ],
      }),
    );
  valueOf(await say(register, listed.id));
  valueOf(await say(fair, unlisted.id));
  expect(await say(register, unlisted.id)).toMatchObject({ refusal: { code: 'expos.participant_not_found' } });
  const names = async (by: TestOffice | null) =>
    (await read(by, edition.id)).participations.map(({ name, entries }) => [
      name['en']?.text,
      entries.map(({ shown }) => shown.apart[0]?.saidBy),
    ]);
  expect(await names(null)).toEqual([['Company E1', ['Ann Lee, director']]]);
  expect((await names(fair)).length).toBe(2);
});

test('an expo is public with the first public edition of it, and holds editions of its own office alone', async () => {
  const organiser = organiserOf(db, register);
  const expo = valueOf(await organiser.as((work) => createExpo(work, { office: register.office, name: text('World fair') })));
  const foreign = valueOf(await db.as(fair.owner, (work) => createExpo(work, { office: fair.office, name: text('Other') })));
  const edition = await organiser.edition('World fair 1851');
  const setExpo = (expoId: typeof expo.id) => organiser.as((work) => updateEdition(work, { editionId: edition.id, expoId }));
  expect(await setExpo(foreign.id)).toMatchObject({ refusal: { problems: [{ path: ['expoId'], code: 'expos.expo_unknown' }] } });
  expect(valueOf(await setExpo(expo.id)).expo?.name).toEqual(text('World fair'));
  const seen = async () => valueOf(await db.as(null, (work) => listExpos(work, { limit: 50 }))).entries.map(({ name }) => name['en']?.text);
  expect(await seen()).toEqual([]);
  await organiser.publish(edition.id);
  expect(await seen()).toEqual(['World fair']);
  const shown = valueOf(await db.as(null, (work) => getEdition(work, { edition: edition.id })));
  expect([shown.isUnclaimed, shown.expo?.id]).toEqual([true, expo.id]);
  const ofExpo = valueOf(await db.as(null, (work) => listEditions(work, { expo: expo.id, limit: 50 }))).entries;
  expect(ofExpo.map(({ id }) => id)).toEqual([edition.id]);
  valueOf(await organiser.as((work) => unpublishEdition(work, { editionId: edition.id })));
  expect(await seen()).toEqual([]);
});
