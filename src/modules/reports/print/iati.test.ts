import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { confirmStage } from '#modules/outcomes/api/confirm-stage.ts';
import { addEntry } from '#modules/outcomes/api/add-entry.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import type { Asked } from '#modules/outcomes/contract.ts';
import { createKeeper } from '#platform/http/kept-answers.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { openDataDoors } from './open-data-doors.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: Node[];
  text: string;
}

let db: TestDatabase;
let tie: TieFixture;
let xml: string;
let root: Node;
const ids: Record<string, Id<'Outcome'>> = {};

function parsed(source: string): Node {
  const top: Node = { name: '', attributes: {}, inside: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => expect.fail(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, inside: [], text: '' };
    open.at(-1)?.inside.push(node);
    open.push(node);
  });
  parser.on('text', (said) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += said;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  return top.inside[0] ?? expect.fail('nothing in the file');
}

const human = (words: string, zh: string) => ({
  en: { text: words, origin: 'human' as const },
  'zh-Hans': { text: zh, origin: 'human' as const },
});

async function publish(name: string, facts: Partial<Asked<'recordOutcome'>>, isPublic = true): Promise<Id<'Outcome'>> {
  const { owner, office } = tie.liverpool;
  const made = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office, { title: text(name), ...facts }))));
  ids[name] = made.id;
  const audience = { outcomeId: made.id, visibility: isPublic ? ('public' as const) : ('private' as const), sharedWith: [] };
  if (isPublic) valueOf(await db.as(owner, (work) => setOutcomeAudience(work, audience)));
  return made.id;
}

const money = (stage: 'potential' | 'signed' | 'realised', amount: string) =>
  entry({ stage, amount, currency: 'GBP', valueDate: { text: '2019-04-11', qualifier: 'exact' } });
const party = (name: string, role: 'buyer' | 'seller') => ({ organisationId: null, cityId: null, name, role, share: null });

const today = new Date().toISOString().slice(0, 10);
const nextYear = Number(today.slice(0, 4)) + 1;

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  const whole = await publish('Whole', { title: human('45 potential deals', '45项潜在交易') });
  await publish('Part', {
    ...{ extent: 'single', partOf: whole, entry: money('signed', '1200000.5') },
    parties: [party('Port & Sons <Ltd> | 港口公司', 'seller'), party('Buyer', 'buyer')],
  });
  const disputed = await publish('Disputed', { extent: 'single', entry: money('signed', '777777') });
  const verdict = { stage: 'signed' as const, verdict: 'differs' as const, through: 1, amount: '666666', currency: 'GBP', count: null };
  const held = {
    qualifier: 'exact' as const,
    countQualifier: 'exact' as const,
    heldStage: null,
    heldParty: null,
    source: null,
    note: null,
  };
  valueOf(
    await db.as(tie.shanghai.owner, (work) =>
      confirmStage(work, { outcomeId: disputed, office: tie.shanghai.office, ...verdict, ...held, visibility: 'public' }),
    ),
  );
  const inPart = await publish('In part', { extent: 'aggregate', entry: { ...money('signed', '3600000'), count: '45' } });
  const part = { ...held, verdict: 'confirms_part' as const, amount: '2000000', currency: 'GBP', count: '20', heldStage: null, note: null };
  valueOf(
    await db.as(tie.shanghai.owner, (work) =>
      confirmStage(work, { ...verdict, ...part, outcomeId: inPart, office: tie.shanghai.office, visibility: 'public' }),
    ),
  );
  const signedWhole = await publish('Signed whole', { entry: { ...money('signed', '5100000'), count: '5' } });
  await publish('Its part', { extent: 'single', partOf: signedWhole, entry: money('signed', '400000') });
  const project = await publish('Project', { kind: 'project', extent: 'single', occurred: null, entry: money('signed', '90') });
  const later = { ...money('realised', '40'), valueDate: null, outcomeId: project, confirmed: ['outcomes.becomes_public' as const] };
  valueOf(await db.as(tie.liverpool.owner, (work) => addEntry(work, later)));
  await publish('Twofold', { domain: 'culture', extent: 'single', entry: money('signed', '7') });
  const undated = { ...money('signed', '8'), valueDate: null };
  await publish('In no domain', {
    ...{ kind: 'service', domain: null, extent: 'single', entry: undated },
    occurred: { text: String(nextYear), qualifier: 'before' },
  });
  const toCome = await publish('Yet to begin', {
    ...{ kind: 'project', extent: 'single', entry: money('potential', '9') },
    occurred: { text: `${nextYear}-06`, qualifier: 'exact' },
  });
  const signed = { ...undated, outcomeId: toCome, confirmed: ['outcomes.becomes_public' as const] };
  valueOf(await db.as(tie.liverpool.owner, (work) => addEntry(work, signed)));
  await publish('Told to nobody', { entry: money('signed', '31337') }, false);
  const doors = openDataDoors(db.database, 'https://ties.example', createKeeper(), 0);
  const door = doors.find(({ path }) => path === '/data/outcomes.iati.xml') ?? expect.fail('no file');
  const answer = await door.open(new Request('http://localhost/data/outcomes.iati.xml'), {}, { language: 'en', account: null });
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  xml = await answer.text();
  root = parsed(xml);
});
afterAll(() => db.close());

