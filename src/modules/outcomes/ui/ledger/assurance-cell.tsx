// How sure a figure is: the coin, who confirms it, and what another side holds instead.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import type { OutcomeSummary, Part } from '../../contract/shapes.ts';
import { useHeldWords } from '../held-words.ts';
import { Assured, type Reader } from '../words.tsx';

interface AssuranceCellProps {
  readonly figure: Part['figures'][number];
  readonly outcome: Pick<OutcomeSummary, 'kind' | 'counted' | 'office'>;
  readonly reader: Reader;
}

export function AssuranceCell({ figure, outcome, reader }: AssuranceCellProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const held = useHeldWords();
  return (
    <>
      <Assured figure={figure} office={outcome.office.id} reader={reader} />
      {figure.confirmedBy.length > 0 && (
        <small>{t('outcomes.confirmed_by', { offices: formats.list(figure.confirmedBy.map(({ name }) => naming(name))) })}</small>
      )}
      {figure.confirmedPart !== null && (
        <small>{t('outcomes.part_confirmed_by', { offices: formats.list(figure.confirmedPart.by.map(({ name }) => naming(name))) })}</small>
      )}
      {figure.differing.map((other) => {
        const [named, words] = [naming(other.office.name), held(other, figure.stage, outcome)];
        return (
          <small key={other.office.id}>{t('outcomes.holds_other', { office: named, words: words ?? t('outcomes.verdict_differs') })}</small>
        );
      })}
    </>
  );
}
