// The code on a badge that stewards scan: the participant's own id in letters that any reader of codes and any keyboard passes on unchanged
// (Crockford's base 32). It opens nothing: whoever reads it learns no more than that it is a code.

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Tells the code from the number of a participant. */
const mark = 'HANSA';
const length = 26;

/** `HANSA` and 26 letters for a UUID. */
export function doorCodeOf(id: string): string {
  let value = BigInt(`0x${id.replaceAll('-', '')}`);
  let code = '';
  for (let at = 0; at < length; at += 1) {
    code = (letters[Number(value % 32n)] ?? '') + code;
    value /= 32n;
  }
  return mark + code;
}

/** The id in a scanned code, however its letters are written; null where it is none. */
export function idOfDoorCode(scanned: string): string | null {
  const text = scanned.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (!text.startsWith(mark) || text.length !== mark.length + length) return null;
  let value = 0n;
  for (const letter of text.slice(mark.length)) {
    const digit = letters.indexOf(letter);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  const hex = value.toString(16).padStart(32, '0');
  if (hex.length > 32) return null;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
