// What appears on leaving a field waits until the press that left it is over: else the button moves away from under the finger.
let isPressed = false;
if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', () => (isPressed = true), true);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => (isPressed = false), true);
}

/** Runs it once nothing is pressed; the click that belongs to the press comes first. */
export function afterPress(run: () => void): void {
  const soon = () => void setTimeout(run, 0);
  if (!isPressed) return soon();
  const end = () => {
    for (const event of ['pointerup', 'pointercancel']) document.removeEventListener(event, end, true);
    soon();
  };
  for (const event of ['pointerup', 'pointercancel']) document.addEventListener(event, end, true);
}
