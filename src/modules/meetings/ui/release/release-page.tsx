// Every version of the schedule, newest first, each with what it changed.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { More } from '#design/data-table.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Gap, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { changeKind } from '../../domain/schedule/release-kind.ts';
import { meetingsQueries } from '../client.ts';
import { ToDrafts } from '../edition/links.tsx';
import type { Edition, Release } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { Differences } from './differences.tsx';

export function ReleasesPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.releases_title')}>{(edition) => <Releases edition={edition} />}</EventPage>;
}

const PAGE = 10;

function Releases({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const list = useInfiniteQuery({
    ...meetingsQueries.listReleases.infiniteOptions(paged({ editionId: edition.id, limit: PAGE })),
    throwOnError: true,
  });
  const releases = list.data?.pages.flatMap(({ entries }) => entries);
  if (releases === undefined) return <Skeleton lines={6} />;
  if (releases.length === 0)
    return (
      <Empty heading={t('meetings.releases_none')} actions={<ToDrafts edition={edition} />}>
        {t('meetings.releases_none_text')}
      </Empty>
    );
  return (
    <>
      {releases.map((release, at) => (
        <OneRelease key={release.id} edition={edition} release={release} current={at === 0} />
      ))}
      {list.hasNextPage && <More busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
    </>
  );
}

interface OneReleaseProps {
  readonly edition: Edition;
  readonly release: Release;
  readonly current: boolean;
}

function OneRelease({ edition, release, current }: OneReleaseProps) {
  const { t } = useText();
  const formats = useFormats();
  const at = formats.dateTime(release.publishedAt, edition.timeZone, 'text');
  const number = { number: release.number };
  return (
    <Section title={t('meetings.schedule_number', number)} aside={current ? t('meetings.in_force') : undefined}>
      <p>
        {t('meetings.release_of', { at, count: release.meetings })}
        <Gap />
        {release.planNumber === null ? (
          t(`meetings.release_${changeKind(release)}`, { number: release.takesBack ?? 0 })
        ) : (
          <Link to="/editions/$slug/plan/$number" params={{ slug: edition.slug, number: String(release.planNumber) }}>
            {t('meetings.release_from_draft', { number: release.planNumber })}
          </Link>
        )}
      </p>
      {release.number === 1 ? (
        <p className="muted">{t('meetings.release_first')}</p>
      ) : (
        <Differences caption={t('meetings.differences_of', number)} edition={edition} differences={release.changes} of={release.changed} />
      )}
    </Section>
  );
}
