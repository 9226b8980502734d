// T4, reading: whoever asks for whatever, no answer, mail or file holds what the one who asks may not know.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parametersOf, procedureOf } from '../fixtures/calls.ts';
import { canariesIn, lineOf, nameOf, openToReader, patience, shares, textOf } from '../fixtures/read-all.ts';
import { everyProcedure } from '../fixtures/procedures.ts';
import { elsewhere, notAsked, type Reading } from '../fixtures/readings.ts';
import { mayKnow } from '../fixtures/who-may-know.ts';
import type { Person } from '../fixtures/world.ts';

let opened: Awaited<ReturnType<typeof openToReader>>;
/** Answers to the readings, by person and reading. */
const known = new Map<string, ReadonlyMap<Reading, string>>();
beforeAll(async () => {
  opened = await openToReader();
}, 300_000);
afterAll(() => opened.world.app.close());

test('every reading of the API is asked, but for those that are named', () => {
  const asked = new Set(opened.readings.map(({ operation }) => operation));
  const left = everyProcedure.flatMap(({ method, operation }) => (method === 'GET' && !asked.has(operation) ? [operation] : []));
  expect(left.toSorted()).toEqual(notAsked.toSorted());
});

test(
  'no canary of others in any answer, header, export or error',
  async () => {
    const { readAll, readings, shareOf, world } = opened;
    const results = [];
    const people = Object.values(world.people);
    for (let i = 0; i < people.length; i += 4)
      results.push(...(await Promise.all(people.slice(i, i + 4).map((person) => readAll(person, shareOf(person, readings))))));
    for (const [i, { label }] of people.entries()) known.set(label, results[i]?.answers ?? new Map());
    // A program was let in: it read what not everybody may know, whichever share of the readings fell to it.
    const byProgram = results[people.findIndex(({ token }) => token !== undefined)]?.seen ?? [];
    expect(byProgram.filter((canary) => world.canaries.get(canary)?.of !== 'everybody').length).toBeGreaterThan(5);
    // At full size, what nobody has seen in their share is looked for in the rest by those who may know it: somebody must have seen everything.
    const seen = new Set(results.flatMap((result) => result.seen));
    const unseen = () => [...world.canaries].filter(([canary]) => !seen.has(canary)).map(([, secret]) => secret);
    const missing = ({ offices }: Person): number => unseen().filter((secret) => mayKnow(world.facts, offices, secret)).length;
    for (let others = shares > 1 ? [] : people; unseen().length > 0 && others.length > 0;) {
      const best = others.reduce((one, other) => (missing(other) > missing(one) ? other : one));
      others = others.filter((person) => person !== best);
      const rest = readings.filter((reading) => known.get(best.label)?.has(reading) !== true);
      for (let i = 0; i < rest.length && missing(best) > 0; i += 20) {
        const result = await readAll(best, rest.slice(i, i + 20));
        results.push(result);
        for (const canary of result.seen) seen.add(canary);
      }
    }
    expect(results.flatMap(({ leaks }) => leaks).slice(0, 30)).toEqual([]);
    const mayBeUnseen = shares > 1 ? world.canaries.size * 0.6 : 0;
    expect(unseen().slice(mayBeUnseen)).toEqual([]);
  },
  patience,
);

test('no canary of others in any mail', async () => {
  const { foreignTo, world } = opened;
  const { rows } = await world.app.db.owner.query<{ recipient: string; text: string; offices: string[] }>(`
    select m.recipient, m.recipient || m.subject || m.body as text, array(select s.office::text from accounts.membership s
      join accounts.account a on a.id = s.account where a.email = m.recipient) as offices from platform.mail m`);
  expect(rows.length).toBeGreaterThan(4);
  const name = new Map<string, string>(Object.entries(world.offices).map(([key, id]) => [id, key]));
  const leaks = rows.flatMap(({ recipient, text, offices }) =>
    foreignTo(
      offices.map((id) => name.get(id) ?? ''),
      canariesIn(text),
    ).map((secret) => `${recipient} was sent ${secret}`),
  );
  expect(leaks).toEqual([]);
});

