// All constraints, in strict order: first what makes a plan impossible, then what it should reach, the weightier first.

import { allowedSlotsOnly, withinSession } from './allowed-slots.ts';
import { everyoneThere } from './availability.ts';
import { fairBreaks, fewBreaks } from './breaks.ts';
import type { Constraint } from './constraint.ts';
import { interpreterFits, interpreterFree, interpreterRested, interpreterThere, understood } from './interpreters.ts';
import { minimaReached, withinLimits } from './limits.ts';
import { littleWalking, metAtStand, placesKept } from './movement.ts';
import { pinsKept } from './pins.ts';
import { placedOnce } from './placed-once.ts';
import { ownersOnly, placeCapacity, placeForOne, placeOpen } from './places.ts';
import { orderKept } from './precedence.ts';
import { enoughSeats } from './seats.ts';
import { mustsPlaced, wantsPlaced } from './wishes.ts';

/** What a plan must not break. */
export const hardConstraints: readonly Constraint[] = [
  { name: 'placed once', reasonsIn: placedOnce },
  { name: 'enough seats', reasonsIn: enoughSeats },
  { name: 'place for one', reasonsIn: placeForOne },
  { name: 'place capacity', reasonsIn: placeCapacity },
  { name: 'everyone there', reasonsIn: everyoneThere },
  { name: 'place open', reasonsIn: placeOpen },
  { name: "owners' stands", reasonsIn: ownersOnly },
  { name: 'allowed slots', reasonsIn: allowedSlotsOnly },
  { name: 'within a session', reasonsIn: withinSession },
  { name: 'order kept', reasonsIn: orderKept },
  { name: 'pins kept', reasonsIn: pinsKept },
  { name: 'understood', reasonsIn: understood },
  { name: 'interpreter fits', reasonsIn: interpreterFits },
  { name: 'interpreter free', reasonsIn: interpreterFree },
  { name: 'interpreter there', reasonsIn: interpreterThere },
  { name: 'interpreter rested', reasonsIn: interpreterRested },
  { name: 'within limits', reasonsIn: withinLimits },
];

/** What a plan should reach, weightiest first. */
export const softConstraints: readonly Constraint[] = [
  { name: 'musts placed', reasonsIn: mustsPlaced },
  { name: 'wants placed', reasonsIn: wantsPlaced },
  { name: 'minima reached', reasonsIn: minimaReached },
  { name: 'fair breaks', reasonsIn: fairBreaks },
  { name: 'few breaks', reasonsIn: fewBreaks },
  { name: 'met at the stand', reasonsIn: metAtStand },
  { name: 'places kept', reasonsIn: placesKept },
  { name: 'little walking', reasonsIn: littleWalking },
];
