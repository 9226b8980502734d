// The words of the mails that meetings writes; plain text, so that every mail program shows them.
import { inEach, type Language } from '#kernel/language.ts';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface News {
  readonly edition: string;
  /** Name of the organiser's office, by which the letter is signed. */
  readonly organiser: string;
  readonly number: number;
  readonly kind: 'plan' | 'change';
  /** What changed for the reader, see release-news.ts; empty: nothing that is told in words. */
  readonly news: string;
  readonly address: string;
}

const body = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

/** The same for an interpreter, whose day a release has changed. */
export function interpreterLetter(language: Language, { edition, organiser, number, kind, news, address }: News): Letter {
  return inEach(
    {
      subject:
        kind === 'plan'
          ? `${edition}: your interpreting schedule (schedule ${number})`
          : `${edition}: a change to your interpreting schedule`,
      body: body([
        'Hello,',
        kind === 'plan'
          ? `Schedule ${number} of the meetings at ${edition} has been released.`
          : `Meetings you are to interpret at ${edition} have changed (schedule ${number}).`,
        news,
        `Your interpreting schedule:\n\n${address}`,
        organiser,
      ]),
    },
    {
      subject: kind === 'plan' ? `${edition}：您的翻译日程（第${number}版）` : `${edition}：您的翻译日程有调整`,
      body: body([
        '您好！',
        kind === 'plan'
          ? `${edition}的正式日程（第${number}版）已发布。`
          : `${edition}的洽谈日程有调整（第${number}版），涉及您的翻译日程。`,
        news,
        `您的翻译日程：\n\n${address}`,
        organiser,
      ]),
    },
  )[language];
}

/** Tells somebody what a release changes in the agendas of their office, and where to look. */
export function scheduleLetter(language: Language, { edition, organiser, number, kind, news, address }: News): Letter {
  return inEach(
    {
      subject: kind === 'plan' ? `${edition}: schedule ${number} has been released` : `${edition}: a change to your agenda`,
      body: body([
        'Hello,',
        kind === 'plan'
          ? `Schedule ${number} of the meetings at ${edition} has been released. ${number === 1 ? 'Your meetings:' : 'What changes for you:'}`
          : `Your agenda at ${edition} has changed (schedule ${number}):`,
        news,
        `Your whole agenda:\n\n${address}`,
        organiser,
      ]),
    },
    {
      subject: kind === 'plan' ? `${edition}：正式日程第${number}版已发布` : `${edition}：日程有调整`,
      body: body([
        '您好！',
        kind === 'plan'
          ? `${edition}的正式日程（第${number}版）已发布，${number === 1 ? '贵单位的洽谈如下：' : '对贵单位的调整如下：'}`
          : `${edition}的洽谈日程有调整（第${number}版），涉及贵单位：`,
        news,
        `贵单位的全部洽谈日程：\n\n${address}`,
        organiser,
      ]),
    },
  )[language];
}

export interface MoveNews {
  readonly edition: string;
  readonly kind: 'proposed' | 'declined' | 'stays' | 'not_exchanged' | 'asked';
  readonly address: string;
}

/**
 * Tells a side that the other proposed another time for their meeting or declined ours, or that the organiser leaves it as it is; or the organiser
 * that a side asks them. Names neither, since mail travels open.
 */
export function moveLetter(language: Language, { edition, kind, address }: MoveNews): Letter {
  return inEach(
    {
      proposed: {
        subject: `${edition}: another time proposed for one of your meetings`,
        body: `Hello,\n\nThe other side of one of your meetings at ${edition} has proposed another time. You can accept or decline it here; until then the meeting stays as it is:\n\n${address}\n`,
      },
      declined: {
        subject: `${edition}: your proposed time was declined`,
        body: `Hello,\n\nThe other side has declined the time you proposed for one of your meetings at ${edition}. The meeting stays as it is:\n\n${address}\n`,
      },
      not_exchanged: {
        subject: `${edition}: your meeting keeps its time`,
        body: `Hello,\n\nThe other side of one of your meetings at ${edition} had proposed to exchange two meetings. Another company has not agreed, so the exchange will not take place and your meeting keeps its time:\n\n${address}\n`,
      },
      stays: {
        subject: `${edition}: your meeting stays as it is`,
        body: `Hello,\n\nYou asked the organiser to change one of your meetings at ${edition}. They could not do so, and the meeting stays as it is:\n\n${address}\n`,
      },
      asked: {
        subject: `${edition}: a company asks you to change a meeting`,
        body: `Hello,\n\nA company at ${edition} asks you to move or cancel one of its meetings. The meeting stays as it is until you answer; the request is listed under what needs a decision:\n\n${address}\n`,
      },
    },
    {
      proposed: {
        subject: `${edition}：对方提议改期`,
        body: `您好！\n\n在${edition}与贵单位洽谈的一方提议将洽谈改到另一时间。请打开以下页面同意或谢绝；答复前，洽谈时间不变：\n\n${address}\n`,
      },
      declined: {
        subject: `${edition}：改期提议未获同意`,
        body: `您好！\n\n贵单位在${edition}提出的改期未获对方同意，洽谈时间不变。请打开以下页面查看：\n\n${address}\n`,
      },
      not_exchanged: {
        subject: `${edition}：洽谈时间不变`,
        body: `您好！\n\n与贵单位洽谈的一方曾提议调换两场洽谈的时间，因另一单位未同意，调换不再进行，贵单位在${edition}的洽谈时间不变。请打开以下页面查看：\n\n${address}\n`,
      },
      stays: {
        subject: `${edition}：洽谈安排不变`,
        body: `您好！\n\n贵单位就${edition}的一场洽谈向主办方提出了调整，主办方未能安排，该场洽谈不变。请打开以下页面查看：\n\n${address}\n`,
      },
      asked: {
        subject: `${edition}：有单位请主办方调整洽谈`,
        body: `您好！\n\n${edition}有单位请主办方将一场洽谈改期或取消。答复之前洽谈不变，该请求列在待决事项中：\n\n${address}\n`,
      },
    },
  )[language][kind];
}

/** Tells a side that the other one of a meeting has shared a card with it. Names neither and carries nothing of the card, which can be withdrawn. */
export function cardLetter(language: Language, { edition, address }: Pick<MoveNews, 'edition' | 'address'>): Letter {
  return inEach(
    {
      subject: `${edition}: a card has been shared with you`,
      body: `Hello,\n\nThe other side of one of your meetings at ${edition} has shared a card with you. You can see and save it here unless they withdraw it:\n\n${address}\n`,
    },
    {
      subject: `${edition}：对方发来名片`,
      body: `您好！\n\n在${edition}与贵单位洽谈的一方向贵单位发送了名片。在对方撤回之前，可在以下页面查看并保存：\n\n${address}\n`,
    },
  )[language];
}
