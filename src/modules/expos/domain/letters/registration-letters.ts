// Letters of registration: to confirm the address, and what the organiser decided.
import { inEach, type Language } from '#kernel/language.ts';
import type { Letter } from './letters.ts';

export const registrationLetters = ['confirm', 'accepted', 'joined', 'declined'] as const;
export type RegistrationLetterKind = (typeof registrationLetters)[number];

export interface RegistrationLetterFacts {
  readonly kind: RegistrationLetterKind;
  readonly company: string;
  readonly edition: string;
  readonly organiser: string;
  readonly days: string;
  readonly address: string;
}

/** The letter in one language; plain text, so that every mail program shows it. */
export function registrationLetterIn(
  language: Language,
  { kind, company, edition, organiser, days, address }: RegistrationLetterFacts,
): Letter {
  const texts: Readonly<Record<Language, Readonly<Record<RegistrationLetterKind, Letter>>>> = inEach(
    {
      confirm: {
        subject: `${edition}: please confirm your registration`,
        body: `Hello,\n\n${company} has been registered for ${edition} (${days}) with this e-mail address. Please confirm the registration on this page within two days; until then it does not count:\n\n${address}\n\nOn the same page you can see the status of your registration, and withdraw it or any consent you gave. If this was not you, you need not do anything: the registration will be deleted after two days.\n\n${organiser}\n`,
      },
      accepted: {
        subject: `${edition}: ${company} is registered`,
        body: `Hello,\n\n${company} is registered for ${edition} (${days}). On your page you can say when you can meet and choose whom you want to meet. No account is needed:\n\n${address}\n\nThe link is for ${company} only.\n\n${organiser}\n`,
      },
      joined: {
        subject: `${edition}: ${company} is already taking part`,
        body: `Hello,\n\n${company} is already taking part in ${edition} (${days}); your registration has been merged with its entry. You can open your page without an account:\n\n${address}\n\nThe link is for ${company} only.\n\n${organiser}\n`,
      },
      declined: {
        subject: `${edition}: your registration`,
        body: `Hello,\n\nThank you for registering ${company} for ${edition} (${days}). We are sorry that we cannot offer you a place this time.\n\n${organiser}\n`,
      },
    },
    {
      confirm: {
        subject: `${edition}：请确认报名`,
        body: `您好！\n\n有人以此邮箱为${company}报名参加${edition}（${days}）。请在两天内打开以下页面确认，确认前报名不计入：\n\n${address}\n\n在该页还可查看报名进展，并可撤回报名或所作的同意。如非本人报名，无须处理，两天后自动删除。\n\n${organiser}\n`,
      },
      accepted: {
        subject: `${edition}：${company}报名成功`,
        body: `您好！\n\n${company}已报名参加${edition}（${days}）。请打开贵单位页面填写可洽谈时间并选择想见的企业，无须账号：\n\n${address}\n\n链接仅供${company}使用。\n\n${organiser}\n`,
      },
      joined: {
        subject: `${edition}：${company}已在参会名单中`,
        body: `您好！\n\n${company}此前已参加${edition}（${days}），本次报名已并入其资料。贵单位页面无须账号：\n\n${address}\n\n链接仅供${company}使用。\n\n${organiser}\n`,
      },
      declined: {
        subject: `${edition}：报名结果`,
        body: `您好！\n\n感谢${company}报名参加${edition}（${days}）。很抱歉，本届未能为贵单位安排名额。\n\n${organiser}\n`,
      },
    },
  );
  return texts[language][kind];
}
