// From the page of a city to its figures.
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';

export function ScorecardLink({ slug }: { readonly slug: string }) {
  const { t } = useText();
  return (
    <div className="noprint after">
      <Buttons>
        <ButtonLink kind="text" to="/cities/$slug/scorecard" params={{ slug }}>
          {t('reports.in_figures')}
        </ButtonLink>
      </Buttons>
    </div>
  );
}
