// Class, state and source of many ties at once: what changes is listed before it is saved, and taken back like any step of the grid.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Note } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { evidenceApi } from '#modules/evidence/ui/client.ts';
import { ownSource, sourceIsDoubtful, SourceFields, sourceAlone, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { Desk, GridRow } from '../../contract/register.ts';
import { statuses, type Status } from '#modules/ties/domain/attributes.ts';
import { isSameCell, type CellValue } from '../../domain/cell-reading.ts';
import { ownCell, type CellChange } from './grid-steps.ts';
import { useCityNames, useCodeName } from '#modules/ties/ui/words.tsx';

interface TogetherDialogProps {
  readonly desk: Desk;
  readonly rows: readonly GridRow[];
  /** Takes the step; it can be undone afterwards. */
  readonly onChange: (changes: readonly CellChange[], sourceId: string | undefined) => void;
  readonly onClose: () => void;
}

const MOST = 6;

export function TogetherDialog({ desk, rows, onChange, onClose }: TogetherDialogProps) {
  const { t } = useText();
  const codeName = useCodeName(desk.classes);
  const action = useAction();
  const [classCode, setClassCode] = useState('');
  const [status, setStatus] = useState<Status | ''>('');
  const [source, setSource] = useState<SourceDraft>(ownSource);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const wanted: readonly CellValue[] = [
    ...(classCode === '' ? [] : [{ attribute: 'class', value: classCode } as const]),
    ...(status === '' ? [] : [{ attribute: 'status', value: status } as const]),
  ];
  const all = wanted.flatMap((cell) => rows.map((row): CellChange => ({ row, cell })));
  const changes = all.filter(({ row, cell }) => !isSameCell(ownCell(row, cell.attribute).cell, cell));
  const save = () =>
    void action.run(async () => {
      const described = sourceAlone(source);
      const sourceId =
        described === undefined || 'sourceId' in described
          ? described?.sourceId
          : (await evidenceApi.enterSource({ ...described, office: desk.office }, { context: { idempotencyKey } })).id;
      onChange(changes, sourceId);
      onClose();
    });
  return (
    <Dialog open wide onClose={onClose} title={t('desk.change_together', { count: rows.length })}>
      <Form {...formTrouble(action)} onSubmit={() => (changes.length === 0 || sourceIsDoubtful(source) ? undefined : save())}>
        <Fields>
          <SelectField
            name="class"
            label={t('desk.together_class')}
            value={classCode}
            onChange={setClassCode}
            options={[
              { value: '', text: t('desk.together_as_is') },
              ...desk.classes.map(({ code }) => ({ value: code, text: codeName(code) })),
            ]}
          />
          <SelectField
            name="status"
            label={t('desk.together_status')}
            value={status}
            onChange={setStatus}
            options={[{ value: '', text: t('desk.together_as_is') }, ...statuses.map((code) => ({ value: code, text: codeName(code) }))]}
          />
        </Fields>
        <SourceFields alone name="source" office={desk.office} value={source} onChange={setSource} />
        <Preview desk={desk} all={all} changes={changes} />
        <Buttons after>
          <Button kind="go" type="submit" busy={action.busy} aria-disabled={changes.length === 0 || undefined}>
            {t('ties.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

interface PreviewProps {
  readonly desk: Desk;
  readonly all: readonly CellChange[];
  readonly changes: readonly CellChange[];
}

/** What changes and from what, and how many stay because they say so already. */
function Preview({ desk, all, changes }: PreviewProps) {
  const { t } = useText();
  const codeName = useCodeName(desk.classes);
  const nameOf = useCityNames(desk.rows);
  if (all.length === 0) return <Note>{t('desk.together_nothing')}</Note>;
  const word = ({ value }: CellValue): string => (typeof value === 'string' ? codeName(value) : t('ties.not_stated'));
  const same = all.length - changes.length;
  return (
    <div role="status">
      <p>
        <b>{t('desk.together_changes', { count: changes.length })}</b> {same > 0 && t('desk.together_same', { count: same })}
      </p>
      <Rows
        wide
        label={t('desk.together_changes', { count: changes.length })}
        entries={changes.slice(0, MOST).map(({ row, cell }) => ({
          key: `${row.tieId} ${cell.attribute}`,
          when: nameOf(row.tieId),
          what: t('desk.together_from_to', { from: word(ownCell(row, cell.attribute).cell), to: word(cell) }),
        }))}
      />
      {changes.length > MOST && <Note>{t('desk.together_more', { count: changes.length - MOST })}</Note>}
    </div>
  );
}
