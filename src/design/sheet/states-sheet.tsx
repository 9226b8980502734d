// Notices, waiting, empty, and what floats.
import { useState } from 'react';
import { Button, ButtonLink, Buttons, TextAction } from '../button.tsx';
import { Confirm } from '../notices/dialog.tsx';
import { Empty, Notice } from '../notices/notice.tsx';
import { Columns, Section } from '../page.tsx';
import { useToast } from '../notices/toast.tsx';
import { Progress, Skeleton } from '../notices/waiting.tsx';
import { useWords } from './words.ts';

export function StatesSheet() {
  const w = useWords();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const nothing = () => undefined;
  return (
    <>
      <Columns>
        <Section title={w.notices} span={6}>
          <Notice heading={w.noticeDraft} actions={<TextAction onPress={nothing}>{w.see}</TextAction>}>
            {w.noticeDraftText}
          </Notice>
          <Notice kind="refused" heading={w.noticeRefused}>
            {w.noticeRefusedText}
          </Notice>
          <Notice kind="plain" heading={w.noticePlain}>
            {w.noticePlainText}
          </Notice>
          <Buttons>
            <Button onPress={() => toast({ text: w.toastText, undo: nothing })}>{w.toast}</Button>
            <Button onPress={() => setAsking(true)}>{w.dialog}</Button>
          </Buttons>
        </Section>
        <Section title={w.waiting} span={6}>
          <Skeleton />
          <div className="after">
            <Progress sentence={w.reading} value={871} max={1426} onCancel={nothing} cancelText={w.readingStop} />
          </div>
          <div className="after">
            <Progress sentence={w.looking} />
          </div>
        </Section>
      </Columns>
      <Section title={w.emptySection}>
        <Empty
          heading={w.empty}
          actions={
            <>
              <Button>{w.emptyAction}</Button>
              <ButtonLink kind="text" to="/design">
                {w.emptyOther}
              </ButtonLink>
            </>
          }
        >
          {w.emptyText}
        </Empty>
      </Section>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={w.dialogTitle}
        confirmText={w.release}
        onConfirm={() => setAsking(false)}
      >
        <p>{w.dialogText}</p>
      </Confirm>
    </>
  );
}
