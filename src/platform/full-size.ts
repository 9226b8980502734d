// What of a test file `npm test` leaves to `npm run trust` (tests/trust/README.md); a file that is run by its name runs whole.
import { test } from 'vitest';

/** Whether everybody is waiting for the run: then what is drawn is drawn less often. */
export const isQuick = process.env['HANSA_QUICK'] !== undefined;

/** A test that goes through what others have gone through in small: every form, every language, many at once, much at once. */
export const fullTest = test.skipIf(isQuick);

/** How many random cases: an eighth where everybody waits. */
export const rounds = (whole: number): number => (isQuick ? Math.ceil(whole / 8) : whole);

/** Of things that are alike, the last ones where everybody waits. */
export const few = <T>(all: readonly T[], most = 1): readonly T[] => (isQuick ? all.slice(-most) : all);
