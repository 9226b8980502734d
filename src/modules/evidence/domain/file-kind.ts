// What a file really is, told by its bytes; its name and what the browser says of it are not believed.

/** 10 MB */
export const mostDocumentBytes = 10_000_000;

/** What may be kept as evidence, with the ending its name is given. */
const endings = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
export type MediaType = keyof typeof endings;

/** What is refused, each with a sentence of its own: `evidence.file_<kind>`. */
export type RefusedFile = 'empty' | 'program' | 'page' | 'macros' | 'unknown';

export type FileKind = { readonly mediaType: MediaType } | { readonly refused: RefusedFile } | { readonly archive: true };

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** First bytes of programs: Windows, Linux, macOS in both byte orders, Java, WebAssembly, scripts, Windows shortcuts. */
const programs: readonly (readonly number[])[] = [
  ascii('MZ'),
  [0x7f, ...ascii('ELF')],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0, ...ascii('asm')],
  ascii('#!'),
  [0x4c, 0, 0, 0, 1, 0x14, 2, 0],
];

/** Text that a browser or a shell would run rather than show. */
const runs = /^(?:@echo\b|<\?php|set-executionpolicy\b|powershell\b)/i;
const marksUp = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|meta|link)\b|^<\?xml/i;

/** Strict UTF-8 (with or without its mark) without control characters; null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  let text = '';
  for (let at = begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0 || (lead < 0x20 && lead !== 9 && lead !== 10 && lead !== 12 && lead !== 13) || lead === 0x7f) return null;
    for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return null;
    // Only the beginning is looked at for markup; letters beyond ASCII do not matter there.
    if (text.length < 4096) text += length === 1 ? String.fromCharCode(lead) : '?';
    at += length;
  }
  return text;
}

/** What the bytes are; an archive is looked into by `archiveKind`. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { refused: 'empty' };
  if (programs.some((start) => begins(bytes, ...start))) return { refused: 'program' };
  if (begins(bytes, ...ascii('%PDF-'))) return { mediaType: 'application/pdf' };
  if (begins(bytes, 0x89, ...ascii('PNG'), 13, 10, 26, 10)) return { mediaType: 'image/png' };
  if (begins(bytes, 0xff, 0xd8, 0xff)) return { mediaType: 'image/jpeg' };
  if (begins(bytes, ...ascii('RIFF')) && begins(bytes.subarray(8), ...ascii('WEBP'))) return { mediaType: 'image/webp' };
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return { archive: true };
  const text = textOf(bytes);
  if (text === null) return { refused: 'unknown' };
  if (runs.test(text.trimStart())) return { refused: 'program' };
  return marksUp.test(text) ? { refused: 'page' } : { mediaType: 'text/plain' };
}

/** What an archive with these entries is: a document or workbook of Office without macros, or nothing we keep. */
export function archiveKind(entries: Iterable<string>): FileKind {
  const names = new Set(entries);
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return { refused: 'macros' };
  if (names.has('META-INF/MANIFEST.MF') || [...names].some((name) => /\.(?:exe|dll|class|dex|so)$/i.test(name)))
    return { refused: 'program' };
  if (!names.has('[Content_Types].xml')) return { refused: 'unknown' };
  if (names.has('word/document.xml')) return { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  if (names.has('xl/workbook.xml')) return { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  return { refused: 'unknown' };
}

/** The name a document is kept under: the last part of a path, without what a file system or a header cannot carry, with the ending of what it is. */
export function documentName(name: string, mediaType: MediaType): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const ending = endings[mediaType];
  const plain = last
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim();
  return `${[...(plain === '' ? 'document' : plain)].slice(0, 150).join('')}.${ending}`;
}
