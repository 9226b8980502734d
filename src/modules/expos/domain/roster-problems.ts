// Everything wrong with a roster, each problem with the table, row and column where it stands.
import type { Interval } from '#kernel/intervals.ts';
import type { Problem } from '#kernel/result.ts';
import { runsInCircle } from './group.ts';
import { limits } from './limits.ts';
import { absenceProblems, participantProblems } from './participant.ts';
import type { Roster } from './roster.ts';
import { slotProblems } from './slots.ts';

type Path = readonly (string | number)[];

/** Rows whose key an earlier row already has. */
function repeated<R>(
  rows: readonly R[],
  keyOf: (row: R) => string | number,
  problemAt: (index: number, key: string | number) => Problem,
): readonly Problem[] {
  const seen = new Set<string | number>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    const again = seen.has(key);
    seen.add(key);
    return again ? [problemAt(index, key)] : [];
  });
}

const tooMany = (roster: Roster): readonly Problem[] =>
  (['tables', 'stands', 'groups', 'topics', 'participants', 'interpreters'] as const)
    .filter((table) => roster[table].length > limits[table])
    .map((table) => ({ path: [table], code: 'expos.too_many_rows', params: { max: limits[table] } }));

/** Slot numbers of a place that no slot has. */
const closedProblems = (closed: readonly number[], slotCount: number, path: Path): readonly Problem[] =>
  closed.flatMap((number, index) =>
    Number.isInteger(number) && number >= 1 && number <= slotCount
      ? []
      : [{ path: [...path, 'closedSlots', index], code: 'expos.slot_unknown' }],
  );

function placeProblems({ slots, tables, stands, participants }: Roster): readonly Problem[] {
  const standOf = new Map(participants.map(({ code, stand }) => [code, stand]));
  return [
    ...repeated(
      tables,
      ({ number }) => number,
      (index, number) => ({ path: ['tables', index, 'number'], code: 'expos.table_number_taken', params: { number } }),
    ),
    ...tables.flatMap((table, index) => closedProblems(table.closedSlots, slots.length, ['tables', index])),
    ...repeated(
      stands,
      ({ code }) => code,
      (index, code) => ({ path: ['stands', index, 'code'], code: 'expos.code_taken', params: { code } }),
    ),
    ...stands.flatMap((stand, index) => closedProblems(stand.closedSlots, slots.length, ['stands', index])),
    ...stands.flatMap(({ code, lead }, index) => {
      if (lead === null || standOf.get(lead) === code) return [];
      const known = standOf.has(lead) ? 'expos.lead_stands_elsewhere' : 'expos.participant_unknown';
      return [{ path: ['stands', index, 'lead'], code: known, params: { code: lead } }];
    }),
  ];
}

function groupProblems({ groups }: Roster): readonly Problem[] {
  const parents = new Map(groups.map(({ code, parent }) => [code, parent]));
  return [
    ...repeated(
      groups,
      ({ code }) => code,
      (index, code) => ({ path: ['groups', index, 'code'], code: 'expos.code_taken', params: { code } }),
    ),
    ...groups.flatMap(({ code, parent }, index) => {
      if (parent === null) return [];
      if (!parents.has(parent)) return [{ path: ['groups', index, 'parent'], code: 'expos.group_unknown' }];
      return runsInCircle(code, (key) => parents.get(key) ?? null)
        ? [{ path: ['groups', index, 'parent'], code: 'expos.group_circle' }]
        : [];
    }),
  ];
}

/** One organisation entered again and again, told once. */
const oftenProblems = (participants: Roster['participants']): readonly Problem[] =>
  [
    ...Map.groupBy(participants.entries(), ([, { name, country }]) =>
      JSON.stringify([Object.values(name).map(({ text }) => text), country]),
    ).values(),
  ]
    .filter(({ length }) => length > limits.entriesOfOne)
    .map((rows) => ({
      path: ['participants', rows[limits.entriesOfOne]?.[0] ?? 0, 'name'],
      code: 'expos.organisation_too_often',
      params: { count: rows.length, max: limits.entriesOfOne },
    }));

function personProblems({ participants, interpreters, groups, stands }: Roster): readonly Problem[] {
  const groupCodes = new Set(groups.map(({ code }) => code));
  const standCodes = new Set(stands.map(({ code }) => code));
  return [
    ...repeated(
      participants,
      ({ code }) => code,
      (index, code) => ({ path: ['participants', index, 'code'], code: 'expos.code_taken', params: { code } }),
    ),
    ...oftenProblems(participants),
    ...participants.flatMap((participant, index): readonly Problem[] => {
      const at = (field: string): Path => ['participants', index, field];
      const { group, stand, unavailable } = participant;
      return [
        ...(group === null || groupCodes.has(group) ? [] : [{ path: at('group'), code: 'expos.group_unknown' }]),
        ...(stand === null || standCodes.has(stand) ? [] : [{ path: at('stand'), code: 'expos.stand_unknown' }]),
        ...participantProblems({ ...participant, leadsStand: false, hasStand: stand !== null }).map((problem) => ({
          ...problem,
          path: ['participants', index, ...problem.path],
        })),
        ...absenceProblems(unavailable, at('unavailable')),
      ];
    }),
    ...repeated(
      interpreters,
      ({ name }) => name,
      (index, name) => ({ path: ['interpreters', index, 'name'], code: 'expos.interpreter_name_taken', params: { name } }),
    ),
    ...interpreters.flatMap(({ unavailable }, index) => absenceProblems(unavailable, ['interpreters', index, 'unavailable'])),
  ];
}

/**
 * All problems of a roster at once; paths are `[table, row index, field, …]`.
 * @param bounds the days of the edition in UTC milliseconds
 */
export const rosterProblems = (roster: Roster, bounds: Interval): readonly Problem[] => {
  const sizes = tooMany(roster);
  if (sizes.length > 0) return sizes;
  return [...slotProblems(roster.slots, bounds), ...placeProblems(roster), ...groupProblems(roster), ...personProblems(roster)];
};
