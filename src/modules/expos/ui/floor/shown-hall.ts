// A hall as it was read, for the drawing: its pieces, what is meant by an address, and the way between two of them.
import type { MultilingualText } from '#kernel/language.ts';
import type { Rectangle } from '../../domain/floor/plan.ts';
import { wayBetween, type Way } from '../../domain/floor/way.ts';
import type { FloorSearch } from './floor-search.ts';
import type { exposApi } from '../client.ts';
import type { Piece, Size } from './drawing.ts';

export type HallPlan = Awaited<ReturnType<(typeof exposApi)['getHallPlan']>>;
export type ShownHall = NonNullable<HallPlan['shown']>;
export type ShownStand = ShownHall['stands'][number];

/** Null while nobody has entered its size. */
export const measured = ({ width, depth }: ShownHall['hall']): Size | null => (width === null || depth === null ? null : { width, depth });

/** How an address names what is drawn; null for zones and entrances. */
export const keyOf = (rectangle: Pick<Rectangle, 'kind' | 'code'> | undefined): string | null =>
  rectangle === undefined || rectangle.code === null ? null : `${rectangle.kind}-${rectangle.code}`;

/** Keys of the pieces that an address means: of a stand all its rectangles. */
export const keysOf = ({ rectangles }: ShownHall, named: string | undefined): readonly string[] =>
  named === undefined ? [] : rectangles.flatMap((rectangle, at) => (keyOf(rectangle) === named ? [String(at)] : []));

export function drawnPieces({ rectangles, stands }: ShownHall, naming: (name: MultilingualText) => string): readonly Piece[] {
  const byCode = new Map(stands.map((stand) => [stand.code, stand]));
  return rectangles.map(({ kind, code, name, x, y, width, depth }, at): Piece => {
    const stand = kind === 'stand' ? byCode.get(code ?? '') : undefined;
    const [lead, ...others] = stand?.exhibitors ?? [];
    return {
      ...{ key: String(at), kind, x, y, width, depth },
      label: code ?? (name === null ? '' : naming(name)),
      name: lead === undefined ? null : `${naming(lead.name)}${others.length > 0 ? ` +${others.length}` : ''}`,
      look: kind === 'stand' && lead === undefined ? 'vacant' : 'plain',
    };
  });
}

const hallPrefix = 'hall-';

/** How an address names another hall as the place where somebody is. */
export const hallNamed = (code: string): string => `${hallPrefix}${code}`;

/** The code of the hall from which somebody comes; null where they are in this one. */
export const hallFrom = ({ from }: FloorSearch): string | null =>
  from?.startsWith(hallPrefix) === true ? from.slice(hallPrefix.length) : null;

/** A way, and the key of the entrance at which it begins for whoever comes from another hall. */
export type WayHere = Way & { readonly start?: string };

/** The shortest way from any entrance; undefined where none is drawn. */
function wayFromEntrance({ rectangles }: ShownHall, size: Size, end: Rectangle): WayHere | null | undefined {
  const entrances = rectangles.flatMap((one, at) => (one.kind === 'entrance' ? [{ one, start: String(at) }] : []));
  if (entrances.length === 0) return undefined;
  const ways = entrances.flatMap(({ one, start }): readonly WayHere[] => {
    const way = wayBetween(size, rectangles, [one, end]);
    return way === null ? [] : [{ ...way, start }];
  });
  return ways.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Undefined where two ends are not chosen, null where what is drawn leaves no way. */
export function wayOn(shown: ShownHall, search: FloorSearch): WayHere | null | undefined {
  const { from, to } = search;
  const size = measured(shown.hall);
  const [start, end] = [from, to].map((named) => shown.rectangles[Number(keysOf(shown, named)[0])]);
  if (size === null || end === undefined || from === to) return undefined;
  if (hallFrom(search) !== null) return wayFromEntrance(shown, size, end);
  return start === undefined ? undefined : wayBetween(size, shown.rectangles, [start, end]);
}
