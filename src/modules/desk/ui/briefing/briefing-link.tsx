// From the page of a tie to the briefing on it, for offices that keep it.
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';

export function BriefingLink({ slug }: { readonly slug: string }) {
  const { t } = useText();
  return (
    <ButtonLink to="/ties/$slug/briefing" params={{ slug }}>
      {t('desk.briefing_title')}
    </ButtonLink>
  );
}
