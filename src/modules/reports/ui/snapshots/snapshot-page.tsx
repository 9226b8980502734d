// /ties/$slug/snapshots/$number: the report as everybody read it on a day, and what has changed since; or that it was withdrawn.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Title } from '#design/page.tsx';
import type { SnapshotOf } from '../../contract/snapshots.ts';
import { reportsApi, reportsQueries } from '../client.ts';
import { Report, useOwnCopy } from '../report-page.tsx';
import { ChangesSince } from './changes-since.tsx';
import { FrozenSums } from './frozen-sums.tsx';
import { isGone, readOrGone } from './read-or-gone.ts';
import { SealSaid } from './seal.tsx';

export function SnapshotPage() {
  const { t, language } = useText();
  const { slug, number } = useParams({ from: '/ties/$slug/snapshots/$number' });
  const { data, error } = useQuery({
    queryKey: [...reportsQueries.key(), 'snapshot', language, slug, number],
    queryFn: () => readOrGone(() => reportsApi.getTieSnapshot({ tie: slug, number: Number(number) })),
  });
  if (data === undefined && error !== null) throw error;
  if (data === undefined) return <Skeleton label={t('reports.snapshot')} lines={10} />;
  if (isGone(data)) return <Withdrawn slug={slug} said={data.gone} number={number} />;
  return (
    <>
      <Report report={data.report} foreword={<Foreword {...data} />} sums={<FrozenSums report={data.report} />} />
      <ChangesSince slug={slug} number={data.snapshot.number} />
    </>
  );
}

/** When, by which office and why; what is known today stands elsewhere. */
function Withdrawn({ slug, number, said }: { readonly slug: string; readonly number: string; readonly said: string }) {
  const { t } = useText();
  return (
    <>
      <Title
        title={t('reports.snapshot_gone', { number })}
        crumb={
          <Link to="/ties/$slug/snapshots" params={{ slug }}>
            {t('reports.snapshots')}
          </Link>
        }
      />
      <p className="lead">{said}</p>
      <p>{t('reports.snapshot_gone_text')}</p>
      <Buttons>
        <ButtonLink to="/ties/$slug/report" params={{ slug }}>
          {t('reports.report_today')}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function Foreword({ snapshot, report, slug, removedOn, isIntact }: SnapshotOf) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { number, frozenAt, office, seal } = snapshot;
  const date = formats.day(frozenAt.slice(0, 10), 'text');
  const copy = useOwnCopy(report);
  const file = (format: string): string => `/api/v1/ties/${slug}/snapshots/${String(number)}/file?format=${format}`;
  return (
    <Notice
      kind="plain"
      heading={t('reports.snapshot_of', { number, date })}
      actions={
        <Buttons>
          <Button onPress={() => print()}>{t('reports.print')}</Button>
          <ButtonAnchor kind="text" href={`${file('pdf')}&copy=${copy}`} download>
            PDF
          </ButtonAnchor>
          <ButtonAnchor kind="text" href={`${file('docx')}&copy=${copy}`} download>
            Word
          </ButtonAnchor>
          <ButtonAnchor kind="text" href={file('xlsx')} download>
            {t('reports.data_xlsx')}
          </ButtonAnchor>
          <ButtonAnchor kind="text" href={file('json')} download>
            {t('reports.data_json')}
          </ButtonAnchor>
          <ButtonLink kind="text" to="/ties/$slug/report" params={{ slug }}>
            {t('reports.report_today')}
          </ButtonLink>
          <ButtonLink kind="text" to="/ties/$slug/snapshots" params={{ slug }}>
            {t('reports.snapshots')}
          </ButtonLink>
        </Buttons>
      }
    >
      {t('reports.snapshot_says', { office: naming(office.name), date })} <SealSaid words="snapshot_seal" seal={seal} />{' '}
      {removedOn.map((day) => (
        <span key={day}>{t('reports.snapshot_name_gone', { date: formats.day(day, 'text') })} </span>
      ))}
      {t(isIntact ? 'reports.snapshot_intact' : 'reports.snapshot_broken')}
    </Notice>
  );
}
