import type { Id, OfficeId } from '#kernel/ids.ts';
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';
import { addEntry, reverseEntry, stateRate } from './add-entry.ts';
import { updateOutcome, withdrawOutcome } from './change-outcome.ts';
import { confirmStage } from './confirm-stage.ts';
import { enterOutcomeStatements } from './enter-outcome-statements.ts';
import { listContradicted } from './list-contradicted.ts';
import { listOutcomes } from './list-outcomes.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie, text } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { previewOutcomeAudience, setOutcomeAudience } from './share-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const record = async (facts: Partial<Asked<'recordOutcome'>> = {}) =>
  valueOf(await db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, facts))));
const tryRecord = (facts: Partial<Asked<'recordOutcome'>>) =>
  db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, facts)));
const read = (account: Parameters<TestDatabase['as']>[0], outcomeId: Id<'Outcome'>) =>
  db.as(account, (work) => getOutcome(work, { outcomeId }));
const share = async (outcomeId: Id<'Outcome'>, visibility: 'private' | 'shared' | 'public', sharedWith: OfficeId[] = []) =>
  valueOf(await db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility, sharedWith })));
const codes = (result: Awaited<ReturnType<typeof tryRecord>>) =>
  result.ok ? [] : (result.refusal.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);
const saying = (outcomeId: Id<'Outcome'>, facts: Partial<Asked<'confirmStage'>>): Asked<'confirmStage'> => ({
  ...{ outcomeId, office: tie.shanghai.office, stage: 'potential', verdict: 'confirms', through: 1 },
  ...{ amount: null, currency: null, count: null, source: null, note: null, heldStage: null, heldParty: null, visibility: 'shared' },
  ...{ qualifier: 'exact', countQualifier: 'exact' },
  ...facts,
});
const say = (facts: Asked<'confirmStage'>, by = tie.shanghai.owner) => db.as(by, (work) => confirmStage(work, facts));

test('what was said is recorded light: stage, figures, our records of today as its source', async () => {
  const made = await record();
  expect(made).toMatchObject({
    visibility: 'private',
    reached: { stage: 'potential', ended: null },
    attributions: [{ relation: 'related_to', title: { en: { text: 'Liverpool – Shanghai' }, 'zh-Hans': { text: '利物浦 – 上海' } } }],
    figures: [{ stage: 'potential', amount: { value: '139000000', currency: 'GBP' }, count: '45', assurance: 'reported', through: 1 }],
    entries: [{ number: 1, source: { class: 'own_records' }, reverses: null, reversedBy: null }],
    mayEdit: true,
  });
});

test('refuses no title, an amount without currency, shares above the whole and a city that is none, all at once', async () => {
  const party = { organisationId: null, cityId: null, name: 'Cypress Water', role: 'investor' as const };
  const result = await tryRecord({
    title: {},
    toCity: tie.tieId,
    parties: [
      { ...party, share: '60' },
      { ...party, share: '41' },
    ],
    entry: entry({
      amount: '5',
      count: '1.5',
      source: { class: 'press_or_study', title: '', publisher: null, address: null, date: null, passage: null, documentId: null },
    }),
  });
  expect(codes(result)).toEqual([
    'title kernel.required',
    'toCity outcomes.city_unknown',
    'parties outcomes.shares_above_whole',
    'entry.currency outcomes.amount_without_currency',
    'entry.count outcomes.bad_count',
    'entry.source.title evidence.source_title_missing',
  ]);
});

test('an outcome is a secret of its office until it is shared, and then tells the other side', async () => {
  const made = await record({ title: text('Hidden canary') });
  for (const account of [tie.shanghai.owner, tie.stranger.owner, null]) {
    expect(await read(account, made.id)).toMatchObject({ ok: false, refusal: { code: 'outcomes.not_found' } });
    const listed = valueOf(await db.as(account, (work) => listOutcomes(work, { limit: 50, subjectKind: 'tie', subjectId: tie.tieId })));
    expect(JSON.stringify(listed)).not.toContain('Hidden canary');
  }
  const own = async (audience: { audience?: 'public' }) =>
    JSON.stringify(valueOf(await db.as(tie.liverpool.owner, (work) => listOutcomes(work, { limit: 50, ...audience }))));
  expect([await own({}), await own({ audience: 'public' })].map((listed) => listed.includes('Hidden canary'))).toEqual([true, false]);
  await share(made.id, 'shared', [tie.shanghai.office]);
  const theirs = valueOf(await read(tie.shanghai.owner, made.id));
  expect(theirs).toMatchObject({
    mayEdit: false,
    sharedWith: [],
    voices: [tie.shanghai.office],
    entries: [{ source: { class: 'own_records' } }],
  });
  expect(await read(tie.stranger.owner, made.id)).toMatchObject({ ok: false });
});

