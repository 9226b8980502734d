// A company that comes without having been announced: its number.

/** The number after the highest of its letter, as long as the others: B118 → B119; B01 where there is none. */
export function nextCode(codes: readonly string[], letter: 'B' | 'E' = 'B'): string {
  const numbered = codes.flatMap((code) => {
    const [first, digits] = [code.slice(0, 1), code.slice(1)];
    return first === letter && /^\d+$/.test(digits) ? [digits] : [];
  });
  const highest = Math.max(0, ...numbered.map(Number));
  const length = Math.max(2, ...numbered.map((digits) => digits.length));
  return `${letter}${String(highest + 1).padStart(length, '0')}`;
}
