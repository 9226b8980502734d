// Naming the offices that may read an organisation: chosen ones as words that can be taken away, and a list to add from.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { fieldId, Form } from '#design/form.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import type { Organisation } from '../contract.ts';
import { useNaming } from '#design/named.tsx';
import { formTrouble, type Action } from '#client/use-action.ts';
import './parts.css';

type Wanted = Pick<Organisation, 'visibility' | 'sharedWith'>;

export interface ShareDialogProps {
  readonly organisation: Organisation;
  readonly action: Action;
  readonly onShare: (wanted: Wanted) => void;
  readonly onClose: () => void;
}

export function ShareDialog({ organisation, action, onShare, onClose }: ShareDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const [chosen, setChosen] = useState(organisation.sharedWith);
  const [next, setNext] = useState<OfficeChoice | null>(null);
  // What stands in the list is meant, whether or not it was added first; a key pressed in the list adds nothing by itself.
  const all = next === null ? chosen : [...chosen, { id: next.id, name: { ...next.name } }];
  const list = (offices: Organisation['sharedWith']) => {
    setChosen(offices);
    setNext(null);
    // The button that was pressed is gone with what it stood for.
    requestAnimationFrame(() => document.getElementById(fieldId('sharedWith'))?.focus());
  };
  // Whoever takes the last office away means to keep the entry; whoever never named one is told to.
  const visibility = all.length === 0 && organisation.visibility === 'shared' ? 'private' : 'shared';
  return (
    <Dialog open onClose={onClose} title={t('organisations.share')}>
      <Form {...formTrouble(action)} onSubmit={() => onShare({ visibility, sharedWith: all })}>
        <p className="note">{t('organisations.share_note')}</p>
        {chosen.length > 0 && (
          <ul className="chips spaced" aria-label={t('organisations.shared_with')}>
            {chosen.map(({ id, name }) => (
              <li key={id}>
                <span>{naming(name)}</span>
                <button
                  type="button"
                  aria-label={t('organisations.remove_office', { name: naming(name) })}
                  onClick={() => list(chosen.filter((other) => other.id !== id))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <OfficeField
          key={chosen.length}
          name="sharedWith"
          label={t(chosen.length === 0 ? 'organisations.shared_with' : 'organisations.also_with')}
          none={t('organisations.choose_office')}
          value={next}
          without={[organisation.ownerOffice, ...chosen.map(({ id }) => id)]}
          onChange={setNext}
        />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('organisations.save')}
          </Button>
          {next !== null && <Button onPress={() => list(all)}>{t('organisations.another_office')}</Button>}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
