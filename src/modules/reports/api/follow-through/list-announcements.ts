// The announcements behind the figures of a follow-through page, one by one: each leads to its own page and to who said it.
import { readNumber } from '#kernel/pages.ts';
import { ok, type Result } from '#kernel/result.ts';
import { announcementsOf } from '#modules/outcomes/api/follow-through/announcements.ts';
import { titlesOf } from '#modules/outcomes/api/follow-through/titles.ts';
import { thingsOf, type Things } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { FollowedRow } from '../../contract/follow-through.ts';
import { openFollowThrough } from './follow-through.ts';

type Row = Omit<FollowedRow, 'title'>;

const rowOf = ({ of, things, fate }: Things): Row => ({
  ...{ id: of.id, kind: of.kind, stage: of.stage, things, fate: fate.fate },
  ...{ isPart: of.partOf !== null, isPublic: of.visibility === 'public' },
  ...(fate.fate === 'unknown' ? { reason: fate.reason, by: null, on: null } : { reason: null, by: fate.by, on: fate.at.slice(0, 10) }),
});

/** In the order of recording. `cursor` is how many stood before. */
export async function listFollowThrough(
  work: Work,
  { cursor, limit, fate, reason, stage, kind, ...named }: Asked<'listFollowThrough'>,
): Promise<Result<{ entries: FollowedRow[]; nextCursor: string | null }>> {
  const before = readNumber(cursor);
  if (!before.ok) return before;
  const opened = await openFollowThrough(work, named);
  if (!opened.ok) return opened;
  const { work: reading, record, offices } = opened.value;
  const from = before.value;
  const { announcements } = await announcementsOf(reading, { editionId: record.id, offices });
  const rows = thingsOf(announcements)
    .map(rowOf)
    .filter((row) => (fate ?? row.fate) === row.fate && (reason ?? row.reason) === row.reason)
    .filter((row) => (stage ?? row.stage) === row.stage && (kind ?? row.kind) === row.kind);
  const shown = rows.slice(from, from + limit);
  const titles = await titlesOf(
    reading,
    shown.map(({ id }) => id),
  );
  return ok({
    entries: shown.map((row) => ({ ...row, title: { ...titles.get(row.id) } })),
    nextCursor: from + limit < rows.length ? String(from + limit) : null,
  });
}
