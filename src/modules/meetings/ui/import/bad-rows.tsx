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
  readonly onLeaveOut: (leaveOut: boolean) => void;
}

export function BadRows({ edition, file, day, sheets, leaveOut, rows, onLeaveOut }: BadRowsProps) {
  const { t, language } = useText();
  const action = useAction();
  const save = () =>
    void action.run(async () => {
      const chosen = sheets.map((one) => ({ ...one, columns: [...(one.columns ?? [])] }));
      const listed = await meetingsApi.listBadRows({ editionId: edition.id, file, ...day, sheets: chosen, language });
      saveFile(listed.name, listed);
    });
  if (rows === 0) return null;
  return (
    <>
      <p>{t(leaveOut ? 'meetings.rows_left_out' : 'meetings.rows_may_be_left', { count: rows })}</p>
      <Buttons>
        <Button kind={leaveOut ? 'text' : 'plain'} onPress={() => onLeaveOut(!leaveOut)}>
          {leaveOut ? t('meetings.rows_back') : t('meetings.rows_leave_out', { count: rows })}
        </Button>
        <Button kind="text" busy={action.busy} onPress={save}>
          {t('meetings.rows_file')}
        </Button>
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
