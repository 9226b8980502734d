// From an edition that is over to what became of what was announced at it.
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';

/** Nothing has become of anything before the edition closed. */
export function FollowThroughButton({
  edition: { slug, lastDay },
}: {
  readonly edition: { readonly slug: string; readonly lastDay: string };
}) {
  const { t } = useText();
  if (lastDay >= new Date().toISOString().slice(0, 10)) return null;
  return (
    <ButtonLink to="/editions/$slug/follow-through" params={{ slug }}>
      {t('reports.ft_to_page')}
    </ButtonLink>
  );
}
