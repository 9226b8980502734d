// What the address of a council report says: of which year.

export interface CouncilSearch {
  readonly year?: number;
}

export function councilSearch({ year }: Readonly<Record<string, unknown>>): CouncilSearch {
  const number = Number(year);
  return Number.isInteger(number) && number >= 1900 && number <= 2200 ? { year: number } : {};
}
