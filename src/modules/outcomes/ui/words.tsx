// Words and figures of outcomes, as every page of theirs writes them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { later } from '#design/notices/later.tsx';
import { Figure as Written } from '#design/said.tsx';
import type { Qualified } from '#kernel/figures.ts';
import type { Qualifier } from '#kernel/money.ts';
import { AssuranceMark, StageMark, type ShownAssurance } from '#design/stage-marks.tsx';
import type { Figure, OutcomeSummary } from '../contract/shapes.ts';
import { seenFrom, type Counted, type OutcomeKind } from '../domain/outcome.ts';
import { isEnd, type Stage } from '../domain/stages.ts';

/** The word for a stage; of what came or took part, the last one is no “realised”, and an offer is taken up or declined. */
export function useStageWord(): (stage: Stage, of?: Partial<Counts>) => string {
  const { t } = useText();
  return (stage, of) => {
    const counted = of?.counted ?? null;
    if (of?.kind === 'offer_made') return t(`outcomes.offer_${stage}`);
    return stage === 'realised' && counted !== null ? t(`outcomes.came_${counted}`) : t(`design.stage_${stage}`);
  };
}

/** How far an outcome came, as a mark beside its word; beside it what its company answered since, for whoever may know. */
export function Reached({
  outcome: { reached, counted, kind, quietSince = null, answered = null },
}: {
  readonly outcome: Pick<OutcomeSummary, 'reached' | 'counted' | 'kind'> & Partial<Pick<OutcomeSummary, 'quietSince' | 'answered'>>;
}) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const { stage, ended } = reached;
  if (stage === null && ended === null) return <Unknown>{t('outcomes.stage_unknown')}</Unknown>;
  return (
    <>
      <StageMark stage={stage ?? 'potential'} ended={ended ?? undefined}>
        {word(ended ?? stage ?? 'potential', { counted, kind })}
      </StageMark>
      {kind === 'offer_made' && stage === 'potential' && ended === null && <small className="muted"> {t('outcomes.offer_open')}</small>}
      {answered !== null && <small className="muted"> {t(`outcomes.fa_company_${answered}`)}</small>}
      {quietSince !== null && (
        <small className="muted">
          {' '}
          {t('outcomes.quiet_since', { day: formats.spelt(formats.flexDate({ text: quietSince, qualifier: 'exact' }, 'table')) })}
        </small>
      )}
    </>
  );
}

export interface Reader {
  /** Whether an office's half of the coin is the left one: ours, or on a neutral page that of the city named first. */
  readonly isLeft: (office: string) => boolean;
  /** From which city an outcome is seen as inward or outward; left out on a neutral page. */
  readonly cityId?: string | undefined;
}

const coinOf = (figure: Pick<Figure, 'assurance'>, office: string, { isLeft }: Reader): ShownAssurance => {
  if (figure.assurance !== 'reported') return figure.assurance;
  return isLeft(office) ? 'ours' : 'theirs';
};

/** Of most figures there is nothing of it. */
const SureBeside = later(() => import('./sure-beside.tsx'), 'SureBeside');

interface AssuredProps {
  readonly figure: Pick<Figure, 'assurance' | 'confirmedPart' | 'paperExpired'>;
  readonly office: string;
  readonly reader: Reader;
}

/** How sure a figure is: the coin and its word, and how much of it another side confirms where that is not all. */
export function Assured({ figure, office, reader }: AssuredProps) {
  return (
    <>
      <AssuranceMark assurance={coinOf(figure, office, reader)} />
      {(figure.confirmedPart ?? figure.paperExpired) != null && <SureBeside figure={figure} />}
    </>
  );
}

/** What stands at a stage, without who said it. */
export type PlainFigure = Pick<Figure, 'stage' | 'amount' | 'count' | 'qualifier' | 'countQualifier' | 'amountCoversPart'>;

/** The amount of a figure in the weight of its stage; "unknown" where nobody stated one. */
export function StageAmount({ figure, style = 'table' }: { readonly figure: PlainFigure | undefined; readonly style?: 'text' | 'table' }) {
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

/** Of what a count is. */
interface Counts {
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
}

/** about 12 deals, more than 25 companies; 约12项, 逾25家企业: a count never stands without what it is of. */
export function useCounted(): (of: Counts, count: string, qualifier: Qualifier) => Qualified {
  const { t } = useText();
  const formats = useFormats();
  return ({ kind, counted }, count, qualifier) => ({
    ...formats.count(count, qualifier),
    after: t(`outcomes.unit_${counted ?? kind}`, { count: Number(count) }),
  });
}

/** How many there are; "unknown" where nobody counted. */
export function StageCount({ of, figure }: { readonly of: Counts; readonly figure: PlainFigure | undefined }) {
  const counted = useCounted();
  if (figure === undefined || figure.count === null) return <Unknown />;
  return <Written value={counted(of, figure.count, figure.countQualifier)} />;
}

type End = Pick<NonNullable<OutcomeSummary['fromCity']>, 'name'> & { readonly id: string };

/** Whose and where to: Liverpool to Shanghai, for a reader of one of them inward or outward; nothing where it is not known. */
export function useDirection(
  cityId = '',
): (
  outcome: { readonly fromCity: End | null; readonly toCity: End | null },
  naming: (text: OutcomeSummary['title']) => string,
) => string | null {
  const { t } = useText();
  return (outcome, naming) => {
    const { fromCity, toCity } = outcome;
    if (fromCity === null && toCity === null) return null;
    const name = (city: End | null): string => (city === null ? t('outcomes.elsewhere') : naming(city.name));
    const way = t('outcomes.from_to', { from: name(fromCity), to: name(toCity) });
    const seen = seenFrom(outcome, cityId);
    return seen === null ? way : t(`outcomes.${seen}`, { way });
  };
}
