// The address of a change that is already known and only needs to be looked at and agreed to: an interpreter who cannot come.

const away = 'interpreter_away-';

/** Behind the # of the schedule's address. */
export const reportHash = (interpreterId: string): string => `${away}${interpreterId}`;

/** Which interpreter cannot come by an address; null where it says nothing of it. */
export const reportedIn = (hash: string): string | null => (hash.startsWith(away) ? hash.slice(away.length) : null);
