// The way from a draft to everyone's agenda: what hinders it, what it would do, and the question before it is done.
import { keepPreviousData, useIsFetching, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Refused } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Pull } from '#design/notices/notice.tsx';
import { Gap, Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { LetterTexts } from '#modules/expos/ui/letters/letter-sample.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition, PlanDetail } from '../edition/answers.ts';
import { useName, useSay } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';
import { Differences } from '../release/differences.tsx';

/** What a release would do and what hinders it; undefined while it is looked up, and where there is nothing to ask. */
export const useReleaseCheck = (edition: Edition, plan: PlanDetail): Check | undefined =>
  useQuery({
    ...meetingsQueries.checkRelease.queryOptions({ input: { editionId: edition.id, planId: plan.id } }),
    enabled: plan.releasedAs === null && edition.mayEdit,
    throwOnError: true,
  }).data;

interface ReleaseBoxProps {
  readonly edition: Edition;
  readonly plan: PlanDetail;
  readonly onShow: () => void;
}

export function ReleaseBox({ edition, plan, onShow }: ReleaseBoxProps) {
  const { t } = useText();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const check = useReleaseCheck(edition, plan);
  if (plan.releasedAs !== null) return <AlreadyReleased edition={edition} number={plan.releasedAs} />;
  if (!edition.mayEdit) return null;
  if (check === undefined) return <Skeleton lines={2} />;
  const label = t('meetings.release_to', { count: check.agendas });
  return (
    <div id="release">
      <Pull attention={!check.ready}>
        {check.ready ? (
          <>
            <p>{t('meetings.release_ready')}</p>
            {check.begun !== null && <p>{say(check.begun)}</p>}
            {check.upheaval !== null && <UpheavalWords upheaval={check.upheaval} />}
            <Button kind="go" onPress={() => setAsking(true)}>
              {label}
            </Button>
          </>
        ) : (
          <RefusedRelease label={label} check={check} zone={edition.timeZone} onShow={onShow} />
        )}
      </Pull>
      {asking && <AskRelease edition={edition} plan={plan} check={check} onClose={() => setAsking(false)} />}
    </div>
  );
}

type Upheaval = NonNullable<Check['upheaval']>;

/** From this share on people will ask why so much has moved. */
const GREAT_SHARE = 0.25;

/** How much of what people know already would change, with the way to the list. */
function UpheavalWords({ upheaval, onGo }: { readonly upheaval: Upheaval; readonly onGo?: () => void }) {
  const { t } = useText();
  const { schedule: number, ...counts } = upheaval;
  const { meetings, moved, removed, added, interpreted } = counts;
  const great = moved + removed > meetings * GREAT_SHARE;
  return (
    <p>
      <span className={great || removed > 0 ? 'attention' : undefined}>{t('meetings.upheaval', { number, ...counts })}</span>
      <Gap />
      {removed > 0 && t('meetings.upheaval_removed', { count: removed })}
      <Gap />
      {great && t('meetings.upheaval_great')}
      <Gap />
      {moved + removed + added + interpreted > 0 && (
        <a href="#changes" onClick={onGo}>
          {t('meetings.upheaval_list')}
        </a>
      )}
    </p>
  );
}

/** Meeting by meeting what a release would change in the schedule in force. */
export function ReleaseChanges({ edition, plan }: Pick<ReleaseBoxProps, 'edition' | 'plan'>) {
  const { t } = useText();
  const check = useReleaseCheck(edition, plan);
  if (check === undefined || check.upheaval === null) return null;
  const title = t('meetings.changes_of_release', { number: check.upheaval.schedule });
  return (
    <Section id="changes" title={title} count={check.changed}>
      <Differences caption={title} edition={edition} differences={check.changes} of={check.changed} />
    </Section>
  );
}

function AlreadyReleased({ edition, number }: { readonly edition: Edition; readonly number: number }) {
  const { t } = useText();
  return (
    <Pull>
      <p>
        {t('meetings.released_as', { number })}
        <Gap />
        <Link to="/editions/$slug/schedule" params={{ slug: edition.slug }}>
          {t('meetings.to_schedule')}
        </Link>
      </p>
    </Pull>
  );
}

type Check = Awaited<ReturnType<(typeof meetingsQueries)['checkRelease']['call']>>;

interface RefusedReleaseProps {
  readonly label: string;
  readonly check: Check;
  readonly zone: string;
  readonly onShow: () => void;
}

const SHOWN = 5;

function RefusedRelease({ label, check, zone, onShow }: RefusedReleaseProps) {
  const { t } = useText();
  const say = useSay();
  const formats = useFormats();
  const reasons = check.hard.slice(0, SHOWN).map(({ reason, startsAt }) => ({
    text: startsAt === null ? say(reason) : `${formats.time(startsAt, zone)} ${say(reason)}`,
    onGo: onShow,
  }));
  const more = check.hard.length - reasons.length;
  const other = check.hard.length === 0 && check.hindrance !== null ? [{ text: say(check.hindrance) }] : [];
  return (
    <Refused
      heading={<b>{t('meetings.release_refused')}</b>}
      reasons={[...reasons, ...other, ...(more > 0 ? [{ text: t('meetings.and_more', { count: more }), onGo: onShow }] : [])]}
    >
      {label}
    </Refused>
  );
}

interface AskReleaseProps {
  readonly edition: Edition;
  readonly plan: PlanDetail;
  readonly check: Check;
  readonly onClose: () => void;
}

function AskRelease({ edition, plan, check, onClose }: AskReleaseProps) {
  const { t } = useText();
  const say = useSay();
  const told = useToldTrouble();
  const toast = useToast();
  const { number } = useFormats();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const release = useMutation({
    ...meetingsQueries.releasePlan.mutationOptions({ context: { ifMatch: check.version } }),
    onError: (error) => {
      onClose();
      told(error);
    },
    onSuccess: async (made) => {
      toast({ text: t('meetings.told_released', { number: made.number }) });
      await navigate({ to: '/editions/$slug/releases', params: { slug: edition.slug } });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: meetingsQueries.key() }),
  });
  // What one has just pinned or moved changes the draft: confirmed before its check has come again, the release would be refused as out of date.
  const settling = useIsMutating() + useIsFetching({ queryKey: meetingsQueries.checkRelease.key() }) > 0;
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('meetings.release_question', { number: plan.number })}
      confirmText={t('meetings.release_to', { count: check.agendas })}
      busy={settling}
      onConfirm={() => release.mutate({ editionId: edition.id, planId: plan.id })}
    >
      <p>{t('meetings.release_text')}</p>
      {check.withoutMeeting > 0 && <p className="attention">{t('meetings.release_without', { count: check.withoutMeeting })}</p>}
      {check.told < check.concerned && (
        <p>
          <span className="attention">{t('meetings.release_told', { told: check.told, count: check.concerned })}</span>
          <Gap />
          <Link to="/editions/$slug/setup/letters" params={{ slug: edition.slug }} onClick={onClose}>
            {t('meetings.release_invite')}
          </Link>
        </p>
      )}
      {check.begun !== null && <p>{say(check.begun)}</p>}
      {check.upheaval !== null && <UpheavalWords upheaval={check.upheaval} onGo={onClose} />}
      <Facts
        entries={[
          { term: t('meetings.release_meetings'), value: number(check.figures.placed), end: true },
          { term: t('meetings.agendas_title'), value: number(check.agendas), end: true },
          { term: t('meetings.release_concerned'), value: number(check.concerned), end: true },
          { term: t('meetings.release_mails'), value: number(check.mails), end: true },
          { term: t('meetings.release_changes'), value: number(check.changed), end: true },
          { term: t('meetings.release_warnings'), value: number(check.figures.warnings), end: true },
          { term: t('meetings.release_musts'), value: number(check.unplacedMusts), end: true },
        ]}
      />
      {check.mails > 0 && <ReleaseLetters edition={edition} plan={plan} />}
    </Confirm>
  );
}

/** What each company would be written, looked up when somebody wants to see it. */
function ReleaseLetters({ edition, plan }: Pick<AskReleaseProps, 'edition' | 'plan'>) {
  const { t } = useText();
  const name = useName();
  const [isOpen, setOpen] = useState(false);
  const [toId, setTo] = useState<string | null>(null);
  const input = { editionId: edition.id, planId: plan.id, ...(toId === null ? {} : { toId }) };
  const { data } = useQuery({
    ...meetingsQueries.previewReleaseLetter.queryOptions({ input }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return (
    <details className="after" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('meetings.release_letters')}</summary>
      {data === undefined ? (
        isOpen && <Skeleton lines={4} />
      ) : data.company === null ? null : (
        <>
          <p className="note">{t('meetings.release_letter_to', { name: name(data.company.name), code: data.company.code })}</p>
          <LetterTexts texts={data.texts} />
          {data.next !== null && (
            <Button kind="text" onPress={() => setTo(data.next)}>
              {t('meetings.release_letter_next')}
            </Button>
          )}
        </>
      )}
    </details>
  );
}
