// Which kind of statement the words sound like: proposed to whoever enters it, who decides.
import type { StatementKind } from './statement.ts';

/** In the order in which they decide: "should become the largest" is an opinion, "will be the largest" a forecast. */
const signs: readonly (readonly [StatementKind, RegExp])[] = [
  ['opinion', /\b(?:should|must|ought|i think|believes?|believed|in my view|deserves?)\b|应该|应当|理应|必须|认为|相信|在我看来/iu],
  ['forecast', /\b(?:will|shall|would|is going to|forecasts?|expect(?:s|ed)?|is likely to)\b|将(?!近|军|领)|预计|预期|预测|有望|可望/iu],
  [
    'comparison',
    /\b(?:the (?:most|least|first|only|best|\p{L}+est)|twice|times (?:as|the)|compared (?:to|with)|second only|\p{L}{2,}er than|more \p{L}+ than)\b|最|更|倍|首个|首家|唯一|第一|相比|仅次于/iu,
  ],
];

/** The kind that the words propose; a figure is a count where they say nothing else. */
export function kindOfWords(words: string, isFigure: boolean): StatementKind {
  const found = signs.find(([, sign]) => sign.test(words))?.[0];
  return found ?? (isFigure ? 'count' : 'fact');
}
