// What has no place by what it lacks, how much more of that would place how many, and the way to the page that mends it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { Gap } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { meetingsQueries } from '../client.ts';
import type { UnplacedGroup } from '../edition/answers.ts';
import type { PlanOf } from './changes.ts';

interface UnplacedGroupsProps {
  readonly on: PlanOf;
  readonly slug: string;
  readonly groups: readonly UnplacedGroup[];
  readonly chosen: string | null;
  /** Whether it is still open what would help: not where the plan was released. */
  readonly tries: boolean;
  /** Of a draft that was released, for its organiser: what fits is added to the schedule. */
  readonly toSchedule: boolean;
  readonly onChoose: (key: string | null) => void;
}

export function UnplacedGroups({ on, slug, groups, chosen, tries, toSchedule, onChoose }: UnplacedGroupsProps) {
  const { t } = useText();
  if (groups.length === 0) return null;
  return (
    <Rows
      label={t('meetings.groups_label')}
      wide
      entries={groups.map((group) => ({
        key: group.key,
        when: t('meetings.group_musts', { musts: group.musts }),
        what: <b>{t(`meetings.group_${group.lack}`, { count: group.meetings, languages: group.languages ?? '' })}</b>,
        ...(tries && group.canTry ? { detail: <TrialWords on={on} group={group} /> } : {}),
        ...(group.lack === 'nothing' && tries ? { detail: t('meetings.place_below') } : {}),
        ...(group.lack === 'nothing' && toSchedule ? { detail: t('meetings.draft_closed_place') } : {}),
        end: (
          <Buttons>
            {group.lack === 'nothing' && toSchedule ? (
              <Link to="/editions/$slug/schedule" params={{ slug }}>
                {t('meetings.mend_released')}
              </Link>
            ) : (
              <Mend lack={group.lack} slug={slug} />
            )}
            {groups.length > 1 && (
              <TextAction onPress={() => onChoose(chosen === group.key ? null : group.key)}>
                {t(chosen === group.key ? 'meetings.group_show_all' : 'meetings.group_show')}
              </TextAction>
            )}
          </Buttons>
        ),
      }))}
    />
  );
}

const places = {
  interpreter: '/editions/$slug/setup/interpreters',
  rest: '/editions/$slug/setup/interpreters',
  place: '/editions/$slug/setup/places',
  time: '/editions/$slug/setup/participants',
  limit: '/editions/$slug/setup/participants',
} as const;

function Mend({ lack, slug }: { readonly lack: UnplacedGroup['lack']; readonly slug: string }) {
  const { t } = useText();
  if (lack === 'nothing' || lack === 'order') return null;
  return (
    <Link to={places[lack]} params={{ slug }}>
      {t(`meetings.mend_${lack}`)}
    </Link>
  );
}

/** Answers after seconds: the planner tries. */
function TrialWords({ on, group }: { readonly on: PlanOf; readonly group: UnplacedGroup }) {
  const { t } = useText();
  const { data, isError, refetch } = useQuery({
    ...meetingsQueries.tryMending.queryOptions({ input: { ...on, group: group.key } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
  const kind = group.lack === 'place' ? 'place' : 'interpreter';
  if (isError)
    return (
      <Button kind="text" onPress={() => void refetch()}>
        {t('meetings.trial_again')}
      </Button>
    );
  if (data === undefined) return <span aria-busy="true">{t('meetings.trial_running')}</span>;
  if (data.places === 0) return t('meetings.trial_nothing');
  const words = { count: data.more, places: data.places };
  return (
    <>
      {t(data.places >= data.of ? `meetings.trial_all_${kind}` : `meetings.trial_${kind}`, words)}
      <Gap />
      {t('meetings.trial_note')}
    </>
  );
}