const all = ({ inside }: Node, name: string): readonly Node[] => inside.filter((node) => node.name === name);
const ref = (name: string): string => `ties.example-${tie.liverpool.office}-${ids[name]}`;
const activityOf = (name: string): Node =>
  root.inside.find((node) => all(node, 'iati-identifier')[0]?.text === ref(name)) ?? expect.fail(name);
const amounts = (name: string) =>
  all(activityOf(name), 'transaction').map((node) => [
    all(node, 'transaction-type')[0]?.attributes['code'],
    all(node, 'value')[0]?.text,
    all(node, 'value')[0]?.attributes['value-date'],
  ]);
const words = (node: Node): string => node.text + node.inside.map(words).join(' ');

/**
 * The order of IATI 2.03 and how often each may stand: least, most. The rest of the standard is not written here. The schema lets a sector be
 * left out and be repeated; the standard's rules want one, and of several the percentage of each.
 */
const MANY = Infinity;
const rules: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly holds: readonly (readonly [string, number, number])[] }>
> = {
  'iati-activities': { needs: ['version'], holds: [['iati-activity', 1, MANY]] },
  'iati-activity': {
    needs: [],
    holds: [
      ...([
        ['iati-identifier', 1, 1],
        ['reporting-org', 1, 1],
        ['title', 1, 1],
        ['description', 1, MANY],
      ] as const),
      ...([
        ['participating-org', 1, MANY],
        ['activity-status', 1, 1],
        ['activity-date', 1, MANY],
      ] as const),
      ...([
        ['recipient-country', 0, MANY],
        ['location', 0, MANY],
        ['sector', 1, 1],
        ['tag', 0, MANY],
        ['transaction', 0, MANY],
      ] as const),
      ...([
        ['document-link', 0, MANY],
        ['related-activity', 0, MANY],
        ['hansa:figure', 0, MANY],
      ] as const),
    ],
  },
  'reporting-org': { needs: ['ref', 'type'], holds: [['narrative', 1, MANY]] },
  title: { needs: [], holds: [['narrative', 1, MANY]] },
  name: { needs: [], holds: [['narrative', 1, MANY]] },
  description: { needs: [], holds: [['narrative', 1, MANY]] },
  'participating-org': { needs: ['role'], holds: [['narrative', 0, MANY]] },
  'activity-status': { needs: ['code'], holds: [] },
  'activity-date': { needs: ['type', 'iso-date'], holds: [['narrative', 0, MANY]] },
  'recipient-country': { needs: ['code'], holds: [] },
  location: {
    needs: [],
    holds: [
      ['name', 0, 1],
      ['point', 0, 1],
    ],
  },
  point: { needs: ['srsName'], holds: [['pos', 1, 1]] },
  sector: { needs: ['vocabulary', 'code'], holds: [['narrative', 0, MANY]] },
  tag: { needs: ['vocabulary', 'code'], holds: [['narrative', 1, MANY]] },
  transaction: {
    needs: [],
    holds: [
      ...([
        ['transaction-type', 1, 1],
        ['transaction-date', 1, 1],
        ['value', 1, 1],
        ['description', 0, 1],
      ] as const),
      ...([
        ['provider-org', 0, 1],
        ['receiver-org', 0, 1],
      ] as const),
    ],
  },
  'transaction-type': { needs: ['code'], holds: [] },
  'transaction-date': { needs: ['iso-date'], holds: [] },
  value: { needs: ['currency', 'value-date'], holds: [] },
  'provider-org': { needs: [], holds: [['narrative', 0, MANY]] },
  'receiver-org': { needs: [], holds: [['narrative', 0, MANY]] },
  'document-link': {
    needs: ['url', 'format'],
    holds: [
      ['title', 1, 1],
      ['category', 1, MANY],
    ],
  },
  category: { needs: ['code'], holds: [] },
  'related-activity': { needs: ['ref', 'type'], holds: [] },
  narrative: { needs: ['xml:lang'], holds: [] },
  'iati-identifier': { needs: [], holds: [] },
  pos: { needs: [], holds: [] },
  'hansa:figure': { needs: ['stage', 'assurance'], holds: [] },
};

