// A request for a meeting out of what a company's offer answers to: one press for whom we act, and the way back.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useTroubleWords } from '../edition/trouble.ts';
import { useRequestChanges } from '../requests/changes.ts';
import { StateWords } from '../requests/state-words.tsx';

interface AskFromMatchProps {
  readonly edition: { readonly id: string; readonly slug: string };
  readonly company: { readonly id: string; readonly name: MultilingualText };
}

/** Nothing where we act for nobody there; where we act for several, the way to the page on which one says for whom. */
export function AskFromMatch({ edition, company }: AskFromMatchProps) {
  const { t } = useText();
  const called = { name: useNaming()(company.name) };
  const words = useTroubleWords();
  const { tellAdded, withdraw } = useRequestChanges(edition.id);
  const [refused, setRefused] = useState<string | null>(null);
  const ours = useQuery(meetingsQueries.listMyRequests.queryOptions({ input: { editionId: edition.id } })).data;
  if (ours === undefined) return null;
  const [own, ...others] = ours.participants;
  const made = ours.made.find(({ to }) => to.id === company.id);
  const ask = async (fromId: string) => {
    setRefused(null);
    try {
      const request = { fromId, toId: company.id, wish: 'want' as const, suggested: true };
      const [entered] = (await meetingsApi.createRequests({ editionId: edition.id, requests: [request] })).requests;
      if (entered !== undefined) await tellAdded(entered);
    } catch (error) {
      setRefused(words(error));
    }
  };
  if (made !== undefined)
    return (
      <p className="btns">
        <b>{t('meetings.suggest_asked_whom', called)}</b>
        <span>
          <StateWords editionId={edition.id} request={made} reply={ours.replies.find(({ requestId }) => requestId === made.id)?.reply} />
        </span>
        <Link to="/editions/$slug/my-requests" params={{ slug: edition.slug }}>
          {t('meetings.our_requests')}
        </Link>
        {made.canEdit && (
          <Button kind="text" aria-label={t('meetings.suggest_undo_whom', called)} onPress={() => withdraw(made)}>
            {t('meetings.suggest_undo')}
          </Button>
        )}
      </p>
    );
  if (own === undefined) return null;
  return (
    <>
      {refused !== null && (
        <Notice kind="refused" live>
          {refused}
        </Notice>
      )}
      <p className="btns">
        {others.length === 0 ? (
          <Button aria-label={t('meetings.suggest_ask_whom', called)} onPress={() => ask(own.id)}>
            {t('meetings.suggest_ask')}
          </Button>
        ) : (
          <Link to="/editions/$slug/my-requests" params={{ slug: edition.slug }} search={{ sought: called.name }}>
            {t('meetings.suggest_choose_for')}
          </Link>
        )}
      </p>
    </>
  );
}
