// What can be done with a source on record: say its terms, or that it is the same as another one.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import type { SourceRecordShape } from '../contract/shapes.ts';
import { evidenceApi, evidenceQueries } from './client.ts';
import { SourceName } from './said.tsx';
import { TermFields } from './source-fields.tsx';

interface SourceDialogProps {
  readonly source: SourceRecordShape;
  readonly onClose: () => void;
}

export function TermsDialog({ source, onClose }: SourceDialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const [terms, setTerms] = useState({ licence: source.licence ?? '', credit: source.credit ?? '' });
  const input = { sourceId: source.id, licence: filledLine(terms.licence), credit: filledLine(terms.credit) };
  const send = () =>
    void keep(() => evidenceApi.setSourceTerms(input, { context: { ifMatch: source.version } }), {
      said: t('evidence.terms_saved'),
      after: onClose,
    });
  return (
    <FormDialog after title={t('evidence.terms')} action={action} submit={t('evidence.save')} onSubmit={send} onClose={onClose}>
      <p>
        <SourceName source={source} />
      </p>
      <TermFields {...terms} onChange={(change) => setTerms({ ...terms, ...change })} />
    </FormDialog>
  );
}

export function MergeDialog({ source, office, onClose }: SourceDialogProps & { readonly office: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping();
  const [intoId, setIntoId] = useState('');
  const { data } = useQuery(evidenceQueries.listSources.queryOptions({ input: { office, limit: 200 } }));
  const others = (data?.entries ?? []).filter(({ id }) => id !== source.id);
  const dated = ({ title, date }: SourceRecordShape): string =>
    date === null ? title : `${title}${t('evidence.between_terms')}${formats.spelt(formats.flexDate(date, 'table'))}`;
  const merge = () =>
    void keep(() => evidenceApi.mergeSources({ sourceId: source.id, intoId }, { context: { ifMatch: source.version } }), {
      said: t('evidence.merged'),
      undo: () => evidenceApi.separateSources({ sourceId: source.id }, { context: { ifMatch: source.version + 1 } }),
      after: onClose,
    });
  return (
    <Dialog open onClose={onClose} title={t('evidence.merge_title')}>
      <Form {...formTrouble(action)} onSubmit={() => (intoId === '' ? undefined : merge())}>
        <p>
          <SourceName source={source} />
        </p>
        <SelectField<string>
          name="intoId"
          label={t('evidence.merge_into')}
          value={intoId}
          onChange={setIntoId}
          options={[{ value: '', text: t('evidence.choose_source') }, ...others.map((one) => ({ value: one.id, text: dated(one) }))]}
        />
        <p className="note">{t('evidence.merge_note')}</p>
        <Buttons after>
          <Button kind="go" type="submit" busy={action.busy} aria-disabled={intoId === '' || undefined}>
            {t('evidence.merge')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
