// The floor plan on paper: a sheet a hall, drawn from the table of rectangles, with the list of who stands where below it.
import type { Rectangle } from '#modules/expos/domain/floor/plan.ts';
import type { PaperFacts } from '../../domain/paper/paper.ts';
import type { DrawnBox, PaperCell, Sheet } from '#platform/paper/set-sheets.ts';
import { party, plain, titled } from './agenda-sheets.ts';
import type { Words } from './words.ts';

const looks: Readonly<Record<Rectangle['kind'], DrawnBox['look']>> = { stand: 'plain', table: 'plain', zone: 'ground', entrance: 'open' };

/** All halls that are drawn, or the one asked for. */
export function floorSheets(facts: PaperFacts, words: Words, only: string | undefined): readonly Sheet[] {
  const { halls = [], rectangles = [] } = facts.floor ?? {};
  return halls.flatMap(({ code, width, depth }): readonly Sheet[] => {
    const own = rectangles.filter(({ hall }) => hall === code);
    if ((only !== undefined && only !== code) || width === null || depth === null || own.length === 0) return [];
    const boxes = own.map((one): DrawnBox => {
      const { kind, name, x, y } = one;
      return { x, y, width: one.width, depth: one.depth, look: looks[kind], label: one.code ?? (name === null ? '' : words.name(name)) };
    });
    const names = words.hall(code);
    const rows = standRows(facts, words, code);
    return [
      {
        title: titled(words, facts, words.say('meetings.paper_floor'), names, [
          words.say('meetings.paper_metres', { width: width / 100, depth: depth / 100 }),
        ]),
        again: words.say('meetings.paper_again', { title: names[0] ?? '' }),
        blocks: [
          { kind: 'drawing', width, depth, boxes },
          ...(rows.length === 0
            ? []
            : [
                {
                  kind: 'table' as const,
                  columns: [
                    { head: words.say('meetings.paper_stands'), width: 18 },
                    { head: words.say('meetings.paper_exhibitor'), width: 82 },
                  ],
                  rows,
                },
              ]),
        ],
      },
    ];
  });
}

/** Who exhibits at each stand of a hall, the lead first; of a stand that nobody has, the code alone. */
function standRows({ edition, participants }: PaperFacts, words: Words, hall: string): readonly (readonly PaperCell[])[] {
  const at = Map.groupBy(participants, ({ standId }) => standId);
  const letters = new Intl.Collator(words.first, { numeric: true });
  return edition.stands
    .filter((stand) => stand.hall === hall)
    .toSorted((a, b) => letters.compare(a.code, b.code))
    .map(({ id, code }) => {
      const own = (at.get(id) ?? []).toSorted((a, b) => Number(b.leadsStand) - Number(a.leadsStand) || letters.compare(a.code, b.code));
      const lines = own.flatMap((one) =>
        one.leadsStand && own.length > 1 ? party(words, one) : plain([`${one.code} ${words.names(one.name).join(' / ')}`]),
      );
      return [[{ text: code, bold: true }], lines];
    });
}
