// T4 of suggestions: what an office keeps to itself, and what stands between two others, changes no name, reason, price, total or figure that anybody else reads.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { changeSuggesting, setAside } from '#modules/matching/api/choose.ts';
import { openForum, type Forum } from '#modules/meetings/api/forum-fixture.ts';
import { withdrawRequest } from '#modules/meetings/api/requests/change-requests.ts';
import { listSuggestions } from '#modules/meetings/api/suggestions/list-suggestions.ts';
import { getBalance, listStanding } from '#modules/meetings/api/suggestions/show-balance.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';

let db: TestDatabase;
let f: Forum;

type Code = keyof Forum['ids'];
const exhibitors = ['E01', 'E02'] as const;
const buyers = ['B01', 'B02'] as const;
const codes: readonly Code[] = [...exhibitors, ...buyers];
const officeOf = (code: Code): TestOffice => ({ E01: f.company, E02: f.chamber, B01: f.buyerOne, B02: f.buyerTwo })[code];
const human = (text: string) => ({ text, origin: 'human' as const });

beforeAll(async () => {
  db = await openTestDatabase();
  f = await openForum(db);
  const say = (code: Code, facts: object) =>
    f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids[code], ...facts })).then(valueOf);
  await say('E01', { offer: { en: human('Shore power for ferries') }, need: { en: human('Battery cells') } });
  await say('E02', { offer: { en: human('Batteries that store power at the quay') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电与储能电池') } });
  await say('B02', { need: { 'zh-Hans': human('渡轮岸电') }, offer: { en: human('Battery cells') } });
  valueOf(await f.as(f.organiser, (w) => changeSuggesting(w, { editionId: f.editionId, isOn: true, share: 50 }), 1));
});
afterAll(() => db.close());

const transactOf =
  (who: TestOffice) =>
  <T>(use: (work: Work) => Promise<Result<T>>) =>
    f.as(who, use);

/** All that these read, byte by byte, and what the organiser reads of everybody's lists. */
async function readBy(readers: readonly Code[]): Promise<readonly string[]> {
  const lists = readers.map(async (code) =>
    JSON.stringify(valueOf(await listSuggestions(transactOf(officeOf(code)), { editionId: f.editionId, participantId: f.ids[code] }))),
  );
  // But for the moment at which it was worked out.
  const balance = { ...valueOf(await getBalance(transactOf(f.organiser), { editionId: f.editionId })), workedOut: null };
  const standing = await listStanding(transactOf(f.organiser), { editionId: f.editionId, share: 50 });
  return [...(await Promise.all(lists)), JSON.stringify(balance), JSON.stringify(valueOf(standing))];
}

const withoutDays = (read: readonly string[]): readonly string[] =>
  read.map((text) => text.replaceAll(/"withdrawnAt":(null|"[^"]*")/g, ''));

const words = fc.constantFrom('Shore power for ferries', '码头岸电', 'Battery cells', 'cold chain', '渡轮');

test('a private need or offer of an organisation changes nothing for anybody', async () => {
  const before = await readBy(codes);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...codes), fc.constantFrom('need', 'offer'), words, async (code, kind, said) => {
      // Twenty of them, so that terms would be more common if they counted.
      const { rowCount } = await db.owner.query(
        `insert into organisations.entry (organisation_id, id, owner_office, kind, text, said_at)
         select p.organisation_id, gen_random_uuid(), p.owner_office, $2, jsonb_build_object('en', jsonb_build_object('text', $3 || ' ' || n, 'origin', 'human')), now()
         from expos.participant p cross join generate_series(1, 20) n where p.id = $1`,
        [f.ids[code], kind, said],
      );
      expect(rowCount).toBe(20);
      expect(await readBy(codes)).toEqual(before);
      await db.owner.query(`delete from organisations.entry where text #>> '{en,text}' ~ ' [0-9]+$'`);
    }),
    { seed: 4, numRuns: 8 },
  );
});

const runs = process.env['HANSA_ROUNDS'] === undefined ? 4 : 16;

test('a pending request, a "no" or something set aside between two changes nothing for the others, and no figure', async () => {
  const between = fc
    .constantFrom(...exhibitors)
    .chain((exhibitor) =>
      fc.constantFrom(...buyers).chain((buyer) => fc.constantFrom([exhibitor, buyer] as const, [buyer, exhibitor] as const)),
    );
  const first = await readBy(codes);
  let noticed = 0;
  await fc.assert(
    fc.asyncProperty(between, fc.constantFrom('must', 'want', 'no', 'aside'), async ([from, to], what) => {
      // The one who is asked leaves the list of the one who asks, and back; what is set aside is known to that side alone.
      const concerned: readonly Code[] = what === 'aside' ? [from] : [from, to];
      const others = codes.filter((code) => !concerned.includes(code));
      const [before, ofOwn] = [await readBy(others), await readBy([from])];
      const ids = { editionId: f.editionId, participantId: f.ids[from], otherId: f.ids[to] };
      const asked = what === 'aside' ? null : await f.ask(f.ids[from], f.ids[to], what, officeOf(from));
      if (asked === null) valueOf(await f.as(officeOf(from), (w) => setAside(w, { ...ids, isAside: true })));
      expect(await readBy(others)).toEqual(before);
      if (JSON.stringify(await readBy([from])) !== JSON.stringify(ofOwn)) noticed += 1;
      if (asked === null) valueOf(await f.as(officeOf(from), (w) => setAside(w, { ...ids, isAside: false })));
      else valueOf(await f.as(officeOf(from), (w) => withdrawRequest(w, { editionId: f.editionId, requestId: asked }), 1));
      // Whoever asked and took it back reads when that was; else all is as it was.
      expect(withoutDays(await readBy(codes))).toEqual(withoutDays(first));
    }),
    { seed: 4, numRuns: runs },
  );
  // Those whom it concerns do notice.
  expect(noticed).toBeGreaterThan(runs / 2);
});
