// One suggestion after another: who it is, the figure, the ways on, and the reasons.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { goals } from '#modules/cities/domain/profile/goals.ts';
import { useGoalName } from '#modules/cities/ui/profile/goals-field.tsx';
import { Saying } from '#modules/expos/ui/market/listing-filters.tsx';
import { useTopics } from '#modules/expos/ui/market/market-fields.tsx';
import { BillOf, sumOf, TwoWay } from '#modules/matching/ui/bill.tsx';
import { matchingApi } from '#modules/matching/ui/client.ts';
import { meetingsApi } from '../client.ts';
import type { ReplyTold, Request } from '../edition/answers.ts';
import { Party, useName } from '../edition/names.tsx';
import { useTroubleWords } from '../edition/trouble.ts';
import { useRequestChanges } from '../requests/changes.ts';
import { StateWords } from '../requests/state-words.tsx';
import type { Replies, Suggestion, Suggestions } from './suggestions.ts';

interface ListProps {
  readonly data: Suggestions;
  readonly mayAsk: boolean;
  /** Requests of ours. */
  readonly made: readonly Request[];
  /** What the others let us know of them. */
  readonly replies: Replies;
  readonly aside: ReadonlySet<string>;
  readonly onAside: (aside: ReadonlySet<string>) => void;
}

