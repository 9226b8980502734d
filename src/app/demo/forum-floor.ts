// The floor plan of a demo edition: its tables in rows, its stands along the wall. Sizes are invented, as all of the edition is.
import type { Rectangle } from '#modules/expos/domain/floor/plan.ts';
import type { EditionFile } from '#modules/meetings/domain/file/edition-file.ts';

const human = (en: string, zh: string) => ({
  en: { text: en, origin: 'human' as const },
  'zh-Hans': { text: zh, origin: 'human' as const },
});
const size = { width: 4_800, depth: 2_700 };
const perRow = 4;

/** Each hall with its tables and stands. */
export function floorOf({ tables, stands }: Pick<EditionFile, 'tables' | 'stands'>) {
  const codes = [...new Set([...tables, ...stands].map(({ hall }) => hall))].sort();
  const rectangles = codes.flatMap((hall): readonly Rectangle[] => {
    const [own, sat] = [stands.filter((one) => one.hall === hall), tables.filter((one) => one.hall === hall)];
    const zone = {
      kind: 'zone' as const,
      hall,
      code: null,
      name: human('Meeting area', '洽谈区'),
      x: 2_600,
      y: 300,
      width: 1_900,
      depth: 1_900,
    };
    const entrance = {
      kind: 'entrance' as const,
      hall,
      code: null,
      name: human('Entrance', '入口'),
      x: 2_100,
      y: 2_620,
      width: 400,
      depth: 80,
    };
    return [
      ...(sat.length > 0 ? [zone] : []),
      entrance,
      ...own.map(({ code }, at) => ({
        ...{ kind: 'stand' as const, hall, code, name: null },
        ...{ x: 300 + (at % 2) * 1_000, y: 400 + Math.floor(at / 2) * 900, width: at === 0 ? 900 : 600, depth: 600 },
      })),
      ...sat.map(({ number }, at) => ({
        ...{ kind: 'table' as const, hall, code: String(number), name: null },
        ...{ x: 2_800 + (at % perRow) * 420, y: 600 + Math.floor(at / perRow) * 520, width: 150, depth: 150 },
      })),
    ].map((one) => ({ ...one, name: one.name === null ? null : { ...one.name } }));
  });
  return {
    halls: codes.map((code) => ({ code, ...size })),
    walks: [],
    rectangles: [...rectangles],
  };
}
