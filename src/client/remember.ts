// What a reader chose once: for the application in the browser's storage, for the server, which sends pages in it, in a cookie.

/** Remembers a choice for a year. `value` is a plain word. */
export function remember(name: 'language' | 'theme', value: string): void {
  document.cookie = `hansa-${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  try {
    localStorage.setItem(`hansa.${name}`, value);
  } catch {
    /* storage may be forbidden; the choice then lasts as long as the page */
  }
}

/** What was chosen; null where nothing was, or storage is forbidden. */
export function remembered(name: 'language' | 'theme'): string | null {
  try {
    return localStorage.getItem(`hansa.${name}`);
  } catch {
    return null;
  }
}
