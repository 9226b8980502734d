// Which of several offices somebody works for: the one they chose on this device, else by kind; it stands first wherever one is meant.
const KEY = 'hansa.office';

export function chosenOffice(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function chooseOffice(office: string): void {
  try {
    localStorage.setItem(KEY, office);
  } catch {
    /* storage may be forbidden; each page then begins with the office that goes first by its kind */
  }
}

const kinds = ['organiser', 'chamber', 'company', 'register', 'city'] as const;

/** Whoever founded an installation for an expo of their own works for the expo. */
export function inWorkingOrder<O extends { readonly id: string; readonly kind: (typeof kinds)[number] }>(
  offices: readonly O[],
  chosen: string | null,
): O[] {
  const place = ({ id, kind }: O): number => (id === chosen ? -1 : kinds.indexOf(kind));
  return offices.toSorted((one, other) => place(one) - place(other));
}
