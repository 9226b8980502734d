// A table that somebody pastes or gives as a file, before it is read: the list of outcomes and the table of rates begin alike.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { FileField } from '#design/fields/file-field.tsx';
import { SelectField, TextareaField } from '#design/fields/field.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import type { useAction } from '#client/use-action.ts';
import type { SheetFile } from './use-sheet.ts';

interface BringInProps {
  readonly table: {
    readonly action: Pick<ReturnType<typeof useAction>, 'busy' | 'trouble'>;
    readonly text: string;
    readonly file: SheetFile | null;
    readonly take: (text: string, from: null) => void;
    readonly readFile: (file: File, sheet?: string) => void;
  };
  readonly fileHint: string;
  /** While it is read for the first time. */
  readonly reads: string;
  /** What was read; null before. */
  readonly children: ReactNode;
}

export function BringIn({ table: { action, text, file, take, readFile }, fileHint, reads, children }: BringInProps) {
  const { t } = useText();
  const isUnread = children === null;
  return (
    <KeepTyped isChanged={text.trim() !== ''}>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.problems[0]?.message ?? action.trouble.message}
        </Notice>
      )}
      {file === null && (
        <TextareaField
          name="text"
          label={t('outcomes.sheet_paste')}
          rows={isUnread ? 8 : 3}
          value={text}
          onChange={(typed) => take(typed, null)}
        />
      )}
      {(isUnread || file !== null) && (
        <FileField
          name="file"
          label={t('outcomes.sheet_file')}
          hint={fileHint}
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(chosen) => (chosen === null ? take('', null) : readFile(chosen))}
        />
      )}
      {file !== null && file.sheets.length > 1 && (
        <SelectField
          name="sheet"
          label={t('outcomes.sheet_which_sheet')}
          options={file.sheets.map((name) => ({ value: name, text: name }))}
          value={file.sheet ?? ''}
          onChange={(name) => readFile(file.file, name)}
        />
      )}
      {action.busy && isUnread && <Progress sentence={reads} onCancel={() => take('', null)} />}
      {children}
    </KeepTyped>
  );
}
