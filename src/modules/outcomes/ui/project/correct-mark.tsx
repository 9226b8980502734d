// What a milestone or an indicator is called, corrected; what was said of it stays.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine, filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { MarkShown } from '../../contract/projects.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';

interface CorrectMarkProps {
  readonly outcomeId: Parameters<typeof outcomesApi.updateMark>[0]['outcomeId'];
  readonly mark: MarkShown;
  readonly onClose: () => void;
}

export function CorrectMark({ outcomeId, mark, onClose }: CorrectMarkProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [title, setTitle] = useState<Draft>(mark.title);
  const [unit, setUnit] = useState(mark.unit ?? '');
  const of = { outcomeId, markId: mark.id };
  const save = () =>
    keep(
      () =>
        outcomesApi.updateMark({ ...of, title: filledText(title) ?? {}, unit: filledLine(unit) }, { context: { ifMatch: mark.version } }),
      {
        said: t('outcomes.pj_corrected'),
        undo: () => outcomesApi.updateMark({ ...of, title: mark.title, unit: mark.unit }, { context: { ifMatch: mark.version + 1 } }),
        after: onClose,
      },
    );
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.pj_correct')}
      action={action}
      submit={t('outcomes.pj_save')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <MultilingualField name="title" label={t('outcomes.what')} value={title} onChange={setTitle} />
      {mark.kind === 'indicator' && (
        <TextField name="unit" label={t('outcomes.pj_unit')} hint={t('outcomes.pj_unit_hint')} optional value={unit} onChange={setUnit} />
      )}
    </FormDialog>
  );
}
