// From a file to the edition: chosen or dropped, looked at before anything changes, then read in. And back: the edition as a file.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { troubleOf, type Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonAnchor, Buttons, TextAction } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { Fields, TextareaField, TextField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Section } from '#design/page.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { meetingsApi } from '../client.ts';
import type { Edition, ImportPreview, SheetChoice, SheetRead } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { BadRows } from './bad-rows.tsx';
import { ExportLinks } from './export.tsx';
import type { RowOf } from './may-be-one.tsx';
import { ImportPreviewed, type Confirmation, type KeptCells } from './preview.tsx';
import { ImportProblems } from './problems.tsx';
import { ImportDone } from './done.tsx';
import { mayLackRequests, SheetsRead } from './sheets.tsx';

export function ImportPage() {
  const { t } = useText();
  return (
    <EventPage title={t('meetings.import_title')}>
      {(edition) => (
        <>
          {edition.mayEdit && <Import edition={edition} />}
          <Section title={t('meetings.export')}>
            <ExportLinks edition={edition} />
          </Section>
        </>
      )}
    </EventPage>
  );
}

/** For files without clock times: a plain day of equal slots. */
interface PlainDay {
  readonly date: string;
  readonly firstStart: string;
  readonly minutes: string;
}

/** How a file is read: for files without clock times the day, what sheets and columns hold, whether bad rows are left out. */
interface Reading {
  readonly file: File;
  readonly day: PlainDay;
  readonly sheets: readonly SheetChoice[];
  readonly leaveOut: boolean;
  /** Rows of companies that stand elsewhere, and groups of rows that do not. */
  readonly leaveRows: readonly RowOf[];
  readonly apart: ReadonlySet<string>;
}

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'looking' }
  | { readonly at: 'looked' | 'reading' | 'done'; readonly sheets: readonly SheetRead[]; readonly preview: ImportPreview }
  | { readonly at: 'refused'; readonly sheets: readonly SheetRead[]; readonly trouble: Trouble };

/** The stages of an import; cancelling before the end leaves the edition as it was. */
/** How it is meant: what may go, and of which cells the edition's own word stays. */
interface Agreed {
  readonly confirm: Confirmation;
  readonly keepCells: KeptCells;
}

function useImport(edition: Edition) {
  const queryClient = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const running = useRef<AbortController | null>(null);
  const run = async (first: Stage, act: (signal: AbortSignal) => Promise<Stage>): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setStage(first);
    const sheets = 'sheets' in first ? first.sheets : [];
    const next = await act(mine.signal).catch((error: unknown): Stage => ({ at: 'refused', sheets, trouble: troubleOf(error) }));
    if (!mine.signal.aborted) setStage(next);
  };
  const inputOf = ({ file, day, sheets, leaveOut, leaveRows }: Reading) => ({
    ...{ editionId: edition.id, file, ...day, leaveOut, leaveRows: [...leaveRows] },
    sheets: sheets.map((one) => ({ ...one, columns: [...(one.columns ?? [])] })),
  });
  const look = (reading: Reading) =>
    run({ at: 'looking' }, async (signal) => {
      const { editionId, file, sheets } = inputOf(reading);
      const [looked, preview] = await Promise.all([
        meetingsApi.lookAtFile({ editionId, file, sheets }, { signal }),
        meetingsApi.previewImport(inputOf(reading), { signal }).catch((error: unknown) => ({ trouble: troubleOf(error) })),
      ]);
      if ('trouble' in preview) return { at: 'refused', sheets: looked.sheets, trouble: preview.trouble };
      return { at: 'looked', sheets: looked.sheets, preview };
    });
  return {
    stage,
    look,
    read: (reading: Reading, sheets: readonly SheetRead[], preview: ImportPreview, { confirm, keepCells }: Agreed) =>
      run({ at: 'reading', sheets, preview }, async (signal) => {
        const { lacksRequests: withoutRequests, digest, cells } = preview;
        const done = await meetingsApi.importEdition(
          { ...inputOf(reading), digest, confirm, withoutRequests, keepCells, decidedCells: cells.length },
          { signal },
        );
        await queryClient.invalidateQueries();
        return { at: 'done', sheets, preview: done };
      }),
    stop: () => {
      running.current?.abort();
      setStage({ at: 'choosing' });
    },
  };
}

/** Nothing else is wrong than some rows or cells, without which the file can be read in. */
const isOfRows = ({ code }: Trouble): boolean => code === 'meetings.file_rows_unread' || code === 'meetings.file_cells_unread';

/** Whether a choice of sheets or columns may put it right. */
const isOfHeads = ({ problems }: Trouble): boolean =>
  problems.some(({ code }) => /file_(?:heading|column_misread|no_known_table)/.test(code));

