// What is said of an offer or a need beside its words, on the real database: by whom it is said, who reads it, and what is kept of it.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { en } from '../text.en.ts';
import { createParticipant, updateParticipant } from './change-participants.ts';
import { organiserOf, text } from './edition-fixture.ts';
import { listDirectory } from './list-directory.ts';
import { answerProfile } from './own-answers.ts';

const db = await shareTestDatabase();

const details = {
  title: text('Power from the quay'),
  goals: [7 as const, 13 as const],
  places: ['Liverpool'],
  from: '2019-01-01',
  until: '2019-12-31',
  source: 'Catalogue, page 3',
};

test('the company says it of its own entry, who takes part reads it and the public does not, and each version is kept', async () => {
  const fair = organiserOf(db, await db.foundOffice());
  const [guest, other] = [await db.foundOffice({ kind: 'company' }), await db.foundOffice({ kind: 'company' })];
  const { id: editionId } = await fair.edition('Details');
  const e1 = await fair.participant(editionId, 'E01', { officeId: guest.office, offer: text('Shore power') });
  await fair.participant(editionId, 'B01', { officeId: other.office });
  const said = valueOf(
    await db.as(guest.owner, (work) => answerProfile(work, { editionId, participantId: e1.id, offerDetails: details }), e1.version),
  );
  expect([said.offerDetails, said.needDetails]).toEqual([details, null]);
  // Whoever asks is told in words what is compared with nobody, and what to do about it.
  expect(said.advice).toEqual([{ field: 'offerDetails', code: 'expos.entry_is_over', message: en['expos.entry_is_over'] }]);
  await fair.publish(editionId);
  // A title is found as the words are.
  const listed = async (account: typeof guest.owner | null, q = account === null ? 'E01' : 'the quay') =>
    valueOf(await db.as(account, (work) => listDirectory(work, { editionId, limit: 50, q }))).entries.map(
      ({ offerDetails }) => offerDetails,
    );
  expect(await listed(other.owner)).toEqual([details]);
  expect(await listed(null)).toEqual([null]);
  expect(await listed(null, 'the quay')).toEqual([]);
  // The organiser corrects a day; what nothing is left of is said as nothing.
  const later = { ...details, until: '2020-06-30' };
  const changed = valueOf(
    await fair.as((work) => updateParticipant(work, { editionId, participantId: e1.id, offerDetails: later }), said.version),
  );
  expect(changed.offerDetails).toEqual(later);
  const bare = { ...details, title: null, goals: [], until: null };
  const { advice } = await fair.participant(editionId, 'E02', { needDetails: bare });
  expect(advice.map(({ field, code }) => [field, code])).toEqual([['needDetails', 'expos.entry_unsaid']]);
  const empty = { title: null, goals: [], places: [], from: null, until: null, source: null };
  const cleared = valueOf(
    await fair.as((work) => updateParticipant(work, { editionId, participantId: e1.id, needDetails: empty }), changed.version),
  );
  expect(cleared.needDetails).toBe(null);
  const { rows } = await db.owner.query('select details from organisations.entry where organisation_id = $1 order by said_at, id', [
    e1.organisationId,
  ]);
  expect(rows.map((row: { details: unknown }) => row.details)).toEqual([null, details, later]);
  // A later edition takes over what was said last.
  const { id: next } = await fair.edition('Details again');
  const again = valueOf(
    await fair.as((work) =>
      createParticipant(work, { editionId: next, code: 'E07', role: 'exhibitor', organisationId: e1.organisationId, unavailable: [] }),
    ),
  );
  expect([again.offer, again.offerDetails]).toEqual([text('Shore power'), later]);
  // Without words, what stands beside them is kept all the same.
  const alone = valueOf(
    await fair.as((work) => updateParticipant(work, { editionId: next, participantId: again.id, offer: null }), again.version),
  );
  expect([alone.offer, alone.offerDetails]).toEqual([null, later]);
  const { rows: last } = await db.owner.query<{ text: unknown; details: unknown }>(
    'select text, details from organisations.entry where organisation_id = $1 order by said_at desc, id desc limit 1',
    [e1.organisationId],
  );
  expect(last).toEqual([{ text: null, details: later }]);
});
