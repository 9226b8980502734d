// Topics of an edition on the real database: the list, who names what, and what others find by it.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { updateParticipant } from './change-participants.ts';
import { organiserOf, text } from './edition-fixture.ts';
import { listDirectory } from './list-directory.ts';
import { createStand } from './change-stands.ts';
import { answerProfile } from './own-answers.ts';
import { listTopics, replaceTopics } from './topics.ts';

const db = await shareTestDatabase();

test('companies choose from the list, others find them by it, and what is named cannot go', async () => {
  const fair = organiserOf(db, await db.foundOffice());
  const [guest, other] = [await db.foundOffice({ kind: 'company' }), await db.foundOffice({ kind: 'company' })];
  const edition = await fair.edition('Topics');
  const editionId = edition.id;
  const set = (names: readonly string[], version: number) =>
    fair.as((work) => replaceTopics(work, { editionId, topics: names.map((name) => ({ name: text(name) })) }), version);
  expect(await set(['Water', 'WATER', 'Energy'], edition.version)).toMatchObject({
    refusal: { problems: [{ path: ['topics', 1, 'name'], code: 'expos.topic_twice' }] },
  });
  const { entries, version } = valueOf(await set(['Water', 'Energy', 'Food'], edition.version));
  const [water, energy] = entries.map(({ id }) => id);
  if (water === undefined || energy === undefined) expect.fail('no topics');
  const e1 = await fair.participant(editionId, 'E01', { officeId: guest.office, offerTopics: [water], markets: ['CN'], size: 'to_49' });
  await fair.participant(editionId, 'E02', { needTopics: [water], offerTopics: [energy] });
  await fair.participant(editionId, 'B01', { officeId: other.office });
  const found = async (filter: object, as = other.owner): Promise<readonly string[]> =>
    valueOf(await db.as(as, (work) => listDirectory(work, { editionId, limit: 50, ...filter }))).entries.map(({ code }) => code);
  expect(await found({ offers: water })).toEqual(['E01']);
  expect(await found({ seeks: water })).toEqual(['E02']);
  expect(await found({ market: 'CN', size: 'to_49' })).toEqual(['E01']);
  expect(await found({ size: 'over_249' })).toEqual([]);
  expect(await found({ hall: 'Q' })).toEqual([]);
  const stand = valueOf(await fair.as((work) => createStand(work, { editionId, code: 'Q-1', hall: 'Q', seats: 0, area: null })));
  await fair.participant(editionId, 'E03', { standId: stand.id });
  expect(await found({ hall: 'Q' })).toEqual(['E03']);
  // The company corrects what it says by itself; a topic of another list is refused by the field.
  const strange = await fair.edition('Other');
  const { entries: others } = valueOf(
    await fair.as((work) => replaceTopics(work, { editionId: strange.id, topics: [{ name: text('Alien') }] }), strange.version),
  );
  const alien = others[0]?.id ?? expect.fail('no topic');
  const own = { editionId, participantId: e1.id };
  const wrong = await db.as(guest.owner, (work) => answerProfile(work, { ...own, needTopics: [alien] }), e1.version);
  expect(wrong).toMatchObject({ refusal: { problems: [{ path: ['needTopics'], code: 'expos.topic_unknown' }] } });
  const said = valueOf(
    await db.as(guest.owner, (work) => answerProfile(work, { ...own, offerTopics: [energy], offer: text('Pumps') }), e1.version),
  );
  expect(said).toMatchObject({ offerTopics: [energy], markets: ['CN'], size: 'to_49', offer: text('Pumps') });
  expect(await found({ offers: energy })).toEqual(['E01', 'E02']);
  // What is named stays; of who withdrew nothing is kept.
  const keep = (ids: readonly (typeof water)[], at: number) =>
    fair.as(
      (work) =>
        replaceTopics(work, { editionId, topics: entries.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name })) }),
      at,
    );
  expect(await keep([water], version)).toMatchObject({ refusal: { kind: 'conflict', code: 'expos.topic_in_use' } });
  expect(valueOf(await db.as(other.owner, (work) => listTopics(work, { editionId }))).entries.map(({ named }) => named)).toEqual([
    null,
    null,
    null,
  ]);
  expect(valueOf(await fair.as((work) => listTopics(work, { editionId }))).entries.map(({ named }) => named)).toEqual([1, 2, 0]);
  const kept = valueOf(await keep([energy, water], version));
  expect(kept.entries.map(({ id }) => id)).toEqual([water, energy]);
  valueOf(await fair.as((work) => updateParticipant(work, { ...own, offerTopics: [] })));
  await expect(db.owner.query('update expos.participant set offer_topics = array[$2::uuid] where id = $1', [e1.id, alien])).rejects.toThrow(
    /topic of another edition/,
  );
});

test('the public of a public edition reads its topics, and not who names them', async () => {
  const fair = organiserOf(db, await db.foundOffice());
  const edition = await fair.edition('Open');
  const editionId = edition.id;
  const { entries } = valueOf(
    await fair.as((work) => replaceTopics(work, { editionId, topics: [{ name: text('Ports') }] }), edition.version),
  );
  const ports = entries[0]?.id ?? expect.fail('no topic');
  await fair.participant(editionId, 'E01', { offerTopics: [ports] });
  expect((await db.as(null, (work) => listTopics(work, { editionId }))).ok).toBe(false);
  await fair.publish(editionId);
  expect(valueOf(await db.as(null, (work) => listTopics(work, { editionId }))).entries).toEqual([
    { id: ports, name: text('Ports'), named: null },
  ]);
  const listed = valueOf(await db.as(null, (work) => listDirectory(work, { editionId, limit: 50 }))).entries;
  expect(listed.map(({ code, offerTopics }) => [code, offerTopics])).toEqual([['E01', []]]);
  expect(valueOf(await db.as(null, (work) => listDirectory(work, { editionId, limit: 50, offers: ports }))).entries).toEqual([]);
});
