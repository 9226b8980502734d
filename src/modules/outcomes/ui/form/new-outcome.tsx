// The page on which an office enters what was said to have come of a tie, or of a meeting in its agenda.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayOf } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { useNaming } from '#design/named.tsx';
import { Title } from '#design/page.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { meetingsQueries } from '#modules/meetings/ui/client.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { outcomesQueries, type outcomesApi } from '../client.ts';
import { OutcomeForm, type EnteredFrom } from './outcome-form.tsx';

export function NewOutcomePage() {
  const { t } = useText();
  const { tie, edition, participant, meeting } = useSearch({ from: '/signed-in/outcomes/new' });
  const session = useSession();
  const office = session?.offices.find(({ role }) => role !== 'viewer')?.id;
  if (office !== undefined && tie !== undefined) return <OfTie tie={tie} office={office} />;
  if (office !== undefined && edition !== undefined && participant !== undefined && meeting !== undefined)
    return <OfMeeting {...{ edition, participant, meeting, office }} />;
  return (
    <>
      <Title title={t('outcomes.record')} />
      <Empty heading={t('outcomes.no_tie')}>{t('outcomes.no_tie_text')}</Empty>
    </>
  );
}

function OfTie({ tie, office }: { readonly tie: string; readonly office: string }) {
  const { t } = useText();
  const naming = useNaming();
  const navigate = useNavigate();
  const { data, error } = useQuery(tiesQueries.getTie.queryOptions({ input: { tie } }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={8} />;
  const { a, b } = data.cities;
  const names = t('outcomes.the_tie', { first: naming(a.name), second: naming(b.name) });
  const params = { slug: data.slug };
  const from: EnteredFrom = {
    subjects: [
      { kind: 'tie', id: data.id, text: names },
      ...data.agreements.map(({ id, title }) => ({ kind: 'agreement' as const, id, text: naming(title) })),
      ...data.exchanges.map(({ id, title }) => ({ kind: 'exchange' as const, id, text: naming(title) })),
    ],
    cities: [
      { id: a.id, name: naming(a.name) },
      { id: b.id, name: naming(b.name) },
    ],
  };
  const crumb = (
    <Link to="/ties/$slug" params={params}>
      {names}
    </Link>
  );
  return <NewOutcome {...{ office, from, crumb }} onCancel={() => void navigate({ to: '/ties/$slug', params })} />;
}

interface MeetingProps {
  readonly edition: string;
  readonly participant: string;
  readonly meeting: string;
  readonly office: string;
}

/** What came of a meeting: the two who met take part, and the edition may be named instead of the meeting. */
function OfMeeting({ edition: editionId, participant: participantId, meeting, office }: MeetingProps) {
  const { t } = useText();
  const naming = useNaming();
  const navigate = useNavigate();
  const data = useRead(meetingsQueries.getAgenda.queryOptions({ input: { editionId, participantId } }));
  const about = useRead(outcomesQueries.getLead.queryOptions({ input: { meetingId: meeting } }));
  if (data === undefined || about === undefined) return <Skeleton lines={8} />;
  const { edition, participant } = data;
  const met = data.entries.find(({ meetingId }) => meetingId === meeting);
  if (met === undefined) return <Empty heading={t('outcomes.no_meeting')}>{t('outcomes.no_tie_text')}</Empty>;
  const text = t('outcomes.the_meeting', { name: naming(met.with.name), edition: naming(edition.name) });
  const from: EnteredFrom = {
    subjects: [{ kind: 'meeting', id: meeting, text }],
    cities: null,
    parties: [naming(participant.name), naming(met.with.name)],
    lead: {
      title: t('outcomes.lead_title', { one: naming(participant.name), other: naming(met.with.name) }),
      day: dayOf(met.startsAt, edition.timeZone),
      also: { kind: 'edition', id: edition.id, text: naming(edition.name) },
      ties: about.ties.map(({ id, title }) => ({ kind: 'tie', id, text: naming(title) })),
    },
  };
  const params = { editionId, participantId };
  const back = () => void navigate({ to: '/my/$editionId/$participantId', params });
  const crumb = (
    <Link to="/my/$editionId/$participantId" params={params}>
      {text}
    </Link>
  );
  return <NewOutcome {...{ office, from, crumb, before: <KnownLeads known={about.known} /> }} onCancel={back} onRecorded={back} />;
}

type Known = Awaited<ReturnType<(typeof outcomesApi)['getLead']>>['known'];

/** What is on record of this meeting already: both sides' word belongs to one outcome. */
function KnownLeads({ known }: { readonly known: Known }) {
  const { t } = useText();
  const naming = useNaming();
  const byLink = useSession()?.holder === 'link';
  if (known.length === 0) return null;
  return (
    <Notice heading={t('outcomes.lead_known', { count: known.length })}>
      {known.map(({ id, title, office, isOurs }) => (
        <p key={id}>
          <Link to="/outcomes/$id" params={{ id }}>
            {naming(title)}
          </Link>{' '}
          {isOurs
            ? t(byLink ? 'outcomes.lead_ours_by_link' : 'outcomes.lead_ours')
            : t(byLink ? 'outcomes.lead_theirs_by_link' : 'outcomes.lead_theirs', { office: naming(office.name) })}
        </p>
      ))}
    </Notice>
  );
}

interface NewOutcomeProps {
  readonly office: string;
  readonly from: EnteredFrom;
  readonly crumb: ReactNode;
  readonly before?: ReactNode;
  readonly onCancel: () => void;
  /** Whither it goes from here; to the outcome unless said otherwise. */
  readonly onRecorded?: () => void;
}

function NewOutcome({ office, from, crumb, before, onCancel, onRecorded }: NewOutcomeProps) {
  const { t } = useText();
  const byLink = useSession()?.holder === 'link';
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <>
      <Title
        title={t(from.lead === undefined ? 'outcomes.record' : 'outcomes.lead_note')}
        note={t(from.lead === undefined ? 'outcomes.record_note' : byLink ? 'outcomes.held_by_link' : 'outcomes.lead_private')}
        crumb={crumb}
      />
      {before}
      <KeepTyped>
        <OutcomeForm
          {...{ office, from, onCancel }}
          onRecorded={(outcome) => {
            void queryClient.invalidateQueries({ queryKey: outcomesQueries.key() });
            toast({ text: t('outcomes.recorded') });
            if (onRecorded === undefined) void navigate({ to: '/outcomes/$id', params: { id: outcome.id } });
            else onRecorded();
          }}
        />
      </KeepTyped>
    </>
  );
}
