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
import { Named, useNaming } from '#design/named.tsx';
import { writing } from '#kernel/language.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { StatementShape } from '../contract/shapes.ts';
import { evidenceApi, evidenceQueries } from './client.ts';
import { isFact } from '../domain/show-first.ts';
import { Said, VisibilityWord, useSayer } from './said.tsx';
import { PinDialog, WithdrawDialog } from './statement-dialogs.tsx';
import { useStatementColumns } from './statement-table.tsx';
import { figureOf, type ValueProps } from './value.tsx';

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
        {...{ statement, office, codeName }}
        onDone={refresh}
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

interface StepsProps extends Pick<HistoryProps, 'codeName' | 'office'> {
  readonly statement: StatementShape;
  readonly onDone: () => Promise<unknown>;
  readonly onChoose: (step: Step) => void;
  readonly onCorrect: HistoryProps['onCorrect'];
}

/** A statement in a few words, for whoever hears what can be done with it without seeing in which row that stands. */
function useShortWords(codeName: HistoryProps['codeName']): (statement: StatementShape) => string {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const sayer = useSayer();
  const wordsOf = ({ value }: StatementShape): string => {
    const figure = figureOf(value, formats, 'table');
    if (figure !== null) return formats.spelt(figure);
    if (value.type === 'text') return naming(value.text);
    const word = value.type === 'code' ? (codeName?.(value.code) ?? value.code) : '';
    return value.type === 'unknown' ? t(`evidence.unknown_${value.reason}`) : typeof word === 'string' ? word : '';
  };
  return (statement) => [wordsOf(statement), sayer(statement)].filter((part) => part !== '').join(writing[language].comma);
}

/** What can be done: anybody's fact that stands can be pinned, one's own opened or withdrawn; what one withdrew can stand as before. */
function Steps({ statement, office, codeName, onDone, onChoose, onCorrect }: StepsProps) {
  const { t, language } = useText();
  const words = useShortWords(codeName)(statement);
  const action = useAction();
  const named = (step: string): string => `${step}${writing[language].colon}${words}`;
  const own = statement.mayEdit && statement.office.id === office;
  if (statement.withdrawn !== null) {
    if (!own) return null;
    const restore = () =>
      action.run(async () => {
        await evidenceApi.restoreStatement({ statementId: statement.id }, { context: { ifMatch: statement.version } });
        await onDone();
      });
    return (
      <>
        <TextAction disabled={action.busy} aria-label={named(t('evidence.step_restore'))} onPress={() => void restore()}>
          {t('evidence.step_restore')}
        </TextAction>
        <TroubleNotice trouble={action.trouble} />
      </>
    );
  }
  const steps: readonly Step[] = [...(isFact(statement) ? ['pin' as const] : []), ...(own ? (['audience', 'withdraw'] as const) : [])];
  return (
    <Buttons>
      {own && onCorrect !== undefined && (
        <TextAction aria-label={named(t('evidence.step_correct'))} onPress={() => onCorrect(statement)}>
          {t('evidence.step_correct')}
        </TextAction>
      )}
      {steps.map((step) => (
        <TextAction key={step} aria-label={named(t(`evidence.step_${step}`))} onPress={() => onChoose(step)}>
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
              {office !== null && statement?.withdrawn != null && `${t('evidence.pinned_withdrawn')} `}
              {pin.office.id === office && <TextAction onPress={() => unpin(pin)}>{t('evidence.unpin')}</TextAction>}
            </li>
          );
        })}
      </ul>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
