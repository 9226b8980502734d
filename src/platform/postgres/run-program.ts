// Runs one of PostgreSQL's programs to its end.
import { spawn } from 'node:child_process';

interface How {
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly env: NodeJS.ProcessEnv;
}

/** What a program said that did not end well. */
export class ProgramFailed extends Error {}

/** How long what a program has said may still be on its way after its end. */
const LAST_WORDS_MS = 500;

/**
 * Resolves when the program itself has ended, not when its pipes have: on Windows the server that `pg_ctl start` leaves behind inherits
 * them and holds them open as long as it runs. A window of its own (hidden) keeps a Ctrl-C meant for Hansa from the server there.
 * @throws ProgramFailed with the last line that it said, where its exit code is not 0
 */
export function runProgram(path: string, args: readonly string[], how: How): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { ...how, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let told = '';
    for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')));
    const fail = (reason: string): void => {
      const lines = (told === '' ? reason : told).split('\n').filter((line) => line.trim() !== '');
      reject(new ProgramFailed(lines.at(-1)?.trim() ?? 'the program ended without a word; its folder may be full or mounted noexec.'));
    };
    child.on('error', (fault) => fail(String(fault)));
    child.on('exit', (code) => {
      if (code === 0) resolve();
      const done = (): void => {
        for (const pipe of [child.stdout, child.stderr]) pipe.destroy();
        if (code !== 0) fail('');
      };
      const patience = setTimeout(done, code === 0 ? 0 : LAST_WORDS_MS);
      child.on('close', () => {
        clearTimeout(patience);
        done();
      });
    });
  });
}
