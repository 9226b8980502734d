// Where a list stands that a button opens: under it, within the window, the focus on its first entry.
export function placeUnder(button: HTMLElement, list: HTMLElement): void {
  const box = button.getBoundingClientRect();
  list.style.top = `${box.bottom + 4}px`;
  list.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - list.offsetWidth - 8))}px`;
  list.querySelector<HTMLElement>('a, button')?.focus();
}
