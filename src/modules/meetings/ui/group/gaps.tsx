// Each company of a group with how many of the meetings it wants nobody has been asked for; filled from its suggestions with one press, which can be taken back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import type { GroupGrid } from '../agenda/answers.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { Named, Party, useName } from '../edition/names.tsx';
import { isOpen, useRules } from '../requests/rules.tsx';
import { SayMore } from '../suggest/say-more.tsx';
import { gapsOf, openIn, type Gap } from './open-meetings.ts';

/** The way to each company's suggestions; those with the most meetings still open first. */
export function Gaps({ grid }: { readonly grid: GroupGrid }) {
  const { t } = useText();
  const input = { editionId: grid.edition.id };
  const ours = useQuery(meetingsQueries.listMyRequests.queryOptions({ input })).data;
  const rules = useRules(grid.edition.id);
  const [filling, setFilling] = useState<Gap | null>(null);
  const declined = new Set(ours?.replies.filter(({ reply }) => reply.kind === 'declined').map(({ requestId }) => requestId));
  const gaps = gapsOf(grid, ours?.made ?? [], declined);
  const [short, enough] = [gaps.filter((gap) => openIn(gap) > 0), gaps.filter((gap) => openIn(gap) === 0)];
  const open = short.reduce((sum, gap) => sum + openIn(gap), 0);
  // Nobody of whom anything could be said.
  if (gaps.length === 0) return null;
  return (
    <Section title={t('meetings.suggest_title')} aside={t('meetings.gaps_note')}>
      {ours !== undefined && <p>{open === 0 ? t('meetings.gaps_none') : t('meetings.gaps_lead', { count: short.length, open })}</p>}
      {ours !== undefined && (
        <>
          <GapRows editionId={input.editionId} gaps={short} onFill={isOpen(rules) ? setFilling : undefined} />
          {enough.length > 0 && (
            <details>
              <summary>{t('meetings.gaps_enough', { count: enough.length })}</summary>
              <GapRows editionId={input.editionId} gaps={enough} />
            </details>
          )}
        </>
      )}
      {filling !== null && (
        <Fill key={filling.row.participant.id} editionId={grid.edition.id} gap={filling} onClose={() => setFilling(null)} />
      )}
    </Section>
  );
}

interface GapRowsProps {
  readonly editionId: string;
  readonly gaps: readonly Gap[];
  /** Nothing where requests are closed, or where nothing is to be filled. */
  readonly onFill?: ((gap: Gap) => void) | undefined;
}

function GapRows({ editionId, gaps, onFill }: GapRowsProps) {
  const { t } = useText();
  return (
    <ul className="placetodo">
      {gaps.map((gap) => (
        <li key={gap.row.participant.id}>
          <Link to="/my/$editionId/$participantId/suggestions" params={{ editionId, participantId: gap.row.participant.id }}>
            {gap.row.participant.code} <Named name={gap.row.participant.name} />
          </Link>
          <span className="muted">{t('meetings.gaps_has', { meets: gap.meets, asked: gap.asked, wanted: gap.wanted })}</span>
          {onFill !== undefined && (
            <Button
              kind="text"
              aria-label={t('meetings.action_on', {
                action: t('meetings.gaps_fill', { count: openIn(gap) }),
                pair: gap.row.participant.code,
              })}
              onPress={() => onFill(gap)}
            >
              {t('meetings.gaps_fill', { count: openIn(gap) })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FillProps {
  readonly editionId: string;
  readonly gap: Gap;
  readonly onClose: () => void;
}

/** Whom they would ask, by name, before anybody is asked. */
function Fill({ editionId, gap, onClose }: FillProps) {
  const { t } = useText();
  const name = useName();
  const queryClient = useQueryClient();
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const { participant } = gap.row;
  const { data, error } = useQuery({
    queryKey: ['fill', editionId, participant.id],
    queryFn: () => meetingsApi.listSuggestions({ editionId, participantId: participant.id }),
    gcTime: 0,
  });
  if (error !== null && data === undefined) throw error;
  const title = t('meetings.gaps_title', { name: name(participant.name) });
  if (data === undefined)
    return (
      <Dialog open onClose={onClose} title={title}>
        <Skeleton label={t('meetings.suggest_working')} lines={3} />
      </Dialog>
    );
  const chosen = data.entries.filter(({ score }) => score !== null).slice(0, openIn(gap));
  if (chosen.length === 0)
    return (
      <Dialog asksOnly open onClose={onClose} title={title}>
        <p>
          {t(data.isOn ? 'meetings.gaps_nobody' : 'meetings.suggest_off')}{' '}
          {data.isOn && <SayMore edition={data.edition} participant={data.participant} />}
        </p>
        <p>
          <Link to="/editions/$slug/my-requests" params={{ slug: editionId }}>
            {t('meetings.gaps_by_hand')}
          </Link>
        </p>
      </Dialog>
    );
  const ask = () =>
    void keep(
      (context) =>
        meetingsApi.createRequests(
          {
            editionId,
            requests: chosen.map((one) => ({ fromId: participant.id, toId: one.participant.id, wish: 'want' as const, suggested: true })),
          },
          { context },
        ),
      {
        said: ({ requests }) => t('meetings.gaps_asked', { code: participant.code, count: requests.length }),
        after: onClose,
        undo: async ({ requests }) => {
          for (const { id, version } of requests)
            await meetingsApi.withdrawRequest({ editionId, requestId: id }, { context: { ifMatch: version } });
          await queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
        },
      },
    );
  return (
    <Confirm
      open
      onClose={onClose}
      title={title}
      confirmText={t('meetings.gaps_ask', { count: chosen.length })}
      busy={action.busy}
      onConfirm={ask}
    >
      <p>{t('meetings.gaps_text', { name: name(participant.name) })}</p>
      <ul>
        {chosen.map((one) => (
          <li key={one.participant.id}>
            <Party of={one.participant} /> <span className="muted">{t('matching.points', { count: one.score ?? 0 })}</span>
          </li>
        ))}
      </ul>
      {chosen.length < openIn(gap) && <Note>{t('meetings.gaps_fewer', { count: openIn(gap) - chosen.length })}</Note>}
      <TroubleNotice trouble={action.trouble} />
    </Confirm>
  );
}
