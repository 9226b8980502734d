// Letters to companies: to whom, in which language, and what each is waiting for.
import { inEach, languageFor, writing, type Language } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { venueTimes } from '#kernel/zone-names.ts';
import type { Addressees } from '../addressee.ts';
import type { ContactPerson } from '../roster.ts';

export const letterKinds = ['invitation', 'reminder'] as const;
/** What an organiser sends on purpose; letters of a schedule go with its release. */
export type LetterKind = (typeof letterKinds)[number];

/**
 * Where a company stands, each in one of these: it works with an account; said that its entry and times are right, or one of both; its link
 * was used; its mail server took the letter (whether it is read is not known); the letter waits here; it was printed; the address was
 * refused; it wants no letters; nobody has written; there is no address to write to.
 */
export const letterStates = [
  'account',
  'answered',
  'partly',
  'opened',
  'taken',
  'waiting',
  'paper',
  'refused',
  'declined',
  'uninvited',
  'no_address',
] as const;
export type LetterState = (typeof letterStates)[number];

/** Something of every state. */
export const eachState = <T>(of: (state: LetterState) => T): Record<LetterState, T> => ({
  account: of('account'),
  answered: of('answered'),
  partly: of('partly'),
  opened: of('opened'),
  taken: of('taken'),
  waiting: of('waiting'),
  paper: of('paper'),
  refused: of('refused'),
  declined: of('declined'),
  uninvited: of('uninvited'),
  no_address: of('no_address'),
});

/** What the sentence above the letters tells: each state in exactly one of its parts, so that they add up to all. */
export const toldOf = (states: Readonly<Record<LetterState, number>>) => ({
  answered: states.account + states.answered,
  partly: states.partly,
  unanswered: states.opened + states.taken + states.paper + states.refused,
  unsent: states.waiting,
  declined: states.declined,
  uninvited: states.uninvited + states.no_address,
});

/** The states in which a letter of each kind has a purpose. */
export const duesOf: Readonly<Record<LetterKind, readonly LetterState[]>> = {
  invitation: ['uninvited'],
  reminder: ['partly', 'opened', 'taken'],
};

/** Nobody is invited or reminded twice within so many days. */
export const quietDays = 7;

/** Links open until so many days after the edition, so that feedback can be given; a year from now at most. */
const DAYS_AFTER = 60;
const DAY_MS = 86_400_000;
export const linkEnds = (now: Date, lastDayEnds: number): Date =>
  new Date(Math.min(now.getTime() + 365 * DAY_MS, Math.max(now.getTime(), lastDayEnds) + DAYS_AFTER * DAY_MS));

/** The language that a company is written to first: of its contact, else its own, else of its country. */
export function letterLanguage(
  contact: Pick<ContactPerson, 'languages' | 'surname'> | undefined,
  { languages, country }: { readonly languages: readonly string[]; readonly country: string | null },
): Language {
  const spoken = [...(contact?.languages ?? []), ...languages].map(languageFor).find((one) => one !== undefined);
  if (spoken !== undefined) return spoken;
  const readsHan = country === null ? /\p{Script=Han}/u.test(contact?.surname ?? '') : country === 'CN';
  return readsHan ? 'zh-Hans' : 'en';
}

/**
 * A contact's name as its reader reads it, in its own order; '' where there is none. What they gave in both tongues, as `Shen | 申`, stands in the reader's;
 * nothing is transcribed that they did not write, and a name in Han characters begins with the surname whatever was entered.
 */
export const nameOfContact = (
  { surname, givenName, nameOrder }: Pick<ContactPerson, 'surname' | 'givenName' | 'nameOrder'>,
  language: Language,
): string => {
  const [family, given] = [inLanguage(surname, language), inLanguage(givenName, language)];
  const isHan = /\p{Script=Han}/u.test(family + given);
  const parts = isHan || nameOrder === 'surname_first' ? [family, given] : [given, family];
  return parts.filter((part) => part !== '').join(isHan ? '' : ' ');
};

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

export interface LetterFacts {
  readonly kind: LetterKind;
  readonly whom: Addressees;
  /** Whom it is to, and what they are there; '' where only an address is known. */
  readonly person: string;
  readonly post: string;
  /** The company, or the interpreter or speaker as the organiser lists them. */
  readonly company: string;
  readonly edition: string;
  readonly organiser: string;
  readonly days: string;
  /** Of a company or an interpreter: how many they have in the schedule in force; null where none is. */
  readonly meetings: number | null;
  /** Of a speaker, line by line: when, and at what. */
  readonly items: readonly string[];
  /** Of the venue, as IANA has it. */
  readonly timeZone: string;
  readonly until: string;
  readonly address: string;
}

/** The title at the end of a post, by which a person is addressed: of 进口采购部经理 the 经理. Where a post has none of these, it is no form of address. */
const title =
  /(?:副)?(?:董事长|总经理|总裁|总监|经理|主任|主席|会长|秘书长|局长|处长|科长|部长|厅长|司长|市长|区长|院长|校长|所长|馆长|行长|站长|团长|书记|参赞|领事|大使|教授|研究员|工程师|律师)$/u;

