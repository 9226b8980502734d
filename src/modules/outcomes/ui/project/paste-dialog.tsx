// Milestones of a project from a list: each line is shown as it was read before any is entered, and what is not understood stays in the field.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextareaField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Attention } from '#design/page.tsx';
import { READ_AT_ONCE } from '#kernel/result.ts';
import type { MarkShown } from '../../contract/projects.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { readMilestones } from '../../domain/project/pasted.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { ReadAtOnce } from './mark-dialogs.tsx';

export function PasteMilestones({ outcome, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) {
  const { t, language } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [text, setText] = useState('');
  const read = readMilestones(text);
  const good = read.filter(({ problem }) => problem === null);
  const left = read.length - good.length;
  /** All in one press, and back in one: what was not understood stays in the field. */
  const add = (): Promise<boolean> => {
    const milestones = good.map(({ title, planned }) => ({ title: { [language]: { text: title, origin: 'human' as const } }, planned }));
    const back = ({ added }: { readonly added: readonly MarkShown['id'][] }) =>
      Promise.all(added.map((markId) => outcomesApi.withdrawMark({ outcomeId: outcome.id, markId, confirmed: ['kernel.read_by_others'] })));
    return keep((context) => outcomesApi.addMilestones({ outcomeId: outcome.id, milestones, confirmed: [READ_AT_ONCE] }, { context }), {
      said: t('outcomes.pj_pasted', { count: good.length }),
      undo: back,
      after: () => {
        const taken = new Set(good.map(({ line }) => line));
        setText(
          text
            .split('\n')
            .filter((_, at) => !taken.has(at + 1))
            .join('\n'),
        );
        if (left === 0) onClose();
      },
    });
  };
  return (
    <FormDialog
      wide
      after
      keepTyped
      title={t('outcomes.pj_paste')}
      action={action}
      submit={t('outcomes.pj_add_pasted', { count: good.length })}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextareaField name="list" label={t('outcomes.pj_list')} hint={t('outcomes.pj_list_hint')} rows={6} value={text} onChange={setText} />
      <Doubt name="list" message={good.length === 0 ? t('outcomes.pj_paste_empty') : undefined} />
      {good.length > 0 && <ReadAtOnce outcome={outcome} />}
      {read.length > 0 && (
        <DataTable
          caption={t('outcomes.pj_as_read')}
          showCaption
          rows={read}
          rowKey={({ line }) => String(line)}
          rowState={({ problem }) => (problem === null ? undefined : 'flag')}
          columns={[
            { key: 'title', head: t('outcomes.pj_milestone'), naming: true, cell: ({ title }) => title },
            {
              key: 'planned',
              head: t('outcomes.pj_planned'),
              cell: ({ planned, problem }) =>
                problem !== null ? (
                  <Attention>{t(problem.code, { cell: problem.cell })}</Attention>
                ) : planned === null ? (
                  t('outcomes.pj_no_day')
                ) : (
                  formats.spelt(formats.flexDate(planned, 'table'))
                ),
            },
          ]}
        />
      )}
    </FormDialog>
  );
}
