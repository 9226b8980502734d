// Letters that come back after a server had taken them: reads the report of a mail server (delivery status notification, RFC 3464). The report comes from anybody, so it is trusted for one thing alone: the id of a mail, which nobody guesses.
/** One mail that a server gave up on; `words` are the server's own, in one line. */
export interface Bounce {
  readonly mail: string;
  readonly words: string;
}

export type BounceReading =
  | { readonly kind: 'bounce'; readonly bounce: Bounce }
  /** Not a report of a failed delivery of ours, and why. */
  | { readonly kind: 'left'; readonly why: 'no_report' | 'not_failed' | 'not_ours' };

interface Part {
  readonly heads: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Header fields, unfolded, by name in small letters (the first of a name); and what follows the blank line. */
function splitPart(text: string): Part {
  const at = text.search(/\r?\n\r?\n/);
  const [top, body] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at).replace(/^\r?\n\r?\n/, '')];
  const heads = new Map<string, string>();
  for (const line of top.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !heads.has(name.toLowerCase())) heads.set(name.toLowerCase(), value.trim());
  }
  return { heads, body };
}

const typeOf = ({ heads }: Part): string => (heads.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';

const boundaryOf = ({ heads }: Part): string | null => {
  const found = /;\s*boundary\s*=\s*(?:"((?:\\.|[^"\\])+)"|([^\s;]+))/i.exec(heads.get('content-type') ?? '');
  return found?.[1]?.replaceAll(/\\(.)/g, '$1') ?? found?.[2] ?? null;
};

/** The body as text, whatever it was packed in for the way. */
function unpacked({ heads, body }: Part): string {
  const encoding = heads.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** No report is deeper, or of more parts. */
const [MOST_DEEP, MOST_PARTS] = [5, 50];

/** All parts of a message that are no multipart themselves, in their order. */
function partsOf(part: Part, deep = 0): readonly Part[] {
  const boundary = typeOf(part).startsWith('multipart/') ? boundaryOf(part) : null;
  if (boundary === null) return [part];
  if (deep >= MOST_DEEP) return [];
  const [, ...pieces] = `\n${part.body}`.split(`\n--${boundary}`);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .slice(0, MOST_PARTS)
    .flatMap((piece) => partsOf(splitPart(piece.replace(/^[^\n]*\n/, '')), deep + 1));
}

const idIn = (text: string | undefined): string | null =>
  /(?:^|[<\s+])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:@|>|$)/i.exec(text ?? '')?.[1]?.toLowerCase() ?? null;

/** `smtp; 550 5.1.1 no such user` without the word before it; else the status. */
const wordsOf = (fields: ReadonlyMap<string, string>): string =>
  (fields.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? fields.get('status') ?? '').replaceAll(/\s+/g, ' ').slice(0, 400);

const refusedWords = (fields: ReadonlyMap<string, string>): string => {
  const to = fields.get('final-recipient')?.replace(/^[\w-]+\s*;\s*/, '');
  return [wordsOf(fields), ...(to === undefined ? [] : [`(${to})`])].join(' ').trim();
};

/** Reads a message as it stands in a mailbox. Only what failed for good counts: what is delayed is still tried. */
export function readBounce(message: string): BounceReading {
  const whole = splitPart(message);
  const parts = partsOf(whole);
  const status = parts.find((part) => /^message\/(global-)?delivery-status$/.test(typeOf(part)));
  if (status === undefined) return { kind: 'left', why: 'no_report' };
  // Groups of fields: of the message first, then of each recipient.
  const [ofMessage, ...ofRecipients] = unpacked(status)
    .trim()
    .split(/\r?\n\s*\r?\n/)
    .map((group) => splitPart(`${group}\n\n`).heads);
  const failed = ofRecipients.find((fields) => fields.get('action')?.toLowerCase() === 'failed');
  if (failed === undefined) return { kind: 'left', why: 'not_failed' };
  const returned = parts.find((part) => /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/.test(typeOf(part)));
  const mail =
    (returned === undefined ? null : idIn(splitPart(unpacked(returned)).heads.get('message-id'))) ??
    idIn(ofMessage?.get('original-envelope-id'));
  return mail === null ? { kind: 'left', why: 'not_ours' } : { kind: 'bounce', bounce: { mail, words: refusedWords(failed) } };
}