test('the ledger corrects by reversing: nothing that was posted changes, and no reversal is reversed', async () => {
  const made = await record();
  const [first] = made.entries;
  const reverse = (entryId: string) =>
    db.as(tie.liverpool.owner, (work) => reverseEntry(work, { outcomeId: made.id, entryId, note: 'wrong count' }));
  const reversed = valueOf(await reverse(first?.id ?? ''));
  expect(reversed.figures).toEqual([]);
  expect(reversed.reached).toEqual({ stage: null, ended: null });
  expect(reversed.entries).toMatchObject([
    { number: 1, count: '45', reversedBy: reversed.entries[1]?.id },
    { number: 2, count: '-45', amount: { value: '-139000000' }, reverses: first?.id, note: 'wrong count' },
  ]);
  expect(await reverse(reversed.entries[1]?.id ?? '')).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['reverses'], code: 'outcomes.reversal_of_reversal' }] },
  });
  expect(await reverse(first?.id ?? '')).toMatchObject({ ok: false, refusal: { problems: [{ code: 'outcomes.already_reversed' }] } });
});

test('the app role can neither change nor delete what was posted or said', async () => {
  const made = await record();
  const client = await db.database.appPool.connect();
  try {
    await client.query('begin');
    await client.query('select platform.begin_actor($1)', [tie.liverpool.owner]);
    for (const statement of [
      'update outcomes.entry set amount = 1 where outcome_id = $1',
      'delete from outcomes.entry where outcome_id = $1',
      'update outcomes.confirmation set verdict = $2 where outcome_id = $1',
      'delete from outcomes.rate where outcome_id = $1',
    ]) {
      await client.query('savepoint s');
      await expect(client.query(statement, statement.includes('$2') ? [made.id, 'confirms'] : [made.id])).rejects.toThrow(
        /permission denied/,
      );
      await client.query('rollback to s');
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a figure keeps whether it is nearly or at least as much', async () => {
  const made = await record();
  for (const [stage, qualifier] of [
    ['signed', 'nearly'],
    ['realised', 'at_least'],
  ] as const)
    valueOf(
      await db.as(tie.liverpool.owner, (work) =>
        addEntry(work, { outcomeId: made.id, ...entry({ stage, count: '3', countQualifier: qualifier }) }),
      ),
    );
  const { figures } = valueOf(await read(tie.liverpool.owner, made.id));
  expect(figures.map(({ countQualifier }) => countQualifier).slice(1)).toEqual(['nearly', 'at_least']);
});

test('entries of one outcome posted at the same time get numbers of their own', async () => {
  const made = await record();
  const add = (count: string) =>
    db.as(tie.liverpool.owner, (work) => addEntry(work, { outcomeId: made.id, ...entry({ stage: 'signed', count }) }));
  for (const result of await Promise.all(['1', '2', '3'].map(add))) expect(result.ok).toBe(true);
  const after = valueOf(await read(tie.liverpool.owner, made.id));
  expect(after.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(after.figures.map(({ stage, count, amount }) => [stage, count, amount?.value ?? null])).toEqual([
    ['potential', '45', '139000000'],
    ['signed', '6', null],
  ]);
  expect(after.reached.stage).toBe('signed');
});

test('the other side confirms the figures it saw; a later entry takes the confirmation back', async () => {
  const made = await record();
  await share(made.id, 'shared', [tie.shanghai.office]);
  const confirmed = valueOf(await say(saying(made.id, {})));
  expect(confirmed.figures).toMatchObject([{ assurance: 'confirmed', confirmedBy: [{ id: tie.shanghai.office }] }]);
  valueOf(await db.as(tie.liverpool.owner, (work) => addEntry(work, { outcomeId: made.id, ...entry({ count: '1' }) })));
  expect(await say(saying(made.id, {}))).toMatchObject({ ok: false, refusal: { kind: 'conflict', code: 'outcomes.figures_changed' } });
  const later = valueOf(await read(tie.shanghai.owner, made.id));
  expect(later.figures).toMatchObject([{ assurance: 'reported', count: '46', through: 2 }]);
  expect(later.confirmations).toMatchObject([{ outdated: true }]);
});

test('the other side may hold other figures, which stand beside the reported ones', async () => {
  const made = await record();
  await share(made.id, 'shared', [tie.shanghai.office]);
  const differing = valueOf(await say(saying(made.id, { verdict: 'differs', count: '40', note: 'two were counted twice' })));
  expect(differing.figures).toMatchObject([
    { assurance: 'differ', count: '45', differing: [{ count: '40', note: 'two were counted twice' }] },
  ]);
  expect(codes(await say(saying(made.id, { verdict: 'differs' })))).toEqual(['note outcomes.difference_missing']);
  expect(codes(await say(saying(made.id, { amount: '5' })))).toEqual(['amount outcomes.figures_only_when_differing']);
});

test('a contradiction waits on the desk of the office that reported, and there alone, until it says something or the ledger moves', async () => {
  const waiting = async (office = tie.liverpool) =>
    valueOf(await db.as(office.owner, (work) => listContradicted(work, { officeId: office.office }))).entries.filter(
      ({ outcome }) => outcome.title['en']?.text === 'Contradicted',
    );
  const made = await record({ title: text('Contradicted') });
  await share(made.id, 'shared', [tie.shanghai.office]);
  valueOf(await say(saying(made.id, {})));
  expect(await waiting()).toEqual([]);
  valueOf(await say(saying(made.id, { verdict: 'differs', count: '40', note: 'five fell through' })));
  expect(await waiting()).toMatchObject([
    { outcome: { id: made.id }, office: { id: tie.shanghai.office }, stage: 'potential', count: '40', note: 'five fell through' },
  ]);
  expect(await waiting(tie.shanghai)).toEqual([]);
  expect(await db.as(tie.shanghai.owner, (work) => listContradicted(work, { officeId: tie.liverpool.office }))).toMatchObject({
    refusal: { kind: 'forbidden' },
  });
  const held = saying(made.id, { office: tie.liverpool.office, verdict: 'differs', count: '44' });
  valueOf(await say(held, tie.liverpool.owner));
  expect(await waiting()).toEqual([]);
  valueOf(await say(saying(made.id, { verdict: 'differs', count: '41' })));
  expect(await waiting()).toMatchObject([{ count: '41' }]);
  valueOf(await db.as(tie.liverpool.owner, (work) => addEntry(work, { outcomeId: made.id, ...entry({ count: '1' }) })));
  expect(await waiting()).toEqual([]);
});

test('only a side answers, not the reporting office itself, and nobody verifies their own entry', async () => {
  const made = await record();
  await share(made.id, 'shared', [tie.shanghai.office, tie.stranger.office]);
  const stranger = saying(made.id, { office: tie.stranger.office });
  expect(await say(stranger, tie.stranger.owner)).toMatchObject({ ok: false, refusal: { kind: 'forbidden', code: 'outcomes.not_a_side' } });
  const own = saying(made.id, { office: tie.liverpool.office });
  expect(codes(await say(own, tie.liverpool.owner))).toEqual(['verdict outcomes.own_report']);
  expect(codes(await say({ ...own, verdict: 'verifies' }, tie.liverpool.owner))).toEqual([
    'verdict outcomes.own_entry',
    'verdict outcomes.nothing_to_verify',
  ]);
});

test('a signed paper documents a figure, and a second reviewer verifies it', async () => {
  const source = {
    class: 'signed_paper' as const,
    title: 'Contract',
    publisher: null,
    address: null,
    date: null,
    passage: null,
    documentId: null,
  };
  const made = await record({ extent: 'single', entry: entry({ stage: 'signed', amount: '20', currency: 'GBP', source }) });
  expect(made.figures).toMatchObject([{ assurance: 'documented' }]);
  const reviewer = await db.addMember(tie.liverpool.office, 'editor');
  const verified = valueOf(await say(saying(made.id, { office: tie.liverpool.office, stage: 'signed', verdict: 'verifies' }), reviewer));
  expect(verified.figures).toMatchObject([{ assurance: 'verified' }]);
});

test('a rate stated anew shows another conversion and leaves every row as it was', async () => {
  const made = await record();
  const state = (rate: string) =>
    db.as(tie.liverpool.owner, (work) => stateRate(work, { outcomeId: made.id, from: 'GBP', to: 'USD', rate, day: '2019-04-15' }));
  expect(valueOf(await state('1.3')).figures).toMatchObject([
    { converted: [{ amount: { value: '180700000', currency: 'USD' }, rate: '1.3' }] },
  ]);
  const again = valueOf(await state('1.31'));
  expect(again.figures).toMatchObject([{ amount: { value: '139000000' }, converted: [{ amount: { value: '182090000' } }] }]);
  expect(again.rates.map(({ rate, inForce }) => [rate, inForce])).toEqual([
    ['1.3', false],
    ['1.31', true],
  ]);
  expect(again.entries).toEqual(made.entries);
  const bad = await db.as(tie.liverpool.owner, (work) =>
    stateRate(work, { outcomeId: made.id, from: 'GBP', to: 'GBP', rate: '0', day: '2019-04-15' }),
  );
  expect(bad).toMatchObject({ ok: false, refusal: { problems: [{ code: 'outcomes.rate_to_itself' }, { code: 'outcomes.bad_rate' }] } });
});

test('the preview is what everybody will read, and what others confirmed in private is not in it', async () => {
  const made = await record({ title: text('Previewed') });
  await share(made.id, 'shared', [tie.shanghai.office]);
  valueOf(await say(saying(made.id, {})));
  const preview = valueOf(await db.as(tie.liverpool.owner, (work) => previewOutcomeAudience(work, { outcomeId: made.id })));
  expect(preview.outcome.figures).toMatchObject([{ assurance: 'reported', confirmedBy: [] }]);
  await share(made.id, 'public');
  const everybody = valueOf(await read(null, made.id));
  const { mayEdit: _may, sharedWith: _with, ...seen } = everybody;
  expect(preview.outcome).toMatchObject({
    ...seen,
    version: preview.outcome.version,
    visibility: 'shared',
    updatedAt: preview.outcome.updatedAt,
  });
  expect(everybody.attributions).toEqual([]);
  expect(everybody.entries).toMatchObject([{ source: { class: 'own_records' } }]);
  valueOf(await say(saying(made.id, { visibility: 'public' })));
  expect(valueOf(await read(null, made.id)).figures).toMatchObject([{ assurance: 'confirmed' }]);
  expect(codes(await say(saying(made.id, { verdict: 'differs' })))).toEqual([
    'note outcomes.difference_missing',
    'visibility outcomes.word_was_public',
  ]);
});

test('sources that differ stand beside each other as statements', async () => {
  const made = await record({ kind: 'project', extent: 'single', title: text('A port'), entry: null });
  await share(made.id, 'shared', [tie.shanghai.office, tie.stranger.office]);
  const enter = (by: 'liverpool' | 'shanghai' | 'stranger', amount: string, attribute = 'amount') =>
    db.as(tie[by].owner, (work) =>
      enterOutcomeStatements(work, {
        outcomeId: made.id,
        office: tie[by].office,
        entries: [
          {
            ...{ attribute, value: { type: 'money', amount, currency: 'GBP', qualifier: 'exact' } },
            ...{ kind: 'fact', saidBy: null, visibility: 'private', sharedWith: [], supersedes: null },
          },
        ],
      }),
    );
  valueOf(await enter('liverpool', '600000000'));
  const theirs = valueOf(await enter('shanghai', '300000000'));
  expect(theirs.statements).toMatchObject([{ value: { amount: '300000000' }, office: { id: tie.shanghai.office } }]);
  // Whoever merely reads it has no word on its page.
  expect(await enter('stranger', '999000000')).toMatchObject({ ok: false, refusal: { kind: 'forbidden', code: 'outcomes.not_a_side' } });
  expect(await enter('liverpool', '1', 'owner')).toMatchObject({ ok: false, refusal: { problems: [{ code: 'outcomes.value_misfits' }] } });
  expect(await enter('liverpool', '1', 'colour')).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'outcomes.attribute_unknown' }] },
  });
});