function faults(node: Node): readonly string[] {
  const rule = rules[node.name];
  if (rule === undefined) return [`${node.name} is no element that is known`];
  const places = node.inside.map(({ name }) => rule.holds.findIndex(([held]) => held === name));
  const dates = ['iso-date', 'value-date'].flatMap((key) => node.attributes[key] ?? []);
  return [
    ...rule.needs.filter((key) => node.attributes[key] === undefined).map((key) => `${node.name} lacks ${key}`),
    ...(places.every((place, at) => place >= (places[at - 1] ?? 0)) ? [] : [`${node.name}: ${node.inside.map(({ name }) => name).join()}`]),
    ...rule.holds.flatMap(([name, least, most]) => {
      const found = all(node, name).length;
      return found < least || found > most ? [`${node.name} has ${found} of ${name}`] : [];
    }),
    ...dates.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day)),
    ...node.inside.flatMap(faults),
  ];
}

test('every activity has what IATI 2.03 demands, in its order and no oftener than it allows', () => {
  expect(root.attributes['version']).toBe('2.03');
  expect(faults(root)).toEqual([]);
  expect(root.inside).toHaveLength(10);
});

const schemas = process.env['HANSA_IATI_SCHEMAS'];
test.skipIf(schemas === undefined)(
  'the file is valid by the schema in the folder HANSA_IATI_SCHEMAS (skipped where that is not set)',
  () => {
    const file = join(mkdtempSync(join(tmpdir(), 'iati-')), 'outcomes.iati.xml');
    writeFileSync(file, xml);
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(schemas ?? '', 'iati-activities-schema.xsd'), file]);
    expect([run.status, run.stderr.toString()]).toEqual([0, expect.stringContaining('validates')]);
  },
);

test('what is potential is no transaction; what is signed is a commitment, realised an outlay, to the penny and with its day', () => {
  expect(amounts('Whole')).toEqual([]);
  expect(words(activityOf('Whole'))).toContain('potential: 45; GBP 139000000 (reported by one side).');
  expect(words(activityOf('Whole'))).toContain('潜在或意向数字不是交易');
  expect(amounts('Part')).toEqual([['2', '1200000.5', '2019-04-11']]);
  const [signed, realised] = amounts('Project');
  expect(signed).toEqual(['2', '90', '2019-04-11']);
  expect(realised?.slice(0, 2)).toEqual(['3', '40']);
  // Nobody said when: the day of recording, and the words say so.
  expect(words(activityOf('Project'))).toContain('The date is not known; the day is the one on which it was recorded.');
  expect(Date.parse(realised?.[2] ?? '')).not.toBeNaN();
});

