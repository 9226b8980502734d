// What whoever helps at an edition begins with.
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { Sentence } from '#design/page.tsx';
import type { Edition } from '../edition/answers.ts';

/** For whoever helps and decides nothing, such as a steward: the door first, and what is going on. */
export function Helping({ edition: { slug } }: { readonly edition: Pick<Edition, 'slug'> }) {
  const { t } = useText();
  const params = { slug };
  return (
    <div className="after">
      <Sentence>{t('meetings.work_helping')}</Sentence>
      <Buttons>
        <ButtonLink kind="go" to="/editions/$slug/check-in" params={params}>
          {t('meetings.door_title')}
        </ButtonLink>
        <ButtonLink to="/editions/$slug/day" params={params}>
          {t('meetings.day_title')}
        </ButtonLink>
        <ButtonLink to="/editions/$slug/schedule" params={params}>
          {t('meetings.schedule_title')}
        </ButtonLink>
      </Buttons>
    </div>
  );
}
