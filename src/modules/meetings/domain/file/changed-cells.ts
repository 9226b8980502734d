// Where a file says otherwise than the edition: each such cell, old beside new, and the file without those of its cells of which the edition's own is kept.
import { keysOf } from '#kernel/codes.ts';
import { meetingsIn, sequenceOf, type MeetingInFile } from './changed-sequence.ts';
import type { EditionFile, FileContact, FileRectangle, FileText, FileUnavailable } from './edition-file.ts';
import { saysAlike } from './same.ts';
import { foldedName, sharesName } from './same-people.ts';
import { followTopics, topicKey } from './topics.ts';

/** The tables of which cells are compared: all. */
export const comparedTables = [
  'edition',
  'slots',
  'tables',
  'stands',
  'halls',
  'walks',
  'rectangles',
  'groups',
  'topics',
  'participants',
  'contacts',
  'interpreters',
  'unavailable',
  'requests',
  'fixed',
  'orders',
] as const;
export type ComparedTable = (typeof comparedTables)[number];

/** A cell of a row that stands in both. `row`: its code, number or name; `called`: its name where it has another. */
export interface ChangedCell {
  readonly table: ComparedTable;
  readonly row: string;
  readonly called: FileText;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Which cell it is. */
export type CellKey = Pick<ChangedCell, 'table' | 'row' | 'field'>;
export const keyOfCell = ({ table, row, field }: CellKey): string => JSON.stringify([table, row, field]);

/** A value as a person reads it: texts by language, lists by comma, what is not there as nothing. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value) ?? '';
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => inWords(one))
    .filter((text) => text !== '')
    .join(' · ');
}

/** Rows of one table and how one of the file finds its own on record; `left` are fields that follow from others. */
interface Compared<R extends object> {
  readonly table: ComparedTable;
  readonly before: readonly R[];
  readonly after: readonly R[];
  readonly rowOf: (row: R) => string;
  readonly standing: (row: R) => R | undefined;
  readonly calledOf?: (row: R) => FileText;
  readonly left?: readonly (keyof R & string)[];
}

function cellsOf<R extends object>({ table, after, rowOf, standing, calledOf, left = [] }: Compared<R>): readonly ChangedCell[] {
  return after.flatMap((row) => {
    const was = standing(row);
    if (was === undefined) return [];
    return keysOf(row).flatMap((field): ChangedCell[] =>
      left.includes(field) || saysAlike([was[field]], [row[field]])
        ? []
        : [{ table, row: rowOf(was), called: calledOf?.(was) ?? {}, field, before: inWords(was[field]), after: inWords(row[field]) }],
    );
  });
}

/** The rows with those cells as they were of which the edition's own is kept. */
function keptIn<R extends object>({ table, after, rowOf, standing }: Compared<R>, kept: ReadonlySet<string>): readonly R[] {
  return after.map((row) => {
    const was = standing(row);
    if (was === undefined) return row;
    const fields = keysOf(row).filter((field) => kept.has(keyOfCell({ table, row: rowOf(was), field })));
    return fields.reduce((now, field) => ({ ...now, [field]: was[field] }), row);
  });
}

/** By what a row is called; rows of one name are told apart by their order. */
function byName<R extends object>(before: readonly R[], rowOf: (row: R) => string): (row: R) => R | undefined {
  const known = Map.groupBy(before, rowOf);
  return (row) => {
    const same = known.get(rowOf(row));
    return same?.length === 1 ? same[0] : undefined;
  };
}

const personIn = (before: readonly FileContact[]) => (row: FileContact) =>
  before.find(
    (one) =>
      one.participant === row.participant &&
      ((row.email !== null && one.email?.toLowerCase() === row.email.toLowerCase()) ||
        foldedName(one.surname + one.givenName) === foldedName(row.surname + row.givenName)),
  );

/** All that one person or company said of when it is away, as one cell. */
interface Absences {
  readonly who: string;
  readonly away: readonly Omit<FileUnavailable, 'who'>[];
}
const whoOf = ({ who }: FileUnavailable): string => (who.kind === 'participant' ? who.code : who.name);
const absencesOf = (rows: readonly FileUnavailable[]): readonly Absences[] =>
  [...Map.groupBy(rows, whoOf)].map(([who, own]) => ({ who, away: own.map(({ away, reason }) => ({ away, reason })) }));

/** What a row of the floor plan is of: a stand or a table by its code, else by its kind and name in its hall. */
const drawn = ({ kind, hall, code, name }: FileRectangle): string => `${kind} ${code ?? `${hall} ${inWords(name)}`}`.trim();

/** Where a code passes to another company, its row is that company's, and nothing of it is a change; `byCode`, a file that is added renames it. */
function comparedIn(before: EditionFile, after: EditionFile, byCode: boolean) {
  const compared = <R extends object>(
    table: ComparedTable,
    [was, now]: readonly [readonly R[], readonly R[]],
    rowOf: (row: R) => string,
    more: Partial<Compared<R>> = {},
  ): Compared<R> => ({ table, before: was, after: now, rowOf, standing: byName(was, rowOf), ...more });
  const codeOf = ({ code }: { readonly code: string }): string => code;
  const company = byName(before.participants, codeOf);
  return {
    // Its days are asked about by themselves.
    edition: compared('edition', [[before.edition], [after.edition]], () => '', { left: ['firstDay', 'lastDay'] }),
    slots: compared('slots', [before.slots, after.slots], ({ number }) => String(number)),
    tables: compared('tables', [before.tables, after.tables], ({ number }) => String(number)),
    stands: compared('stands', [before.stands, after.stands], codeOf),
    halls: compared('halls', [before.halls, after.halls], codeOf),
    walks: compared('walks', [before.walks, after.walks], ({ from, to }) => [from, to].toSorted().join(' – '), { left: ['from', 'to'] }),
    rectangles: compared('rectangles', [before.rectangles, after.rectangles], drawn),
    groups: compared('groups', [before.groups, after.groups], codeOf, { calledOf: ({ name }) => name }),
    topics: compared('topics', [before.topics, after.topics], topicKey, {
      standing: ({ name }) => before.topics.find((one) => sharesName(one.name, name)),
    }),
    participants: compared('participants', [before.participants, after.participants], codeOf, {
      calledOf: ({ name }) => name,
      standing: (row) => {
        const was = company(row);
        return was !== undefined && (byCode || sharesName(was.name, row.name)) ? was : undefined;
      },
    }),
    contacts: compared(
      'contacts',
      [before.contacts, after.contacts],
      ({ participant, surname, givenName, email }) => `${participant} ${surname}${surname === '' ? (email ?? '') : ''} ${givenName}`.trim(),
      { standing: personIn(before.contacts) },
    ),
    interpreters: compared('interpreters', [before.interpreters, after.interpreters], ({ name }) => name),
    requests: compared('requests', [before.requests, after.requests], ({ from, to }) => `${from} → ${to}`, { left: ['meeting'] }),
  };
}

const absencesCompared = (before: EditionFile, after: EditionFile): Compared<Absences> => {
  const [was, now] = [absencesOf(before.unavailable), absencesOf(after.unavailable)];
  return { table: 'unavailable', before: was, after: now, rowOf: ({ who }) => who, standing: byName(was, ({ who }) => who) };
};

/** Fixed slots and orders of the meetings that stand in both: of each what is compared, the other left aside. */
function sequenceCompared(before: EditionFile, after: EditionFile) {
  const [was, now] = [meetingsIn(before), meetingsIn(after)];
  const compared = (table: 'fixed' | 'orders', left: 'slot' | 'later'): Compared<MeetingInFile> => ({
    ...{ table, before: was, after: now, rowOf: ({ row }) => row, standing: byName(was, ({ row }) => row), left: ['row', left] },
  });
  return { fixed: compared('fixed', 'later'), orders: compared('orders', 'slot') };
}

/** Every cell in which a file says otherwise than the edition holds, of rows that stand in both. */
export function changedCells(before: EditionFile, after: EditionFile, byCode: boolean): readonly ChangedCell[] {
  const of = comparedIn(before, after, byCode);
  const { fixed, orders } = sequenceCompared(before, after);
  return [
    ...cellsOf(of.edition),
    ...cellsOf(of.slots),
    ...cellsOf(of.tables),
    ...cellsOf(of.stands),
    ...cellsOf(of.halls),
    ...cellsOf(of.walks),
    ...cellsOf(of.rectangles),
    ...cellsOf(of.groups),
    ...cellsOf(of.topics),
    ...cellsOf(of.participants),
    ...cellsOf(of.contacts),
    ...cellsOf(of.interpreters),
    ...cellsOf(absencesCompared(before, after)),
    ...cellsOf(of.requests),
    ...cellsOf(fixed),
    ...cellsOf(orders),
  ];
}

/** Fixed slots and orders with those of the edition of which its own is kept. */
function sequenceKept(before: EditionFile, after: EditionFile, kept: ReadonlySet<string>): Pick<EditionFile, 'fixed' | 'orders'> {
  const { fixed, orders } = sequenceCompared(before, after);
  const meetings = keptIn({ ...orders, after: keptIn(fixed, kept) }, kept);
  return sequenceOf(meetings, after);
}

/** The file with the edition's own word in the cells of which that is kept. */
export function withKept(
  before: EditionFile,
  after: EditionFile,
  { keep, byCode }: { readonly keep: readonly CellKey[]; readonly byCode: boolean },
): EditionFile {
  const kept = new Set(keep.map(keyOfCell));
  const of = comparedIn(before, after, byCode);
  const topicsNow = keptIn(of.topics, kept);
  const away = new Set(keep.flatMap(({ table, row }) => (table === 'unavailable' ? [row] : [])));
  const { fixed, orders } = sequenceKept(before, after, kept);
  return {
    ...after,
    edition: keptIn(of.edition, kept)[0] ?? after.edition,
    slots: keptIn(of.slots, kept),
    tables: keptIn(of.tables, kept),
    stands: keptIn(of.stands, kept),
    halls: keptIn(of.halls, kept),
    walks: keptIn(of.walks, kept),
    rectangles: keptIn(of.rectangles, kept),
    groups: keptIn(of.groups, kept),
    topics: topicsNow,
    participants: followTopics(keptIn(of.participants, kept), [...after.topics, ...before.topics], topicsNow),
    contacts: keptIn(of.contacts, kept),
    interpreters: keptIn(of.interpreters, kept),
    unavailable: [...after.unavailable.filter((row) => !away.has(whoOf(row))), ...before.unavailable.filter((row) => away.has(whoOf(row)))],
    requests: keptIn(of.requests, kept),
    fixed,
    orders,
  };
}
