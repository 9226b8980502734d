// Slots in which meetings are published stay where they are; subscribed in app to expos's question before it moves them.
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadNotice } from '../../store/releases.ts';
import { organise } from '../open-edition.ts';

/** Refuses `meetings.slots_released` while a release is in force; holds the schedule's lock, so that none is published meanwhile. */
export async function slotsMayMove(work: Work, editionId: string): Promise<Result<void>> {
  const opened = await organise(work, editionId);
  if (!opened.ok) return opened;
  await lockSchedule(work.tx, opened.value.scope);
  const released = await loadNotice(work.tx, editionId);
  return released === null ? ok(undefined) : refuse({ kind: 'conflict', code: 'meetings.slots_released' });
}
