// From the page of a tie to what the public reads of it.
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';

export function ReportLink({ slug, isPublic }: { readonly slug: string; readonly isPublic: boolean }) {
  const { t } = useText();
  return (
    <ButtonLink to={isPublic ? '/ties/$slug/report' : '/ties/$slug/report/draft'} params={{ slug }}>
      {t('reports.report')}
    </ButtonLink>
  );
}
