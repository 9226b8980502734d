// Naming the offices that may read an organisation: chosen ones as words that can be taken away, and a list to add from.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { Form } from '#design/form.tsx';
import { OfficeField } from '#modules/accounts/ui/office-field.tsx';
import type { Organisation } from '../contract.ts';
import { useNaming } from './named.tsx';
import { formTrouble, type Action } from './use-action.ts';
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
  // Whoever takes the last office away means to keep the entry; whoever never named one is told to.
  const visibility = chosen.length === 0 && organisation.visibility === 'shared' ? 'private' : 'shared';
  return (
    <Dialog open onClose={onClose} title={t('organisations.share')}>
      <Form {...formTrouble(action)} onSubmit={() => onShare({ visibility, sharedWith: chosen })}>
        <p className="note">{t('organisations.share_note')}</p>
        {chosen.length > 0 && (
          <ul className="chips">
            {chosen.map(({ id, name }) => (
              <li key={id}>
                <span>{naming(name)}</span>
                <button
                  type="button"
                  aria-label={t('organisations.remove_office', { name: naming(name) })}
                  onClick={() => setChosen(chosen.filter((other) => other.id !== id))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <OfficeField
          name="sharedWith"
          label={t('organisations.shared_with')}
          none={t(chosen.length === 0 ? 'organisations.choose_office' : 'organisations.another_office')}
          value={null}
          without={[organisation.ownerOffice, ...chosen.map(({ id }) => id)]}
          onChange={(office) => {
            if (office !== null) setChosen([...chosen, { id: office.id, name: { ...office.name } }]);
          }}
        />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('organisations.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
