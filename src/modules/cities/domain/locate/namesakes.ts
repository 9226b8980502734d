// Places that a Chinese name means as well, although the gazetteer has it of another place of their first name alone.
import type { Entry } from './entry.ts';
import { nameKey } from './name.ts';

const HAN = /\p{Script=Han}/u;

/** Where places are named in Chinese characters, two that sound alike are written otherwise. */
export const WRITTEN_IN_HAN: ReadonlySet<string> = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'KR', 'KP']);

export const isHan = (text: string): boolean => HAN.test(text);

/**
 * Elsewhere a Chinese name writes the sound of the first one: who writes 曼彻斯特 may mean each Manchester, whichever of them the gazetteer
 * knows to be written so.
 */
export class Namesakes {
  readonly #byMainName = new Map<string, Entry[]>();

  /** `mainKey`: the key of the place's first name. */
  offer(entry: Entry, mainKey: string): void {
    if (WRITTEN_IN_HAN.has(entry.country)) return;
    const called = this.#byMainName.get(mainKey);
    if (called === undefined) this.#byMainName.set(mainKey, [entry]);
    else called.push(entry);
  }

  /** All places of the same first name, the place itself among them. */
  of(entry: Entry): readonly Entry[] {
    return WRITTEN_IN_HAN.has(entry.country) ? [] : (this.#byMainName.get(nameKey(entry.name)) ?? []);
  }
}
