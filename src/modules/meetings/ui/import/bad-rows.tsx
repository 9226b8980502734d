// Rows that cannot be read: left out by choice, and given back as a file with the reason.
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { saveFile } from '#design/save-file.ts';
import { meetingsApi } from '../client.ts';
import type { Edition, SheetChoice } from '../edition/answers.ts';

interface BadRowsProps {
  readonly edition: Edition;
  readonly file: File;
  readonly day: { readonly date: string; readonly firstStart: string; readonly minutes: string };
  readonly sheets: readonly SheetChoice[];
  /** Whether they are left out already. */
  readonly leaveOut: boolean;
  readonly rows: number;
  /** Cells that are left empty, or can be. */
  readonly cells: number;
  readonly onLeaveOut: (leaveOut: boolean) => void;
}

export function BadRows({ edition, file, day, sheets, leaveOut, rows, cells, onLeaveOut }: BadRowsProps) {
  const { t, language } = useText();
  const action = useAction();
  const save = () =>
    void action.run(async () => {
      const chosen = sheets.map((one) => ({ ...one, columns: [...(one.columns ?? [])] }));
      const listed = await meetingsApi.listBadRows({ editionId: edition.id, file, ...day, sheets: chosen, language });
      saveFile(listed.name, listed);
    });
  if (rows + cells === 0) return null;
  return (
    <>
      {rows > 0 && <p>{t(leaveOut ? 'meetings.rows_left_out' : 'meetings.rows_may_be_left', { count: rows })}</p>}
      {cells > 0 && <p>{t(leaveOut ? 'meetings.cells_left_empty' : 'meetings.cells_may_be_left', { count: cells })}</p>}
      <Buttons>
        <Button kind={leaveOut ? 'text' : 'plain'} onPress={() => onLeaveOut(!leaveOut)}>
          {leaveOut
            ? t('meetings.rows_back')
            : rows > 0
              ? t('meetings.rows_leave_out', { count: rows })
              : t('meetings.cells_leave_empty', { count: cells })}
        </Button>
        <Button kind="text" busy={action.busy} onPress={save}>
          {t('meetings.rows_file')}
        </Button>
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
