// How sure a stage is, with its mark; whose one side it is that reports it a list over all ties does not say.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { AssuranceMark } from '#design/stage-marks.tsx';
import { partWords } from '#modules/outcomes/domain/part-words.ts';
import type { ScoredRow } from '../../contract/scorecard.ts';

export function Sure({ row: { sureness, confirmedPart, paperExpired } }: { readonly row: ScoredRow }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      {sureness === 'reported' ? t('design.assurance_reported') : <AssuranceMark assurance={sureness} />}
      {confirmedPart !== null &&
        partWords(confirmedPart, 'table', { t: (key, params) => t(key, params), formats }).map((words) => (
          <small key={words}>{words}</small>
        ))}
      {paperExpired !== null && <small>{t('outcomes.paper_expired', { day: formats.day(paperExpired, 'table') })}</small>}
    </>
  );
}