export function SuggestionList({ data, mayAsk, made, replies, aside, onAside }: ListProps) {
  const { t } = useText();
  const words = useTroubleWords();
  const queries = useQueryClient();
  const [refused, setRefused] = useState<{ readonly id: string; readonly words: string } | null>(null);
  const ids = { editionId: data.edition.id, participantId: data.participant.id };
  const put = async (otherId: string, isAside: boolean) => {
    setRefused(null);
    try {
      onAside(new Set((await matchingApi.setAside({ ...ids, otherId, isAside })).aside));
      // Who was set aside before the list was opened has no place in it: it is worked out anew.
      if (!isAside && !data.entries.some(({ participant }) => participant.id === otherId))
        await queries.refetchQueries({ queryKey: ['suggestions', data.edition.id, data.participant.id] });
    } catch (error) {
      setRefused({ id: otherId, words: words(error) });
    }
  };
  const most = Math.max(0, ...data.entries.flatMap(({ bill }) => [sumOf(bill.sought), sumOf(bill.brought)]));
  const replyTo = (request: Request | undefined) => replies.find(({ requestId }) => requestId === request?.id)?.reply;
  // All whom this side asked, with what came of it: also those whom it asked from this list just now.
  const asked = made.filter(({ from, wish }) => from.id === data.participant.id && wish !== 'no');
  const earlier = data.aside.filter(({ id }) => aside.has(id) && !data.entries.some(({ participant }) => participant.id === id));
  return (
    <>
      <ol className="suggestions">
        {data.entries.map((entry, at) => {
          const { id } = entry.participant;
          const props = { of: entry.participant, mayAct: data.mayAct, onBack: () => put(id, false) };
          if (aside.has(id)) return <SetAside key={id} {...props} />;
          const request = made.find(({ to, from }) => to.id === id && from.id === data.participant.id);
          return (
            <One
              key={id}
              {...{ data, entry, most, mayAsk, asked: request, reply: replyTo(request), isFirst: at === 0 }}
              refused={refused?.id === id ? refused.words : null}
              onRefused={(said) => setRefused(said === null ? null : { id, words: said })}
              onAside={() => put(id, true)}
            />
          );
        })}
      </ol>
      {asked.length > 0 && (
        <Section title={t('meetings.requests_made')} count={asked.length}>
          <Rows
            wide
            entries={asked.map((request) => ({
              key: request.id,
              when: <StateWords editionId={data.edition.id} request={request} reply={replyTo(request)} />,
              what: <Party of={request.to} />,
            }))}
          />
          <p>
            <Link to="/editions/$slug/my-requests" params={{ slug: data.edition.slug }}>
              {t('meetings.our_requests')}
            </Link>
          </p>
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t('meetings.suggest_aside_title')}>
          <ul className="suggestions">
            {earlier.map((one) => (
              <SetAside key={one.id} of={one} mayAct={data.mayAct} onBack={() => put(one.id, false)} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface SetAsideProps {
  readonly of: Suggestion['participant'];
  readonly mayAct: boolean;
  readonly onBack: () => Promise<void>;
}

function SetAside({ of, mayAct, onBack }: SetAsideProps) {
  const { t } = useText();
  const called = { name: useName()(of.name) };
  return (
    <li className="aside">
      {t('meetings.suggest_aside', called)}{' '}
      {mayAct && (
        <Button kind="text" aria-label={t('meetings.suggest_undo_whom', called)} onPress={onBack}>
          {t('meetings.suggest_undo')}
        </Button>
      )}
      <small> {t('meetings.suggest_untold')}</small>
    </li>
  );
}

interface OneProps {
  readonly data: Suggestions;
  readonly entry: Suggestion;
  readonly most: number;
  readonly mayAsk: boolean;
  readonly asked: Request | undefined;
  readonly reply: ReplyTold | undefined;
  readonly isFirst: boolean;
  readonly refused: string | null;
  readonly onRefused: (words: string | null) => void;
  readonly onAside: () => Promise<void>;
}

function One({ data, entry, most, mayAsk, asked, reply, isFirst, refused, onRefused, onAside }: OneProps) {
  const { t } = useText();
  const topicNames = useTopicNames(data.edition.id);
  const formats = useFormats();
  const { participant, city, standCode, score, bill } = entry;
  const about = [
    ...(participant.country === null ? [] : [formats.countryName(participant.country)]),
    ...(city === null ? [] : [city]),
    ...(standCode === null ? [] : [t('meetings.stand_code', { code: standCode })]),
  ];
  const said = { editionId: data.edition.id };
  return (
    <li>
      <header>
        <div>
          <h2>
            <Party of={participant} />
          </h2>
          {about.length > 0 && <p className="from">{about.join(' · ')}</p>}
          {(entry.offer !== null || entry.offerDetails !== null) && (
            <p className="said">
              <small>{t('meetings.offers')}</small>
              <Saying {...said} text={entry.offer} topics={[]} details={entry.offerDetails} />
            </p>
          )}
          {(entry.need !== null || entry.needDetails !== null) && (
            <p className="said">
              <small>{t('meetings.looks_for')}</small>
              <Saying {...said} text={entry.need} topics={[]} details={entry.needDetails} />
            </p>
          )}
        </div>
        <div className="mark">
          {score === null ? (
            <small>{t('matching.field_only')}</small>
          ) : (
            <>
              <b>{score}</b> <small>{t('matching.points_unit')}</small>
              <TwoWay bill={bill} most={most} />
            </>
          )}
        </div>
      </header>
      {refused !== null && (
        <Notice kind="refused" live>
          {refused}
        </Notice>
      )}
      <Ways
        {...{
          data,
          participant,
          mayAsk,
          asked,
          reply,
          withdrawnAt: entry.withdrawnAt,
          isFirst: isFirst && score !== null,
          onRefused,
          onAside,
        }}
      />
      <details open={isFirst}>
        <summary>{t('matching.why')}</summary>
        <BillOf topicNames={topicNames} bill={bill} score={score} />
      </details>
    </li>
  );
}

function useTopicNames(editionId: string): (ids: readonly string[]) => readonly string[] {
  const naming = useNaming();
  const topics = useTopics(editionId);
  const goalName = useGoalName();
  return (keys) => [
    ...topics.filter(({ id }) => keys.includes(id)).map(({ name }) => naming(name)),
    ...goals.filter((goal) => keys.includes(String(goal))).map(goalName),
  ];
}

type WaysProps = Pick<OneProps, 'data' | 'mayAsk' | 'asked' | 'reply' | 'isFirst' | 'onRefused' | 'onAside'> &
  Pick<Suggestion, 'participant' | 'withdrawnAt'>;

/** Asked, with the way back; or to ask, and to set aside. */
function Ways({ data, participant, mayAsk, asked, reply, withdrawnAt, isFirst, onRefused, onAside }: WaysProps) {
  const { t } = useText();
  const formats = useFormats();
  const called = { name: useName()(participant.name) };
  const words = useTroubleWords();
  const { tellAdded, withdraw } = useRequestChanges(data.edition.id);
  const ask = async () => {
    onRefused(null);
    try {
      const request = { fromId: data.participant.id, toId: participant.id, wish: 'want' as const, suggested: true };
      const [entered] = (await meetingsApi.createRequests({ editionId: data.edition.id, requests: [request] })).requests;
      if (entered !== undefined) await tellAdded(entered);
    } catch (error) {
      onRefused(words(error));
    }
  };
  if (asked !== undefined)
    return (
      <p className="btns">
        <b>{t('meetings.suggest_asked')}</b>
        <span>
          <StateWords editionId={data.edition.id} request={asked} reply={reply} />
        </span>
        {asked.canEdit && (
          <Button kind="text" aria-label={t('meetings.suggest_undo_whom', called)} onPress={() => withdraw(asked)}>
            {t('meetings.suggest_undo')}
          </Button>
        )}
      </p>
    );
  if (!data.mayAct) return null;
  return (
    <p className="btns">
      {withdrawnAt !== null && <span>{t('meetings.suggest_withdrawn', { day: formats.entryDay(withdrawnAt) })}</span>}
      {mayAsk && (
        <Button kind={isFirst ? 'go' : 'plain'} aria-label={t('meetings.suggest_ask_whom', called)} onPress={ask}>
          {t('meetings.suggest_ask')}
        </Button>
      )}
      <Button kind="text" aria-label={t('meetings.suggest_not_for_us_whom', called)} onPress={onAside}>
        {t('meetings.suggest_not_for_us')}
      </Button>
    </p>
  );
}