/** A Chinese letter calls a person by name and title, else by the form that leaves open which of both it is; a name alone is no way to address anybody. */
const addressed = (person: string, post: string): string => `尊敬的${person}${title.exec(post.trim())?.[0] ?? '先生/女士'}`;

/** What a company that is written to after the release should know first; nothing before one. */
const scheduleIn: Readonly<Record<Language, (meetings: number | null, company: string) => string>> = inEach(
  (meetings, company) => {
    if (meetings === null) return '';
    const count = meetings === 0 ? 'no meetings in it so far' : meetings === 1 ? 'one meeting in it' : `${String(meetings)} meetings in it`;
    return `The schedule has been released, and ${company} has ${count}. `;
  },
  (meetings) => (meetings === null ? '' : `正式日程已发布，贵单位${meetings === 0 ? '暂无洽谈' : `有${String(meetings)}场洽谈`}。`),
);

/** The letter in one language; plain text, so that every mail program shows it. */
export function letterIn(
  language: Language,
  { kind, whom, person, post, company, edition, organiser, days, meetings, items, timeZone, until, address }: LetterFacts,
): Letter {
  const head = person === '' ? company : `${company}\n${addressed(person, post)}`;
  if (whom !== 'participants') {
    const facts = { edition, organiser, days, meetings, items, timeZone, until, address, post, person: person === '' ? company : person };
    return (whom === 'interpreters' ? interpreterLetterIn : speakerLetterIn)(language, kind, facts);
  }
  const hasMeetings = meetings !== null && meetings > 0;
  const texts: Readonly<Record<Language, Readonly<Record<LetterKind, Letter>>>> = inEach(
    {
      invitation: {
        subject: `${edition}: your meetings`,
        body: `${person === '' ? 'Hello,' : `Dear ${person},`}\n\n${organiser} invites ${company} to the meetings at ${edition} (${days}). ${scheduleIn.en(meetings, company)}On this page you can ${hasMeetings ? 'see when, where and whom you meet, and check your details' : 'check your details, say when you can meet and choose whom you want to meet'}. No account is needed:\n\n${address}\n\nThe link is for ${company} only and is valid until ${until}. If this is not your company, or you do not want any more letters, please say so on that page.\n`,
      },
      reminder: {
        subject: `${edition}: awaiting your answer`,
        body: `${person === '' ? 'Hello,' : `Dear ${person},`}\n\n${meetings === null ? `The meetings at ${edition} (${days}) are being prepared, and some` : `This is about the meetings at ${edition} (${days}). ${scheduleIn.en(meetings, company)}Some`} questions to ${company} have not been answered yet. You can open your page without an account:\n\n${address}\n\nThe link is for ${company} only and is valid until ${until}. If you do not answer, we will not take it as a refusal. If you do not want any more letters, please say so on that page.\n\n${organiser}\n`,
      },
    },
    {
      invitation: {
        subject: `${edition}：洽谈邀请`,
        body: `${head}：\n\n您好！${organiser}邀请贵单位参加${edition}的洽谈（${days}）。${scheduleIn['zh-Hans'](meetings, company)}请打开以下页面${hasMeetings ? '查看洽谈的时间、地点和对方，并核对资料' : '核对资料、填写可洽谈时间并选择想见的企业'}，无须账号：\n\n${address}\n\n链接仅供${company}使用，${until}前有效。如非贵单位，或不希望再收到来函，请在该页告知。\n`,
      },
      reminder: {
        subject: `${edition}：尚有事项待答复`,
        body: `${head}：\n\n您好！${meetings === null ? `${edition}（${days}）的洽谈正在安排，` : `关于${edition}（${days}）的洽谈：${scheduleIn['zh-Hans'](meetings, company)}`}贵单位尚有事项未答复。请打开以下页面，无须账号：\n\n${address}\n\n链接仅供${company}使用，${until}前有效。未答复不等于谢绝。如不希望再收到来函，请在该页告知。\n\n${organiser}\n`,
      },
    },
  );
  return texts[language][kind];
}

