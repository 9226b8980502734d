// Everything that was ever said of one attribute, corrected and withdrawn included, and what one's office can do with it.
import { later } from '#design/notices/later.tsx';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { useAction } from '#client/use-action.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { DataTable, More, type Column } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { StatementShape } from '../contract/shapes.ts';
import { evidenceApi, evidenceQueries } from './client.ts';
import { isFact } from '../domain/show-first.ts';
import { Said, VisibilityWord, useSayer } from './said.tsx';
import { PinDialog, WithdrawDialog } from './statement-dialogs.tsx';
import { useStatementColumns } from './statement-table.tsx';
import type { ValueProps } from './value.tsx';

const StatementAudience = later(() => import('./statement-audience.tsx'), 'StatementAudience');

export interface HistoryProps extends Pick<ValueProps, 'codeName'> {
  readonly subject: StatementShape['subject'];
  readonly attribute: string;
  readonly caption: string;
  /** The office that the reader acts for; null for one who only reads. */
  readonly office: string | null;
  /** Something was withdrawn, pinned or opened: what the page shows is to be read anew. */
  readonly onChanged: () => Promise<unknown>;
  /** Opens the form in which a statement of one's own office is corrected; without it that is done elsewhere. */
  readonly onCorrect?: (statement: StatementShape) => void;
}

type Step = 'audience' | 'withdraw' | 'pin';

/** What became of a statement: withdrawn and why, corrected later, or it stands. */
function useFate(entries: readonly StatementShape[]): (statement: StatementShape) => string | null {
  const { t } = useText();
  const formats = useFormats();
  const standing = entries.filter(({ withdrawn }) => withdrawn === null);
  const superseded = new Set(standing.map(({ supersedes }) => supersedes));
  return ({ id, withdrawn }) => {
    if (withdrawn !== null) return t('evidence.was_withdrawn', { day: formats.entryDay(withdrawn.at), reason: withdrawn.reason });
    return superseded.has(id) ? t('evidence.superseded') : null;
  };
}

/** `headed`: what it is about stands above already. */
export function History({ headed, ...props }: HistoryProps & { readonly headed: boolean }) {
  const { subject, attribute, caption, codeName, office, onChanged, onCorrect } = props;
  const { t } = useText();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ readonly statement: StatementShape; readonly step: Step } | null>(null);
  const asked = useInfiniteQuery(
    evidenceQueries.listHistory.infiniteOptions(paged({ subjectKind: subject.kind, subjectId: subject.id, attribute, limit: 50 })),
  );
  const entries = asked.data?.pages.flatMap((page) => page.entries) ?? [];
  const fate = useFate(entries);
  const columns = useStatementColumns(codeName);
  const isReader = useSession()?.account == null;
  if (asked.error !== null) throw asked.error;
  if (asked.data === undefined) return <Skeleton lines={4} />;
  if (entries.length === 0) return <p className="note">{t('evidence.never_said')}</p>;
  const pins = asked.data.pages[0]?.pins ?? [];
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: evidenceQueries.key() }), onChanged()]);
  const close = () => setChosen(null);
  const actions: Column<StatementShape> = {
    key: 'actions',
    head: t('evidence.actions'),
    silent: true,
    end: true,
    cell: (statement) => (
      <Steps
        statement={statement}
        office={office}
        onChoose={(step) => setChosen({ statement, step })}
        onCorrect={fate(statement) === null ? onCorrect : undefined}
      />
    ),
  };
  const state: Column<StatementShape> = {
    key: 'state',
    head: t(isReader ? 'evidence.what_became' : 'evidence.seen_by'),
    cell: (statement) => (
      <>
        <VisibilityWord statement={statement} />
        {fate(statement) !== null && <small>{fate(statement)}</small>}
      </>
    ),
  };
  const all: readonly Column<StatementShape>[] = [
    ...columns.map((column) =>
      column.key === 'value'
        ? { ...column, cell: (statement: StatementShape) => <Said statement={statement} codeName={codeName} /> }
        : column,
    ),
    ...(isReader && !entries.some((statement) => fate(statement) !== null) ? [] : [state]),
    ...(office === null ? [] : [actions]),
  ];
  const dialog = chosen === null ? null : { statement: chosen.statement, codeName, onClose: close, onDone: refresh };
  return (
    <>
      <DataTable
        caption={caption}
        showCaption={!headed}
        columns={all}
        rows={entries}
        rowKey={({ id }) => id}
        rowState={(statement) => (fate(statement) === null ? undefined : 'quiet')}
      />
      {asked.hasNextPage && <More busy={asked.isFetchingNextPage} onMore={() => void asked.fetchNextPage()} />}
      <Pins {...{ pins, entries, office }} onDone={refresh} />
      {dialog !== null && chosen?.step === 'audience' && <StatementAudience {...dialog} />}
      {dialog !== null && chosen?.step === 'withdraw' && <WithdrawDialog {...dialog} />}
      {dialog !== null && chosen?.step === 'pin' && office !== null && <PinDialog {...dialog} office={office} />}
    </>
  );
}

interface StepsProps {
  readonly statement: StatementShape;
  readonly office: string | null;
  readonly onChoose: (step: Step) => void;
  readonly onCorrect: HistoryProps['onCorrect'];
}

/** What can be done with a statement that stands: anybody's fact can be pinned, one's own opened or withdrawn. */
function Steps({ statement, office, onChoose, onCorrect }: StepsProps) {
  const { t } = useText();
  if (statement.withdrawn !== null) return null;
  const own = statement.mayEdit && statement.office.id === office;
  const steps: readonly Step[] = [...(isFact(statement) ? ['pin' as const] : []), ...(own ? (['audience', 'withdraw'] as const) : [])];
  return (
    <Buttons>
      {own && onCorrect !== undefined && <TextAction onPress={() => onCorrect(statement)}>{t('evidence.step_correct')}</TextAction>}
      {steps.map((step) => (
        <TextAction key={step} onPress={() => onChoose(step)}>
          {t(`evidence.step_${step}`)}
        </TextAction>
      ))}
    </Buttons>
  );
}

type Pin = Awaited<ReturnType<(typeof evidenceApi)['listHistory']>>['pins'][number];

interface PinsProps {
  readonly pins: readonly Pin[];
  readonly entries: readonly StatementShape[];
  readonly office: string | null;
  readonly onDone: () => Promise<unknown>;
}

/** Who pinned what and why; one's own can be taken off. */
function Pins({ pins, entries, office, onDone }: PinsProps) {
  const { t } = useText();
  const action = useAction();
  const sayer = useSayer();
  if (pins.length === 0) return null;
  const unpin = (pin: Pin) =>
    action.run(async () => {
      await evidenceApi.unpinStatement({ pinId: pin.id }, { context: { ifMatch: pin.version } });
      await onDone();
    });
  return (
    <>
      <ul className="note after" aria-label={t('evidence.pins')}>
        {pins.map((pin) => {
          const statement = entries.find(({ id }) => id === pin.statementId);
          return (
            <li key={pin.id}>
              <Named text={pin.office.name} quiet />
              {statement === undefined
                ? t('evidence.pinned_older', { reason: pin.reason })
                : t('evidence.pinned', { who: sayer(statement), reason: pin.reason })}{' '}
              {pin.office.id === office && <TextAction onPress={() => unpin(pin)}>{t('evidence.unpin')}</TextAction>}
            </li>
          );
        })}
      </ul>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
