// Processor time of other processes, as Linux counts it: on a busy machine it says more than the clock.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** User and system time of the process itself and of its children that have ended, in the kernel's hundredths of a second. */
function ticksOf(pid: string | number): { readonly own: number; readonly ended: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const sum = (at: number): number => (fields[at] ?? 0) + (fields[at + 1] ?? 0);
    return { own: sum(11), ended: sum(13) };
  } catch {
    // It ended while it was looked at.
    return { own: 0, ended: 0 };
  }
}

/** Seconds of processor time of one process, all its threads included. */
export const secondsOf = (pid: number): number => ticksOf(pid).own / 100;

/** Seconds of processor time of the server of a PostgreSQL cluster and of everything that it has begun. */
export function secondsOfCluster(cluster: string): number {
  const head = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const { own, ended } = ticksOf(head);
  const children = readFileSync(`/proc/${head}/task/${head}/children`, 'utf8').trim().split(' ');
  return (own + ended + children.reduce((sum, pid) => sum + ticksOf(pid).own, 0)) / 100;
}
