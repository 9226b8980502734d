// Reads the words of a Word file back, for tests: the body with its tables, and what stands at the top and bottom of each page.
import { streamXml } from '../files/xml-stream.ts';
import { openZip, zipLimits } from '../files/zip-directory.ts';

export interface WordWords {
  readonly body: string;
  readonly edges: string;
  /** What of the body no line may break. */
  readonly held: readonly string[];
  /** Names of the parts, and the elements that occur in the body with how often. */
  readonly parts: readonly string[];
  readonly elements: ReadonlyMap<string, number>;
}

export async function wordsOfWord(bytes: Uint8Array): Promise<WordWords> {
  const zip = await openZip(bytes, zipLimits);
  if (!zip.ok) throw new Error('The bytes are no Word file.');
  const elements = new Map<string, number>();
  const read = async (name: string): Promise<string> => {
    const pieces: string[] = [];
    let isText = false;
    const open = (tag: string): void => {
      isText = tag === 't';
      if (name === 'word/document.xml') elements.set(tag, (elements.get(tag) ?? 0) + 1);
    };
    await streamXml(zip.value, name, { open, text: (piece) => void (isText && pieces.push(piece)), close: () => (isText = false) }, 1e8);
    return pieces.join('');
  };
  const parts = [...zip.value.entries.keys()];
  const written = await read('word/document.xml');
  const edges = await Promise.all(parts.filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).map(read));
  // A blank at which no line ends is a blank to whoever reads.
  return {
    body: written.replaceAll('\u00a0', ' '),
    held: written.match(/\S+(?:\u00a0\S+)+/g) ?? [],
    edges: edges.join('\n'),
    parts,
    elements,
  };
}
