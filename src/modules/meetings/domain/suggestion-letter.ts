// The words of a letter that names suggestions; plain text, so that every mail program shows them.
import { inEach, type Language } from '#kernel/language.ts';
import type { Letter } from './agenda/letters.ts';

/** So many are named; the others are counted. */
export const mostNamed = 5;

export interface SuggestionLetterFacts {
  readonly edition: string;
  readonly organiser: string;
  readonly company: string;
  /** Names alone: reasons and figures stand on the company's own page. */
  readonly names: readonly string[];
  /** Where the whole list is, or the place from which it is reached by a link. */
  readonly address: string;
}

export function suggestionLetter(language: Language, { edition, organiser, company, names, address }: SuggestionLetterFacts): Letter {
  const shown = names.slice(0, mostNamed);
  const more = names.length - shown.length;
  return inEach(
    {
      subject: `${edition}: whom you could meet`,
      body: [
        'Hello,',
        `Going by what ${company} offers and seeks, ${names.length === 1 ? 'this participant' : 'these participants'} of ${edition} may be worth meeting:`,
        [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
        names.length === 1
          ? `The reasons are on the page below, where you can ask it for a meeting or set it aside. It is not told that it was suggested to you:\n\n${address}`
          : `The reasons are on the page below, where you can ask each of them for a meeting or set it aside. They are not told that they were suggested to you:\n\n${address}`,
        'These are suggestions only. If you do not want letters like this, please say so on the page “Whom to meet”.',
        `${organiser}\n`,
      ].join('\n\n'),
    },
    {
      subject: `${edition}：推荐洽谈`,
      body: [
        `${company}：`,
        `您好！根据贵单位填写的供求，${edition}有以下单位可能适合洽谈：`,
        [...shown, ...(more > 0 ? [`另有${more}家。`] : [])].join('\n'),
        `推荐理由见下列页面，可在该页逐家预约，或标为不合适。对方不会得知向贵单位作了推荐：\n\n${address}`,
        '推荐仅供参考。如不希望再收到此类来函，请在“推荐洽谈”页告知。',
        `${organiser}\n`,
      ].join('\n\n'),
    },
  )[language];
}
