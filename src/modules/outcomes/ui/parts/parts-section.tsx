// On the page of a whole: what became of the things it counts, and the way to add one of them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { Section } from '#design/page.tsx';
import type { Outcome } from '../../contract/shapes.ts';
import { drawnOf, isFramework } from '../../domain/draw-down.ts';
import { leading } from '../../domain/headline.ts';
import { useCounted, type Reader } from '../words.tsx';
import { PartsOfWhole } from './parts-of-whole.tsx';

/** “45 deals” of a whole that says how many; null of one that does not. */
export function useWholeWords(): (outcome: Outcome) => string | null {
  const formats = useFormats();
  const counted = useCounted();
  return (outcome) => {
    const figure = leading(drawnOf(outcome));
    return figure === undefined || figure.count === null ? null : formats.spelt(counted(outcome, figure.count, figure.countQualifier));
  };
}

export function PartsSection({ outcome, reader }: { readonly outcome: Outcome; readonly reader: Reader }) {
  const { t } = useText();
  const whole = useWholeWords()(outcome);
  const words = isFramework(outcome) ? 'call_offs' : 'parts';
  const add = (
    <ButtonLink to="/outcomes/new" search={{ whole: outcome.id }}>
      {whole === null ? t(`outcomes.add_${words}`) : t('outcomes.add_one_of', { whole })}
    </ButtonLink>
  );
  return (
    <Section
      title={whole === null ? t(`outcomes.${words}_title`) : t('outcomes.parts_title_of', { whole })}
      id="parts"
      aside={outcome.mayEdit ? add : undefined}
    >
      {outcome.parts.length === 0 ? (
        <p className="note">{t(`outcomes.${words}_none`)}</p>
      ) : (
        <PartsOfWhole outcome={outcome} reader={reader} />
      )}
    </Section>
  );
}
