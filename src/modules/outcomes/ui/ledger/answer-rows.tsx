// What the sides have said of the figures, in the order in which they said it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { Rows } from '#design/rows.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { ConfirmationShown, Outcome } from '../../contract/shapes.ts';
import { useHeldWords } from '../held-words.ts';
import { useStageWord } from '../words.tsx';

export function Answers({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const held = useHeldWords();
  const words = (said: ConfirmationShown): string => {
    const asked = { words: t(`outcomes.verdict_${said.verdict}`), stage: word(said.stage, outcome) };
    const own = held({ ...said, note: null }, said.stage, outcome);
    const whole = t(said.verdict === 'differs' ? 'outcomes.differs_on' : 'outcomes.said_of_stage', asked);
    return own === null ? whole : `${whole} · ${own}`;
  };
  return (
    <Rows
      wide
      label={t('outcomes.answers')}
      entries={outcome.confirmations.map((said) => ({
        key: said.id,
        when: formats.entryDay(said.enteredAt),
        what: (
          <>
            <Named text={said.office.name} quiet /> {words(said)}
          </>
        ),
        detail: (
          <>
            {said.note !== null && <AsWritten text={said.note} />} {said.source !== null && <SourceName source={said.source} />}{' '}
            {said.outdated && t('outcomes.outdated')}
          </>
        ),
        end: <VisibilityMark visibility={said.visibility} />,
      }))}
    />
  );
}
