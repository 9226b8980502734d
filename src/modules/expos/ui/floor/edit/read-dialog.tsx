// Reads rectangles from a CSV file or from rows that were pasted: all of them, or a list of all that is wrong. They are drawn at once and kept once the plan is saved.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { saveText } from '#design/save-file.ts';
import { writing } from '#kernel/language.ts';
import type { FloorDraft } from './floor-draft.ts';
import { headOf, kindsIn, readTable, tableColumns, writeTable, type ReadTable, type TableColumn } from './table-text.ts';

const SHOWN = 50;

/** UTF-8, else what Chinese spreadsheets write. */
function textOfBytes(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

interface ReadDialogProps {
  readonly draft: FloorDraft;
  readonly onTaken: (next: FloorDraft) => void;
  readonly onClose: () => void;
}

export function ReadDialog({ draft, onTaken, onClose }: ReadDialogProps) {
  const { t, language } = useText();
  const listed = (words: readonly string[]): string => words.join(writing[language].enumeration);
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readTable(text, draft.halls);
  const take = (way: 'add' | 'replace') => {
    if (read?.state !== 'read') return;
    onTaken({ ...draft, halls: read.halls, rectangles: way === 'add' ? [...draft.rectangles, ...read.rectangles] : read.rectangles });
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('expos.floor_read')}
      onClose={onClose}
      actions={
        <>
          <Button kind="go" aria-disabled={read?.state !== 'read'} onPress={() => take('replace')}>
            {t('expos.floor_read_replace')}
          </Button>
          {draft.rectangles.length > 0 && (
            <Button aria-disabled={read?.state !== 'read'} onPress={() => take('add')}>
              {t('expos.floor_read_add')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('expos.floor_read_text')}</p>
      <p>
        {t('expos.floor_read_heads', {
          heads: listed(tableColumns.map((one) => `“${headOf(one, language)}”`)),
          kinds: listed(kindsIn(language)),
        })}
      </p>
      <TextAction onPress={() => saveText('floor-plan.csv', 'text/csv', writeTable({ halls: [], walks: {}, rectangles: [] }, language))}>
        {t('expos.floor_read_template')}
      </TextAction>
      <FileField
        name="floor-file"
        label={t('expos.floor_file')}
        accept=".csv,.tsv,.txt"
        onChange={(file) => void file?.arrayBuffer().then((bytes) => setText(textOfBytes(bytes)))}
      />
      <TextareaField name="floor-rows" label={t('expos.floor_pasted')} rows={8} value={text} onChange={setText} />
      {read !== null && <Found read={read} known={new Set(draft.halls.map(({ key }) => key))} />}
    </Dialog>
  );
}

function Found({ read, known }: { readonly read: ReadTable; readonly known: ReadonlySet<string> }) {
  const { t, language } = useText();
  const heads = (columns: readonly TableColumn[]): string =>
    columns.map((column) => headOf(column, language)).join(writing[language].enumeration);
  switch (read.state) {
    case 'no_heads':
      return <Notice kind="refused">{t('expos.floor_read_no_heads', { heads: heads(tableColumns) })}</Notice>;
    case 'empty':
      return <Notice kind="refused">{t('expos.floor_read_empty')}</Notice>;
    case 'columns':
      return (
        <Notice kind="refused">
          {read.missing.length > 0 && <p>{t('expos.floor_read_missing', { heads: heads(read.missing) })}</p>}
          {read.unknown.length > 0 && <p>{t('expos.floor_read_unknown', { heads: read.unknown.join(writing[language].enumeration) })}</p>}
        </Notice>
      );
    case 'wrong':
      return (
        <Notice kind="refused" heading={t('expos.floor_read_wrong', { count: read.wrong.length })}>
          <ul>
            {read.wrong.slice(0, SHOWN).map(({ row, column, cell }) => (
              <li key={`${row} ${column}`}>
                {t(column === 'kind' ? 'expos.floor_read_kind' : 'expos.floor_read_cell', {
                  ...{ row, head: headOf(column, language), cell },
                  kinds: kindsIn(language).join(writing[language].enumeration),
                })}
              </li>
            ))}
            {read.wrong.length > SHOWN && <li>…</li>}
          </ul>
        </Notice>
      );
    case 'read': {
      const fresh = read.halls.filter(({ key }) => !known.has(key)).map(({ code }) => code);
      return (
        <Notice live>
          <p>{t('expos.floor_read_found', { count: read.rectangles.length })}</p>
          {fresh.length > 0 && <p>{t('expos.floor_read_halls', { halls: fresh.join(writing[language].enumeration) })}</p>}
        </Notice>
      );
    }
  }
}
