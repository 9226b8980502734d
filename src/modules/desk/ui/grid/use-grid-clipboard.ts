// Copying and pasting while a cell of the grid has the focus; anything else is left to the browser and the rest of the page.
import { useEffect, type RefObject } from 'react';

interface GridClipboard {
  /** What is selected, as text and as a table. */
  readonly onCopy: () => { readonly plain: string; readonly html: string };
  /** Takes what was pasted; answers false where it is not for cells. */
  readonly onPaste: (text: string) => boolean;
}

/** The browser reports both at the cell or, where nothing is marked, at the body: the focus says whether the grid is meant. */
const hasFocus = (table: HTMLElement | null): boolean => {
  const cell = document.activeElement;
  return table !== null && cell instanceof HTMLElement && cell.dataset['spot'] !== undefined && table.contains(cell);
};

export function useGridClipboard(table: RefObject<HTMLElement | null>, { onCopy, onPaste }: GridClipboard): void {
  useEffect(() => {
    const copied = (event: ClipboardEvent) => {
      if (!hasFocus(table.current) || (document.getSelection()?.toString() ?? '') !== '') return;
      const { plain, html } = onCopy();
      event.clipboardData?.setData('text/plain', plain);
      event.clipboardData?.setData('text/html', html);
      event.preventDefault();
    };
    const pasted = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '' || !hasFocus(table.current) || !onPaste(text)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', copied);
    // Before the page as a whole takes it for a sheet of ties.
    document.addEventListener('paste', pasted, { capture: true });
    return () => {
      document.removeEventListener('copy', copied);
      document.removeEventListener('paste', pasted, { capture: true });
    };
  });
}
