// For whom something is drawn at the moment: several pages are under way at once, each in its own reader's language.
import { AsyncLocalStorage } from 'node:async_hooks';
import { loadAllTexts, readBy, type Reading } from '#client/language.ts';
import { loadTexts } from '../texts/load-texts.ts';

const readers = new AsyncLocalStorage<Reading>();
readBy(() => readers.getStore());
const texts = loadAllTexts(loadTexts);

/** Draws with all texts there. */
export async function drawFor<T>(reading: Reading, draw: () => T): Promise<Awaited<T>> {
  await texts;
  return await readers.run(reading, draw);
}
