// Whom a company registered at an edition is asked by its consent alone, and no longer once it takes that back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { editionInput, organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { confirmRegistration, register, withdrawConsent } from '#modules/expos/api/registration/register.ts';
import { changeRegistrationTerms, getRegistrationTerms } from '#modules/expos/api/registration/terms.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { openAsking, origin } from './asking-fixture.ts';
import { entry } from '../outcomes-fixture.ts';
import { previewFollowUp } from './ask.ts';
import { listComingFollowUps, listEditionRoutes, previewEditionRoute } from './coming.ts';
import { setEditionRoute } from './rules.ts';

let db: TestDatabase;
let world: Awaited<ReturnType<typeof openAsking>>;
/** One that is still to come, at which a company can register. */
let editionId: Asked<'setEditionRoute'>['editionId'];
beforeAll(async () => {
  db = await openTestDatabase();
  world = await openAsking(db);
  const { owner, office } = world.tie.liverpool;
  const days = { firstDay: dayAfter(7), lastDay: dayAfter(8) };
  const edition = valueOf(await db.as(owner, (work) => createEdition(work, { ...editionInput(office, 'Forum to come'), ...days })));
  editionId = edition.id;
  await organiserOf(db, world.tie.liverpool).publish(edition.id);
});
afterAll(() => db.close());

const now = new Date();
const dayAfter = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const posting = { origin, channels: ['mail' as const] };

/** A company that registers at the edition, agrees to these, and confirms. */
async function comes(company: string, consents: readonly string[]): Promise<string> {
  const email = `${company.toLowerCase().replaceAll(' ', '.')}@company.example`;
  const { version } = await db.as(world.tie.liverpool.owner, (work) => getRegistrationTerms({ ...work, now }, { editionId })).then(valueOf);
  const facts = {
    ...{ role: 'buyer' as const, country: 'GB', city: null, groupId: null, languages: ['en'], offer: null, need: null, standWish: '' },
    ...{ offerDetails: null, needDetails: null },
    ...{ offerTopics: [], needTopics: [], markets: [], size: null, consents: [...consents], language: 'en' as const },
  };
  const contact = { surname: 'Ho', givenName: 'Ann', nameOrder: 'given_first' as const, post: '', phone: null, email };
  const name = { en: { text: company, origin: 'human' as const } };
  valueOf(
    await db.as(null, (work) =>
      register({ ...work, now }, { ...facts, editionId, version, name, contact }, { ...posting, network: company }),
    ),
  );
  const letter = (await world.letters()).find(({ recipient, body }) => recipient === email && body.includes('/registration#'));
  const token = /#(hansa_registration_[\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? expect.fail('no letter');
  valueOf(await db.as(null, (work) => confirmRegistration({ ...work, now }, { token }, posting)));
  return token;
}

