// The frame of every page of an edition's meetings: where one is, and the way to its neighbours.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Title } from '#design/page.tsx';
import { TabLink, Tabs } from '#design/tabs.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { useEditionDays } from '#modules/expos/ui/edition/words.tsx';
import { zoneName } from '#kernel/zone-names.ts';
import type { Edition } from './answers.ts';
import { Named, useName } from './names.tsx';
import { unlessOffline } from './trouble.ts';

export interface EventPageProps {
  /** The page's title; without it the edition's name is the title. */
  readonly title?: string;
  readonly note?: (edition: Edition) => ReactNode;
  readonly children: (edition: Edition) => ReactNode;
  /** The page stands at the first address, not at the edition's. */
  readonly home?: boolean;
}

/** Loads the edition named in the address; a missing one is the page that does not exist. */
export function EventPage(props: EventPageProps) {
  const { slug = '' } = useParams({ strict: false });
  const { data: edition } = useQuery({
    ...exposQueries.getEdition.queryOptions({ input: { edition: slug } }),
    throwOnError: unlessOffline,
  });
  return edition === undefined ? <EventWaiting title={props.title} /> : <EventFrame edition={edition} {...props} />;
}

function EventWaiting({ title }: { readonly title: string | undefined }) {
  const { t } = useText();
  return (
    <>
      <Title title={title ?? t('meetings.work_title')} />
      <Skeleton lines={6} />
    </>
  );
}

/** The frame around an edition that is known already. */
export function EventFrame({ edition, title, note, children, home = false }: EventPageProps & { readonly edition: Edition }) {
  const name = useName();
  const own = title === undefined;
  return (
    <div className="tight">
      <Title
        title={title === undefined ? name(edition.name) : title}
        crumb={
          own ? undefined : (
            <Link to="/editions/$slug/work" params={{ slug: edition.slug }}>
              <Named name={edition.name} />
            </Link>
          )
        }
        note={note?.(edition) ?? <EditionNote edition={edition} />}
      />
      <EventTabs edition={edition} home={home} />
      {children(edition)}
    </div>
  );
}

/** Days, venue and its clock. */
export function EditionNote({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const days = useEditionDays()(edition);
  return <>{t('meetings.edition_note', { days, venue: name(edition.venue), zone: zoneName(edition.timeZone, formats.language) })}</>;
}

/** The pages of an edition's meetings; its set-up, with which everything begins, stands among the first and shows them, too. */
export function EventTabs({ edition, home = false }: { readonly edition: Edition; readonly home?: boolean }) {
  const { t } = useText();
  const params = { slug: edition.slug };
  const door = (
    <>
      <TabLink to="/editions/$slug/day" params={params}>
        {t('meetings.day_title')}
      </TabLink>
      <TabLink to="/editions/$slug/check-in" params={params}>
        {t('meetings.door_title')}
      </TabLink>
    </>
  );
  return (
    <Tabs label={t('meetings.tabs')}>
      {home ? (
        <TabLink to="/">{t('meetings.work_title')}</TabLink>
      ) : (
        <TabLink to="/editions/$slug/work" params={params}>
          {t('meetings.work_title')}
        </TabLink>
      )}
      {edition.mayEdit && (
        <TabLink to="/editions/$slug/setup" params={params}>
          {t('meetings.tab_setup')}
        </TabLink>
      )}
      {/* Whoever helps is at the door, and brings nothing in. */}
      {!edition.mayEdit && door}
      <TabLink to="/editions/$slug/import" params={params}>
        {t('meetings.import_title')}
      </TabLink>
      <TabLink to="/editions/$slug/requests" params={params}>
        {t('meetings.count_requests')}
      </TabLink>
      {edition.mayEdit && (
        <TabLink to="/editions/$slug/suggestions" params={params}>
          {t('meetings.balance_title')}
        </TabLink>
      )}
      <TabLink to="/editions/$slug/plan" params={params}>
        {t('meetings.plan_title')}
      </TabLink>
      <TabLink to="/editions/$slug/releases" params={params}>
        {t('meetings.tab_releases')}
      </TabLink>
      <TabLink to="/editions/$slug/schedule" params={params}>
        {t('meetings.schedule_title')}
      </TabLink>
      {edition.mayEdit && (
        <TabLink to="/editions/$slug/programme/draft" params={params}>
          {t('expos.programme')}
        </TabLink>
      )}
      <TabLink to="/editions/$slug/agendas" params={params}>
        {t('meetings.agendas_title')}
      </TabLink>
      {edition.mayEdit && door}
      <TabLink to="/editions/$slug/queue" params={params}>
        {t('meetings.queue_title')}
      </TabLink>
      <TabLink to="/editions/$slug/paper" params={params}>
        {t('meetings.paper_title')}
      </TabLink>
      {edition.mayEdit && (
        <TabLink to="/editions/$slug/numbers" params={params}>
          {t('meetings.numbers_title')}
        </TabLink>
      )}
    </Tabs>
  );
}
