// One draft: the sentence, the search, what needs a decision, the grid to work in, what has no place, and the way to a release.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Columns, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition, Plan, PlanDetail } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { usePlanChanges } from './changes.ts';
import { ComparePlans } from './compare.tsx';
import { ConflictList } from './conflicts.tsx';
import { DraftBoard } from './draft-board.tsx';
import type { Sought, Taken } from './taken.ts';
import { MoveMeeting } from './move.tsx';
import { ReleaseBox, ReleaseChanges } from './release.tsx';
import { Search } from './search.tsx';
import { UnplacedList } from './unplaced.tsx';
import { usePlans } from './queries.ts';
import { searchedSeconds } from './searched.ts';
import type { Spot } from './board-lines.ts';

export function PlanPage() {
  const { t } = useText();
  const { number = '' } = useParams({ strict: false });
  return (
    <EventPage title={t('meetings.draft_number', { number })}>
      {(edition) => <NumberedPlan edition={edition} number={Number(number)} />}
    </EventPage>
  );
}

/** Finds the draft by its number, as people call it. */
function NumberedPlan({ edition, number }: { readonly edition: Edition; readonly number: number }) {
  const { t } = useText();
  const plans = usePlans(edition.id);
  const plan = plans?.find((one) => one.number === number);
  if (plans === undefined) return <Skeleton lines={8} />;
  if (plan === undefined) return <Empty heading={t('meetings.draft_missing')}>{t('meetings.draft_missing_text')}</Empty>;
  return <Draft key={plan.id} edition={edition} plan={plan} plans={plans} />;
}

const SECOND = 1000;

function Draft({ edition, plan, plans }: { readonly edition: Edition; readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useText();
  const { data: detail } = useQuery({
    ...meetingsQueries.getPlan.queryOptions({ input: { editionId: edition.id, planId: plan.id } }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? SECOND : false),
    throwOnError: true,
  });
  if (detail === undefined) return <Skeleton lines={8} />;
  if (detail.status === 'running' || detail.status === 'failed')
    return (
      <Columns>
        <Section title={t(detail.status === 'running' ? 'meetings.search' : 'meetings.search_failed')} span={7}>
          <Search edition={edition} plan={detail} />
        </Section>
      </Columns>
    );
  return <ReadyDraft edition={edition} plan={detail} plans={plans} />;
}

interface ReadyDraftProps {
  readonly edition: Edition;
  readonly plan: PlanDetail;
  readonly plans: readonly Plan[];
}

function ReadyDraft({ edition, plan, plans }: ReadyDraftProps) {
  const { t } = useText();
  const on = { editionId: edition.id, planId: plan.id };
  const changes = usePlanChanges(on, plan.version);
  const [chosen, setChosen] = useState<Spot | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const [moves, setMoves] = useState(0);
  const [inHand, setInHand] = useState<Taken | null>(null);
  const editable = edition.mayEdit && plan.releasedAs === null;
  return (
    <>
      <Columns>
        <Section title={t('meetings.result')} span={7} aside={<SearchNote plan={plan} />}>
          <Search edition={edition} plan={plan} />
        </Section>
        <ConflictList on={on} zone={edition.timeZone} count={plan.figures} changes={editable ? changes : null} onShow={setSought} span={5}>
          <ReleaseBox edition={edition} plan={plan} onShow={() => document.getElementById('conflicts')?.scrollIntoView()} />
        </ConflictList>
      </Columns>
      <DraftBoard
        on={on}
        slug={edition.slug}
        edition={edition}
        editable={editable}
        changes={changes}
        {...{ chosen, sought, moves }}
        onChoose={setChosen}
        onTake={setInHand}
      />
      <UnplacedList
        on={on}
        edition={edition}
        count={plan.figures?.unplaced ?? 0}
        changes={editable ? changes : null}
        toSchedule={edition.mayEdit && plan.releasedAs !== null}
        onTake={setInHand}
      />
      <ReleaseChanges edition={edition} plan={plan} />
      {plans.length > 1 && <ComparePlans edition={edition} plan={plan} plans={plans} />}
      {inHand !== null && (
        <MoveMeeting
          on={on}
          zone={edition.timeZone}
          taken={inHand}
          onClose={() => setInHand(null)}
          onMove={(target, pair) => {
            setInHand(null);
            setMoves(moves + 1);
            setChosen({ time: target.slotId, table: target.table });
            void changes.move(inHand.meetingId, { slotId: target.slotId, placeId: target.placeId }, pair);
          }}
        />
      )}
    </>
  );
}

/** Engine, time and seed: what makes the draft repeatable. */
function SearchNote({ plan }: { readonly plan: PlanDetail }) {
  const { t } = useText();
  const { copiedFrom, progress, seed } = plan;
  const words = [
    ...(copiedFrom === null ? [] : [t('meetings.copied_from', { number: copiedFrom })]),
    ...(progress.length === 0 ? [] : [t('meetings.search_note', { seconds: searchedSeconds(plan), seed })]),
  ];
  return <p className="note">{words.join(' ')}</p>;
}
