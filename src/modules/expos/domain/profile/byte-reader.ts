// Numbers and letters in the bytes of a file; beyond its end they read as nothing, so that a damaged file is refused and never runs over.

export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
export const wordAt = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) * 256 + byteAt(bytes, at + 1);
export const longAt = (bytes: Uint8Array, at: number): number => wordAt(bytes, at) * 65_536 + wordAt(bytes, at + 2);
/** As `wordAt`, `longAt`, the lowest byte first. */
export const lowWordAt = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) + byteAt(bytes, at + 1) * 256;
export const lowLongAt = (bytes: Uint8Array, at: number): number => lowWordAt(bytes, at) + lowWordAt(bytes, at + 2) * 65_536;

export const lettersAt = (bytes: Uint8Array, at: number, count: number): string =>
  String.fromCharCode(...bytes.subarray(at, Math.max(at, at + count)));
export const ofLetters = (letters: string): readonly number[] => [...letters].map((letter) => letter.charCodeAt(0));

/** One after the other. */
export function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
