// A floor plan while it is being typed: lengths as texts in metres, halls by keys of their own, so that a hall can be renamed with all that is in it.
import { forEachLanguage, inEach, languages, type Language } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { narrowed } from '#kernel/writing/narrow.ts';
import type { Hall, Rectangle, RectangleKind, Walk } from '../../../domain/floor/plan.ts';
import { floorProblems } from '../../../domain/floor/problems.ts';
import { limits } from '../../../domain/limits.ts';
import type { exposApi } from '../../client.ts';

export type FloorTable = Awaited<ReturnType<(typeof exposApi)['getFloorTable']>>;
export type Placeable = FloorTable['placeable'];

export interface HallDraft {
  readonly key: string;
  readonly code: string;
  readonly width: string;
  readonly depth: string;
}

export const lengthFields = ['x', 'y', 'width', 'depth'] as const;
export type LengthField = (typeof lengthFields)[number];

export interface RectangleDraft extends Readonly<Record<LengthField, string>> {
  readonly key: string;
  readonly kind: RectangleKind;
  /** Key of the hall. */
  readonly hall: string;
  readonly code: string;
  readonly name: Readonly<Record<Language, string>>;
}

export interface FloorDraft {
  readonly halls: readonly HallDraft[];
  /** Minutes by the keys of both halls (`walkKey`); an empty text: not known. */
  readonly walks: Readonly<Record<string, string>>;
  readonly rectangles: readonly RectangleDraft[];
}

/** As it is sent. */
export interface SentFloor {
  readonly halls: readonly Hall[];
  readonly walks: readonly Walk[];
  readonly rectangles: readonly Rectangle[];
}

export const walkKey = (a: string, b: string): string => [a, b].sort().join('-');
export const noName: Readonly<Record<Language, string>> = inEach('', '');

let made = 0;
export const newKey = (): string => `k${(made += 1)}`;

