// How processes are begun and ended: POSIX has signals and process groups, Windows has neither.
import { spawnSync } from 'node:child_process';

/** How a child is begun that is ended with all that it began: at the head of a group of its own, where there are such. */
export const apart = (platform = process.platform) => ({ detached: platform !== 'win32' });

/** Asks a child in order to end: by the signal, or by letting go of its channel, which follow-parent.mjs understands. */
export function askToEnd(child, signal, platform = process.platform) {
  if (platform !== 'win32') child.kill(signal);
  else if (child.connected) child.disconnect();
}

/** Whether anybody is left of what a child began; where there are no groups nobody can say, and the next start takes over what runs. */
export function groupLives(pid, platform = process.platform) {
  if (platform === 'win32') return false;
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Signals a child with all that it began; where there are no signals, ends them. */
export function signalGroup(pid, signal, platform = process.platform) {
  if (platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left to signal: the usual case.
  }
}

/** A call of npm: on Windows it is a batch file, which only a shell runs. The words hold nothing that a shell would read. */
export function npmCall(words, platform = process.platform) {
  return platform === 'win32'
    ? { command: ['npm.cmd', ...words].join(' '), args: [], options: { shell: true } }
    : { command: 'npm', args: words, options: {} };
}
