// Entering what is said: the attribute, the value, and a source that needs no key at all for our own records.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DateField, isDoubtful, noDate, type TypedDate } from '#design/date-field.tsx';
import { Dialog } from '#design/dialog.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/field.tsx';
import { Form } from '#design/form.tsx';
import { ownSource, sourceIsDoubtful, SourceFields, sourceOfDraft } from '#modules/evidence/ui/source-fields.tsx';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import type { Tie } from '../contract/shapes.ts';
import { statuses, tieAttributes, type TieAttribute } from '../domain/attributes.ts';
import { useClassName } from './words.tsx';

interface Draft {
  readonly attribute: TieAttribute;
  readonly code: string;
  readonly date: TypedDate;
  readonly text: string;
  readonly count: string;
  readonly qualifier: Qualifier;
  readonly saidBy: string;
}

const blank: Draft = { attribute: 'established', code: '', date: noDate, text: '', count: '', qualifier: 'exact', saidBy: '' };

/** The value in the form of its attribute. */
function valueOf({ attribute, code, date, text, count, qualifier }: Draft, language: string) {
  if (attribute === 'established') return { type: 'date' as const, date: date.date ?? { text: '' } };
  if (attribute === 'note') return { type: 'text' as const, text: { [language]: { text, origin: 'human' as const } } };
  if (attribute === 'projects') return { type: 'count' as const, count, qualifier };
  return { type: 'code' as const, code };
}

export function StatementDialog({ tie, office, onClose }: { readonly tie: Tie; readonly office: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const [draft, setDraft] = useState(blank);
  const [source, setSource] = useState(ownSource);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = () =>
    void action.run(async () => {
      const { attribute, saidBy } = draft;
      const given = sourceOfDraft(source);
      const entry = {
        attribute,
        value: valueOf(draft, language),
        kind: attribute === 'projects' ? ('count' as const) : ('fact' as const),
        saidBy: saidBy.trim() === '' ? null : saidBy.trim(),
        ...(given === undefined ? {} : { source: given }),
      };
      await api().ties.enterTieStatements({ tieId: tie.id, office, entries: [entry] }, { context: { idempotencyKey } });
      await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
      onClose();
    });
  const doubtful = isDoubtful(draft.date) || sourceIsDoubtful(source);
  return (
    <Dialog open wide onClose={onClose} title={t('ties.enter_statement')}>
      <Form {...formTrouble(action)} onSubmit={save}>
        <ValueFields tie={tie} draft={draft} onChange={setDraft} />
        <SourceFields name="entries.0.source" office={office} value={source} onChange={setSource} />
        <p className="note">{t('ties.statement_private')}</p>
        <Buttons>
          {!doubtful && (
            <Button kind="go" type="submit" busy={action.busy}>
              {t('ties.save')}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

function ValueFields({ tie, draft, onChange }: { readonly tie: Tie; readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useText();
  const nameOf = useClassName(tie.classes);
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const name = 'entries.0.value';
  const codes =
    draft.attribute === 'class'
      ? tie.classes.map(({ code }) => ({ value: code, text: nameOf(code) }))
      : statuses.map((status) => ({ value: status, text: t(`ties.status_${status}`) }));
  return (
    <>
      <SelectField
        name="entries.0.attribute"
        label={t('ties.about')}
        value={draft.attribute}
        onChange={(chosen) => set({ attribute: tieAttributes.find((known) => known === chosen) ?? 'established', code: '' })}
        options={tieAttributes.map((attribute) => ({ value: attribute, text: t(`ties.attribute_${attribute}`) }))}
      />
      {draft.attribute === 'established' && (
        <DateField name={`${name}.date.text`} label={t('ties.since')} value={draft.date} onChange={(date) => set({ date })} />
      )}
      {(draft.attribute === 'class' || draft.attribute === 'status') && (
        <SelectField
          name={`${name}.code`}
          label={t(draft.attribute === 'class' ? 'ties.class' : 'ties.we_say')}
          value={draft.code}
          onChange={(code) => set({ code })}
          options={[{ value: '', text: t('ties.choose') }, ...codes]}
        />
      )}
      {draft.attribute === 'note' && (
        <TextareaField
          name={`${name}.text`}
          label={t('ties.note')}
          rows={3}
          maxLength={2000}
          value={draft.text}
          onChange={(text) => set({ text })}
        />
      )}
      {draft.attribute === 'projects' && (
        <Fields>
          <SelectField
            name={`${name}.qualifier`}
            label={t('ties.how_meant')}
            value={draft.qualifier}
            onChange={(chosen) => set({ qualifier: qualifiers.find((known) => known === chosen) ?? 'exact' })}
            options={qualifiers.map((known) => ({ value: known, text: t(`evidence.qualifier_${known}`) }))}
          />
          <TextField
            name={`${name}.count`}
            short
            label={t('ties.attribute_projects')}
            inputMode="numeric"
            value={draft.count}
            onChange={(count) => set({ count })}
          />
        </Fields>
      )}
      <TextField
        name="entries.0.saidBy"
        label={t('ties.said_by')}
        optional
        maxLength={200}
        value={draft.saidBy}
        onChange={(saidBy) => set({ saidBy })}
      />
    </>
  );
}