/** 12.5 or 12,5 metres as centimetres; null where it is no length. */
export function centimetresOf(text: string): number | null {
  const plain = narrowed(text).replace(',', '.');
  return /^[+-]?\d{1,5}(\.\d{1,4})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

export const metresOf = (centimetres: number): string => String(centimetres / 100);

export function draftOfFloor({ halls, walks, rectangles }: SentFloor): FloorDraft {
  const drafts = halls.map(({ code, width, depth }): HallDraft => ({
    ...{ key: newKey(), code },
    ...{ width: width === null ? '' : metresOf(width), depth: depth === null ? '' : metresOf(depth) },
  }));
  const keys = new Map(drafts.map(({ code, key }) => [code, key]));
  const keyOf = (hall: string): string => keys.get(hall) ?? '';
  return {
    halls: drafts,
    walks: Object.fromEntries(walks.map(({ from, to, minutes }) => [walkKey(keyOf(from), keyOf(to)), String(minutes)])),
    rectangles: rectangles.map(({ kind, hall, code, name, x, y, width, depth }) => ({
      ...{ key: newKey(), kind, hall: keyOf(hall), code: code ?? '' },
      name: forEachLanguage((tag) => name?.[tag]?.text ?? ''),
      ...{ x: metresOf(x), y: metresOf(y), width: metresOf(width), depth: metresOf(depth) },
    })),
  };
}

const namesOf = (name: RectangleDraft['name']): Rectangle['name'] => {
  const words = languages.filter((tag) => name[tag].trim() !== '');
  return words.length === 0 ? null : Object.fromEntries(words.map((tag) => [tag, { text: name[tag].trim(), origin: 'human' as const }]));
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A rectangle as it is sent; null where a length of it is none. */
export function sentOfRectangle(draft: RectangleDraft, hall: string): Rectangle | null {
  const [x, y, width, depth] = lengthFields.map((field) => centimetresOf(draft[field]));
  if (x == null || y == null || width == null || depth == null) return null;
  return { kind: draft.kind, hall, code: orNull(draft.code), name: namesOf(draft.name), x, y, width, depth };
}

const isMinutes = (text: string): boolean => /^\d{1,3}$/.test(narrowed(text)) && Number(narrowed(text)) <= limits.walkMinutes;

/** What cannot be read at all. */
function unreadable({ halls, walks, rectangles }: FloorDraft): readonly Problem[] {
  const inBounds = (text: string, least: number): boolean => {
    const length = centimetresOf(text);
    return length !== null && length >= least && length <= limits.hallLength;
  };
  const problem = (path: Problem['path'], least: number): Problem => ({
    path,
    code: 'expos.plan_length',
    params: { least: least / 100, most: limits.hallLength / 100 },
  });
  return [
    ...halls.flatMap(({ code, width, depth }, at): readonly Problem[] => [
      ...(code.trim() === '' ? [{ path: ['halls', at, 'code'], code: 'kernel.required' }] : []),
      ...(['width', 'depth'] as const).flatMap((field) => {
        const text = { width, depth }[field];
        return text.trim() === '' || inBounds(text, 100) ? [] : [problem(['halls', at, field], 100)];
      }),
    ]),
    ...Object.entries(walks).flatMap(([key, minutes]): readonly Problem[] =>
      minutes.trim() === '' || isMinutes(minutes)
        ? []
        : [{ path: ['walks', key], code: 'expos.walk_minutes_bad', params: { most: limits.walkMinutes } }],
    ),
    ...rectangles.flatMap((draft, at) =>
      lengthFields.flatMap((field) => {
        const least = field === 'x' || field === 'y' ? -limits.hallLength : 10;
        return inBounds(draft[field], least) ? [] : [problem(['rectangles', at, field], Math.max(0, least))];
      }),
    ),
  ];
}

/** As it is sent, what cannot be read left out; `rows` leads back from a rectangle that is sent to its draft. */
export function sentOfFloor({ halls, walks, rectangles }: FloorDraft): SentFloor & { readonly rows: readonly number[] } {
  const codes = new Map(halls.map(({ key, code }) => [key, code.trim()]));
  const measuredIn = (text: string): number | null => centimetresOf(text);
  const read = rectangles.flatMap((draft, at) => {
    const sent = sentOfRectangle(draft, codes.get(draft.hall) ?? '');
    return sent === null ? [] : [{ sent, at }];
  });
  return {
    halls: halls.map(({ code, width, depth }) => ({ code: code.trim(), width: measuredIn(width), depth: measuredIn(depth) })),
    // In one order whatever the keys are, so that what was not changed compares as the same.
    walks: Object.entries(walks)
      .flatMap(([key, minutes]) => {
        const [from, to] = key
          .split('-')
          .flatMap((end) => codes.get(end) ?? [])
          .sort();
        return from === undefined || to === undefined || !isMinutes(minutes) ? [] : [{ from, to, minutes: Number(narrowed(minutes)) }];
      })
      .sort((a, b) => (`${a.from}\n${a.to}` < `${b.from}\n${b.to}` ? -1 : 1)),
    rectangles: read.map(({ sent }) => sent),
    rows: read.map(({ at }) => at),
  };
}

const isUnread = (text: string): boolean => text.trim() !== '' && centimetresOf(text) === null;

/** A hall without a size is told once, at the hall; of one whose size cannot be read only that is told. */
function ofHallsOnce(found: readonly Problem[], halls: readonly HallDraft[]): readonly Problem[] {
  const told = new Set<number>();
  return found.flatMap((problem): readonly Problem[] => {
    const { code, params, path } = problem;
    if (code !== 'expos.hall_not_measured' && code !== 'expos.hall_half_measured') return [problem];
    const named = halls.findIndex((hall) => hall.code.trim() === params?.['hall']);
    const at = code === 'expos.hall_half_measured' ? Number(path[1]) : named;
    const hall = halls[at];
    if (hall === undefined) return [problem];
    if (told.has(at) || isUnread(hall.width) || isUnread(hall.depth)) return [];
    told.add(at);
    return [{ ...problem, path: code === 'expos.hall_half_measured' ? path : ['halls', at, 'width'] }];
  });
}

/** Everything wrong with a draft, rectangles by the place of their row. */
export function draftProblems(draft: FloorDraft, { stands, tables }: Placeable): readonly Problem[] {
  const sent = sentOfFloor(draft);
  const known = { stands: new Set(stands.map(({ code }) => code)), tables: new Set(tables.map(({ number }) => String(number))) };
  const found = floorProblems(sent, known).map((problem): Problem => {
    const [part = '', at = 0, ...rest] = problem.path;
    return part === 'rectangles' ? { ...problem, path: [part, sent.rows[Number(at)] ?? 0, ...rest] } : problem;
  });
  return [...unreadable(draft), ...ofHallsOnce(found, draft.halls)];
}

/** What the hall holds and the plan does not draw yet; of an edition with one hall also what names no hall. */
export function missingIn({ halls, rectangles }: FloorDraft, hall: HallDraft, { stands, tables }: Placeable) {
  const drawn = new Set(rectangles.map(({ kind, code }) => `${kind} ${code.trim()}`));
  const isHere = (named: string): boolean => named === hall.code.trim() || (named === '' && halls.length === 1);
  return {
    tables: tables.filter((one) => isHere(one.hall) && !drawn.has(`table ${one.number}`)),
    stands: stands.filter((one) => isHere(one.hall) && !drawn.has(`stand ${one.code}`)),
  };
}

const TABLE = 120;
const STAND = 300;
const AISLE = 300;

/** m² as a rectangle of half metres, about square; exact in its area where that can be. */
const shapeOf = (area: number | null): readonly [width: number, depth: number] => {
  if (area === null) return [STAND, STAND];
  const width = Math.max(50, Math.round(Math.sqrt(area) * 2) * 50);
  return [width, Math.max(10, Math.round((area * 10_000) / width))];
};

/** Rows from below what is drawn; what has no room any more is counted. */
export function laidOut(
  draft: FloorDraft,
  hall: HallDraft,
  placeable: Placeable,
): { readonly added: readonly RectangleDraft[]; readonly left: number } {
  const [width, depth] = [centimetresOf(hall.width) ?? 0, centimetresOf(hall.depth) ?? 0];
  const { tables, stands } = missingIn(draft, hall, placeable);
  const wanted = [
    ...stands.map(({ code, area }) => ({ kind: 'stand' as const, code, size: shapeOf(area), gap: 0 })),
    ...tables.map(({ number }) => ({ kind: 'table' as const, code: String(number), size: [TABLE, TABLE] as const, gap: TABLE })),
  ];
  const lowest = Math.max(
    0,
    ...draft.rectangles.flatMap((one) =>
      one.hall === hall.key && one.kind !== 'zone' && one.kind !== 'entrance'
        ? [(centimetresOf(one.y) ?? 0) + (centimetresOf(one.depth) ?? 0)]
        : [],
    ),
  );
  const added: RectangleDraft[] = [];
  let [x, y, high, before] = [AISLE / 2, lowest === 0 ? AISLE / 2 : lowest + AISLE, 0, ''];
  for (const { kind, code, size, gap } of wanted) {
    const [wide, deep] = size;
    if (x + wide > width - AISLE / 2 || (before !== '' && before !== kind)) [x, y, high] = [AISLE / 2, y + high + AISLE, 0];
    before = kind;
    if (x + wide > width || y + deep > depth) continue;
    added.push({
      key: newKey(),
      kind,
      hall: hall.key,
      code,
      name: noName,
      x: metresOf(x),
      y: metresOf(y),
      width: metresOf(wide),
      depth: metresOf(deep),
    });
    [x, high] = [x + wide + gap, Math.max(high, deep)];
  }
  return { added, left: wanted.length - added.length };
}
