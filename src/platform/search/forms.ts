// The ways in which a name may be typed: without accents, with and without spaces, Chinese also as pinyin.
import { pinyin } from 'pinyin-pro';
import { fold } from '#kernel/fold.ts';

const HAN = /\p{Script=Han}/u;

/** Only letters and digits, folded, single blanks between them: `'Shang-hai (上海)'` gives `'shang hai 上海'`. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const spoken = (text: string): string =>
  plain(
    pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
      .map((syllable) => syllable.trim())
      .join(' '),
  );

/** In Latin letters, a blank between syllables of Chinese: `'北京论坛'` gives `'bei jing lun tan'`. */
export const spelt = (text: string): string => (HAN.test(text) ? spoken(text) : plain(text));

/** Without blanks. */
export const joined = (text: string): string => text.replaceAll(' ', '');

export interface Forms {
  /** As it is written, folded. */
  readonly written: string;
  /** In Latin letters where it can be, without blanks: what likeness is measured by. */
  readonly compact: string;
  /** Those under which a name is kept: as it is written, and for Han characters by their sound. Blanks do not count when it is searched. */
  readonly kept: readonly string[];
  /** All of them, none twice; empty where there is neither letter nor digit. */
  readonly all: readonly string[];
}

/**
 * All forms of a text: `'上海'` gives `上海`, `shang hai`, `shanghai`. Traditional and simplified characters meet in their pinyin.
 */
export function formsOf(text: string): Forms {
  const written = plain(text);
  const isHan = HAN.test(written);
  const latin = spelt(written);
  const all = [...new Set([written, joined(written), latin, joined(latin)])].filter((form) => form !== '');
  const kept = [...new Set(isHan ? [written, joined(latin)] : [written])].filter((form) => form !== '');
  return { written, compact: joined(latin), kept, all };
}

/** How texts sound is worked out once: whoever looks at a large edition asks for the same thousands of names every minute. */
const heard = new Map<string, string>();
const mostHeard = 20_000;

/** How a text with Han characters is typed by its sound: `'上海'` gives `'shanghai sh'`, whole and by initials; empty where it has none. */
export function soundOf(text: string): string {
  if (!HAN.test(text)) return '';
  const known = heard.get(text);
  if (known !== undefined) return known;
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
  const sound = `${joined(spoken(text))} ${fold(initials)}`;
  if (heard.size >= mostHeard) heard.clear();
  heard.set(text, sound);
  return sound;
}
