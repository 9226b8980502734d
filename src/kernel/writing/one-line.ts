// What may stand in a text: no hidden characters anywhere, and no line breaks where a text is a line.

/** Texts of at most so many characters are names, titles and the like, one line each; longer ones are prose. */
export const longestLine = 300;

// Control characters but tab and line breaks (general category Cc); overrides, embeddings and isolates of writing direction (UAX #9), by
// which a text shows other than it reads ("Trojan Source"); interlinear and tag characters, which show nothing but in the flag of a region.
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]/u;
const BREAK = /[\t\n\r\u0085\u2028\u2029]/u;

export interface Hidden {
  /** As Unicode writes it, such as U+202E. */
  readonly character: string;
  /** From 1. */
  readonly line: number;
}

const foundBy = (text: string, pattern: RegExp): Hidden | null => {
  const found = pattern.exec(text);
  if (found === null) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { character: `U+${code}`, line: text.slice(0, found.index).split(/\r\n?|\n/).length };
};

/** The first hidden character of a text, null where there is none. */
export const hiddenIn = (text: string): Hidden | null => foundBy(text, HIDDEN);

/** The first character that keeps a text from being one plain line, null where it is one. */
export const breaksLine = (text: string): Hidden | null => foundBy(text.trim(), BREAK) ?? hiddenIn(text);
