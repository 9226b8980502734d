// Whoever chooses sees who somebody is: trade, country, offer, need, stand; and finds them by it.
import { expect, test } from 'vitest';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { createParticipant, updateParticipant } from '#modules/expos/api/change-participants.ts';
import { listDirectory } from '#modules/expos/api/list-directory.ts';
import { previewPublication, publishEdition } from '#modules/expos/api/edition/publish-edition.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { openForum } from '../forum-fixture.ts';
import { listCounterparts } from './list-requests.ts';

const db = await shareTestDatabase();

const human = (text: string) => ({ text, origin: 'human' as const });

test('offer and need are seen and searched by those who take part, and by nobody else', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  const { entries } = valueOf(await f.as(f.organiser, (w) => listDirectory(w, { editionId, limit: 50 })));
  expect(entries.map(({ offer, need }) => [offer, need])).toEqual(entries.map(() => [null, null]));
  const offer = { en: human('Heat pumps for harbours'), 'zh-Hans': human('港口热泵') };
  const change = { editionId, participantId: ids.E01, offer, need: { en: human('Partners in Ningbo') }, country: 'DE' };
  const { organisationId } = valueOf(await f.as(f.organiser, (w) => updateParticipant(w, change)));
  const find = async (more: object) =>
    valueOf(await f.as(f.buyerOne, (w) => listCounterparts(w, { editionId, participantId: ids.B01, limit: 50, ...more }))).entries.map(
      ({ participant, offer: said, need }) => [participant.code, said?.['zh-Hans']?.text, need?.['en']?.text],
    );
  expect(await find({ q: '热泵' })).toEqual([['E01', '港口热泵', 'Partners in Ningbo']]);
  expect(await find({ q: 'HEAT PUMP' })).toHaveLength(1);
  expect(await find({ country: 'DE' })).toHaveLength(1);
  expect(await find({ country: 'FR' })).toEqual([]);
  // Offered to choose from are those that occur on the other side, whatever is chosen.
  const chosen = { editionId, participantId: ids.B01, limit: 50, country: 'FR' };
  const { countries } = valueOf(await f.as(f.buyerOne, (w) => listCounterparts(w, chosen)));
  const others = valueOf(await f.as(f.organiser, (w) => listDirectory(w, { editionId, limit: 50, role: 'exhibitor' }))).entries;
  expect(countries).toContain('DE');
  expect(countries).toEqual([...new Set(others.flatMap(({ country }) => country ?? []))].sort());

  const { digest } = valueOf(await f.as(f.organiser, (w) => previewPublication(w, { editionId })));
  valueOf(await f.as(f.organiser, (w) => publishEdition(w, { editionId, digest })));
  const seen = valueOf(await db.as(null, (w) => listDirectory(w, { editionId, limit: 50 })));
  expect(seen.entries.find(({ code }) => code === 'E01')).toMatchObject({ offer: null, need: null });
  expect(valueOf(await db.as(null, (w) => listDirectory(w, { editionId, limit: 50, q: 'heat' }))).entries).toEqual([]);

  // The organisation keeps what it said: at the next edition it is there again.
  const days = { timeZone: 'Asia/Shanghai', firstDay: '2020-11-06', lastDay: '2020-11-06' };
  const name = { en: human(`Next ${f.organiser.office}`) };
  const next = valueOf(await f.as(f.organiser, (w) => createEdition(w, { office: f.organiser.office, name, venue: name, ...days })));
  const again = await f.as(f.organiser, (w) =>
    createParticipant(w, { editionId: next.id, code: 'X1', role: 'exhibitor', organisationId, unavailable: [] }),
  );
  expect(valueOf(again)).toMatchObject({ offer, need: { en: human('Partners in Ningbo') } });
});
