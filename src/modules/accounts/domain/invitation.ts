// The words of the mails that accounts writes; plain text, so that every mail program shows them.
import { inEach, type Language } from '#kernel/language.ts';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface Invited {
  /** The person who is invited, as they were entered. */
  readonly name: string;
  readonly office: string;
  /** Who invites; null where the office was founded for them, or they asked for it themselves. */
  readonly by: string | null;
  readonly address: string;
}

/** Tells a person that an office waits for them, and how to sign in. */
export function invitation(language: Language, { name, office, by, address }: Invited): Letter {
  return inEach(
    {
      subject: `${office} invites you to Hansa`,
      body: `Hello ${name},\n\n${by === null ? `the workspace of ${office} in Hansa is open to you` : `${by} invites you to the workspace of ${office} in Hansa`}. To see the invitation and decide, open this address, enter your e-mail address under “With a link by e-mail”, and open the one-time link that you then receive:\n\n${address}\n\nIf you do not want to join, you need not do anything.\n`,
    },
    {
      subject: `${office}邀请您使用友城合作工作台`,
      body: `${name}，您好！\n\n${by === null ? `${office}的友城合作工作台已为您开通` : `${by}邀请您加入${office}的友城合作工作台`}。请打开以下网址，在“邮箱链接登录”处填写本邮箱地址，再打开随后收到的一次性链接，即可查看邀请并决定是否加入：\n\n${address}\n\n如不加入，无需操作。\n`,
    },
  )[language];
}

/** Carries a link to choose a password that lives for an hour and works once. */
export function passwordLetter(language: Language, { address }: { readonly address: string }): Letter {
  return inEach(
    {
      subject: 'Choose a password for Hansa',
      body: `Hello,\n\nOpen this link within an hour to choose a new password. The link works once, and choosing a password signs out all devices:\n\n${address}\n\nIf you did not request this, please ignore this e-mail; your password has not changed.\n`,
    },
    {
      subject: '设置友城合作工作台密码',
      body: `您好！\n\n请在一小时内打开以下链接设置新密码，链接仅可使用一次。设置后，所有设备均将退出登录：\n\n${address}\n\n如非本人操作，请忽略本邮件，原密码不变。\n`,
    },
  )[language];
}

/** Carries a one-time sign-in link that lives for ten minutes. */
export function signInLetter(language: Language, { address }: { readonly address: string }): Letter {
  return inEach(
    {
      subject: 'Your sign-in link for Hansa',
      body: `Hello,\n\nOpen this link within ten minutes to sign in. It works once:\n\n${address}\n\nIf you did not request this, please ignore this e-mail.\n`,
    },
    {
      subject: '友城合作工作台登录链接',
      body: `您好！\n\n请在十分钟内打开以下链接登录，链接仅可使用一次：\n\n${address}\n\n如非本人操作，请忽略本邮件。\n`,
    },
  )[language];
}

/** Tells an owner that nothing is sent to a webhook any more; `host` is where it was sent. */
export function webhookStoppedLetter(
  language: Language,
  { office, host, address }: { readonly office: string; readonly host: string; readonly address: string },
): Letter {
  return inEach(
    {
      subject: `${office}: the webhook to ${host} has been stopped`,
      body: `Hello,

${host} has not accepted anything from ${office} for three days, or has said that it no longer wants to, so the webhook has been stopped. Whatever has not arrived is kept for thirty days.

Please check with whoever runs that system, then start the webhook again on this page:

${address}
`,
    },
    {
      subject: `${office}：向${host}的事件推送已停止`,
      body: `您好！

${host}连续三天未能接收${office}的事件推送，或已告知不再接收，推送因此停止。尚未送达的内容会保留三十天。

请与负责该系统的人员核实，然后在以下页面重新开启：

${address}
`,
    },
  )[language];
}
