// What types cannot say about texts: Chinese is Chinese, keys carry their module's name, and every refusal has its sentence.

/** Chinese sentences that may do without a Han character: names and formats that are written alike in both languages. */
const sameInBoth: ReadonlySet<string> = new Set([
  'Hansa',
  'English',
  'CSV',
  'Excel',
  'API',
  'ICS',
  '.ics',
  '.xlsx',
  '.csv',
  '.dzn',
  'OpenAPI',
  'REST API',
  'IP',
]);

/** Keys whose Chinese sentence has letters but no Han character. Placeholders, figures and punctuation do not count as letters. */
export function textsWithoutHan(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts).flatMap(([key, sentence]) => {
    const plain = sentence.replace(/\{\{[^}]*\}\}/g, '').trim();
    return !/\p{Letter}/u.test(plain) || /\p{Script=Han}/u.test(plain) || sameInBoth.has(plain) ? [] : [key];
  });
}

/** Keys that do not begin with the name of the room they belong to. */
export const strayKeys = (room: string, texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(texts).filter((key) => !new RegExp(`^${room}\\.[a-z0-9_]+$`).test(key));

/** Codes of refusals and problems in a source file, e.g. `meetings.slot_taken`. */
export function refusalCodesIn(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:code|notFound)\b\s*[:(]\s*'([a-z]+\.[a-z0-9_]+)'/g)].map((match) => match[1] ?? '');
}

/** Codes without a sentence; a sentence in plural forms counts. */
export const codesWithoutSentence = (codes: Iterable<string>, texts: Readonly<Record<string, string>>): readonly string[] =>
  [...new Set(codes)].filter((code) => !(code in texts) && !(`${code}_other` in texts)).sort();

/** Keys that two files of one language give different sentences: which one is read would depend on the order in which they are joined. */
export function keysSaidTwice(files: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const said = new Map<string, string>();
  const twice = files.flatMap((texts) =>
    Object.entries(texts).filter(([key, sentence]) => {
      const before = said.get(key) ?? sentence;
      said.set(key, before);
      return before !== sentence;
    }),
  );
  return [...new Set(twice.map(([key]) => key))].sort();
}
