// The search for a plan: the sentence, what is placed against what is possible, and the way to stop it and keep what was found.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { PlacedChart } from '#design/chart.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Gap, Note, Sentence } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition, PlanDetail } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';
import { Figures, gapOf } from './figures.tsx';
import { useGroups } from './queries.ts';
import { endedByItself, searchedSeconds } from './searched.ts';

interface SearchProps {
  readonly edition: Edition;
  readonly plan: PlanDetail;
}

/** It is proven that no plan places more: the search went on for better times alone. */
const isAllThatCanBe = ({ summary }: SearchProps['plan']): boolean => summary?.code.endsWith('_best') === true;

export function Search({ edition, plan }: SearchProps) {
  const { t } = useText();
  const say = useSay();
  const points = plan.progress.map(({ elapsedMs, placed, bound }) => ({ seconds: elapsedMs / 1000, placed, bound }));
  const last = plan.progress.at(-1);
  return (
    <>
      {plan.failure !== null && <Notice kind="refused" heading={say(plan.failure)} />}
      {plan.status === 'cancelled' && plan.figures === null && <Note>{t('meetings.search_stopped_early')}</Note>}
      {plan.summary !== null && <Sentence>{say(plan.summary)}</Sentence>}
      {plan.figures !== null && plan.stopped && plan.status !== 'running' && <Note>{t('meetings.search_stopped')}</Note>}
      {plan.status === 'ready' && <WhyLeftOut edition={edition} plan={plan} />}
      {endedByItself(plan) && (
        <Note>
          {t(isAllThatCanBe(plan) ? 'meetings.search_ended_best' : 'meetings.search_ended', {
            seconds: searchedSeconds(plan),
            of: plan.seconds,
          })}
        </Note>
      )}
      {plan.status === 'running' && <Running edition={edition} plan={plan} last={last ?? null} />}
      {moves(plan) && <PlacedChart points={points} total={plan.figures?.wished ?? last?.bound ?? last?.placed ?? 0} />}
      {plan.figures !== null && plan.status !== 'running' && (
        <div className="after">
          <Figures figures={plan.figures} />
        </div>
      )}
      {plan.requestsSince > 0 && plan.releasedAs === null && (
        <Notice heading={t('meetings.requests_since', { count: plan.requestsSince })} />
      )}
      {plan.newerSchedule !== null && <Notice heading={t('meetings.newer_schedule', { number: plan.newerSchedule })} />}
      {plan.status !== 'running' && edition.mayEdit && <DraftActions edition={edition} plan={plan} />}
    </>
  );
}

/** What keeps out most of what is left out; the groups below name them all. */
function WhyLeftOut({ edition, plan }: SearchProps) {
  const { t } = useText();
  const groups = useGroups({ editionId: edition.id, planId: plan.id }) ?? [];
  const [main] = groups;
  if (main === undefined) return null;
  // The figures are those of the search; only the groups know what was asked for since.
  const total = groups.reduce((sum, { meetings }) => sum + meetings, 0);
  const since = total - (plan.figures?.unplaced ?? total);
  return (
    <p>
      {t(`meetings.group_${main.lack}`, { count: main.meetings, languages: main.languages ?? '' })}
      <Gap />
      {since > 0 && t('meetings.unplaced_since', { count: since })}
      <Gap />
      <a href="#unplaced">{t('meetings.groups_see')}</a>
    </p>
  );
}

interface RunningProps extends SearchProps {
  readonly last: PlanDetail['progress'][number] | null;
}

/** Whether there is something to see: more than one straight line at the bound. */
const moves = ({ progress }: PlanDetail): boolean =>
  progress.length > 1 && new Set(progress.flatMap(({ placed, bound }) => (bound === null ? [placed] : [placed, bound]))).size > 1;

const SECOND = 1000;

/** Seconds since the search began, counted here between two answers of the server. */
function useElapsed({ startedAt, seconds }: PlanDetail): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(clock);
  }, []);
  return Math.min(Math.max((now - Date.parse(startedAt)) / SECOND, 0), seconds);
}

function Running({ edition, plan, last }: RunningProps) {
  const { t } = useText();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const stop = useMutation({
    ...meetingsQueries.stopPlan.mutationOptions(),
    onError: told,
    onSettled: () => queryClient.invalidateQueries({ queryKey: meetingsQueries.key() }),
  });
  const elapsed = useElapsed(plan);
  const at = { seconds: Math.floor(elapsed), of: plan.seconds };
  const sentence = last === null ? t('meetings.search_waiting') : t('meetings.search_running', { ...at, placed: last.placed });
  return (
    <>
      <Progress
        sentence={sentence}
        value={elapsed}
        max={plan.seconds}
        cancelText={t('meetings.stop_and_keep')}
        cancelling={plan.stopped || stop.isPending || stop.isSuccess}
        {...(edition.mayEdit && { onCancel: () => stop.mutate({ editionId: edition.id, planId: plan.id }) })}
      />
      {last !== null && <SoFar last={last} />}
    </>
  );
}

/** Placed, idle gaps, what is proven of both, and how far apart they still are. */
function SoFar({ last }: { readonly last: NonNullable<RunningProps['last']> }) {
  const { t } = useText();
  const { number } = useFormats();
  const { placed, bound, breaks, breaksBound } = last;
  const known = (value: number | null) => (value === null ? <span className="muted">{t('meetings.not_yet')}</span> : number(value));
  const gap = gapOf(breaks, breaksBound);
  const wholeGap = breaksBound === null ? null : (gap ?? 0);
  return (
    <div className="after">
      <Facts
        entries={[
          { term: t('meetings.so_far_placed'), value: number(placed), end: true },
          { term: t('meetings.so_far_most'), value: known(bound), end: true },
          { term: t('meetings.people_gaps'), value: number(breaks), end: true },
          { term: t('meetings.so_far_least'), value: known(breaksBound), end: true },
          {
            term: t('meetings.so_far_apart'),
            value: wholeGap === null ? known(null) : t('meetings.so_far_share', { gap: wholeGap }),
            end: true,
          },
        ]}
      />
    </div>
  );
}

function DraftActions({ edition, plan }: SearchProps) {
  const { t } = useText();
  const told = useToldTrouble();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const copy = useMutation({
    ...meetingsQueries.copyPlan.mutationOptions(),
    onError: told,
    onSuccess: async ({ number }) => {
      await queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
      await navigate({ to: '/editions/$slug/plan/$number', params: { slug: edition.slug, number: String(number) } });
    },
  });
  return (
    <Buttons after>
      <ButtonLink to="/editions/$slug/plan" params={{ slug: edition.slug }}>
        {t('meetings.plan_again')}
      </ButtonLink>
      {plan.figures !== null && (
        <Button kind="text" busy={copy.isPending} onPress={() => copy.mutate({ editionId: edition.id, planId: plan.id })}>
          {t('meetings.copy_draft')}
        </Button>
      )}
    </Buttons>
  );
}
