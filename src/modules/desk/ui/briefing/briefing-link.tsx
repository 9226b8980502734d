// From the page of a tie, or of a visit, to the briefing on it, for offices that keep the tie.
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';

interface Briefed {
  readonly slug: string;
  /** The visit that it is for. */
  readonly exchange?: string;
}

export function BriefingLink({ slug, exchange }: Briefed) {
  const { t } = useText();
  return (
    <ButtonLink to="/ties/$slug/briefing" params={{ slug }} search={exchange === undefined ? {} : { exchange }}>
      {t('desk.briefing_title')}
    </ButtonLink>
  );
}
