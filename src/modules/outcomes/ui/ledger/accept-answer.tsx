// Taking over what another side holds of one's own figures, with a reply where there is one.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import type { Contradiction } from '../../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { useHeldWords } from '../held-words.ts';

type Accepted = Omit<Contradiction, 'through' | 'ours' | 'isPart'>;

export function AcceptAnswer({ said }: { readonly said: Accepted }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('outcomes.accept_theirs')}</Button>
      {isOpen && <AcceptDialog said={said} onClose={() => setOpen(false)} />}
    </>
  );
}

export function AcceptDialog({ said, onClose }: { readonly said: Accepted; readonly onClose: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const held = useHeldWords();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [note, setNote] = useState('');
  const office = naming(said.office.name);
  const input = { outcomeId: said.outcome.id, confirmationId: said.id, note: filledLine(note) };
  const accept = () =>
    keep(() => outcomesApi.acceptAnswer({ ...input, confirmed: ['outcomes.becomes_public'] }), {
      said: t('outcomes.accepted', { office }),
      after: onClose,
    });
  return (
    <FormDialog
      title={t('outcomes.accept_titled', { office })}
      action={action}
      submit={t('outcomes.accept_theirs')}
      onSubmit={() => void accept()}
      onClose={onClose}
    >
      <p>{t('outcomes.accept_note', { words: held({ ...said, note: null }, said.stage, said.outcome) ?? '' })}</p>
      <p className="note">{t('outcomes.accept_public')}</p>
      <TextareaField name="note" label={t('outcomes.reply')} optional rows={2} value={note} onChange={setNote} />
    </FormDialog>
  );
}
