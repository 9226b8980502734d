// An import while the server is at work on it: which step, how far, and the way to stop it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { referenceApi, referenceQueries } from '../client.ts';
import type { ReferenceImport } from '../places/answers.ts';

export function ImportAtWork({ one }: { readonly one: ReferenceImport }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const { step, done, of } = one.progress ?? { step: null, done: 0, of: 0 };
  const sentence =
    step === null
      ? t('reference.step_waiting')
      : of > 0 && done > 0
        ? t('reference.step_at', { step: t(`reference.step_${step}`), done: formats.number(done), of: formats.number(of) })
        : t(`reference.step_${step}`);
  const stop = () => void keep(() => referenceApi.cancelReferenceImport({ importId: one.id }));
  return (
    <Section title={t(`reference.state_${one.state}`)}>
      <TroubleNotice trouble={action.trouble} />
      <div role="status">
        <Progress
          sentence={sentence}
          {...(of > 0 && done > 0 ? { value: done, max: of } : {})}
          {...(one.state === 'undoing' ? {} : { onCancel: stop, cancelText: t('reference.stop'), cancelling: action.busy })}
        />
      </div>
    </Section>
  );
}
