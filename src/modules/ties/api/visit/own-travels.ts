// Where a person travelled, as offices keep it under a contact of their address.
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { forgetOwnTravels, loadOwnTravels } from '../../store/visits.ts';

/** Shows a person their travels, and leaves of these the posts when the person is erased. */
export const travelsOfPeople: Holder = { name: 'travels', show: loadOwnTravels, forget: forgetOwnTravels };
