// Figures and signs that an input method wrote full-width, as in １３：３０, become narrow when a field is left or sent.
import { narrowed } from '#kernel/writing/narrow.ts';

const kinds: readonly string[] = ['text', 'tel', 'email', 'url', 'search'];

/** Chinese words and their signs stay as they are: only what is wholly Latin letters, figures and signs is written narrow. */
export function narrowField(field: EventTarget): void {
  if (!(field instanceof HTMLInputElement) || !kinds.includes(field.type)) return;
  const plain = narrowed(field.value);
  if (plain === field.value.trim() || !/^[\x20-\x7e]+$/.test(plain)) return;
  // By the element's own setter and an event, so that a field whose value React holds is told as if it had been typed.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, plain);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
