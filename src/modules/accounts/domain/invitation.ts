// The words of the mails that accounts writes; plain text, so that every mail program shows them.
import type { Language } from '#kernel/language.ts';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Tells a person that they now belong to an office and how to sign in. */
export function invitation(language: Language, { office, address }: { readonly office: string; readonly address: string }): Letter {
  return language === 'zh-Hans'
    ? {
        subject: `${office}邀请您使用友城合作工作台`,
        body: `您好！\n\n${office}已将您加入友城合作工作台。请打开以下地址，输入本邮箱获取一次性登录链接：\n\n${address}\n`,
      }
    : {
        subject: `${office} invites you to Hansa`,
        body: `Hello,\n\n${office} has added you to its workspace in Hansa. Open this address and ask for a one-time sign-in link with this e-mail address:\n\n${address}\n`,
      };
}

/** Carries a one-time sign-in link that lives for ten minutes. */
export function signInLetter(language: Language, { address }: { readonly address: string }): Letter {
  return language === 'zh-Hans'
    ? {
        subject: '友城合作工作台登录链接',
        body: `您好！\n\n请在十分钟内打开以下链接登录，链接仅可使用一次：\n\n${address}\n\n如非本人操作，请忽略本邮件。\n`,
      }
    : {
        subject: 'Your sign-in link for Hansa',
        body: `Hello,\n\nopen this link within ten minutes to sign in. It works once:\n\n${address}\n\nIf you did not ask for it, you can ignore this mail.\n`,
      };
}
