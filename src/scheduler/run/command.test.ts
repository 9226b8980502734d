import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isQuick } from '#platform/full-size.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hc-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly said: readonly string[];
  readonly complained: readonly string[];
}

/** Runs the command; `interruptAt` sends it SIGINT once it has printed that. */
const run = (call: readonly string[], interruptAt?: RegExp): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'plan.mjs'), ...call]);
    let interrupted = false;
    const printed = { stdout: '', stderr: '' };
    child.stderr.on('data', (text: Buffer) => (printed.stderr += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      printed.stdout += text.toString();
      // Once: asked again, the command ends without an answer.
      if (!interrupted && interruptAt?.test(printed.stdout) === true) interrupted = child.kill('SIGINT');
    });
    const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
    child.on('close', (code) => {
      resolve({ code, said: lines(printed.stdout), complained: lines(printed.stderr) });
    });
  });

const fileOf = (name: string, text: string): string => {
  const file = join(scratch, name);
  writeFileSync(file, text);
  return file;
};

const small = `nBusiness = 3; nMeetings = 2; nTables = 1; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2,3,|2, 3,3,|]; forbidden = [{},{},{}]; fixed = [0,0]; precedences = [{},{1}];`;

test('decides a small instance and writes the plan', async () => {
  const out = join(scratch, 'plan.json');
  const { code, said } = await run([fileOf('small.dzn', small), '--out', out]);
  expect([code, said.at(-1)?.slice(0, 7)]).toEqual([0, 'optimal']);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ status: 'optimal', value: 0, bound: 0, reasons: [] });
});

test('a wrong call is refused with all that is wrong with it', async () => {
  const { code, complained } = await run(['--seconds', '-1', '--threads', '0', '--colour', 'red', '--out', '/no-such-folder/plan.json']);
  expect(code).toBe(2);
  expect(complained.map((line) => line.slice(0, 30))).toEqual([
    '--colour is not known.',
    '--seconds is “-1”; it has to b',
    '--threads is “0”; it has to be',
    '--out cannot be written: ENOEN',
    'Usage: npm run plan -- <instan',
  ]);
});

test('a file that is not there, or no instance, is refused in words', async () => {
  const absent = await run([join(scratch, 'absent.dzn')]);
  expect([absent.code, absent.complained.length]).toEqual([2, 1]);
  const garbage = await run([fileOf('garbage.dzn', 'nBusiness = 3;')]);
  expect([garbage.code, garbage.complained.length]).toEqual([2, 5]);
});

test('fixed meetings that contradict each other leave no plan, with all reasons in words', async () => {
  const fixed = small.replace('fixed = [0,0]', 'fixed = [1,1]').replace('forbidden = [{},', 'forbidden = [{1},');
  const { code, said } = await run([fileOf('fixed.dzn', fixed)]);
  expect([code, ...said.slice(1)]).toEqual([
    0,
    'Meeting 1 is fixed in slot 1, in which participant 1 is away.',
    'Participant 2 has 2 meetings fixed in slot 1.',
    '2 meetings are fixed in slot 1, which has 1 tables.',
    'Meeting 1 has to be before meeting 2, and is not fixed before it.',
  ]);
});

const hard = new URL('../../../../shared/data/b2b/forum-13crafb.forb0007.dzn', import.meta.url);
const isAbsent = !existsSync(hard);
if (isAbsent) process.stdout.write('The published instances are not here (../shared/data/b2b): no run is interrupted.\n');

test.skipIf(isAbsent || isQuick)(
  'interrupted, it writes the best plan so far',
  async () => {
    const out = join(scratch, 'best.json');
    const { code } = await run([hard.pathname, '--out', out], /breaks \d/);
    expect(code).toBe(3);
    const { status, placements } = JSON.parse(readFileSync(out, 'utf8')) as { status: string; placements: unknown[] };
    expect([status, placements.length]).toEqual(['feasible', 195]);
  },
  180_000,
);
