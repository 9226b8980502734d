// From the page of a tie to what the public reads of it.
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';

export function ReportLink({ slug }: { readonly slug: string }) {
  const { t } = useText();
  return (
    <ButtonLink to="/ties/$slug/report" params={{ slug }}>
      {t('reports.report')}
    </ButtonLink>
  );
}
