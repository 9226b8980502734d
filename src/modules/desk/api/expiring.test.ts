import { expect, test } from 'vitest';
import { markEvidence } from '#modules/outcomes/api/evidence/keep-evidence.ts';
import { deals, entry, openTie } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { summaryOf } from '../print/deadline-words.ts';
import { deskDeadlines } from './desk-deadlines.ts';
import { openDesk } from './open-desk.ts';

const db = await ownTestDatabase();
const tie = await openTie(db);

const paper = { class: 'signed_paper' as const, title: 'Contract', publisher: null, address: null, date: null, documentId: null };

test('a paper that expires stands in the month of its office, in its calendar and its letter, and on no other desk', async () => {
  const signed = entry({ stage: 'signed', amount: '20', currency: 'GBP' });
  const { office, owner } = tie.liverpool;
  const made = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office, { extent: 'single', entry: signed }))));
  const proof = { outcomeId: made.id, stage: 'signed' as const, item: 'signed_contract', source: paper, validUntil: '2027-02-28' };
  valueOf(await db.as(owner, (work) => markEvidence(work, proof)));
  const desk = async ({ office: officeId, owner: by }: TestOffice, today: string) =>
    valueOf(await db.as(by, (work) => openDesk(work, { officeId, today }))).papers;
  expect(await desk(tie.liverpool, '2026-12-01')).toMatchObject([
    { outcomeId: made.id, item: 'signed_contract', itemTitle: null, on: { text: '2027-02-28' }, late: false },
  ]);
  expect(await desk(tie.liverpool, '2027-03-01')).toMatchObject([{ late: true }]);
  expect(await desk(tie.liverpool, '2028-03-02')).toEqual([]);
  expect(await desk(tie.shanghai, '2026-12-01')).toEqual([]);
  const told = async ({ office: officeId, owner: by }: TestOffice) =>
    valueOf(await db.as(by, (work) => deskDeadlines({ ...work, now: new Date('2026-12-01T09:00:00Z') }, officeId))).deadlines.filter(
      ({ kind }) => kind === 'paper',
    );
  const [one] = await told(tie.liverpool);
  expect(one).toMatchObject({ path: `/outcomes/${made.id}`, on: { text: '2027-02-28' } });
  if (one === undefined) throw new Error('nothing is told');
  expect([summaryOf('en', one), summaryOf('zh-Hans', one)]).toEqual([
    expect.stringContaining('a paper expires'),
    expect.stringContaining('一份凭证到期'),
  ]);
  expect(await told(tie.shanghai)).toEqual([]);
});
