// The secret of a letter's link: neither the address nor the history holds it once it was taken, but a page that is loaded again has it still.
import { takeLinkFromAddress } from '#modules/accounts/ui/link.ts';

const kept = 'hansa.follow-up';

/** Of this tab alone, and until it is closed. A newer link takes the place of an older one; a browser that keeps nothing asks for the letter again. */
export function heldToken(): string | null {
  const token = takeLinkFromAddress();
  try {
    if (token !== null) window.sessionStorage.setItem(kept, token);
    return token ?? window.sessionStorage.getItem(kept);
  } catch {
    return token;
  }
}
