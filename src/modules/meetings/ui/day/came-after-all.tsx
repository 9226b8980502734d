// Somebody who was missing has come to the door: what of their day can still be held, and the one press that gives it back.
import { useText } from '#client/language.ts';
import { Attention, Section } from '#design/page.tsx';
import type { Decision, Edition } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { Preview } from '../repair/panel.tsx';

export function CameAfterAll({ edition, decision }: { readonly edition: Edition; readonly decision: Decision }) {
  const say = useSay();
  const { t } = useText();
  const [came] = decision.participants;
  if (came === undefined) return null;
  return (
    <Section title={<Attention>{say(decision.title)}</Attention>}>
      {decision.detail !== null && <p>{say(decision.detail)}</p>}
      {edition.mayEdit ? (
        <Preview edition={edition} changes={[{ kind: 'arrived', participantId: came.id }]} onDone={() => undefined} />
      ) : (
        <p>{t('meetings.day_came_tell')}</p>
      )}
    </Section>
  );
}
