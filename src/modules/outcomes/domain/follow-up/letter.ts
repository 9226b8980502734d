// The letter that asks what became of announced figures; plain text, so that every mail program shows it.
import { writing, type Language } from '#kernel/language.ts';
import type { Letter } from '#modules/expos/domain/letters/letters.ts';
import { followUpAnswers, type FollowUpAnswer } from './fate.ts';

/** One thing that the letter asks for. */
export interface AskedFor {
  readonly title: string;
  /** As what it was announced, in words. */
  readonly stage: 'potential' | 'intended';
  /** The month or day for which it was said, in words. */
  readonly when: string;
  /** Null where nobody stated one. */
  readonly amount: string | null;
  /** What opens the page of this question. */
  readonly address: string;
}

export interface FollowUpLetterFacts {
  readonly company: string;
  /** '' where only an address is known. */
  readonly person: string;
  /** Who asks. */
  readonly office: string;
  /** Through whom, where the letter goes to an office that is to pass it on; else null. */
  readonly through: string | null;
  readonly until: string;
  readonly asked: readonly AskedFor[];
}

const answerWords: Readonly<Record<Language, Readonly<Record<FollowUpAnswer, string>>>> = {
  en: {
    kept: 'Kept, as announced or more',
    partly: 'Partly: less, later or in another form',
    not: 'Not: it came to nothing',
    cannot_say: 'I cannot say',
  },
  'zh-Hans': {
    kept: '已落实（与公布一致或超出）',
    partly: '部分落实（金额、时间或方式有变）',
    not: '未落实（没有结果）',
    cannot_say: '无法说明',
  },
};

const stageWords: Readonly<Record<Language, Readonly<Record<AskedFor['stage'], string>>>> = {
  en: { potential: 'potential', intended: 'intended' },
  'zh-Hans': { potential: '潜在', intended: '意向' },
};

/** The address with an answer chosen: opening it chooses, and records nothing. */
export const withAnswer = (address: string, answer: FollowUpAnswer): string => address.replace('#', `?answer=${answer}#`);

const about = (language: Language, { title, stage, when, amount }: AskedFor): string => {
  const { comma, inBrackets } = writing[language];
  return inBrackets(title, [when, stageWords[language][stage], ...(amount === null ? [] : [amount])].join(comma));
};

/** A single question is answered in the letter by choosing its link, several on the page of each. */
function links(language: Language, asked: readonly AskedFor[]): string {
  const { colon } = writing[language];
  const [only] = asked;
  if (only !== undefined && asked.length === 1)
    return followUpAnswers
      .map((answer) => `${answerWords[language][answer]}${colon.trimEnd()}\n${withAnswer(only.address, answer)}`)
      .join('\n\n');
  return asked.map((one) => `${about(language, one)}${colon.trimEnd()}\n${one.address}`).join('\n\n');
}

const bodies: Readonly<Record<Language, (facts: FollowUpLetterFacts) => string>> = {
  en: ({ company, person, office, through, until, asked }) => {
    const [only] = asked;
    const what = asked.length === 1 && only !== undefined ? `\n\n${about('en', only)}` : '';
    const ask =
      through === null
        ? `${office} follows up what was announced with ${company} and would like to know what became of it:`
        : `${office} follows up what was announced with ${company} and asks ${through} to pass these questions on to the company:`;
    const seen = through === null ? office : `${office} and ${through}`;
    return `${person === '' ? 'Hello,' : `Dear ${person},`}\n\n${ask}${what}\n\n${links('en', asked)}\n\nOpening a link records nothing; the button on the page does. No account is needed. The links are for ${company} only and are valid until ${until}. ${seen} can see the answer. In public it is counted with the others, without a name.\n\nIf you do not want to be asked again, please say so on that page. It holds for every office that uses this service.\n\n${office}\n`;
  },
  'zh-Hans': ({ company, person, office, through, until, asked }) => {
    const [only] = asked;
    const what = asked.length === 1 && only !== undefined ? `\n\n${about('zh-Hans', only)}` : '';
    const head = person === '' ? company : `${company}\n${person}`;
    const ask =
      through === null
        ? `您好！${office}现就此前公布、涉及${company}的事项进行回访，请告知后来的情况：`
        : `您好！${office}现就此前公布、涉及${company}的事项进行回访，烦请${through}将以下问题转交该企业：`;
    const seen = through === null ? `仅${office}` : `${office}和${through}`;
    return `${head}：\n\n${ask}${what}\n\n${links('zh-Hans', asked)}\n\n打开链接不会记录任何内容，须在页面上确认后方为答复；无须账号。链接仅供${company}使用，${until}前有效。答复${seen}可见；对外只计项数，不显示名称。\n\n如不希望再收到回访，请在该页告知，对使用本系统的全部单位有效。\n\n${office}\n`;
  },
};

const subjects: Readonly<Record<Language, (asked: readonly AskedFor[]) => string>> = {
  en: (asked) => (asked.length === 1 ? `What became of: ${asked[0]?.title ?? ''}` : `What became of ${asked.length} announced deals`),
  'zh-Hans': (asked) => (asked.length === 1 ? `回访：${asked[0]?.title ?? ''}` : `回访：已公布的${asked.length}个事项`),
};

export const followUpLetter = (language: Language, facts: FollowUpLetterFacts): Letter => ({
  subject: subjects[language](facts.asked),
  body: bodies[language](facts),
});