test('a calendar address shows its own side’s agenda to whoever holds it, and nothing else', async () => {
  const { foreignTo, world } = opened;
  for (const [id, office] of [
    ['E1', 'acme'],
    ['B1', 'buyer'],
    ['B2', 'mission'],
  ] as const) {
    const answer = await world.app.ask('GET', String(world.thing(`feed of ${id}`)['path']));
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/calendar']);
    const found = canariesIn(await textOf(answer));
    expect(found.length).toBeGreaterThan(1);
    expect(foreignTo([office], found)).toEqual([]);
  }
  const unknown = await world.app.ask('GET', `/feeds/${'A'.repeat(43)}.ics`);
  expect(unknown.status).toBe(404);
});

test('the calendar file of an agenda is given to its own side and the organiser, to nobody else', async () => {
  const { foreignTo, world } = opened;
  const wrong: string[] = [];
  for (const { label, cookie, offices } of Object.values(world.people).filter(({ token }) => token === undefined))
    for (const id of ['E1', 'E2', 'B1', 'B3']) {
      const path = `/calendar/${world.thing('main').id}/${world.thing(id).id}.ics`;
      const answer = await world.app.ask('GET', path, cookie === undefined ? {} : { cookie });
      const wanted = mayKnow(world.facts, offices, { of: 'absence', id }) ? 200 : 404;
      if (answer.status !== wanted) wrong.push(`${label} ${id}: ${answer.status}`);
      wrong.push(...foreignTo(offices, canariesIn(await textOf(answer))).map((secret) => `${label} read ${secret}`));
    }
  expect(wrong).toEqual([]);
});

/** Whether the innermost thing of the path is one whose existence everybody, or this person, may know. */
function isKnown({ operation, input }: Reading, label: string): boolean {
  const last = input[parametersOf(procedureOf(operation).path).at(-1) ?? ''];
  const { thing } = opened.world;
  const [gone, tie] = [thing('withdrawn snapshot'), thing('public tie')];
  // That there was a snapshot, and why it was withdrawn, everybody may know.
  if (last === String(gone['number']) && (input['tie'] === tie.id || input['tie'] === tie['slug'])) return true;
  const { id, slug } = thing('open') as { readonly id: string; readonly slug?: unknown };
  const toCity = ['shared records', 'statement taken back'];
  const names = [
    'public records',
    'statement published',
    'public tie',
    'public outcome',
    'linked outcome',
    'public project',
    'harbour',
    'open list',
    ...(label === 'city' ? toCity : []),
  ];
  return [id, slug, ...names.map((name) => thing(name).id)].includes(last);
}

test(
  'to strangers, what they may not see and what does not exist answer alike',
  async () => {
    const { ask, world } = opened;
    // At full size every reading, else every sixth.
    const readings = opened.readings.filter((_, at) => at % Math.min(shares, 6) === 0);
    const different: string[] = [];
    for (const label of ['nobody', 'stranger', 'city']) {
      const person = world.person(label);
      const absent = new Map<string, string>();
      for (const reading of readings) {
        const other = elsewhere(reading);
        if (other === null || isKnown(reading, label)) continue;
        // The stranger asks what was not in their share, too.
        const given = known.get(label)?.get(reading) ?? (label === 'stranger' ? lineOf(await ask(person, reading)) : '200 not asked');
        if (given.startsWith('200')) continue;
        const key = nameOf(other);
        if (!absent.has(key)) absent.set(key, lineOf(await ask(person, other)));
        if (absent.get(key) !== given)
          different.push(`${label} ${nameOf(reading)}: ${given.slice(0, 150)} | ${String(absent.get(key)).slice(0, 150)}`);
      }
    }
    expect(different.slice(0, 20)).toEqual([]);
  },
  patience,
);
