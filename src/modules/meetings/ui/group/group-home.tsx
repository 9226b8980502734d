// The lead's first screen: their group at the next edition.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { dayOf } from '#client/formats.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsQueries } from '../client.ts';
import { DecisionList } from '../decisions/decisions-list.tsx';
import { Helping } from '../decisions/helping.tsx';
import type { Edition } from '../edition/answers.ts';
import { Named } from '../edition/names.tsx';
import { Group } from './group-page.tsx';

/** `none` stands in place of the page for an office that leads no group. */
export function LeadHome({ none }: { readonly none?: ReactNode }) {
  const { t } = useText();
  const offices = new Set(useSession()?.offices.map((office) => office.id));
  const editions = useQuery({ ...exposQueries.listEditions.queryOptions({ input: {} }), throwOnError: true }).data?.entries;
  const groups = useQueries({
    queries: (editions ?? []).map((edition) => exposQueries.listGroups.queryOptions({ input: { editionId: edition.id, limit: 200 } })),
  });
  if (editions === undefined || groups.some((one) => one.isLoading)) return <Skeleton lines={10} />;
  const led = editions.flatMap((edition, at) =>
    (groups[at]?.data?.entries ?? [])
      .filter((group) => group.leadOffice !== null && offices.has(group.leadOffice))
      .map((group) => ({ edition, group })),
  );
  const [only, ...more] = led;
  const organised = editions.filter((edition) => offices.has(edition.organiser));
  const own = organised.filter(({ mayEdit }) => mayEdit);
  // A steward of the office’s own edition begins at its door.
  const doors = organised
    .filter(({ mayEdit, lastDay, timeZone }) => !mayEdit && lastDay >= dayOf(Date.now(), timeZone))
    .map((edition) => (
      <Section key={edition.id} title={<Named name={edition.name} />}>
        <Helping edition={edition} />
      </Section>
    ));
  if (only === undefined && doors.length > 0) return <>{doors}</>;
  if (only === undefined)
    return (
      none ?? (
        <>
          <Title title={t('meetings.my_groups')} />
          <Empty heading={t('meetings.my_groups_none')}>{t('meetings.my_groups_none_text')}</Empty>
        </>
      )
    );
  return (
    <>
      {doors}
      {own.map((edition) => (
        <OwnEdition key={edition.id} edition={edition} urgent />
      ))}
      <Group edition={only.edition} groupId={only.group.id} />
      {own.map((edition) => (
        <OwnEdition key={edition.id} edition={edition} />
      ))}
      {more.length > 0 && (
        <Section title={t('meetings.more_groups')}>
          <Rows
            wide
            entries={more.map(({ edition, group }) => ({
              key: group.id,
              when: edition.firstDay,
              what: (
                <Link to="/editions/$slug/groups/$groupId" params={{ slug: edition.slug, groupId: group.id }}>
                  <Named name={group.name} />
                </Link>
              ),
              detail: <Named name={edition.name} />,
            }))}
          />
        </Section>
      )}
    </>
  );
}

interface OwnEditionProps {
  readonly edition: Edition;
  /** Stands before everything else, and only while somebody is hindered; else at the end, and only while nobody is. */
  readonly urgent?: boolean;
}

/** An edition that the lead's own office organises: what waits there, such as somebody left alone at a table. */
function OwnEdition({ edition, urgent = false }: OwnEditionProps) {
  const { t } = useText();
  const { data } = useQuery({
    ...meetingsQueries.listDecisions.queryOptions({ input: { editionId: edition.id } }),
    refetchInterval: 30_000,
  });
  if (data === undefined || data.entries.some(({ attention }) => attention) !== urgent) return null;
  return (
    <Section
      title={t('meetings.own_editions')}
      aside={
        <Link to="/editions/$slug/work" params={{ slug: edition.slug }}>
          <Named name={edition.name} />
        </Link>
      }
      count={data.entries.length}
      attention={urgent}
    >
      <DecisionList edition={edition} decisions={data.entries} />
    </Section>
  );
}
