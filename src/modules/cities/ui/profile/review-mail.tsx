// Whether one has mail when a text of the office waits for a second reader.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { citiesApi, citiesQueries } from '../client.ts';

/** A section for whoever may change entries: nobody else is asked to read them. */
export function ReviewMail({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const options = citiesQueries.getReviewMail.queryOptions({ input: { officeId } });
  const { keep, ...action } = useKeeping(options.queryKey);
  const { data } = useQuery(options);
  if (data === undefined) return null;
  const set = (on: boolean) => () => citiesApi.setReviewMail({ officeId, on });
  const turn = () =>
    void keep(set(!data.on), { said: t(data.on ? 'cities.review_mail_now_off' : 'cities.review_mail_now_on'), undo: set(data.on) });
  return (
    <Section title={t('cities.review_mail')}>
      <Note>{t('cities.review_mail_text')}</Note>
      <p role="status">{t(data.on ? 'cities.review_mail_on' : 'cities.review_mail_off')}</p>
      <Buttons>
        <Button busy={action.busy} onPress={turn}>
          {t(data.on ? 'cities.switch_off' : 'cities.switch_on')}
          <span className="hidden">{t('design.in_brackets', { words: t('cities.review_mail') })}</span>
        </Button>
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
    </Section>
  );
}
