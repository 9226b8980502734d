// The personal link behind the # of an address: taken out of it once, so that neither the address nor the history holds it.

/** The link in the address of this page, which no longer holds it afterwards; null where there is none. */
export function takeLinkFromAddress(): string | null {
  const token = decodeURIComponent(window.location.hash.slice(1));
  // In-page anchors (#times) are none.
  if (!token.startsWith('hansa_')) return null;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}

/**
 * The link of this page although it was loaded once more: kept under a name of its own, in this tab alone and until it is closed. A newer link takes the
 * place of an older one; a browser that keeps nothing asks for the letter again.
 */
export function heldLink(name: string): string | null {
  const token = takeLinkFromAddress();
  try {
    if (token !== null) window.sessionStorage.setItem(`hansa.${name}`, token);
    return token ?? window.sessionStorage.getItem(`hansa.${name}`);
  } catch {
    return token;
  }
}
