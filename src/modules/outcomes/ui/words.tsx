// Words and figures of outcomes, as every page of theirs writes them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Figure as Written } from '#design/said.tsx';
import { AssuranceMark, StageMark, type ShownAssurance } from '#design/stage-marks.tsx';
import type { Figure, OutcomeSummary } from '../contract/shapes.ts';
import { isEnd, type Stage } from '../domain/stages.ts';

/** The word for a stage. */
export function useStageWord(): (stage: Stage) => string {
  const { t } = useText();
  return (stage) => t(`design.stage_${stage}`);
}

/** How far an outcome came, as a mark beside its word. */
export function Reached({ outcome: { reached } }: { readonly outcome: Pick<OutcomeSummary, 'reached'> }) {
  const { t } = useText();
  const word = useStageWord();
  const { stage, ended } = reached;
  if (stage === null && ended === null) return <Unknown>{t('outcomes.stage_unknown')}</Unknown>;
  return (
    <StageMark stage={stage ?? 'potential'} ended={ended ?? undefined}>
      {word(ended ?? stage ?? 'potential')}
    </StageMark>
  );
}

export interface Reader {
  /** Whether an office's half of the coin is the left one: ours, or on a neutral page that of the city named first. */
  readonly isLeft: (office: string) => boolean;
}

const coinOf = (figure: Pick<Figure, 'assurance'>, office: string, { isLeft }: Reader): ShownAssurance => {
  if (figure.assurance !== 'reported') return figure.assurance;
  return isLeft(office) ? 'ours' : 'theirs';
};

/** How sure a figure is: the coin and its word. */
export function Assured({ figure, office, reader }: { readonly figure: Figure; readonly office: string; readonly reader: Reader }) {
  return <AssuranceMark assurance={coinOf(figure, office, reader)} />;
}

/** The amount of a figure in the weight of its stage; "unknown" where nobody stated one. */
export function StageAmount({ figure, style = 'table' }: { readonly figure: Figure | undefined; readonly style?: 'text' | 'table' }) {
  const { t } = useText();
  const formats = useFormats();
  if (figure === undefined || figure.amount === null) return <Unknown />;
  const { stage, amount, qualifier, amountCoversPart } = figure;
  return (
    <>
      <span className="amt" data-stage={isEnd(stage) ? undefined : stage}>
        <Written value={formats.money(amount, qualifier, style)} />
      </span>
      {amountCoversPart && <small>{t('outcomes.covers_part')}</small>}
    </>
  );
}

/** How many there are; "unknown" where nobody counted. */
export function StageCount({ figure }: { readonly figure: Figure | undefined }) {
  const formats = useFormats();
  if (figure === undefined || figure.count === null) return <Unknown />;
  return <Written value={formats.count(figure.count, figure.qualifier)} />;
}

/** Whose and where to: Liverpool → Shanghai; nothing where it is not known. */
export function useDirection(): (
  outcome: Pick<OutcomeSummary, 'fromCity' | 'toCity'>,
  naming: (text: OutcomeSummary['title']) => string,
) => string | null {
  const { t } = useText();
  return ({ fromCity, toCity }, naming) => {
    if (fromCity === null && toCity === null) return null;
    const name = (city: OutcomeSummary['fromCity']): string => (city === null ? t('outcomes.elsewhere') : naming(city.name));
    return t('outcomes.from_to', { from: name(fromCity), to: name(toCity) });
  };
}
