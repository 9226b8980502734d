// A company that comes without having been announced: the next number, and the codes of those it wishes to meet as they are typed.

/** The number after the highest of its letter, as long as the others: B118 → B119; B01 where there is none. */
export function nextCode(codes: readonly string[]): string {
  const numbered = codes.flatMap((code) => {
    const digits = /^B(\d+)$/.exec(code)?.[1];
    return digits === undefined ? [] : [digits];
  });
  const highest = Math.max(0, ...numbered.map(Number));
  const length = Math.max(2, ...numbered.map((digits) => digits.length));
  return `B${String(highest + 1).padStart(length, '0')}`;
}

/** Typed codes, however they are parted and written; each once. */
export const codesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .split(/[\s,;、，；]+/)
      .filter((code) => code !== ''),
  ),
];
