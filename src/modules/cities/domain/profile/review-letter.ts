// The mail to whoever may read a text before it is published; plain text, and without a word of the text itself, since mail travels open.
import { inEach, type Language } from '#kernel/language.ts';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface Asked {
  readonly office: string;
  /** Where the text is read, and where this mail is switched off. */
  readonly address: string;
  readonly off: string;
}

export function reviewLetter(language: Language, { office, address, off }: Asked): Letter {
  return inEach(
    {
      subject: `${office}: a text is awaiting your review`,
      body: `Hello,\n\nA colleague has asked you to review a text of your city’s profile before it is published. You can read it here:\n\n${address}\n\nStop these e-mails: ${off}\n`,
    },
    {
      subject: `${office}：有文稿待审核`,
      body: `您好！\n\n贵单位有一份城市介绍文稿待您审核，审核后方可发布。请登录查看：\n\n${address}\n\n不再接收此类邮件：${off}\n`,
    },
  )[language];
}
