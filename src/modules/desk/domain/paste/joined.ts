// Two rows of one sheet that name the same tie: what they say together, where nothing that one says contradicts the other.
import { agrees, type FlexDate } from '#kernel/flex-date.ts';
import type { Status } from '#modules/ties/domain/attributes.ts';

/** What a row says of its tie; '' where it says nothing. */
export interface RowFacts {
  readonly since: FlexDate | null;
  readonly classCode: string | null;
  readonly status: Status | null;
  readonly source: string;
  readonly note: string;
}

/** The one that says more; undefined where the two cannot both be right. */
function dateOfBoth(a: FlexDate | null, b: FlexDate | null): FlexDate | null | undefined {
  if (a === null || b === null) return a ?? b;
  if (!agrees(a, b)) return undefined;
  if (a.qualifier !== b.qualifier) return a.qualifier === 'exact' ? a : b.qualifier === 'exact' ? b : undefined;
  return b.text.length > a.text.length ? b : a;
}

function wordOfBoth<T extends string>(a: T | null, b: T | null): T | null | undefined {
  if (a === null || b === null) return a ?? b;
  return a === b ? a : undefined;
}

/** The first row with what the second adds to it; null where the two differ. */
export function joined<Row extends RowFacts>(first: Row, second: RowFacts): Row | null {
  const since = dateOfBoth(first.since, second.since);
  const classCode = wordOfBoth(first.classCode, second.classCode);
  const status = wordOfBoth(first.status, second.status);
  const isOtherSource = first.source !== '' && second.source !== '' && first.source !== second.source;
  if (since === undefined || classCode === undefined || status === undefined || isOtherSource) return null;
  const lines = first.note.split('\n');
  const more = second.note.split('\n').filter((line) => line !== '' && !lines.includes(line));
  const source = first.source === '' ? second.source : first.source;
  return { ...first, since, classCode, status, source, note: [first.note, ...more].filter((line) => line !== '').join('\n') };
}
