// Figures and signs that an input method wrote full-width, as in １３：３０, become narrow when a field is left or sent, and tabs blanks.
import { narrowed } from '#kernel/writing/narrow.ts';

const kinds: readonly string[] = ['text', 'tel', 'email', 'url', 'search'];

/** Chinese words and their signs stay as they are: only what is wholly Latin letters, figures and signs is written narrow. */
export function narrowField(field: EventTarget): void {
  if (!(field instanceof HTMLInputElement) || !kinds.includes(field.type)) return;
  // A line pasted from a document may hold tabs, which nobody sees and a line may not have.
  const spaced = field.value.replace(/\t+/g, ' ');
  const narrow = narrowed(spaced);
  const plain = narrow !== spaced.trim() && /^[\x20-\x7e]+$/.test(narrow) ? narrow : spaced;
  if (plain === field.value) return;
  // By the element's own setter and an event, so that a field whose value React holds is told as if it had been typed.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, plain);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
