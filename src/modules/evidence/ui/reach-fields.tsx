// Whom and what a study covers, as it is typed: folded away, as most sources are no studies.
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { saysReach } from '../domain/reach.ts';

export const blankReach = { population: '', area: '', period: '', method: '', sample: '', outOf: '' };
export type ReachDraft = typeof blankReach;

/** As it is sent; nothing where nothing was typed. Figures may be typed with separators. */
export function reachSent(draft: ReachDraft) {
  const figure = (typed: string): string | null => filledLine(typed.replace(/[\s,.\u202f\u00a0]/g, ''));
  const reach = {
    ...{ population: filledLine(draft.population), area: filledLine(draft.area) },
    ...{ period: filledLine(draft.period), method: filledLine(draft.method) },
    ...{ sample: figure(draft.sample), outOf: figure(draft.outOf) },
  };
  return saysReach(reach) ? { reach } : {};
}

interface ReachFieldsProps {
  readonly name: string;
  readonly value: ReachDraft;
  readonly onChange: (value: ReachDraft) => void;
}

export function ReachFields({ name, value, onChange }: ReachFieldsProps) {
  const { t } = useText();
  const field = bind(value, onChange, `${name}.`);
  const isSaid = Object.values(value).some((typed) => typed !== '');
  return (
    <details open={isSaid ? true : undefined}>
      <summary>{t('evidence.reach_study')}</summary>
      <p className="note">{t('evidence.reach_study_hint')}</p>
      <TextField {...field('population')} label={t('evidence.reach_population')} hint={t('evidence.reach_population_hint')} optional />
      <Fields>
        <TextField {...field('area')} label={t('evidence.reach_area')} optional />
        <TextField {...field('period')} label={t('evidence.reach_period')} optional />
      </Fields>
      <TextField {...field('method')} label={t('evidence.reach_method')} hint={t('evidence.reach_method_hint')} optional />
      <Fields>
        <TextField {...field('sample')} label={t('evidence.reach_sample_n')} short inputMode="numeric" optional />
        <TextField {...field('outOf')} label={t('evidence.reach_out_of')} short inputMode="numeric" optional />
      </Fields>
    </details>
  );
}