function speakerLetterIn(
  language: Language,
  kind: LetterKind,
  { person, post, edition, organiser, days, items, timeZone, until, address }: Omit<LetterFacts, 'kind' | 'whom' | 'company'>,
): Letter {
  const at = items.length === 0 ? '' : `\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n${venueTimes(timeZone, language)}`;
  const texts: Readonly<Record<Language, Readonly<Record<LetterKind, Letter>>>> = inEach(
    {
      invitation: {
        subject: `${edition}: speaking in the programme`,
        body: `Dear ${person},\n\n${organiser} would like you to speak at ${edition} (${days}).${at}\n\nOn this page you can see the place as well, say whether you will attend, and check how you will be announced: your name, post, office and topic. No account is needed:\n\n${address}\n\nThe link is for you only and is valid until ${until}. If this letter is not meant for you, or you do not want any more letters, please say so on that page.\n`,
      },
      reminder: {
        subject: `${edition}: will you attend to speak?`,
        body: `Dear ${person},\n\nThe programme of ${edition} (${days}) is being prepared, and you have not yet said whether you will attend all your speaking engagements.${at}\n\nYou can open your page without an account:\n\n${address}\n\nThe link is for you only and is valid until ${until}. If you do not answer, we will not take it as a refusal. If you do not want any more letters, please say so on that page.\n\n${organiser}\n`,
      },
    },
    {
      invitation: {
        subject: `${edition}：发言邀请`,
        body: `${addressed(person, post)}：\n\n您好！${organiser}拟请您在${edition}（${days}）发言。${at}\n\n请打开以下页面查看地点、答复能否出席，并核对姓名、职务、单位和发言题目，无须账号：\n\n${address}\n\n链接仅供您本人使用，${until}前有效。如与您无关，或不希望再收到来函，请在该页告知。\n`,
      },
      reminder: {
        subject: `${edition}：请答复能否出席发言`,
        body: `${addressed(person, post)}：\n\n您好！${edition}（${days}）的议程正在筹备，您尚有发言安排未答复。${at}\n\n请打开以下页面，无须账号：\n\n${address}\n\n链接仅供您本人使用，${until}前有效。未答复不等于谢绝。如不希望再收到来函，请在该页告知。\n\n${organiser}\n`,
      },
    },
  );
  return texts[language][kind];
}

/** What an interpreter who is written to after the release should know first; nothing before one. */
const helpedIn: Readonly<Record<Language, (meetings: number | null) => string>> = inEach(
  (meetings) => {
    if (meetings === null) return '';
    const count =
      meetings === 0
        ? 'no meetings to interpret so far'
        : meetings === 1
          ? 'one meeting to interpret'
          : `${String(meetings)} meetings to interpret`;
    return `The schedule has been released, and you have ${count} in it. `;
  },
  (meetings) =>
    meetings === null ? '' : `正式日程已发布，${meetings === 0 ? '其中暂无由您翻译的洽谈' : `其中由您翻译的洽谈共${String(meetings)}场`}。`,
);

function interpreterLetterIn(
  language: Language,
  kind: LetterKind,
  { person, post, edition, organiser, days, meetings, until, address }: Omit<LetterFacts, 'kind' | 'whom' | 'company'>,
): Letter {
  const texts: Readonly<Record<Language, Readonly<Record<LetterKind, Letter>>>> = inEach(
    {
      invitation: {
        subject: `${edition}: interpreting at the meetings`,
        body: `Dear ${person},\n\n${organiser} would like you to interpret at the meetings at ${edition} (${days}). ${helpedIn.en(meetings)}On this page you can check your contact details and languages, say when you can interpret, and see your schedule${meetings === null ? ' once it has been planned' : ''}. No account is needed:\n\n${address}\n\nThe link is for you only and is valid until ${until}. If this letter is not meant for you, or you do not want any more letters, please say so on that page.\n`,
      },
      reminder: {
        subject: `${edition}: when can you interpret?`,
        body: `Dear ${person},\n\n${meetings === null ? `The meetings at ${edition} (${days}) are being planned, and you` : `This is about the meetings at ${edition} (${days}). ${helpedIn.en(meetings)}You`} have not yet said when you can interpret. You can open your page without an account:\n\n${address}\n\nThe link is for you only and is valid until ${until}. If you do not want any more letters, please say so on that page.\n\n${organiser}\n`,
      },
    },
    {
      invitation: {
        subject: `${edition}：洽谈翻译工作`,
        body: `${addressed(person, post)}：\n\n您好！${organiser}拟请您担任${edition}洽谈（${days}）的译员。${helpedIn['zh-Hans'](meetings)}请打开以下页面核对联系方式和工作语言、填写可工作时间；${meetings === null ? '排期后可在该页查看您的日程' : '您的日程也在该页'}，无须账号：\n\n${address}\n\n链接仅供您本人使用，${until}前有效。如与您无关，或不希望再收到来函，请在该页告知。\n`,
      },
      reminder: {
        subject: `${edition}：请填写可工作时间`,
        body: `${addressed(person, post)}：\n\n您好！${meetings === null ? `${edition}（${days}）的洽谈正在安排，` : `关于${edition}（${days}）的洽谈：${helpedIn['zh-Hans'](meetings)}`}您尚未填写可工作时间。请打开以下页面，无须账号：\n\n${address}\n\n链接仅供您本人使用，${until}前有效。如不希望再收到来函，请在该页告知。\n\n${organiser}\n`,
      },
    },
  );
  return texts[language][kind];
}

/** One letter in both languages, the reader's first. */
export const bilingual = (language: Language, letters: Readonly<Record<Language, Letter>>): Letter => {
  const others = Object.entries(letters).flatMap(([tag, letter]) => (tag === language ? [] : [letter]));
  const own = letters[language];
  return {
    subject: [own, ...others].map(({ subject }) => subject).join(' / '),
    body: [own, ...others].map(({ body }) => body).join(`\n${writing.en.dash.repeat(3)}\n\n`),
  };
};
