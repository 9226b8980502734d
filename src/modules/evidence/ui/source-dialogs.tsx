// What can be done with a source on record: say its terms, or that it is the same as another one.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { SourceRecordShape } from '../contract/shapes.ts';
import { SourceName } from './said.tsx';
import { TermFields } from './source-fields.tsx';

interface SourceDialogProps {
  readonly source: SourceRecordShape;
  readonly onClose: () => void;
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Saves, has every page read anew, says so and closes; `undo` offers the way back. */
function useSaving(onClose: () => void) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const save = (act: () => Promise<unknown>, words: string, undo?: () => Promise<unknown>) =>
    void action.run(async () => {
      await act();
      await queryClient.invalidateQueries();
      toast({ text: words, ...(undo === undefined ? {} : { undo: () => undo().then(() => queryClient.invalidateQueries()) }) });
      onClose();
    });
  return { action, save };
}

export function TermsDialog({ source, onClose }: SourceDialogProps) {
  const { t } = useText();
  const { action, save } = useSaving(onClose);
  const [terms, setTerms] = useState({ licence: source.licence ?? '', credit: source.credit ?? '' });
  const input = { sourceId: source.id, licence: filled(terms.licence), credit: filled(terms.credit) };
  const send = () => save(() => api().evidence.setSourceTerms(input, { context: { ifMatch: source.version } }), t('evidence.terms_saved'));
  return (
    <Dialog open onClose={onClose} title={t('evidence.terms')}>
      <Form {...formTrouble(action)} onSubmit={send}>
        <p>
          <SourceName source={source} />
        </p>
        <TermFields {...terms} onChange={(change) => setTerms({ ...terms, ...change })} />
        <Buttons after>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('evidence.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

export function MergeDialog({ source, office, onClose }: SourceDialogProps & { readonly office: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { action, save } = useSaving(onClose);
  const [intoId, setIntoId] = useState('');
  const { data } = useQuery(queries().evidence.listSources.queryOptions({ input: { office, limit: 200 } }));
  const others = (data?.entries ?? []).filter(({ id }) => id !== source.id);
  const dated = ({ title, date }: SourceRecordShape): string =>
    date === null ? title : `${title}${t('evidence.between_terms')}${formats.spelt(formats.flexDate(date, 'table'))}`;
  const merge = () => {
    const separate = () => api().evidence.separateSources({ sourceId: source.id }, { context: { ifMatch: source.version + 1 } });
    save(
      () => api().evidence.mergeSources({ sourceId: source.id, intoId }, { context: { ifMatch: source.version } }),
      t('evidence.merged'),
      separate,
    );
  };
  return (
    <Dialog open onClose={onClose} title={t('evidence.merge_title')}>
      <Form {...formTrouble(action)} onSubmit={() => (intoId === '' ? undefined : merge())}>
        <p>
          <SourceName source={source} />
        </p>
        <SelectField
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
