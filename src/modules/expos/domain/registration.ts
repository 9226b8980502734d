// Registration: on which terms a company comes in by itself, whether there is room, and what it must say.
import type { Id } from '#kernel/ids.ts';
import { chooseText, inEach, type Language, type MultilingualText } from '#kernel/language.ts';
import { textOfWords } from '#kernel/writing/in-languages.ts';
import type { Problem } from '#kernel/result.ts';
import type { GroupId, ParticipantId } from './edition.ts';
import type { ContactPerson, ParticipantRole } from './roster.ts';
import type { Market } from './topic.ts';

export type RegistrationId = Id<'Registration'>;

/**
 * `unconfirmed`: nobody has confirmed the address; `asked`: the organiser decides; `waiting`: on the waiting list, as there is no room;
 * `accepted`: a participant; `declined` by the organiser; `withdrawn` by the company.
 */
export const registrationStates = ['unconfirmed', 'asked', 'waiting', 'accepted', 'declined', 'withdrawn'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** What the organiser may ask beside company, country and the contact's name and address. */
export const registrationFields = [
  'city',
  'post',
  'phone',
  'languages',
  'offer',
  'need',
  'topics',
  'markets',
  'size',
  'standWish',
] as const;
export type RegistrationField = (typeof registrationFields)[number];
export const fieldWishes = ['needed', 'asked', 'left_out'] as const;
export type FieldWish = (typeof fieldWishes)[number];

/** A purpose for which data may be used, with who receives it; in the words that are shown. */
export interface ConsentAsked {
  readonly key: string;
  readonly purpose: MultilingualText;
  readonly receiver: MultilingualText;
  /** Without it nobody can take part. */
  readonly needed: boolean;
}

/** What decides something by itself: an exhibitor stands in the public list only with this consent. */
export const publicListKey = 'public_list';
/** And the registered contact is asked later what became of what was announced only with this one. */
export const followUpKey = 'follow_up';
/** Consents without which a company takes part all the same. */
export const freeConsents: readonly string[] = [publicListKey, followUpKey];

export interface RegistrationTerms {
  readonly isOpen: boolean;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly approval: 'by_hand' | 'automatic';
  readonly roles: readonly ParticipantRole[];
  /** Places; null: no limit. */
  readonly most: number | null;
  readonly mostExhibitors: number | null;
  readonly mostBuyers: number | null;
  readonly groups: readonly { readonly groupId: GroupId; readonly most: number | null }[];
  readonly fields: Readonly<Record<RegistrationField, FieldWish>>;
  readonly consents: readonly ConsentAsked[];
  readonly note: MultilingualText | null;
}

const text = (words: Readonly<Record<Language, string>>): MultilingualText => textOfWords(words, 'human');

/** Who asks: the organiser, and the offices that keep what was announced; these write without seeing the address. */
const askingReceivers = (organiser: MultilingualText): Readonly<Record<Language, string>> =>
  inEach(
    `${chooseText(organiser, 'en').text}; city offices that recorded the deal, which do not see the address`,
    `${chooseText(organiser, 'zh-Hans').text}；登记该事项的城市外事单位（不显示邮箱地址）`,
  );

/** That the registered contact is asked later; terms set before it was known have it added by hand. */
export const followUpConsent = (organiser: MultilingualText): ConsentAsked => ({
  key: followUpKey,
  purpose: text(
    inEach(
      'Our contact may be asked by e-mail what became of deals announced with us at this edition, up to five times in the three years that follow.',
      '可在会后三年内，至多五次以电子邮件向我们的联系人了解本届公布的涉及本单位的合作事项后来进展如何。',
    ),
  ),
  receiver: text(askingReceivers(organiser)),
  needed: false,
});

/** Terms that nobody has set yet: closed, decided by hand, with the two consents that every edition needs. */
export const firstTerms = (organiser: MultilingualText): RegistrationTerms => ({
  ...{ isOpen: false, opensAt: null, closesAt: null, approval: 'by_hand', roles: ['exhibitor', 'buyer'] },
  ...{ most: null, mostExhibitors: null, mostBuyers: null, groups: [], note: null },
  fields: {
    ...{ city: 'asked', post: 'asked', phone: 'asked', languages: 'needed', offer: 'asked', need: 'asked' },
    ...{ topics: 'asked', markets: 'asked', size: 'asked', standWish: 'asked' },
  },
  consents: [
    {
      key: 'take_part',
      purpose: text(
        inEach(
          'We agree to the use of our details and those of our contact to plan and hold our meetings at this edition. Other participants can see our company, country or region, offer and need; those we are to meet can see our contact’s name.',
          '我们同意将本单位及联系人的信息用于安排和举行本届洽谈。参会各方可看到本单位名称、国家（地区）及供需；与我们洽谈的单位可看到联系人姓名。',
        ),
      ),
      receiver: organiser,
      needed: true,
    },
    {
      key: publicListKey,
      purpose: text(
        inEach(
          'The name, country or region and city of our company may be included in the public list of exhibitors.',
          '本单位名称、国家（地区）和城市可列入公开展商名单。',
        ),
      ),
      receiver: text(inEach('everyone', '所有人')),
      needed: false,
    },
    followUpConsent(organiser),
  ],
});

/** Places that are taken: of those who registered and take part. */
export interface Taken {
  readonly role: ParticipantRole;
  readonly groupId: GroupId | null;
  readonly count: number;
}

interface Wanted {
  readonly role: ParticipantRole;
  readonly groupId: GroupId | null;
}

/** Whether all places are taken that somebody of this role and group could have: in all, of the role, or of the group. */
export function isFull(terms: RegistrationTerms, taken: readonly Taken[], { role, groupId }: Wanted): boolean {
  const sum = (fits: (one: Taken) => boolean): number => taken.filter(fits).reduce((all, { count }) => all + count, 0);
  const over = (most: number | null | undefined, fits: (one: Taken) => boolean): boolean =>
    most !== null && most !== undefined && sum(fits) >= most;
  return (
    over(terms.most, () => true) ||
    over(role === 'exhibitor' ? terms.mostExhibitors : terms.mostBuyers, (one) => one.role === role) ||
    (groupId !== null && over(terms.groups.find((group) => group.groupId === groupId)?.most, (one) => one.groupId === groupId))
  );
}

/** What the public page says: `full` where whoever registers now comes on the waiting list. */
export type PageState = 'not_open' | 'opens_on' | 'open' | 'full' | 'closed';

/** The page at an instant; an edition that is over takes nobody any more, and one at which somebody has registered was open once. */
export function pageState(
  terms: RegistrationTerms | null,
  {
    now,
    taken,
    ends,
    registered,
  }: { readonly now: Date; readonly taken: readonly Taken[]; readonly ends: number; readonly registered: number },
): PageState {
  if (terms === null || !terms.isOpen) return registered > 0 ? 'closed' : 'not_open';
  if (now.getTime() >= ends || (terms.closesAt !== null && now >= terms.closesAt)) return 'closed';
  if (terms.opensAt !== null && now < terms.opensAt) return 'opens_on';
  return terms.roles.every((role) => isFull(terms, taken, { role, groupId: null })) ? 'full' : 'open';
}

/** What a company says when it registers; what stands beside the words of its offer and its need may be said wherever these are asked. */
export interface RegistrationFacts extends Market {
  readonly role: ParticipantRole;
  readonly name: MultilingualText;
  readonly country: string;
  readonly city: string | null;
  readonly groupId: GroupId | null;
  readonly contact: ContactPerson & { readonly email: string };
  readonly languages: readonly string[];
  readonly offer: MultilingualText | null;
  readonly need: MultilingualText | null;
  readonly standWish: string;
}

/** Whether a field that may be asked was filled in. */
const filled: Readonly<Record<RegistrationField, (facts: RegistrationFacts) => boolean>> = {
  city: ({ city }) => city !== null,
  post: ({ contact }) => contact.post !== '',
  phone: ({ contact }) => contact.phone !== null,
  languages: ({ languages }) => languages.length > 0,
  offer: ({ offer }) => offer !== null,
  need: ({ need }) => need !== null,
  topics: ({ offerTopics, needTopics }) => offerTopics.length + needTopics.length > 0,
  markets: ({ markets }) => markets.length > 0,
  size: ({ size }) => size !== null,
  standWish: ({ standWish }) => standWish !== '',
};

/** Where the problem of a field stands. */
const pathOf: Readonly<Record<RegistrationField, readonly string[]>> = {
  ...{ city: ['city'], post: ['contact', 'post'], phone: ['contact', 'phone'], languages: ['languages'], offer: ['offer'] },
  ...{ need: ['need'], topics: ['offerTopics'], markets: ['markets'], size: ['size'], standWish: ['standWish'] },
};

/** A field that this edition asks of a role; a buyer has no stand. */
export const asksFor = (terms: Pick<RegistrationTerms, 'fields'>, field: RegistrationField, role: ParticipantRole): boolean =>
  terms.fields[field] !== 'left_out' && (field !== 'standWish' || role === 'exhibitor');

/** All that the terms find missing or not asked in a registration, at once. */
export function registrationProblems(terms: RegistrationTerms, facts: RegistrationFacts, agreed: readonly string[]): readonly Problem[] {
  const { role, groupId } = facts;
  return [
    ...(terms.roles.includes(role) ? [] : [{ path: ['role'], code: 'expos.registration_role' }]),
    ...(groupId === null || terms.groups.some((group) => group.groupId === groupId)
      ? []
      : [{ path: ['groupId'], code: 'expos.group_unknown' }]),
    ...(Object.keys(facts.name).length === 0 ? [{ path: ['name'], code: 'kernel.required' }] : []),
    ...(facts.country === '' ? [{ path: ['country'], code: 'kernel.required' }] : []),
    ...(facts.contact.surname === '' ? [{ path: ['contact', 'surname'], code: 'kernel.required' }] : []),
    ...(facts.contact.email === '' ? [{ path: ['contact', 'email'], code: 'kernel.required' }] : []),
    ...registrationFields.flatMap((field): readonly Problem[] => {
      const said = filled[field](facts);
      const beside = (field === 'offer' || field === 'need') && facts[`${field}Details`] !== null;
      if (!asksFor(terms, field, role)) return said || beside ? [{ path: pathOf[field], code: 'expos.registration_not_asked' }] : [];
      return said || terms.fields[field] === 'asked' ? [] : [{ path: pathOf[field], code: 'kernel.required' }];
    }),
    ...terms.consents.flatMap(({ key, needed }): readonly Problem[] =>
      needed && !agreed.includes(key) ? [{ path: ['consents', key], code: 'expos.consent_needed' }] : [],
    ),
    ...agreed.flatMap((key): readonly Problem[] =>
      terms.consents.some((consent) => consent.key === key) ? [] : [{ path: ['consents', key], code: 'expos.consent_unknown' }],
    ),
  ];
}

/** A participant or another registration that may be the same company, and by what. */
export interface Likeness {
  readonly participantId: ParticipantId | null;
  readonly registrationId: RegistrationId | null;
  readonly code: string | null;
  readonly name: MultilingualText;
  readonly by: 'email' | 'name';
}

/** How much may be registered: by one network in an hour, for one address in a day, and unconfirmed in one edition. */
export const registrationLimits = { byNetwork: 20, byAddress: 3, unconfirmed: 2000 } as const;

/** Days after which what nobody confirmed is gone. */
export const confirmDays = 2;

/** The next code of a role: a number above all that the edition uses with its letter, in the width that is used. */
export function nextCode(role: ParticipantRole, codes: readonly string[]): string {
  const letter = role === 'exhibitor' ? 'E' : 'B';
  const numbers = codes.flatMap((code) => new RegExp(`^${letter}(\\d{1,8})$`).exec(code)?.[1] ?? []);
  const next = String(Math.max(0, ...numbers.map(Number)) + 1);
  return `${letter}${next.padStart(Math.max(2, ...numbers.map(({ length }) => length)), '0')}`;
}
