// The API of what an office keeps of an exchange for itself.
import { z } from 'zod';
import { amount, id, officeId, signedIn } from '#kernel/procedure.ts';

const tags = ['ties'];
const ofExchange = z.object({ exchangeId: id.brand<'Exchange'>(), office: officeId });
const text = (most: number) => z.string().trim().min(1).max(most).nullable();

/** All of it is the office's alone, whoever sees the exchange. */
const notes = z.object({ cost: amount.nullable(), paidBy: text(200), gifts: text(4000), talkingPoints: text(8000) });
export type ExchangeNotes = z.infer<typeof notes>;

export const exchangeNotes = {
  getExchangeNotes: signedIn
    .route({
      method: 'GET',
      path: '/exchanges/{exchangeId}/notes',
      tags,
      summary: 'Cost, gifts and talking points an office keeps for itself',
    })
    .input(ofExchange)
    .output(notes),
  setExchangeNotes: signedIn
    .route({ method: 'POST', path: '/exchanges/{exchangeId}/notes', tags, summary: 'Write these notes, replacing the earlier ones' })
    .input(ofExchange.extend(notes.shape))
    .output(notes),
};
