// Reads the text of a paper back, for tests: as a reader's program would, by the fonts' own tables from glyphs to letters.
import { inflateSync } from 'node:zlib';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Objects of the file by number: their dictionary, and their stream unpacked. */
function objectsOf(file: string): ReadonlyMap<string, { readonly head: string; readonly stream: string }> {
  const objects = new Map<string, { readonly head: string; readonly stream: string }>();
  for (const [, number = '', body = ''] of file.matchAll(/(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g)) {
    const [head = '', packed] = body.split(/stream\r?\n([\s\S]*)\r?\nendstream/);
    const isPacked = head.includes('/FlateDecode');
    const stream = packed === undefined ? '' : isPacked ? latin(inflateSync(Buffer.from(packed, 'latin1'))) : packed;
    objects.set(number, { head, stream });
  }
  return objects;
}

const lettersOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Letters by glyph number, of a ToUnicode table. */
function tableOf(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [, section = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', list = ''] of section.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi))
      for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries())
        table.set(Number.parseInt(from, 16) + at, lettersOf(hex.replaceAll(' ', '')));
  return table;
}

/** The text of each page, piece after piece as it was set; letters that a reader could not tell are U+FFFD. */
export function pagesOf(bytes: Uint8Array): readonly string[] {
  const objects = objectsOf(latin(bytes));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const { head } of objects.values())
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      fonts.set(name, tableOf(objects.get(unicode)?.stream ?? ''));
    }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
    return [...content.matchAll(/\/(F\d+) [\d.]+ Tf\s+\[([^\]]*)\] TJ/g)]
      .map(([, font = '', shown = '']) => {
        const table = fonts.get(font);
        const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
        return glyphs.map((glyph) => table?.get(Number.parseInt(glyph, 16)) ?? '\uFFFD').join('');
      })
      .join('\u0001');
  });
}

/** A text without blanks and without the ends of lines and pieces, so that what was broken over lines is found whole. */
export const unbroken = (text: string): string => text.replaceAll(/[\s\u0001]+/g, '');
