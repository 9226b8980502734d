// The API of what an office keeps of an exchange for itself, and of what a side says of one that somebody else entered.
import { z } from 'zod';
import { amount, flexDate, guarded, id, officeId, signedIn } from '#kernel/procedure.ts';
import { exchangeVerdicts } from '../domain/exchange-words.ts';

const tags = ['ties'];
const ofExchange = z.object({ exchangeId: id.brand<'Exchange'>(), office: officeId });
const text = (most: number) => z.string().trim().min(1).max(most).nullable();

/** All of it is the office's alone, whoever sees the exchange. */
const notes = z.object({ cost: amount.nullable(), paidBy: text(200), gifts: text(4000), talkingPoints: text(8000) });
export type ExchangeNotes = z.infer<typeof notes>;
/** 0 where the office has written none. */
const keptNotes = notes.extend({ version: z.number().int() });
export type KeptNotes = z.infer<typeof keptNotes>;

export const exchangeNotes = {
  getExchangeNotes: signedIn
    .route({
      method: 'GET',
      path: '/exchanges/{exchangeId}/notes',
      tags,
      summary: 'Cost, gifts and talking points an office keeps for itself',
    })
    .input(ofExchange)
    .output(keptNotes),
  setExchangeNotes: guarded
    .route({ method: 'POST', path: '/exchanges/{exchangeId}/notes', tags, summary: 'Write these notes, replacing the earlier ones' })
    .input(ofExchange.extend(notes.shape))
    .output(keptNotes),
  /** `verdict` null takes the word back; what is held instead goes with "it differs" alone. */
  sayOfExchange: signedIn
    .route({
      method: 'POST',
      path: '/exchanges/{exchangeId}/word',
      tags,
      summary: 'State for a side what it holds of an exchange that another office entered, or take it back',
    })
    .input(
      ofExchange.extend({
        verdict: z.enum(exchangeVerdicts).nullable(),
        happened: z.boolean().default(true),
        starts: flexDate.nullable().default(null),
        note: text(1000).default(null),
      }),
    )
    .output(ofExchange.extend({ verdict: z.enum(exchangeVerdicts).nullable() })),
};
