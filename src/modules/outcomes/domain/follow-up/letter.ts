// The letter that asks what became of announced figures; plain text, so that every mail program shows it.
import { inEach, writing, type Language } from '#kernel/language.ts';
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
  /** Whether everybody reads what was announced, and with it what became of it. */
  readonly isPublic: boolean;
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

const answerWords: Readonly<Record<Language, Readonly<Record<FollowUpAnswer, string>>>> = inEach(
  {
    kept: 'Kept: as announced, or more',
    partly: 'Kept in part: less, later or in another form',
    not: 'Not kept: it came to nothing',
    cannot_say: 'I cannot say',
  },
  {
    kept: '已落实（与公布一致或超出）',
    partly: '部分落实（金额、时间或方式有变）',
    not: '未落实（没有结果）',
    cannot_say: '无法说明',
  },
);

const stageWords: Readonly<Record<Language, Readonly<Record<AskedFor['stage'], string>>>> = inEach(
  { potential: 'potential', intended: 'intended' },
  { potential: '潜在', intended: '意向' },
);

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

/** Who can read the answer is true of what is asked: of what is not public nothing becomes so. */
const audiences: Readonly<Record<Language, Readonly<Record<'public' | 'some' | 'none', string>>>> = inEach(
  {
    public:
      'What was announced is public: everyone will be able to read which of the four answers was given, and nothing else that you write.',
    some: 'Some of this is public: of those, everyone will be able to read which of the four answers was given, and nothing else that you write. Of the others nothing is published.',
    none: 'None of this is public, and neither is your answer.',
  },
  {
    public: '该事项已公开：四种答复中选了哪一种，公众可以看到；其余内容一概不公开。',
    some: '其中部分事项已公开：这些事项选了四种答复中的哪一种，公众可以看到，其余内容一概不公开；未公开的事项，答复也不公开。',
    none: '该事项未公开，答复也不公开。',
  },
);

function audienceOf(language: Language, asked: readonly AskedFor[]): string {
  const open = asked.filter(({ isPublic }) => isPublic).length;
  return audiences[language][open === 0 ? 'none' : open === asked.length ? 'public' : 'some'];
}

const bodies: Readonly<Record<Language, (facts: FollowUpLetterFacts) => string>> = inEach(
  ({ company, person, office, through, until, asked }) => {
    const [only] = asked;
    const isOne = asked.length === 1;
    const what = isOne && only !== undefined ? `\n\n${about('en', only)}` : '';
    const ask =
      through === null
        ? `${office} would like to know what became of ${isOne ? 'an announcement' : `${asked.length} announcements`} in which ${company} was named:`
        : `${office} would like to know what became of ${isOne ? 'an announcement' : `${asked.length} announcements`} in which ${company} was named, and asks ${through} to pass this letter on to the company:`;
    const seen = through === null ? office : `${office} and ${through}`;
    return `${person === '' ? 'Hello,' : `Dear ${person},`}\n\n${ask}${what}\n\n${links('en', asked)}\n\nOpening a link records nothing. Your answer is recorded when you press the button on the page. You do not need an account. The links are for ${company} only and can be used until ${until}.\n\n${seen} can read your answer. ${audienceOf('en', asked)}\n\nIf you do not want to be asked again, please say so on that page. No office that uses this service will then write to you about it.\n\n${office}\n`;
  },
  ({ company, person, office, through, until, asked }) => {
    const [only] = asked;
    const what = asked.length === 1 && only !== undefined ? `\n\n${about('zh-Hans', only)}` : '';
    const head = person === '' ? company : `${company}\n${person}`;
    const ask =
      through === null
        ? `您好！${office}想了解此前公布的${company}有关事项后来进展如何：`
        : `您好！${office}想了解此前公布的${company}有关事项后来进展如何，烦请${through}将本函转交该企业：`;
    const seen = through === null ? `仅${office}` : `${office}和${through}`;
    return `${head}：\n\n${ask}${what}\n\n${links('zh-Hans', asked)}\n\n打开链接不会记录任何内容，在页面上按下按钮后答复才会记录。无须账号。链接仅供${company}使用，${until}前有效。\n\n答复内容${seen}可见。${audienceOf('zh-Hans', asked)}\n\n如不希望再收到此类函询，请在该页面说明，使用本系统的各单位均不再就此致函。\n\n${office}\n`;
  },
);

const subjects: Readonly<Record<Language, (asked: readonly AskedFor[]) => string>> = inEach(
  (asked) => (asked.length === 1 ? `What became of: ${asked[0]?.title ?? ''}` : `What became of ${asked.length} announced deals`),
  (asked) => (asked.length === 1 ? `跟进了解：${asked[0]?.title ?? ''}` : `跟进了解：已公布的${asked.length}个事项`),
);

export const followUpLetter = (language: Language, facts: FollowUpLetterFacts): Letter => ({
  subject: subjects[language](facts.asked),
  body: bodies[language](facts),
});
