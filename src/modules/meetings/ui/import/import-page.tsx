// From a file to the edition: chosen or dropped, looked at before anything changes, then read in. And back: the edition as a file.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { troubleOf, type Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, TextField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Section } from '#design/page.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { meetingsApi } from '../client.ts';
import type { Edition, ImportPreview } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { ExportLinks } from './export.tsx';
import { ImportPreviewed, type Confirmation } from './preview.tsx';
import { ImportProblems } from './problems.tsx';
import { ImportDone } from './done.tsx';

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

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'looking' }
  | { readonly at: 'looked'; readonly preview: ImportPreview }
  | { readonly at: 'reading'; readonly preview: ImportPreview }
  | { readonly at: 'done'; readonly preview: ImportPreview }
  | { readonly at: 'refused'; readonly trouble: Trouble };

/** The stages of an import; cancelling before the end leaves the edition as it was. */
function useImport(edition: Edition) {
  const queryClient = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const running = useRef<AbortController | null>(null);
  const run = async (first: Stage, act: (signal: AbortSignal) => Promise<Stage>): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setStage(first);
    const next = await act(mine.signal).catch((error: unknown): Stage => ({ at: 'refused', trouble: troubleOf(error) }));
    if (!mine.signal.aborted) setStage(next);
  };
  const inputOf = (file: File, { date, firstStart, minutes }: PlainDay) => ({ editionId: edition.id, file, date, firstStart, minutes });
  return {
    stage,
    look: (file: File, day: PlainDay) =>
      run({ at: 'looking' }, async (signal) => ({
        at: 'looked',
        preview: await meetingsApi.previewImport(inputOf(file, day), { signal }),
      })),
    read: (file: File, day: PlainDay, preview: ImportPreview, confirm: Confirmation) =>
      run({ at: 'reading', preview }, async (signal) => {
        const done = await meetingsApi.importEdition({ ...inputOf(file, day), digest: preview.digest, confirm }, { signal });
        await queryClient.invalidateQueries();
        return { at: 'done', preview: done };
      }),
    stop: () => {
      running.current?.abort();
      setStage({ at: 'choosing' });
    },
  };
}

function Import({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState<PlainDay>({ date: edition.firstDay, firstStart: '09:00', minutes: '20' });
  const { stage, look, read, stop } = useImport(edition);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    if (chosen === null) stop();
    else void look(chosen, day);
  };
  const changeDay = (change: Partial<PlainDay>) => {
    const changed = { ...day, ...change };
    setDay(changed);
    if (file !== null && changed.date !== '' && changed.firstStart !== '' && Number(changed.minutes) >= 5) void look(file, changed);
  };
  const preview = stage.at === 'looked' || stage.at === 'reading' ? stage.preview : null;
  return (
    <Section title={t('meetings.import_action')}>
      <FileField
        name="file"
        label={t('meetings.import_choose')}
        hint={t('meetings.import_hint')}
        accept=".xlsx,.csv,.dzn"
        onChange={choose}
      />
      {file?.name.toLowerCase().endsWith('.dzn') === true && (
        <div className="after">
          <PlainDayFields day={day} onChange={changeDay} />
        </div>
      )}
      {stage.at === 'looking' && <Progress sentence={t('meetings.import_looking', { name: file?.name ?? '' })} onCancel={stop} />}
      {stage.at === 'refused' && <ImportProblems trouble={stage.trouble} />}
      {preview !== null && file !== null && (
        <ImportPreviewed
          preview={preview}
          reading={stage.at === 'reading'}
          onCancel={stop}
          onRead={(chosen, confirm) => void read(file, day, chosen, confirm)}
        />
      )}
      {stage.at === 'done' && <ImportDone edition={edition} preview={stage.preview} />}
    </Section>
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
        <TextField {...field('minutes')} type="number" min={5} max={240} label={t('meetings.slot_minutes')} />
      </Fields>
    </fieldset>
  );
}
