// On the page of a project: what it is to achieve, its milestones and its indicators, with what each side says of them.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import type { MarkShown, ProjectPlan } from '../../contract/projects.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { outcomesQueries } from '../client.ts';
import { MarkSaidCell, type MarkSaidProps } from './mark-said.tsx';
import { useProgressWords } from './progress.tsx';
import type { PlanOpened } from './plan-opened.ts';
import './project.css';

const PlanDialogs = later(() => import('./plan-dialogs.tsx'), 'PlanDialogs');

export function PlanSection({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<PlanOpened>(null);
  const plan = useRead(outcomesQueries.getProjectPlan.queryOptions({ input: { outcomeId: outcome.id } }));
  if (plan === undefined) return <Skeleton lines={4} />;
  const { mayEdit } = plan;
  const office = plan.voices.find((one) => one === outcome.office.id) ?? plan.voices[0];
  const add = mayEdit && (
    <Buttons after>
      <Button onPress={() => setOpen('milestone')}>{t('outcomes.pj_add_milestone')}</Button>
      <Button onPress={() => setOpen('list')}>{t('outcomes.pj_paste')}</Button>
      <Button onPress={() => setOpen('indicator')}>{t('outcomes.pj_add_indicator')}</Button>
    </Buttons>
  );
  return (
    <Section
      title={t('outcomes.pj_plan')}
      id="plan"
      aside={mayEdit ? <Button onPress={() => setOpen('aim')}>{t('outcomes.pj_set_aim')}</Button> : t('outcomes.pj_plan_note')}
    >
      <Aim plan={plan} />
      {plan.marks.length === 0 ? (
        <Empty heading={t('outcomes.pj_empty')}>{t('outcomes.pj_empty_text')}</Empty>
      ) : (
        <Marks plan={plan} visibility={outcome.visibility} onOpen={office === undefined ? undefined : setOpen} />
      )}
      {add}
      {open !== null && (
        <PlanDialogs
          {...{ outcome, plan, open, office }}
          onClose={() => setOpen(null)}
          onChanged={() => queryClient.invalidateQueries({ queryKey: outcomesQueries.key() })}
        />
      )}
    </Section>
  );
}

function Aim({ plan: { aim, goals } }: { readonly plan: ProjectPlan }) {
  const { t } = useText();
  return (
    <>
      <p className="read">{aim === null ? <Unknown>{t('outcomes.pj_no_aim')}</Unknown> : <Named text={aim} />}</p>
      {goals.length > 0 && (
        <p className="note">
          {t('cities.goals')}
          {': '}
          {goals.map((number) => t('cities.goal_numbered', { number, name: t(`cities.goal_${number}`) })).join(' · ')}
        </p>
      )}
    </>
  );
}

interface MarksProps extends Pick<MarkSaidProps, 'visibility'> {
  readonly plan: ProjectPlan;
  /** Undefined for whoever is no side. */
  readonly onOpen: ((opened: PlanOpened) => void) | undefined;
}

function Marks({ plan, visibility, onOpen }: MarksProps) {
  const { t } = useText();
  const progress = useProgressWords()(plan.progress);
  const titled = (head: string): Column<MarkShown> => ({
    key: 'title',
    head,
    naming: true,
    cell: ({ title, unit }) => (
      <>
        <Named text={title} />
        {unit !== null && (
          <small>
            <AsWritten text={unit} />
          </small>
        )}
      </>
    ),
  });
  const acting: readonly Column<MarkShown>[] =
    onOpen === undefined
      ? []
      : [
          {
            key: 'act',
            head: t('outcomes.pj_actions'),
            silent: true,
            end: true,
            nowrap: true,
            cell: (mark) => <TextAction onPress={() => onOpen(mark)}>{t('outcomes.pj_say')}</TextAction>,
          },
        ];
  const [milestones, indicators] = (['milestone', 'indicator'] as const).map((kind) => plan.marks.filter((mark) => mark.kind === kind));
  return (
    <>
      {progress !== null && <p className="note">{progress}</p>}
      {milestones !== undefined && milestones.length > 0 && (
        <DataTable
          caption={t('outcomes.pj_milestones')}
          showCaption
          columns={[
            titled(t('outcomes.pj_milestone')),
            {
              key: 'planned',
              head: t('outcomes.pj_planned'),
              cell: (mark) => <MarkSaidCell {...{ mark, visibility }} attribute="planned" />,
            },
            { key: 'state', head: t('outcomes.pj_state'), cell: (mark) => <State {...{ mark, visibility }} /> },
            ...acting,
          ]}
          rows={milestones}
          rowKey={({ id }) => id}
          rowState={({ stands, isOverdue }) => (isOverdue || stands === 'differ' ? 'flag' : undefined)}
        />
      )}
      {indicators !== undefined && indicators.length > 0 && (
        <DataTable
          caption={t('outcomes.pj_indicators')}
          showCaption
          columns={[
            titled(t('outcomes.pj_indicator')),
            ...(['baseline', 'target', 'actual'] as const).map((attribute) => ({
              key: attribute,
              head: t(`outcomes.pj_${attribute}`),
              cell: (mark: MarkShown) => <MarkSaidCell {...{ mark, visibility, attribute }} />,
            })),
            ...acting,
          ]}
          rows={indicators}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}

function State({ mark, visibility }: Omit<MarkSaidProps, 'attribute'>) {
  const { t } = useText();
  return (
    <>
      <MarkSaidCell {...{ mark, visibility }} attribute="state" />
      {mark.isOverdue && <small>{t('outcomes.pj_overdue')}</small>}
    </>
  );
}