test('a registered contact is asked by consent: the office writes without seeing the address, and a consent taken back gives nobody', async () => {
  const { tie, deal, plan, list, send, letters } = world;
  const { owner } = tie.liverpool;
  const terms = valueOf(await db.as(owner, (work) => getRegistrationTerms({ ...work, now }, { editionId })));
  const { state: _state, figures: _figures, isPublic: _public, version, ...given } = terms;
  const open = { ...given, editionId, isOpen: true, approval: 'automatic' as const };
  valueOf(await db.as(owner, (work) => changeRegistrationTerms({ ...work, now }, open, posting), version));
  const token = await comes('Keel Ltd', ['take_part', 'follow_up']);
  await comes('Mast Ltd', ['take_part']);
  const named = (name: string) => ({
    attributions: [{ subjectKind: 'edition' as const, subjectId: editionId, relation: 'result_of' as const }],
    parties: [{ organisationId: null, cityId: null, name, role: 'partner' as const, share: null }],
  });
  const asked = await deal(tie.liverpool, 'Keels', null, named('Keel Ltd'));
  const silent = await deal(tie.liverpool, 'Masts', null, named('Mast Ltd'));
  await plan(now);
  const of = async (outcome: string) => (await list(tie.liverpool, 'due')).entries.find(({ outcomeId }) => outcomeId === outcome);
  expect(await of(asked)).toMatchObject({ remedy: null, isRegistered: true, sentTo: null, person: null });
  expect(await of(silent)).toMatchObject({ remedy: 'no_record', isRegistered: false });
  const { id } = (await of(asked)) ?? expect.fail('not due');
  const shown = valueOf(await db.as(owner, (work) => previewFollowUp({ ...work, now }, { followUpId: id }, { origin })));
  expect([shown.sentTo, shown.isRegistered, shown.body.includes('Ho')]).toEqual([null, true, false]);
  valueOf(await db.as(null, (work) => withdrawConsent({ ...work, now }, { token, key: 'follow_up' }, posting)));
  expect(await of(asked)).toMatchObject({ remedy: 'no_record', isRegistered: false });
  expect(await send(tie.liverpool, now, [id])).toMatchObject({ letters: 0, left: [{ id, why: 'no_record' }] });
  expect((await letters()).filter(({ subject }) => subject.includes('Keels'))).toEqual([]);
});

test('an office sees when its figures fall due, and whom a route of its edition would reach, before it chooses; others see neither', async () => {
  const { tie, company, deal } = world;
  const { owner, office: officeId } = tie.liverpool;
  const here = { attributions: [{ subjectKind: 'edition' as const, subjectId: editionId, relation: 'result_of' as const }] };
  const valueDate = { text: now.toISOString().slice(0, 10), qualifier: 'exact' as const };
  const fresh = { ...here, entry: entry({ stage: 'intended', amount: '90000', currency: 'GBP', valueDate }) };
  await deal(tie.liverpool, 'Sails', await company(tie.liverpool, 'Sail Ltd', 'post@sail.example'), fresh);
  await deal(tie.liverpool, 'Flags', await company(tie.liverpool, 'Flag Ltd', null), fresh);
  const coming = valueOf(await db.as(owner, (work) => listComingFollowUps({ ...work, now }, { officeId })));
  expect(coming.entries[0]).toMatchObject({ count: 2 });
  expect(coming.count).toBeGreaterThanOrEqual(2);
  const preview = async (to: { route: 'company' | 'through'; throughOffice: typeof officeId | null }) =>
    valueOf(await db.as(owner, (work) => previewEditionRoute({ ...work, now }, { editionId, ...to }))).companies.flatMap(
      ({ company: name, sentTo, remedy }) => (name?.['en'] === undefined ? [] : [[name['en'].text, sentTo, remedy]]),
    );
  expect(await preview({ route: 'company', throughOffice: null })).toEqual([
    ['Sail Ltd', 'post@sail.example', null],
    ['Flag Ltd', null, 'no_address'],
  ]);
  const through = tie.shanghai.office;
  expect(await preview({ route: 'through', throughOffice: through })).toEqual([
    ['Sail Ltd', null, null],
    ['Flag Ltd', null, null],
  ]);
  valueOf(await db.as(owner, (work) => setEditionRoute(work, { editionId, route: 'through', throughOffice: through })));
  const routes = valueOf(await db.as(owner, (work) => listEditionRoutes(work, { officeId, limit: 50 }))).entries;
  expect(routes.find(({ id }) => id === editionId)).toMatchObject({ route: 'through', through: { id: through } });
  for (const asked of [
    await db.as(tie.stranger.owner, (work) => listComingFollowUps(work, { officeId })),
    await db.as(tie.stranger.owner, (work) => listEditionRoutes(work, { officeId, limit: 50 })),
    await db.as(tie.stranger.owner, (work) => previewEditionRoute(work, { editionId, route: 'company', throughOffice: null })),
  ])
    expect(asked.ok).toBe(false);
});
