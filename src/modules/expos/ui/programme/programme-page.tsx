// The public page of a programme, as it was last released.
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Title } from '#design/page.tsx';
import type { Edition } from '../../contract/edition.ts';
import { exposQueries } from '../client.ts';
import { EditionNote } from '../edition/words.tsx';
import { ProgrammeDay } from './programme-view.tsx';

/** /editions/$slug/programme */
export function ProgrammePage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const edition = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug } }));
  return edition === undefined ? <Skeleton label={t('expos.programme')} lines={6} /> : <Shown edition={edition} />;
}

function Shown({ edition }: { readonly edition: Edition }) {
  const { t, language } = useText();
  const formats = useFormats();
  const data = useRead(exposQueries.getProgramme.queryOptions({ input: { editionId: edition.id } }));
  const params = { slug: edition.slug };
  const days = [...new Set((data?.items ?? []).map(({ day }) => day))];
  const toDraft = edition.mayEdit && (
    <ButtonLink to="/editions/$slug/programme/draft" params={params}>
      {t('expos.programme_draft')}
    </ButtonLink>
  );
  return (
    <>
      <Title
        title={t('expos.programme')}
        crumb={
          <Link to="/editions/$slug" params={params}>
            <Named text={edition.name} quiet />
          </Link>
        }
        note={<EditionNote edition={edition} />}
      />
      {data === undefined ? (
        <Skeleton lines={6} />
      ) : days.length === 0 ? (
        <Empty heading={t('expos.programme_none')} actions={toDraft}>
          {t('expos.programme_none_text')}
        </Empty>
      ) : (
        <>
          <Buttons>
            {toDraft}
            <Button onPress={() => window.print()}>{t('expos.programme_print')}</Button>
            <ButtonAnchor href={`/calendar/${edition.id}/programme.ics?lang=${language}`} download>
              {t('expos.programme_calendar')}
            </ButtonAnchor>
          </Buttons>
          {days.map((day) => (
            <ProgrammeDay key={day} day={day} timeZone={edition.timeZone} items={data.items.filter((item) => item.day === day)} />
          ))}
          <Note>{t('expos.programme_rank_note')}</Note>
          {data.release !== null && (
            <Note>
              {t('expos.programme_number', {
                number: data.release.number,
                at: formats.dateTime(data.release.publishedAt, edition.timeZone),
              })}
            </Note>
          )}
        </>
      )}
    </>
  );
}
