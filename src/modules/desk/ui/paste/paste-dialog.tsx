// A range from a spreadsheet before it is kept: what each column is taken for, what each row would mean, and where it is from.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Refused } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { CheckField, TextareaField } from '#design/fields/field.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { ColumnMapping } from '#design/column-mapping.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Note } from '#design/page.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { evidenceApi } from '#modules/evidence/ui/client.ts';
import { ownSource, sourceIsDoubtful, SourceFields, sourceAlone, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { Desk, PastedRowShown, PasteReadingShown, RowAnswerInput } from '../../contract/register.ts';
import { mayHoldSince } from '../../domain/paste/since-column.ts';
import { columnMeanings, type ColumnMeaning } from '../../domain/paste/heads.ts';
import { deskApi } from '../client.ts';
import { PasteAnswers } from './paste-answers.tsx';
import { PasteChanges } from './paste-changes.tsx';
import { PasteFile, PasteSheet, type ChosenFile } from './paste-file.tsx';
import { PastePreview } from './paste-preview.tsx';
import { PasteTaken } from './paste-taken.tsx';
import {
  answersFor,
  groupsOf,
  useRowNamed,
  outlook,
  PasteQuestions,
  type ChosenAnswers,
  type Answered,
  type Group,
  namesTieOfAnother,
} from './paste-questions.tsx';
import '../grid/grid.css';

interface PasteDialogProps {
  readonly desk: Desk;
  readonly text: string;
  readonly onClose: () => void;
}

/** Questions whose answers change what is read, with those answers. */
interface Settled {
  readonly groups: readonly Group[];
  readonly answers: readonly RowAnswerInput[];
}
const nothingSettled: Settled = { groups: [], answers: [] };
const settledWith = (groups: readonly Group[], chosen: ChosenAnswers): Settled => ({ groups, answers: answersFor(groups, chosen) });

/** A class or state that a row is given may differ from that of the tie that is kept already: with it the rows are read again, and the difference shown. */
function settledAfter(
  before: Settled,
  answered: readonly Answered[],
  { chosen, keepsTies }: { readonly chosen: ChosenAnswers; readonly keepsTies: boolean },
): Settled {
  const isDiffering = (about: string): boolean => keepsTies && (about === 'class' || about === 'status');
  const again = answered.filter(([{ question }]) => question.about === 'country' || isDiffering(question.about));
  const others = before.groups.filter(({ key }) => again.every(([group]) => group.key !== key));
  const groups = [...others, ...again.flatMap(([group, answer]) => (answer === null || answer.leaveOut === true ? [] : [group]))];
  return again.length === 0 || (groups.length === 0 && before.groups.length === 0) ? before : settledWith(groups, chosen);
}

/** The source of all rows, on record: nothing for our own records of today. */
async function settledSource(office: string, draft: SourceDraft): Promise<string | null> {
  const source = sourceAlone(draft);
  if (source === undefined) return null;
  if ('sourceId' in source) return source.sourceId ?? null;
  return (await evidenceApi.enterSource({ office, ...source })).id;
}

export function PasteDialog({ desk, text: first, onClose }: PasteDialogProps) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const [text, setText] = useState(first);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [columns, setColumns] = useState<readonly ColumnMeaning[]>([]);
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [chosen, setChosen] = useState<ChosenAnswers>(new Map());
  // Which country a word means decides where cities are looked for: the rows are read again with it.
  const [settled, setSettled] = useState(nothingSettled);
  const [whole, setWhole] = useState(false);
  const [source, setSource] = useState(ownSource);
  const [reading, setReading] = useState<PasteReadingShown | null>(null);
  const [isReadingFile, setReadingFile] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const [readAs, setReadAs] = useState({ text, columns, order });
  const officeId = desk.office;
  const { run } = action;
  useEffect(() => {
    if (text.trim() === '') return setReading(null);
    const timer = setTimeout(
      () =>
        void run(async () => {
          const answers = [...settled.answers];
          setReading(await deskApi.previewPaste({ officeId, text, columns: [...columns], order, answers }));
          setReadAs({ text, columns, order });
        }),
      300,
    );
    return () => clearTimeout(timer);
  }, [text, columns, order, settled, officeId, run]);
  // A country that was answered before a column changed is asked again by the rows as they are read now.
  useEffect(() => {
    const answered = (reading === null ? [] : groupsOf(reading)).filter(
      ({ key, question }) => question.about === 'country' && chosen.get(key)?.country !== undefined,
    );
    setSettled((before) => {
      const more = answered.filter(({ key }) => before.groups.every((group) => group.key !== key));
      return more.length === 0 ? before : settledWith([...before.groups, ...more], chosen);
    });
  }, [reading, chosen]);
  const choose = (answered: readonly Answered[]) => {
    const now = new Map([...chosen, ...answered.map(([{ key }, answer]) => [key, answer] as const)]);
    setChosen(now);
    setSettled(settledAfter(settled, answered, { chosen: now, keepsTies: desk.rows.length > 0 }));
  };
  const take = (read: string, from: ChosenFile | null) => {
    setText(read);
    setFile(from);
    setColumns([]);
    setOrder(null);
    setChosen(new Map());
    setSettled(nothingSettled);
  };
  const count = (...states: readonly PastedRowShown['state'][]): number =>
    reading?.rows.filter(({ state }) => states.includes(state)).length ?? 0;
  const { kept, open, left } = reading === null ? { kept: 0, open: 0, left: [] } : outlook(reading, chosen);
  const isNews = reading !== null && count('understood', 'question', 'not_understood') > 0;
  const keep = () => {
    setKeeping(true);
    void run(async () => {
      const sourceId = await settledSource(officeId, source);
      const answers = reading === null ? [] : [...answersFor([...settled.groups, ...groupsOf(reading)], chosen)];
      const mode = whole ? ('all' as const) : ('each' as const);
      await deskApi.pasteTies({ officeId, text, columns: [...columns], order, sourceId, answers, mode });
      await queryClient.invalidateQueries();
      onClose();
    }).then(() => setKeeping(false));
  };
  // With other columns or dates other rows are kept: they are read first. For an answer alone nobody waits.
  const isOtherwise = readAs.text !== text || readAs.columns !== columns || readAs.order !== order;
  // What is being read has a way to stop of its own.
  const isReading = isReadingFile || (action.busy && reading === null);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('desk.paste_ties')}
      actions={
        <>
          {isNews &&
            (!whole || open === 0) &&
            (sourceIsDoubtful(source) ? (
              <Refused reasons={[{ text: t('desk.source_incomplete') }]}>{t('desk.keep_rows', { count: kept })}</Refused>
            ) : (
              <KeepButton kept={kept} open={open} busy={isKeeping || isOtherwise} onKeep={keep} />
            ))}
          {isKeeping && <span role="status">{t('desk.keeping_rows')}</span>}
          {!isReading && (
            <Button kind="text" onPress={onClose}>
              {t(reading === null || isNews ? 'design.cancel' : 'design.close')}
            </Button>
          )}
        </>
      }
    >
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.problems[0]?.message ?? action.trouble.message}
        </Notice>
      )}
      {reading === null && (file === null || action.trouble !== null) && (
        <div data-typed>
          <TextareaField
            name="text"
            label={t('desk.paste_here')}
            hint={t('desk.paste_hint')}
            rows={8}
            value={text}
            onChange={(typed) => take(typed, null)}
            // Paste at once: the box is why the dialog was opened.
            data-focus-first
          />
          <PasteFile office={officeId} onRead={take} onReading={setReadingFile} />
        </div>
      )}
      {action.busy && reading === null && <Progress sentence={t('desk.reading')} onCancel={() => take('', null)} />}
      {reading !== null && (
        <div data-typed>
          <Understood {...{ reading, isNews, kept, open, left }} />
          {file !== null && <PasteSheet office={officeId} chosen={file} onRead={take} />}
          <OrderOfDates reading={reading} order={order} onChange={setOrder} />
          <Mapping
            reading={reading}
            // What was answered stays answered where the same is asked again.
            onChange={(meanings) => {
              setColumns(meanings);
              setSettled(nothingSettled);
            }}
          />
          <PasteQuestions
            reading={reading}
            classes={desk.classes}
            own={desk.city?.id ?? null}
            chosen={chosen}
            settled={settled.groups}
            onChoose={choose}
          />
          <PasteChanges reading={reading} classes={desk.classes} chosen={chosen} onChoose={setChosen} />
          <PasteAnswers reading={reading} desk={desk} chosen={chosen} />
          <PasteTaken reading={reading} desk={desk} />
          <PastePreview reading={reading} desk={desk} />
          {isNews && (
            <>
              <SourceFields alone name="source" office={officeId} value={source} onChange={setSource} />
              <Note>{t('desk.source_of_all')}</Note>
              <CheckField name="whole" label={t('ties.only_whole')} hint={t('ties.only_whole_hint')} checked={whole} onChange={setWhole} />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}

interface KeepButtonProps {
  readonly kept: number;
  readonly open: number;
  readonly busy: boolean;
  readonly onKeep: () => void;
}

/** Keeps what is understood; where nothing is yet, the rows go to the grid with what is asked of them. */
function KeepButton({ kept, open, busy, onKeep }: KeepButtonProps) {
  const { t } = useText();
  if (kept > 0)
    return (
      <Button kind="go" busy={busy} onPress={onKeep}>
        {t('desk.keep_rows', { count: kept })}
      </Button>
    );
  if (open === 0) return <Refused reasons={[{ text: t('desk.nothing_to_keep') }]}>{t('desk.keep_rows', { count: 0 })}</Refused>;
  return (
    <Button busy={busy} onPress={onKeep}>
      {t('desk.rows_to_grid', { count: open })}
    </Button>
  );
}

const lacksSince = ({ columns, rows }: PasteReadingShown): boolean =>
  mayHoldSince({ columns, rows: rows.map(({ line, cells }) => ({ number: line, cells })) });

/** How much of the range is understood, in one line. */
interface UnderstoodProps {
  readonly reading: PasteReadingShown;
  readonly isNews: boolean;
  /** With the answers that are chosen now. */
  readonly kept: number;
  readonly open: number;
  readonly left: readonly PastedRowShown[];
}

function Understood({ reading, isNews, kept, open, left }: UnderstoodProps) {
  const { t } = useText();
  const formats = useFormats();
  const count = (state: PastedRowShown['state']): number => reading.rows.filter((row) => row.state === state).length;
  const [same, headings] = [count('same'), count('heading')];
  const joined = reading.rows.filter(namesTieOfAnother);
  const understood = reading.rows.filter((row) => row.state === 'understood' && !namesTieOfAnother(row)).length;
  const above = reading.above.join(' · ');
  const dateless = lacksSince(reading);
  const rowNamed = useRowNamed();
  const namesOf = (rows: readonly PastedRowShown[]): string => formats.list(rows.map((row) => rowNamed(row, reading.columns)));
  const line = useRef<HTMLParagraphElement>(null);
  // The field that had the focus is gone; else the dialog would stand at its end.
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} aria-live="polite">
      {isNews ? (
        <>
          <b>{t('desk.understood_of', { understood, total: reading.rows.length })}</b>{' '}
          {kept > understood && <b>{t('desk.understood_so', { count: kept - understood })} </b>}
          {!reading.columns.includes('class') && <>{t('desk.no_class_column')} </>}
          {dateless && <>{t('desk.no_since_column')} </>}
          {same > 0 && <>{t('desk.rows_same', { count: same })} </>}
          {joined.length > 0 && <>{t('desk.rows_joined', { count: joined.length, cities: namesOf(joined) })} </>}
          {headings > 0 && <>{t('desk.rows_headings', { count: headings })} </>}
          {left.length > 0 && (
            <>
              {t('desk.rows_left_out', {
                count: left.length,
                cities: namesOf(left),
              })}{' '}
            </>
          )}
          {open > 0 && t('desk.rest_is_kept', { count: open })}
        </>
      ) : (
        <b>{t('desk.nothing_to_do', { count: same })}</b>
      )}
      {isNews && reading.carried > 0 && <span className="note"> {t('desk.country_carried', { count: reading.carried })}</span>}
      {above !== '' && (
        <span className="note"> {t('desk.above_left_out', { text: above.length > 120 ? `${above.slice(0, 120)}…` : above })}</span>
      )}
    </p>
  );
}

type DayOrder = NonNullable<PasteReadingShown['dayOrder']['order']>;

interface OrderOfDatesProps {
  readonly reading: PasteReadingShown;
  readonly order: DayOrder | null;
  readonly onChange: (order: DayOrder) => void;
}

/** Which comes first in 3/4/1980: asked once for the column, and said where the column itself shows it. */
function OrderOfDates({ reading: { dayOrder }, order, onChange }: OrderOfDatesProps) {
  const { t } = useText();
  const { shownBy, ambiguous, example } = dayOrder;
  if (ambiguous === 0 || example === null) return null;
  const assumed =
    shownBy === null || dayOrder.order === null
      ? t('ties.order_unknown', { count: ambiguous, example })
      : t(`ties.order_shown_${dayOrder.order}`, { example, row: shownBy.row, cell: shownBy.cell });
  return (
    <ChoiceField
      name="order"
      label={t('ties.order_of_dates')}
      hint={order === null ? assumed : t('ties.order_said', { example })}
      value={dayOrder.order ?? ''}
      onChange={(chosen) => onChange(chosen === 'month_first' ? 'month_first' : 'day_first')}
      options={(['day_first', 'month_first'] as const).map((value) => ({ value, text: t(`ties.order_${value}`) }))}
    />
  );
}

interface MappingProps {
  readonly reading: PasteReadingShown;
  readonly onChange: (columns: readonly ColumnMeaning[]) => void;
}

/** A meaning that is given to another column is taken from the first one. */
function Mapping({ reading, onChange }: MappingProps) {
  const { t } = useText();
  const { columns, heads, rows } = reading;
  const isMany = (meaning: ColumnMeaning): boolean => meaning === 'extra' || meaning === 'ignored';
  const samplesAt = (at: number) => rows.flatMap(({ cells }) => (cells[at]?.trim() ? [cells[at].slice(0, 60)] : [])).slice(0, 3);
  return (
    <details open={heads === null || !columns.includes('city') || lacksSince(reading)}>
      <summary>{t('desk.columns_read')}</summary>
      <ColumnMapping
        caption={t('desk.columns')}
        columns={columns.map((meaning, at) => {
          const name = heads?.[at] ?? t('desk.column_number', { number: at + 1 });
          return { name, called: name, samples: samplesAt(at), meaning };
        })}
        groups={[{ options: columnMeanings.map((value) => ({ value, text: t(`desk.meaning_${value}`) })) }]}
        onChoose={(at, meaning) =>
          onChange(columns.map((known, place) => (place === at ? meaning : known === meaning && !isMany(meaning) ? 'extra' : known)))
        }
      />
    </details>
  );
}
