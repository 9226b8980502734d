// /my/$editionId/$participantId/suggestions: whom a participant should meet and why, each to be asked or set aside with one tap.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Rich, Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { useDaysWords } from '#modules/cities/ui/profile/extent.tsx';
import { matchingApi } from '#modules/matching/ui/client.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { Named, useName } from '../edition/names.tsx';
import { RulesNote, isOpen, useRules } from '../requests/rules.tsx';
import type { Suggestions } from './suggestions.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { SayMore, useIsOwn } from './say-more.tsx';
import './suggest.css';

/** The list stands as it was opened: what is asked or set aside stays in its place, with its undo. Opened again it is worked out anew. */
const openedOnce = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false } as const;

export function SuggestPage() {
  const { t } = useText();
  const { editionId = '', participantId = '' } = useParams({ strict: false });
  const { data, error } = useQuery({
    queryKey: ['suggestions', editionId, participantId],
    queryFn: () => meetingsApi.listSuggestions({ editionId, participantId }),
    ...openedOnce,
  });
  if (error !== null && data === undefined) throw error;
  if (data === undefined)
    return (
      <>
        <Title title={t('meetings.suggest_title')} />
        <Skeleton label={t('meetings.suggest_working')} lines={8} />
      </>
    );
  return <Opened key={participantId} data={data} />;
}

function Opened({ data }: { readonly data: Suggestions }) {
  const { t } = useText();
  const name = useName();
  const { edition, participant } = data;
  const rules = useRules(edition.id);
  const input = { editionId: edition.id, participantId: participant.id };
  const ours = useQuery(meetingsQueries.listMyRequests.queryOptions({ input })).data;
  const [aside, setAside] = useState<ReadonlySet<string>>(() => new Set(data.aside.map(({ id }) => id)));
  const made = ours?.made ?? [];
  // Nobody stands here whom this side has asked already.
  const hasAsked = made.some(({ from }) => from.id === participant.id);
  return (
    <div className="suggest">
      <Title
        title={t('meetings.suggest_title')}
        crumb={
          <Link to="/my/$editionId/$participantId" params={{ editionId: edition.id, participantId: participant.id }}>
            <Named name={edition.name} />
          </Link>
        }
        note={name(participant.name)}
      />
      {data.isFull && <Notice kind="plain">{t('meetings.suggest_full')}</Notice>}
      <Lapsed data={data} />
      <Lead data={data} aside={aside} hasAsked={hasAsked} />
      {rules !== undefined && data.entries.length > 0 && (
        <RulesNote edition={edition} rules={rules} quota={ours?.quotas.find(({ participantId }) => participantId === participant.id)} />
      )}
      {data.isOn && (
        <SuggestionList
          {...{ data, made, aside }}
          replies={ours?.replies ?? []}
          mayAsk={data.mayAct && !data.isFull && isOpen(rules)}
          onAside={setAside}
        />
      )}
      {/* Beneath the list, which is of this edition. */}
      {data.isFull && <Elsewhere editionId={edition.id} />}
      {data.isOn && data.mayAct && <Being data={data} />}
      {data.entries.length > 0 && (
        <Section title={t('meetings.suggest_how')}>
          <p>{t('meetings.suggest_how_words')}</p>
          <p>{t('meetings.suggest_how_private')}</p>
          <OwnWordsLink />
        </Section>
      )}
    </div>
  );
}

