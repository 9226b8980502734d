// A paper as words in their order, before anybody sets it: what the screen shows, the PDF prints and the Word file holds is this alone.
import { z } from 'zod';
import { languages } from '../language.ts';

/** `strong` is what the eye finds first, `late` asks for something, `small` says more of the line above it. */
const line = z.object({ text: z.string(), look: z.enum(['plain', 'strong', 'muted', 'small', 'late']) });
export type PaperLine = Readonly<z.infer<typeof line>>;

/** `drop`: the order in which rows are left out where a paper would be too long, the lowest first; null: never. */
const row = z.object({ key: z.string(), cells: z.array(z.array(line)), drop: z.number().int().nullable() });
export type PaperRow = z.infer<typeof row>;

/** How far one thing of many came: its level in quarters, ended, held otherwise by the other side, or not spoken of. */
const berth = z.enum(['1', '2', '3', '4', 'ended', 'differ', 'unsaid']);
export type PaperBerth = z.infer<typeof berth>;

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lead'), lines: z.array(line) }),
  z.object({ kind: z.literal('text'), lines: z.array(line) }),
  /** `widths` are shares of the whole; `facts` have a label first, `numbered` and `dashed` a mark that is set by itself. */
  z.object({
    kind: z.literal('rows'),
    as: z.enum(['facts', 'table', 'numbered', 'dashed']),
    widths: z.array(z.number()),
    heads: z.array(z.string()).nullable(),
    /** Whether the last column stands at the right edge. */
    endsRight: z.boolean(),
    rows: z.array(row),
  }),
  z.object({ kind: z.literal('berths'), berths: z.array(berth), said: z.string() }),
  /** Room to write by hand, in lines. */
  z.object({ kind: z.literal('room'), lines: z.number().int() }),
]);
export type PaperBlock = z.infer<typeof block>;

/** The rule above a section: of its own, or one of the five kinds of knowing. */
const rule = z.enum(['section', 'none', 'known', 'reported', 'contested', 'unknown', 'held']);

const section = z.object({
  key: z.string(),
  title: z.string(),
  note: z.string(),
  rule,
  blocks: z.array(block),
  /** How many rows were left out for want of room, and what is said of them: `{{count}} more in the data`. */
  left: z.number().int(),
  leftText: z.string(),
});
export type PaperSection = z.infer<typeof section>;

export const paperShape = z.object({
  language: z.enum(languages),
  title: z.string(),
  /** What stands at the top of every page: the kind of paper first, and at the right whose copy it is. */
  head: z.object({ strong: z.string(), rest: z.string(), right: z.string() }),
  /** The two cities, the copy's own first, and what is said on the line between them; null where it is of one city. */
  pair: z.object({ own: z.string(), other: z.string(), above: z.string(), below: z.string() }).nullable(),
  /** Sections one below the other; two of one group stand side by side. A group that `begins` is printed on a new page where there is room for it. */
  groups: z.array(z.object({ begins: z.boolean(), sections: z.array(section).min(1).max(2) })),
  /** At the bottom of every page; `page` has `{{page}}` and `{{pages}}`. */
  foot: z.object({ text: z.string(), seal: z.string(), page: z.string() }),
  /** `car` is larger, to be read on the way; `desk` is for the table. */
  type: z.enum(['car', 'desk']),
  /** It never has more pages; null: as many as it takes. */
  mostPages: z.number().int().nullable(),
});
export type Paper = z.infer<typeof paperShape>;

/** What was left out so that the paper keeps to its pages, and how many it has. */
export const paperLength = z.object({
  pages: z.number().int(),
  left: z.array(z.object({ section: z.string(), words: z.string() })),
  /** Words with letters that no font of ours has. */
  unset: z.array(z.string()),
});
export type PaperLength = z.infer<typeof paperLength>;

export const plain = (text: string): PaperLine => ({ text, look: 'plain' });
export const strong = (text: string): PaperLine => ({ text, look: 'strong' });
export const muted = (text: string): PaperLine => ({ text, look: 'muted' });
export const small = (text: string): PaperLine => ({ text, look: 'small' });
