// What the address of a screen's preview says; read by its page alone, so that no other page loads it.

export interface WallSearch {
  readonly shows?: 'calls' | 'schedule';
  readonly names?: 'numbers' | 'companies';
  readonly hall?: string;
  readonly theme?: 'dark' | 'light';
}

/** /editions/$slug/wall; a word that means nothing there chooses nothing. */
export function wallSearch(search: WallSearch): WallSearch {
  const { shows, names, hall, theme } = search;
  return {
    ...(shows === 'schedule' || shows === 'calls' ? { shows } : {}),
    ...(names === 'companies' ? { names } : {}),
    ...(typeof hall === 'string' || typeof hall === 'number' ? { hall: String(hall).slice(0, 100) } : {}),
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
  };
}
