// What was answered by the links of letters to a person's address: shown to them, and without them once they are erased.
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { forgetOwnAnswers, loadOwnAnswers } from '../../store/asking.ts';

/** The answer stays with the company for which it was given; who gave it, and their own words, go. */
export const followUpsOfPeople: Holder = { name: 'followUps', show: loadOwnAnswers, forget: forgetOwnAnswers };
