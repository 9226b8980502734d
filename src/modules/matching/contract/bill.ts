// Why two match, as every answer of the API says it.
import { z } from 'zod';

const count = z.number().int().min(0);

/** One line of the bill: what it rests on, in words of our texts and of theirs, or by topics or countries, and what it gives in thousandths. */
const billLine = z.object({
  part: z.enum(['words', 'wide', 'near', 'field', 'place', 'topics', 'market', 'size', 'language', 'met_before', 'acceptance']),
  ours: z.array(z.string()),
  theirs: z.array(z.string()),
  keys: z.array(z.string()),
  value: count,
});
/** What we seek and they bring, what they seek and we bring, what holds both ways, and what counts besides; all lines sum to the score. */
export const bill = z.object({
  sought: z.array(billLine),
  brought: z.array(billLine),
  both: z.array(billLine),
  besides: z.array(billLine),
});
