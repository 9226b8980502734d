// Where published snapshots name a person: shown to them, and without their name once they are erased.
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { forgetOwnNames, loadOwnSnapshots } from '../../store/snapshots.ts';

/** The snapshot and its seal stand; that a name was taken out, and when, is said beside them. */
export const snapshotsOfPeople: Holder = { name: 'snapshots', show: loadOwnSnapshots, forget: forgetOwnNames };
