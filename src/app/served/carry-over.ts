// Finds in a page that was drawn anew what a reader had touched in the one before, which looked the same.

/** An element by what it is called, and the how many-th of those it is. */
export interface Touched {
  readonly tag: string;
  readonly called: string;
  readonly place: number;
}

const calledOf = (element: Element): string =>
  [element.getAttribute('name'), element.getAttribute('aria-label') ?? element.textContent].join('\n');

export function touchedIn(page: Element, element: Element): Touched {
  const [tag, called] = [element.tagName, calledOf(element)];
  return { tag, called, place: [...page.querySelectorAll(tag)].filter((other) => calledOf(other) === called).indexOf(element) };
}

export const foundAgain = (page: Element, { tag, called, place }: Touched): HTMLElement | null => {
  const found = [...page.querySelectorAll<HTMLElement>(tag)].filter((other) => calledOf(other) === called);
  return found[place] ?? null;
};

/** React hears of a value only where it is not set as a script does. */
export function type(field: HTMLInputElement, { value, selectionStart, selectionEnd }: HTMLInputElement): void {
  if (value === field.value) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What is open, what is typed, and where the reader is. */
export function carryOver(before: Element, after: Element): void {
  for (const open of before.querySelectorAll('details[open] > summary')) {
    const details = foundAgain(after, touchedIn(before, open))?.parentElement;
    if (details instanceof HTMLDetailsElement) details.open = true;
  }
  const active = document.activeElement;
  if (active === null || !before.contains(active)) return;
  const again = foundAgain(after, touchedIn(before, active));
  again?.focus({ preventScroll: true });
  if (active instanceof HTMLInputElement && again instanceof HTMLInputElement) type(again, active);
}
