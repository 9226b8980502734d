// What one hears of a database that is down, on its way up or down, or has no room left: an outage that passes, no fault of a statement.

/** What a server answers that is on its way up or down: no socket, or "the database system is starting up", "… is shutting down". */
export const notReady = new Set(['ENOENT', 'ECONNREFUSED', '57P03']);
/** And what becomes of a connection to one that goes down. */
const cutOff = new Set([...notReady, '57P01', '57P02', '08000', '08003', '08006', 'ECONNRESET', 'EPIPE']);
/** No room on the disk, in memory or for one more connection. */
const full = new Set(['53100', '53200', '53300', '58030']);

const codeOf = (fault: unknown): string => (typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '');

/** A fault and what it was caused by, the outermost first. */
function* causesOf(fault: unknown): Generator<unknown> {
  for (let at = fault, depth = 0; at !== undefined && at !== null && depth < 8; depth += 1) {
    yield at;
    at = at instanceof Error ? at.cause : undefined;
  }
}

const said = (fault: unknown, pattern: RegExp): boolean => fault instanceof Error && pattern.test(fault.message);

/** Whether this is what one hears of a database that goes down. */
export const isGoingDown = (fault: unknown): boolean =>
  [...causesOf(fault)].some(
    (one) => cutOff.has(codeOf(one)) || said(one, /^Connection terminated|^Client has encountered a connection error|connection is closed/),
  );

/** Whether the database cannot work just now: whoever asks is to come again, nothing of it is kept. */
export const isOutage = (fault: unknown): boolean =>
  isGoingDown(fault) ||
  [...causesOf(fault)].some((one) => full.has(codeOf(one)) || said(one, /^timeout exceeded when trying to connect|^Query read timeout/));
