// Lines of an outcome in the paper of a tie report: its figures stage by stage, and from where to where it goes.
import { writing } from '#kernel/language.ts';
import { small, type PaperLine } from '#kernel/paper/paper.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { reachWords, type Reach } from '#modules/evidence/domain/reach.ts';
import { figuresShown } from '#modules/outcomes/domain/headline.ts';
import { isDirected, outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
import type { ReportEntry, TieReport } from '../../contract.ts';
import { assuredWords } from '../../domain/assured-words.ts';
import type { Wording } from '../../domain/opening-words.ts';

type Outcome = Extract<ReportEntry, { kind: 'outcome' }>['outcome'];
type Figure = Outcome['figures'][number];

interface Way {
  readonly from: string | null;
  readonly to: string | null;
}

/** An offer is taken up or declined where a deal is signed or cancelled. */
const stageWord = (kind: Outcome['kind'], stage: Figure['stage'], { t }: Wording): string =>
  t(kind === 'offer_made' ? `outcomes.offer_${stage}` : `design.stage_${stage}`);

/** Each figure with how sure it is; amounts of different stages never on one line. */
export function figureLines(outcome: Outcome, words: Wording): readonly PaperLine[] {
  const { formats, t } = words;
  const { counted, kind } = outcome;
  if (outcome.figures.length === 0) return [small(t('reports.paper_stage_none'))];
  return figuresShown(outcome).map(({ figure, at }) => {
    const { amount, count, qualifier, countQualifier } = figure;
    const number =
      count === null
        ? ''
        : formats.spelt({
            ...formats.count(count, countQualifier),
            after: t(`outcomes.unit_${counted ?? kind}`, { count: Number(count) }),
          });
    const money = amount === null ? '' : formats.spelt(formats.money(amount, qualifier));
    return small(
      [stageWord(kind, at.stage, words), number.trim(), money, assuredWords(at, words)]
        .filter((text) => text !== '')
        .join(writing[words.language].apart),
    );
  });
}

/** Whom and what a study covers. */
export const reachIn = (reach: Reach, { t, formats, language }: Wording): readonly string[] =>
  reachWords(reach, {
    told: (text) => inLanguage(text, language),
    sampleOf: (sample, outOf) => {
      const spelt = (count: string): string => formats.spelt(formats.count(count, 'exact'));
      return outOf === null
        ? t('evidence.sample', { sample: spelt(sample) })
        : t('evidence.sample_of', { sample: spelt(sample), outOf: spelt(outOf) });
    },
  });

/** From where to where an investment or a service goes; what goes one way is never added to what goes the other. */
export function wayLines(
  kind: string,
  way: Way,
  { report, words }: { readonly report: TieReport; readonly words: Wording },
): readonly PaperLine[] {
  if (!outcomeKinds.some((known) => known === kind && isDirected(known))) return [];
  const nameOf = (slug: string | null): string => {
    const city = [report.cities.first, report.cities.second].find((one) => one.slug === slug);
    return city === undefined ? words.t('outcomes.elsewhere') : words.naming(city.name);
  };
  const isUnknown = way.from === null && way.to === null;
  return [
    small(isUnknown ? words.t('outcomes.no_direction') : words.t('outcomes.from_to', { from: nameOf(way.from), to: nameOf(way.to) })),
  ];
}
