// A person in a post of an organisation, from a day to a day.
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { OrganisationId } from './organisation.ts';

export type ContactId = Id<'Contact'>;
export const nameOrders = ['surname_first', 'given_first'] as const;
/** Which part of a person's name stands first. */
export type NameOrder = (typeof nameOrders)[number];

/** What is said of a person; days are ISO dates, both inclusive, null where not known or not over. */
export interface ContactFacts {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
  readonly title: MultilingualText | null;
  readonly post: MultilingualText | null;
  readonly languages: readonly string[];
  readonly email: string | null;
  readonly fromDate: string | null;
  readonly toDate: string | null;
}

export interface ContactRecord extends ContactFacts {
  readonly id: ContactId;
  readonly version: number;
  readonly organisationId: OrganisationId;
}

/** What stands in place of the name of a person who was erased, here or with their account (organisations.forget_own_contacts). */
const ERASED = '–';

export const isErased = ({ surname, givenName }: Pick<ContactFacts, 'surname' | 'givenName'>): boolean =>
  surname === ERASED && givenName === '';

/** What is left of a person who asked to be forgotten: that the post was held, from when until when. */
export const erased = ({ nameOrder, post, fromDate, toDate }: ContactFacts): ContactFacts => ({
  ...{ surname: ERASED, givenName: '', nameOrder, title: null, post, languages: [], email: null, fromDate, toDate },
});

/** A contact cannot leave a post before taking it up. */
export const contactProblems = ({ fromDate, toDate }: Pick<ContactFacts, 'fromDate' | 'toDate'>): readonly Problem[] =>
  fromDate !== null && toDate !== null && toDate < fromDate
    ? [{ path: ['toDate'], code: 'organisations.post_ends_before_start', params: { from: fromDate } }]
    : [];
