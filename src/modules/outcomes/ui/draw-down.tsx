// What became of a whole, as far as its parts tell: each stage with how many and how much, and how many nobody has said anything of.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { drawDownOf, type DrawDown as Drawing, type Drawn } from '../domain/draw-down.ts';
import { leading } from '../domain/headline.ts';
import type { Counted, OutcomeKind } from '../domain/outcome.ts';
import { useCounted, useStageWord } from './words.tsx';

type Whole = Drawn & { readonly kind: OutcomeKind; readonly counted: Counted | null };

/** about 7 deals signed, nearly US$9 million; 1 deal lapsed. */
function useShares(): (whole: Whole, shares: Drawing['shares']) => string {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const word = useStageWord();
  return (whole, shares) =>
    formats.list(
      shares.map(({ stage, count, countQualifier, amount, qualifier }) => {
        const asked = { stage: word(stage, whole), number: count === null ? '' : formats.spelt(counted(whole, count, countQualifier)) };
        const part = t(count === null ? 'outcomes.drawn_uncounted' : 'outcomes.drawn_part', asked);
        return amount === null ? part : t('outcomes.drawn_amount', { part, amount: formats.spelt(formats.money(amount, qualifier)) });
      }),
    );
}

export function DrawDown({ whole, parts }: { readonly whole: Whole; readonly parts: readonly Drawn[] }) {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const shares = useShares();
  const drawn = drawDownOf(whole, parts);
  if (drawn === null) return null;
  const all = leading(whole);
  const said = shares(whole, drawn.shares);
  const { rest } = drawn;
  return (
    <p className="read">
      {all === undefined || all.count === null
        ? t('outcomes.drawn', { parts: said })
        : t('outcomes.drawn_of', { whole: formats.spelt(counted(whole, all.count, all.countQualifier)), parts: said })}{' '}
      {rest === null
        ? t('outcomes.drawn_rest_unknown')
        : t('outcomes.drawn_rest', { rest: formats.spelt(counted(whole, rest.count, rest.countQualifier)) })}
    </p>
  );
}