test('a part belongs to a whole that is none itself', async () => {
  const whole = await record();
  const part = await record({
    extent: 'single',
    title: text('One of them'),
    partOf: whole.id,
    entry: entry({ amount: '3', currency: 'GBP' }),
  });
  expect(part.partOf).toBe(whole.id);
  expect(codes(await tryRecord({ partOf: part.id }))).toEqual(['partOf outcomes.part_of_part']);
});

test('a correction changes the fields given, refuses the version before, and a withdrawn outcome is out of sight', async () => {
  const made = await record();
  const change = (facts: Partial<Asked<'updateOutcome'>>, version: number) =>
    db.as(tie.liverpool.owner, (work) => updateOutcome(work, { outcomeId: made.id, ...facts }), version);
  const changed = valueOf(await change({ attributions: [], domain: null }, 1));
  expect(changed).toMatchObject({ version: 2, attributions: [], domain: null, title: made.title, entries: made.entries });
  expect(await change({ domain: 'sport' }, 1)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  await share(made.id, 'public');
  const withdrawing = { outcomeId: made.id, reason: 'Told twice', confirmed: ['kernel.read_by_others' as const] };
  valueOf(await db.as(tie.liverpool.owner, (work) => withdrawOutcome(work, withdrawing), 3));
  // Its own office reads what became of it, and nobody else that it ever was.
  const told = { kind: 'not_found', code: 'outcomes.was_withdrawn_because', params: { reason: 'Told twice' } };
  expect(await read(tie.liverpool.owner, made.id)).toMatchObject({ refusal: told });
  expect(await read(null, made.id)).toMatchObject({ ok: false, refusal: { code: 'outcomes.not_found' } });
  const { rows } = await db.owner.query('select count(*)::int as n from outcomes.entry where outcome_id = $1', [made.id]);
  expect(rows).toEqual([{ n: 1 }]);
});

test('every change leaves one audit entry that holds nothing of what was said', async () => {
  const made = await record({ title: text('Audited canary') });
  await share(made.id, 'shared', [tie.shanghai.office]);
  valueOf(await db.as(tie.liverpool.owner, (work) => addEntry(work, { outcomeId: made.id, ...entry({ count: '7' }) })));
  valueOf(await say(saying(made.id, { through: 2, note: 'canary' })));
  const { rows } = await db.owner.query<{ use_case: string }>(
    'select use_case, fields from accounts.audit_entry where $1 = any (subjects) order by id',
    [made.id],
  );
  expect(rows.map(({ use_case }) => use_case)).toEqual([
    'record-outcome',
    'set-outcome-audience',
    'add-outcome-entry',
    'confirm-outcome-stage',
  ]);
  expect(JSON.stringify(rows)).not.toContain('canary');
});

test('a figure below zero with nothing to correct is told as that', async () => {
  expect(codes(await tryRecord({ entry: entry({ amount: '-5', currency: 'GBP', count: '-1' }) }))).toEqual([
    'entry.amount outcomes.negative',
    'entry.count outcomes.negative',
  ]);
});

test('"a paper shows it" needs a paper, or a source other than our own records', async () => {
  const made = await record();
  await share(made.id, 'shared', [tie.shanghai.office]);
  const source = { class: 'own_records' as const, title: '', publisher: null, address: null, date: null, passage: null, documentId: null };
  const shows = (cited: Asked<'confirmStage'>['source']) => say(saying(made.id, { verdict: 'documents', source: cited }));
  for (const cited of [null, source])
    expect(await shows(cited)).toMatchObject({
      ok: false,
      refusal: { problems: [{ path: ['source', 'origin'], code: 'outcomes.paper_missing' }] },
    });
  const known = made.entries[0]?.source?.id;
  expect(await shows({ ...source, ...(known === undefined ? {} : { sourceId: known }) })).toMatchObject({ ok: false });
  expect(await shows({ ...source, class: 'press_or_study', title: 'Harbour News' })).toMatchObject({ ok: true });
});

test('what the keeping office says of its own figure is read by those to whom it shows the outcome', async () => {
  const made = await record();
  await share(made.id, 'shared', [tie.shanghai.office]);
  const said = saying(made.id, { verdict: 'maintains', note: 'As reported.' });
  const { liverpool, shanghai, stranger } = tie;
  valueOf(await say(saying(made.id, { verdict: 'differs', count: '40' })));
  valueOf(await db.as(liverpool.owner, (work) => confirmStage(work, { ...said, office: liverpool.office })));
  const readBy = async (account: Parameters<typeof read>[0]) =>
    valueOf(await read(account, made.id)).confirmations.map(({ verdict }) => verdict);
  expect(await readBy(shanghai.owner)).toContain('maintains');
  expect(await read(stranger.owner, made.id)).toMatchObject({ ok: false });
});