/** Who has no time left here may have some at another edition. */
function Elsewhere({ editionId }: { readonly editionId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const mine = useQuery(meetingsQueries.listMyAgendas.queryOptions()).data;
  const others = (mine?.entries ?? []).filter(({ edition }) => edition.id !== editionId);
  if (others.length === 0) return null;
  return (
    <Section title={t('meetings.suggest_elsewhere')}>
      <Rows
        wide
        entries={others.map(({ edition, participant }) => ({
          key: participant.id,
          when: formats.day(edition.firstDay, 'table'),
          what: (
            <Link to="/my/$editionId/$participantId/suggestions" params={{ editionId: edition.id, participantId: participant.id }}>
              <Named name={edition.name} />
            </Link>
          ),
        }))}
      />
    </Section>
  );
}

/** Whoever came by a link has no words to keep. */
function OwnWordsLink() {
  const { t } = useText();
  if (useSession()?.account == null) return null;
  return (
    <p>
      {t('matching.words_way_in')} <Link to="/office/words">{t('matching.words_title')}</Link>
    </p>
  );
}

interface LeadProps {
  readonly data: Suggestions;
  readonly aside: ReadonlySet<string>;
  readonly hasAsked: boolean;
}

/** One sentence with the figures, or what stands in the way and the next step. */
function Lead({ data, aside, hasAsked }: LeadProps) {
  const { t } = useText();
  const { isOn, says, compared, entries, edition, leftOut } = data;
  const left = entries.filter(({ participant }) => !aside.has(participant.id));
  const count = left.filter(({ score }) => score !== null).length;
  const related = left.length - count;
  if (!isOn)
    return (
      <Empty
        heading={t('meetings.suggest_off')}
        actions={
          <ButtonLink to="/editions/$slug/my-requests" params={{ slug: edition.slug }}>
            {t('meetings.suggest_search')}
          </ButtonLink>
        }
      >
        {t('meetings.suggest_off_text')}
      </Empty>
    );
  if (!says.offer && !says.need) return <Silent data={data} />;
  // Whom this side set aside fits perhaps better than all of whom it is said.
  const leftWords = leftOut === null ? null : t(`meetings.suggest_left_${leftOut}`);
  const why = leftWords !== null && aside.size > 0 ? t('meetings.suggest_left_aside', { why: leftWords }) : leftWords;
  if (entries.length === 0 && why !== null) return <Empty heading={t('meetings.suggest_left')}>{why}</Empty>;
  if (entries.length === 0 && (hasAsked || aside.size > 0))
    return <Empty heading={t('meetings.suggest_all_asked')}>{t('meetings.suggest_all_asked_text')}</Empty>;
  if (entries.length === 0)
    return (
      <Empty heading={t('meetings.suggest_nobody')} actions={<SayMore edition={data.edition} participant={data.participant} />}>
        {t('meetings.suggest_nobody_text', { count: compared })}
      </Empty>
    );
  return (
    <>
      <p className="lead">
        <Rich text={leadOf()} />
        {count > 0 && related > 0 && <> {t('meetings.suggest_related', { count: related })}</>}
      </p>
      {count > 0 && data.better !== null && !data.isFull && <Better data={data} />}
      {count < 3 && leftOut === null && !data.isFull && (
        <Note>
          {t('meetings.suggest_few')} <SayMore edition={data.edition} participant={data.participant} />
        </Note>
      )}
    </>
  );

  function leadOf(): string {
    if (count > 0) return t('meetings.suggest_lead', { count, compared });
    if (related > 0 && why !== null) return t('meetings.suggest_left_related', { why });
    return t(related > 0 ? 'meetings.suggest_lead_none' : 'meetings.suggest_lead_aside', { compared });
  }
}

/** That one who fits better is not named, and the way to ask all the same. */
function Better({ data: { better, edition, mayAct } }: { readonly data: Suggestions }) {
  const { t } = useText();
  if (better === null) return null;
  return (
    <Note>
      {t(`meetings.suggest_better_${better}`)}{' '}
      {mayAct && (
        <Link to="/editions/$slug/my-requests" params={{ slug: edition.slug }}>
          {t('meetings.suggest_better_ask')}
        </Link>
      )}
    </Note>
  );
}

/** What of its own is not compared, and why. */
function Lapsed({ data }: { readonly data: Suggestions }) {
  const { t } = useText();
  const daysWords = useDaysWords();
  return data.lapsed.map(({ kind, ...days }) => (
    <Notice key={kind} kind="plain">
      {t(`meetings.suggest_lapsed_${kind}`, { days: daysWords(days) ?? '' })}{' '}
      <SayMore edition={data.edition} participant={data.participant} />
    </Notice>
  ));
}

function Silent({ data }: { readonly data: Suggestions }) {
  const { t } = useText();
  const isOwn = useIsOwn(data.participant);
  return (
    <Empty heading={t('meetings.suggest_silent')} actions={<SayMore edition={data.edition} participant={data.participant} />}>
      {t(isOwn ? 'meetings.suggest_silent_text' : 'meetings.suggest_silent_other')}
    </Empty>
  );
}

/** Its own choices: whether others are told of this participant, and whether it is written to. */
function Being({ data }: { readonly data: Suggestions }) {
  return (
    <>
      <Choice data={data} of="being" field="isSuggested" />
      <Choice data={data} of="letters" field="isWritten" />
    </>
  );
}

/** Whether it is suggested in truth: not without time, nor with nothing that is valid. */
function beingOf({ isFull, says, lapsed }: Suggestions): 'on' | 'full' | 'lapsed' | 'rest' | 'silent' {
  if (isFull) return 'full';
  const said = (['offer', 'need'] as const).filter((kind) => says[kind]);
  const valid = said.filter((kind) => !lapsed.some((one) => one.kind === kind));
  if (said.length === 0) return 'silent';
  return valid.length === 0 ? 'lapsed' : valid.length < said.length ? 'rest' : 'on';
}

interface ChoiceProps {
  readonly data: Suggestions;
  readonly of: 'being' | 'letters';
  readonly field: 'isSuggested' | 'isWritten';
}

function Choice({ data, of, field }: ChoiceProps) {
  const { t } = useText();
  const [isWanted, setWanted] = useState(data[field]);
  const { keep, ...action } = useKeeping([of, data.participant.id]);
  const ids = { editionId: data.edition.id, participantId: data.participant.id };
  const put = (wanted: boolean) =>
    matchingApi.setSuggested(field === 'isSuggested' ? { ...ids, isSuggested: wanted } : { ...ids, isWritten: wanted });
  const choose = (wanted: boolean) =>
    keep(() => put(wanted), {
      said: t(wanted ? `meetings.suggest_${of}_started` : `meetings.suggest_${of}_stopped`),
      after: () => setWanted(wanted),
      undo: async () => {
        await put(!wanted);
        setWanted(!wanted);
      },
    });
  return (
    <Section title={t(`meetings.suggest_${of}`)}>
      <p>
        {t(
          !isWanted
            ? `meetings.suggest_${of}_off`
            : of === 'letters'
              ? 'meetings.suggest_letters_on'
              : `meetings.suggest_being_${beingOf(data)}`,
        )}
      </p>
      {action.trouble !== null && <Note>{action.trouble.message}</Note>}
      <p className="noprint">
        <Button busy={action.busy} onPress={() => choose(!isWanted)}>
          {t(isWanted ? `meetings.suggest_${of}_stop` : `meetings.suggest_${of}_start`)}
        </Button>
      </p>
    </Section>
  );
}
