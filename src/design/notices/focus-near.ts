// Where the focus goes when a dialog opens, and when what held it is taken out of the page: to the neighbour, so that whoever works by
// keyboard does not begin again at the top.

const fields = 'input:not([type=hidden]), select, textarea';
const focusable = `a[href], button, ${fields}, [tabindex="0"]`;

const usable = (root: Element, selector: string): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => !one.matches(':disabled') && one.getClientRects().length > 0);

/** Focuses what a dialog is opened for: what is marked, else its first field (of a group of choices the chosen one); whether there is any. */
export function focusFirst(dialog: HTMLElement): boolean {
  const [first] = usable(dialog, '[data-focus-first]').concat(usable(dialog, fields));
  if (first === undefined) return false;
  const chosen =
    first instanceof HTMLInputElement && first.type === 'radio' && usable(dialog, `input[name="${CSS.escape(first.name)}"]:checked`)[0];
  (chosen || first).focus();
  return true;
}

/** Does it as soon as there is a field, where the form is still being fetched, unless somebody was faster. Answers how to stop waiting. */
export function focusFirstField(dialog: HTMLElement): () => void {
  if (focusFirst(dialog)) return () => undefined;
  const waiting = new MutationObserver(() => {
    const { activeElement } = document;
    const isTouched = activeElement?.matches(fields) === true || !dialog.isConnected;
    if (isTouched || focusFirst(dialog)) waiting.disconnect();
  });
  waiting.observe(dialog, { childList: true, subtree: true });
  return () => waiting.disconnect();
}

/** An element's way up: each child with its parent and its place among its siblings, up to the page's main part. */
type Place = readonly { readonly child: Element; readonly parent: Element; readonly at: number }[];

/** Where an element stands, to be told before it goes. */
export function placeOf(element: Element): Place {
  const place: { child: Element; parent: Element; at: number }[] = [];
  for (let child = element; child.parentElement !== null && !child.matches('main, body'); child = child.parentElement)
    place.push({ child, parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  return place;
}

/** Focuses what has come to an element's place, the same control in it where there is one: the next of a list, else the one before, else what is around. */
export function focusNear(place: Place): void {
  for (const { child, parent, at } of place) {
    if (!parent.isConnected || parent.matches('main, body')) continue;
    const before = [...child.querySelectorAll(focusable)];
    const nth = Math.max(
      0,
      before.findIndex((one) => one === place[0]?.child),
    );
    const siblings = [...parent.children];
    for (const sibling of [...siblings.slice(at), ...siblings.slice(0, at).reverse()]) {
      const those = sibling.matches(focusable) && sibling instanceof HTMLElement ? [sibling] : usable(sibling, focusable);
      const near = those[nth] ?? those[0];
      if (near !== undefined) return near.focus({ preventScroll: true });
    }
  }
}

/** From now on the focus goes to the neighbour whenever what held it is removed. Answers how to end that. */
export function keepFocusNear(): () => void {
  let last: { readonly element: Element; readonly place: Place } | null = null;
  const note = ({ target }: FocusEvent): void => {
    if (target instanceof Element) last = { element: target, place: placeOf(target) };
  };
  const watching = new MutationObserver(() => {
    const lost = last;
    if (lost === null || lost.element.isConnected || document.activeElement !== document.body) return;
    last = null;
    // Whatever removed it may have a better idea in its own next step.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusNear(lost.place);
    });
  });
  document.addEventListener('focusin', note);
  watching.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', note);
    watching.disconnect();
  };
}