function Import({ edition }: { readonly edition: Edition }) {
  const { t, language } = useText();
  const [reading, setReading] = useState<Reading | null>(null);
  const [day, setDay] = useState<PlainDay>({ date: edition.firstDay, firstStart: '09:00', minutes: '20' });
  const { stage, look, read, stop } = useImport(edition);
  const again = (next: Reading) => {
    setReading(next);
    void look(next);
  };
  const choose = (file: File | null) => {
    if (file !== null) return again({ file, day, sheets: [], leaveOut: false, leaveRows: [], apart: new Set() });
    setReading(null);
    stop();
  };
  const changeDay = (change: Partial<PlainDay>) => {
    const changed = { ...day, ...change };
    setDay(changed);
    if (reading !== null && changed.date !== '' && changed.firstStart !== '' && Number(changed.minutes) >= 5)
      again({ ...reading, day: changed });
  };
  const sheets = 'sheets' in stage && stage.at !== 'done' ? stage.sheets : [];
  return (
    <Section title={t('meetings.import_action')}>
      <FileField
        name="file"
        label={t('meetings.import_choose')}
        hint={t('meetings.import_hint')}
        accept=".xlsx,.csv,.tsv,.txt,.dzn"
        onChange={choose}
      />
      <PastedRows onRead={choose} />
      <Buttons after>
        <ButtonAnchor href={`/api/v1/edition-file-template?language=${language}`} download>
          {t('meetings.template')}
        </ButtonAnchor>
      </Buttons>
      {reading?.file.name.toLowerCase().endsWith('.dzn') === true && (
        <div className="after">
          <PlainDayFields day={day} onChange={changeDay} />
        </div>
      )}
      {stage.at === 'looking' && <Progress sentence={t('meetings.import_looking', { name: reading?.file.name ?? '' })} onCancel={stop} />}
      {stage.at === 'refused' && (
        <ImportProblems trouble={stage.trouble}>
          {reading !== null && stage.trouble.status === 429 && (
            <Buttons>
              <Button onPress={() => again(reading)}>{t('design.try_again')}</Button>
            </Buttons>
          )}
          {reading !== null && isOfRows(stage.trouble) && (
            <BadRows
              edition={edition}
              {...reading}
              rows={Number(stage.trouble.params['rows'] ?? 0)}
              cells={Number(stage.trouble.params['cells'] ?? 0)}
              onLeaveOut={(leaveOut) => again({ ...reading, leaveOut })}
            />
          )}
        </ImportProblems>
      )}
      {reading !== null && sheets.length > 0 && (
        <SheetsRead
          sheets={sheets}
          asks={(stage.at === 'refused' && isOfHeads(stage.trouble)) || mayLackRequests(sheets)}
          onChoose={(chosen) => again({ ...reading, sheets: chosen })}
        />
      )}
      {(stage.at === 'looked' || stage.at === 'reading') && reading !== null && (
        <ImportPreviewed
          preview={stage.preview}
          reading={stage.at === 'reading'}
          onCancel={stop}
          apart={reading.apart}
          onApart={(group) => setReading({ ...reading, apart: new Set([...reading.apart, group]) })}
          onLeave={(rows) => again({ ...reading, leaveRows: [...reading.leaveRows, ...rows] })}
          onRead={(chosen, confirm, keepCells) => void read(reading, stage.sheets, chosen, { confirm, keepCells })}
        >
          {reading.leaveRows.length > 0 && (
            <p className="note">
              {t('meetings.rows_of_one', { count: reading.leaveRows.length })}{' '}
              <TextAction onPress={() => again({ ...reading, leaveRows: [] })}>{t('meetings.rows_back')}</TextAction>
            </p>
          )}
          {reading.leaveOut && (
            <BadRows
              edition={edition}
              {...reading}
              rows={stage.preview.leftOut}
              cells={stage.preview.leftEmpty}
              onLeaveOut={(leaveOut) => again({ ...reading, leaveOut })}
            />
          )}
        </ImportPreviewed>
      )}
      {stage.at === 'done' && <ImportDone edition={edition} preview={stage.preview} />}
    </Section>
  );
}

/** A list that was copied from a sheet is read as a file of it would be. */
function PastedRows({ onRead }: { readonly onRead: (file: File) => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  return (
    <details>
      <summary>{t('meetings.import_paste')}</summary>
      <TextareaField
        name="pasted-rows"
        label={t('meetings.import_pasted')}
        hint={t('meetings.import_pasted_hint')}
        rows={6}
        value={text}
        onChange={setText}
      />
      {text.trim() !== '' && (
        <Buttons after>
          <Button
            onPress={() => onRead(new File([text], `${t('meetings.import_pasted_name')}.tsv`, { type: 'text/tab-separated-values' }))}
          >
            {t('meetings.import_pasted_read')}
          </Button>
        </Buttons>
      )}
    </details>
  );
}

function PlainDayFields({ day, onChange }: { readonly day: PlainDay; readonly onChange: (change: Partial<PlainDay>) => void }) {
  const { t } = useText();
  const field = bind(day, onChange);
  return (
    <fieldset>
      <legend className="lbl">{t('meetings.plain_day')}</legend>
      <p className="note">{t('meetings.plain_day_hint')}</p>
      <Fields>
        <TextField {...field('date')} type="date" label={t('meetings.day')} />
        <TextField {...field('firstStart')} type="time" label={t('meetings.first_start')} />
        <TextField {...field('minutes')} type="number" label={t('meetings.slot_minutes')} />
      </Fields>
    </fieldset>
  );
}
