// A file in place of what is copied: its rows come into the dialog as if they had been pasted; of a workbook one sheet.
import { useEffect, useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { SelectField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { deskApi } from '../client.ts';

/** What was read, with the other sheets of the workbook. */
export interface ChosenFile {
  readonly file: File;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

interface PasteFileProps {
  readonly office: string;
  readonly onRead: (text: string, chosen: ChosenFile) => void;
}

export function PasteFile({ office, onRead, onReading }: PasteFileProps & { readonly onReading: (isReading: boolean) => void }) {
  const { t } = useText();
  const { action, read, stop } = useReading(office, onRead);
  useEffect(() => {
    onReading(action.busy);
    // What was read takes the place of this field.
    return () => onReading(false);
  }, [action.busy, onReading]);
  return (
    <>
      <FileField
        name="pasteFile"
        label={t('desk.paste_or_file')}
        hint={t('desk.file_choose')}
        accept=".csv,.tsv,.txt,.xlsx"
        onChange={(file) => file !== null && read(file)}
      />
      {action.busy && <Progress sentence={t('desk.reading')} onCancel={stop} />}
      <Trouble action={action} />
    </>
  );
}

/** Another sheet of the workbook that was chosen. */
export function PasteSheet({ office, chosen, onRead }: PasteFileProps & { readonly chosen: ChosenFile }) {
  const { t } = useText();
  const { action, read } = useReading(office, onRead);
  if (chosen.sheets.length < 2) return null;
  return (
    <>
      <SelectField
        name="pasteSheet"
        label={t('desk.file_sheet_choose')}
        options={chosen.sheets.map((sheet) => ({ value: sheet, text: sheet }))}
        value={chosen.sheet ?? ''}
        onChange={(sheet) => read(chosen.file, sheet)}
      />
      <Trouble action={action} />
    </>
  );
}

function Trouble({ action: { trouble } }: { readonly action: ReturnType<typeof useAction> }) {
  if (trouble === null) return null;
  return (
    <Notice kind="refused" live>
      {trouble.problems[0]?.message ?? trouble.message}
    </Notice>
  );
}

function useReading(office: string, onRead: PasteFileProps['onRead']) {
  const action = useAction();
  const [stopping, setStopping] = useState<AbortController | null>(null);
  const read = (file: File, sheet?: string) => {
    const abort = new AbortController();
    setStopping(abort);
    void action.run(async () => {
      try {
        const input = { officeId: office, file, ...(sheet === undefined ? {} : { sheet }) };
        const opened = await deskApi.readPastedFile(input, { signal: abort.signal });
        onRead(opened.text, { file, sheets: opened.sheets, sheet: opened.sheet });
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      }
    });
  };
  return { action, read, stop: () => stopping?.abort() };
}