test('what is disputed or private stands in no transaction and with no figure', () => {
  expect(amounts('Disputed')).toEqual([]);
  expect(words(activityOf('Disputed'))).toContain('signed: the sides differ');
  for (const figure of ['777777', '666666', '31337', 'Told to nobody']) expect(xml).not.toContain(figure);
});

test('a part names its whole and is not paid twice beside it', () => {
  const related = (name: string) =>
    all(activityOf(name), 'related-activity').map(({ attributes }) => [attributes['type'], attributes['ref']]);
  expect(related('Part')).toEqual([['1', ref('Whole')]]);
  expect(related('Whole')).toEqual([['2', ref('Part')]]);
  expect(amounts('Signed whole')).toHaveLength(1);
  expect(amounts('Its part')).toEqual([]);
  expect(words(activityOf('Its part'))).toContain('is part of the amount given for the whole');
});

test('the money of an outcome lies in one sector; what else it belongs to is a tag, and where nothing is said, that is said', () => {
  const told = (name: string, tag: string) => all(activityOf(name), tag).map(({ attributes }) => attributes);
  expect(told('Twofold', 'sector')).toEqual([{ vocabulary: '99', code: 'trade' }]);
  expect(told('Twofold', 'tag')).toEqual([{ vocabulary: '99', code: 'culture' }]);
  expect(told('Part', 'tag')).toEqual([]);
  expect(told('In no domain', 'sector')).toEqual([{ vocabulary: '1', code: '99810' }]);
});

test('no day of what has happened is still to come: what is before a year has its last day, and what only begins later is planned', () => {
  const dayOf = (name: string) =>
    all(activityOf(name), 'activity-date').map(({ attributes }) => [attributes['type'], attributes['iso-date']]);
  expect(dayOf('Yet to begin')).toEqual([['1', `${nextYear}-06-01`]]);
  const last = `${nextYear - 1}-12-31`;
  expect(dayOf('In no domain')).toEqual([[last > today ? '1' : '2', last]]);
  for (const name of ['Yet to begin', 'In no domain']) expect(amounts(name).map(([, , day]) => (day ?? '') <= last)).toEqual([true]);
  const passed = new Date().toISOString().slice(0, 10);
  const days = root.inside.flatMap((node) => all(node, 'transaction')).flatMap(({ inside }) => inside);
  expect(days.flatMap(({ attributes }) => attributes['iso-date'] ?? attributes['value-date'] ?? []).filter((day) => day > passed)).toEqual(
    [],
  );
  const [of] = all(activityOf('In no domain'), 'transaction');
  expect(of === undefined ? '' : words(of)).toContain(`The date is known as before ${nextYear} only; the day is the last that it can be.`);
});

test('how much of a figure and how many of it the other side confirms is told with it, in words and for programs', () => {
  expect(words(activityOf('In part'))).toContain('Of signed, the other side confirms 20; GBP 2000000.');
  const [figure] = all(activityOf('In part'), 'hansa:figure');
  expect(figure?.attributes).toMatchObject({ count: '45', 'confirmed-count': '20', 'confirmed-amount': '2000000' });
});

test('a date of which the month is known says so, names stand in both languages, and no text is markup', () => {
  const [date] = all(activityOf('Whole'), 'activity-date');
  expect(date?.attributes).toEqual({ 'iso-date': '2019-04-01', type: '1' });
  expect(date === undefined ? '' : words(date)).toContain('known as 2019-04 only');
  const [title] = all(activityOf('Whole'), 'title');
  expect(title?.inside.map(({ attributes, text: said }) => [attributes['xml:lang'], said])).toEqual([
    ['en', '45 potential deals'],
    ['zh', '45项潜在交易'],
  ]);
  const names = all(activityOf('Part'), 'participating-org').map((node) => [
    node.attributes['role'],
    node.inside.map(({ text: said }) => said),
  ]);
  expect(names).toEqual([
    ['4', ['Port & Sons <Ltd>', '港口公司']],
    ['1', ['Buyer']],
  ]);
});
