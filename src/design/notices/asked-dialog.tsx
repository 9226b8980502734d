// The questions themselves, each in the words of the server; meant so, the same is sent with them confirmed.
import type { Asked } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Confirm } from './dialog.tsx';

export function AskedDialog({
  questions,
  onAnswer,
}: {
  readonly questions: readonly Asked[];
  readonly onAnswer: (isMeant: boolean) => void;
}) {
  const { t } = useText();
  return (
    <Confirm
      open
      onClose={() => onAnswer(false)}
      title={t('design.asked_title')}
      confirmText={t('design.asked_go')}
      onConfirm={() => onAnswer(true)}
    >
      {questions.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
    </Confirm>
  );
}
