// How sure a stage is, with its mark; whose one side it is that reports it a list over all ties does not say.
import { useText } from '#client/language.ts';
import { AssuranceMark } from '#design/stage-marks.tsx';
import type { Assurance } from '#modules/outcomes/domain/assurance.ts';

export function Sure({ assurance }: { readonly assurance: Assurance }) {
  const { t } = useText();
  return assurance === 'reported' ? t('design.assurance_reported') : <AssuranceMark assurance={assurance} />;
}
