// What the sides have said of the figures, in the order in which they said it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Rows } from '#design/rows.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { ConfirmationShown, Outcome } from '../../contract/shapes.ts';
import { useStageWord } from '../words.tsx';

export function Answers({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const figures = ({ count, amount }: ConfirmationShown): string =>
    [...(count === null ? [] : [formats.count(count).figure]), ...(amount === null ? [] : [formats.money(amount).figure])].join(' · ');
  return (
    <Rows
      wide
      label={t('outcomes.answers')}
      entries={outcome.confirmations.map((said) => ({
        key: said.id,
        when: formats.entryDay(said.enteredAt),
        what: (
          <>
            <Named text={said.office.name} quiet />{' '}
            {t('outcomes.said_of_stage', {
              words: [t(`outcomes.verdict_${said.verdict}`), figures(said)].join(' ').trim(),
              stage: word(said.stage),
            })}
          </>
        ),
        detail: (
          <>
            {said.note} {said.source !== null && <SourceName source={said.source} />} {said.outdated && t('outcomes.outdated')}
          </>
        ),
        end: <VisibilityMark visibility={said.visibility} />,
      }))}
    />
  );
}
