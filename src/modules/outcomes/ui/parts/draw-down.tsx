// What became of a whole, as far as its parts tell: each stage with how many and how much, and how many nobody has said anything of.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { drawDownOf, type DrawDown as Drawing, type Drawn } from '../../domain/draw-down.ts';
import { leading } from '../../domain/headline.ts';
import type { Counted, OutcomeKind } from '../../domain/outcome.ts';
import { useCounted, useStageWord } from '../words.tsx';

/** What its figures count. */
interface Whole {
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
}

/** about 7 deals signed, nearly US$9 million; 1 deal lapsed. */
function useShares(): (whole: Whole, drawn: Drawing) => string {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const word = useStageWord();
  const number = (whole: Whole, { count, countQualifier }: NonNullable<Drawing['disputed']>): string =>
    count === null ? '' : formats.spelt(counted(whole, count, countQualifier));
  const answerOf = (whole: Whole, { fate, ...of }: Drawing['answers'][number]): string =>
    t(`outcomes.drawn_${fate}`, { number: of.count === null ? t('outcomes.drawn_some') : number(whole, of) });
  return (whole, { shares, disputed, answers }) =>
    formats.list([
      ...shares.map(({ stage, count, countQualifier, amount, qualifier, answers }) => {
        const asked = { stage: word(stage, whole), number: number(whole, { count, countQualifier }) };
        const part = t(count === null ? 'outcomes.drawn_uncounted' : 'outcomes.drawn_part', asked);
        const sum = amount === null ? part : t('outcomes.drawn_amount', { part, amount: formats.spelt(formats.money(amount, qualifier)) });
        return answers.length === 0
          ? sum
          : t('outcomes.drawn_of_which', { part: sum, answers: formats.list(answers.map((one) => answerOf(whole, one))) });
      }),
      ...(disputed === null
        ? []
        : [
            t(disputed.count === null ? 'outcomes.drawn_uncounted' : 'outcomes.drawn_part', {
              stage: t('outcomes.in_dispute'),
              number: number(whole, disputed),
            }),
          ]),
      ...answers.map((one) => answerOf(whole, one)),
    ]);
}

interface DrawDownProps {
  readonly of: Whole;
  readonly whole: Drawn;
  readonly parts: readonly Drawn[];
}

export function DrawDown({ of, whole, parts }: DrawDownProps) {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const shares = useShares();
  const drawn = drawDownOf(whole, parts);
  if (drawn === null) return null;
  const all = leading(whole);
  const said = shares(of, drawn);
  const { rest } = drawn;
  return (
    <p className="read">
      {all === undefined || all.count === null
        ? t('outcomes.drawn', { parts: said })
        : t('outcomes.drawn_of', { whole: formats.spelt(counted(of, all.count, all.countQualifier)), parts: said })}{' '}
      {rest === null
        ? t('outcomes.drawn_rest_unknown')
        : t('outcomes.drawn_rest', { rest: formats.spelt(counted(of, rest.count, rest.countQualifier)) })}
    </p>
  );
}
