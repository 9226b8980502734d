// What was read in, and the way on.
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { Edition, ImportPreview } from '../edition/answers.ts';

export function ImportDone({ edition, preview }: { readonly edition: Edition; readonly preview: ImportPreview }) {
  const { t } = useText();
  const params = { slug: edition.slug };
  const { participants, requests } = preview.after;
  return (
    <Notice
      live
      heading={t(preview.way === 'add' ? 'meetings.import_done_added' : 'meetings.import_done', { participants, requests })}
      actions={
        <>
          <ButtonLink kind="go" to="/editions/$slug/plan" params={params}>
            {t('meetings.plan_first')}
          </ButtonLink>
          <ButtonLink kind="text" to="/editions/$slug/requests" params={params}>
            {t('meetings.see_requests')}
          </ButtonLink>
        </>
      }
    />
  );
}
