// /follow-ups: what an office is to ask, by company, before anything goes out; what it sent and was answered; what goes through it.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { TabLink, Tabs } from '#design/tabs.tsx';
import { useNaming } from '#design/named.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { FollowUpShown } from '../../contract/follow-up.ts';
import { followUpListings, type FollowUpListing } from '../../domain/follow-up/asked-of.ts';
import { outcomesQueries } from '../client.ts';
import { EditionRoutes } from './edition-routes.tsx';
import { SendAll } from './send-all.tsx';
import { QuestionRows } from './question-rows.tsx';
import './follow-up.css';

function listingIn(asked: Readonly<Record<string, unknown>>): { readonly show?: FollowUpListing } {
  const show = followUpListings.find((one) => one === asked['show']);
  return show === undefined ? {} : { show };
}

export function FollowUpsPage() {
  const { t } = useText();
  const office = useSession()?.offices[0];
  const { show = 'due' } = useAddress(listingIn);
  return (
    <>
      <Title title={t('outcomes.follow_ups')} note={t('outcomes.fl_note')} />
      {office !== undefined && (
        <>
          <Listing officeId={office.id} show={show} mayEdit={office.role !== 'viewer'} />
          {show === 'due' && <Coming officeId={office.id} />}
          {show === 'due' && <EditionRoutes officeId={office.id} mayEdit={office.role !== 'viewer'} />}
        </>
      )}
    </>
  );
}

/** When figures fall due next: what is not asked yet is not forgotten. */
function Coming({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(outcomesQueries.listComingFollowUps.queryOptions({ input: { officeId } }));
  if (data === undefined || data.count === 0) return null;
  const told = data.entries.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title={t('outcomes.fl_coming')} count={data.count}>
      <Rows
        wide
        label={t('outcomes.fl_coming')}
        entries={data.entries.map(({ due, count }) => ({
          key: due,
          when: formats.day(due, 'table'),
          what: t('outcomes.fl_coming_on', { count }),
        }))}
      />
      {data.count > told && <Note>{t('outcomes.fl_coming_later', { count: data.count - told })}</Note>}
    </Section>
  );
}

interface ListingProps {
  readonly officeId: string;
  readonly show: FollowUpListing;
  readonly mayEdit: boolean;
}

function Listing({ officeId, show, mayEdit }: ListingProps) {
  const { t } = useText();
  const pages = usePages(outcomesQueries.listFollowUps.infiniteOptions(paged({ officeId, which: show, limit: 200 })));
  const counts = pages.first?.counts;
  const mayDo = mayEdit && show !== 'through' && show !== 'stopped';
  const isDue = show === 'due';
  return (
    <>
      <Tabs label={t('outcomes.follow_ups')}>
        {followUpListings.map((one) => (
          <TabLink
            key={one}
            to="/follow-ups"
            search={one === 'due' ? {} : { show: one }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`outcomes.fl_${one}`)} {counts?.[one]}
          </TabLink>
        ))}
      </Tabs>
      <Paged
        pages={pages}
        lines={8}
        empty={
          <Empty heading={t(isDue ? 'outcomes.fl_none_due' : 'outcomes.fl_none')}>
            {t(isDue ? 'outcomes.fl_none_due_text' : 'outcomes.fl_none_text')}
          </Empty>
        }
      >
        {(entries) => (
          <>
            {isDue && mayDo && <SendAll officeId={officeId} entries={entries} />}
            <ByCompany {...{ officeId, show, mayEdit: mayDo, entries }} />
          </>
        )}
      </Paged>
    </>
  );
}

/** A company is written to once for all that it is asked; those of whom none is named stand last. */
function ByCompany({ entries, ...rest }: ListingProps & { readonly entries: readonly FollowUpShown[] }) {
  const { t } = useText();
  const naming = useNaming();
  const keyOf = ({ company, sentTo, through }: FollowUpShown): string =>
    company === null ? '' : `${sentTo ?? through?.id ?? ''} ${naming(company)}`;
  const groups = [...Map.groupBy(entries, keyOf)].toSorted(([a], [b]) => Number(a === '') - Number(b === ''));
  return groups.map(([key, of]) => {
    const [first] = of;
    if (first === undefined) return null;
    const { company, person, sentTo, through, isRegistered } = first;
    const known =
      through === null || rest.show === 'through'
        ? [person, sentTo].filter((part) => part !== null && part !== '').join(' · ')
        : t('outcomes.fl_way_through', { office: naming(through.name) });
    return (
      <Section
        key={key}
        title={company === null ? t('outcomes.fl_no_company') : naming(company)}
        count={of.length}
        aside={isRegistered ? t('outcomes.fl_to_registered') : known === '' ? undefined : known}
      >
        <QuestionRows {...rest} entries={of} />
      </Section>
    );
  });
}
