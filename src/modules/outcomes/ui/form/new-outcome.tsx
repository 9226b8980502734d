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
import { isFramework } from '../../domain/draw-down.ts';
import { mayHaveParts } from '../../domain/outcome.ts';
import { outcomesQueries, type outcomesApi } from '../client.ts';
import { useWholeWords } from '../parts/parts-section.tsx';
import { OutcomeForm, type EnteredFrom } from './outcome-form.tsx';

export function NewOutcomePage() {
  const { t } = useText();
  const { tie, visit, whole, edition, participant, meeting } = useSearch({ from: '/signed-in/outcomes/new' });
  const session = useSession();
  const office = session?.offices.find(({ role }) => role !== 'viewer')?.id;
  if (office !== undefined && tie !== undefined) return <OfTie tie={tie} visit={visit} office={office} />;
  if (office !== undefined && whole !== undefined) return <OfWhole whole={whole} />;
  if (office !== undefined && edition !== undefined && participant !== undefined && meeting !== undefined)
    return <OfMeeting {...{ edition, participant, meeting, office }} />;
  return (
    <>
      <Title title={t('outcomes.record')} />
      <Empty heading={t('outcomes.no_tie')}>{t('outcomes.no_tie_text')}</Empty>
    </>
  );
}

function OfTie({ tie, visit, office }: { readonly tie: string; readonly visit: string | undefined; readonly office: string }) {
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
    // Of a visit that is named more came than it is merely related to.
    ...(data.exchanges.some(({ id }) => id === visit) ? { about: visit } : {}),
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

/** One of those that a whole counts: kept by the same office, and it has to do with the same. */
function OfWhole({ whole }: { readonly whole: string }) {
  const { t } = useText();
  const naming = useNaming();
  const navigate = useNavigate();
  const words = useWholeWords();
  const data = useRead(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId: whole } }));
  if (data === undefined) return <Skeleton lines={8} />;
  const [main, ...others] = data.attributions.map(({ subjectKind, subjectId, title }) => ({
    kind: subjectKind,
    id: subjectId,
    text: naming(title),
  }));
  if (!data.mayEdit || !mayHaveParts(data) || main === undefined)
    return <Empty heading={t('outcomes.no_whole')}>{t('outcomes.no_whole_text')}</Empty>;
  const params = { id: data.id };
  const { kind, counted, fromCity, toCity, attributions } = data;
  const relations = attributions.map(({ subjectKind, subjectId, relation }) => ({ subjectKind, subjectId, relation }));
  const from: EnteredFrom = {
    subjects: [main, ...others],
    cities: null,
    whole: { id: data.id, kind, counted, fromCity: fromCity?.id ?? null, toCity: toCity?.id ?? null, relations },
  };
  const crumb = (
    <Link to="/outcomes/$id" params={params}>
      {naming(data.title)}
    </Link>
  );
  const of = words(data);
  const back = () => void navigate({ to: '/outcomes/$id', params });
  const title =
    of === null ? t(isFramework(data) ? 'outcomes.add_call_offs' : 'outcomes.add_parts') : t('outcomes.add_one_of', { whole: of });
  return <NewOutcome {...{ office: data.office.id, from, crumb, title }} onCancel={back} onRecorded={back} />;
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

const noteOf = ({ lead, whole }: EnteredFrom, byLink: boolean) => {
  if (whole !== undefined) return 'outcomes.add_part_note';
  if (lead === undefined) return 'outcomes.record_note';
  return byLink ? 'outcomes.held_by_link' : 'outcomes.lead_private';
};

interface NewOutcomeProps {
  readonly office: string;
  readonly from: EnteredFrom;
  readonly crumb: ReactNode;
  readonly title?: string;
  readonly before?: ReactNode;
  readonly onCancel: () => void;
  /** Whither it goes from here; to the outcome unless said otherwise. */
  readonly onRecorded?: () => void;
}

function NewOutcome({ office, from, crumb, title, before, onCancel, onRecorded }: NewOutcomeProps) {
  const { t } = useText();
  const byLink = useSession()?.holder === 'link';
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <>
      <Title
        title={title ?? t(from.lead === undefined ? 'outcomes.record' : 'outcomes.lead_note')}
        note={t(noteOf(from, byLink))}
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
