// An edition as its guests read it: what it is called, where and when it is, and who holds it.
import { z } from 'zod';
import { id, multilingual } from '#kernel/procedure.ts';

export const editionHead = z.object({
  id: id.brand<'Edition'>(),
  slug: z.string(),
  name: multilingual(200),
  venue: multilingual(200),
  timeZone: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  organiserName: multilingual(200),
});
