// Who may read something: chosen, looked at as everybody would read it, then decided. One way for whatever an office opens to others.
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import type { OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import { visibilities, type Visibility } from '../domain/statement.ts';
import { OfficesField } from './offices-field.tsx';

/** Who reads something, with the offices by name. */
export interface ShownAudience {
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeChoice[];
}

/** As it is sent: offices by id, none where it is not shared. */
export interface WantedAudience {
  readonly visibility: Visibility;
  readonly sharedWith: string[];
}

export interface AudienceDialogProps {
  readonly audience: ShownAudience;
  /** The office whose it is. */
  readonly owner: string;
  /** Offices with which it makes sense to share first, such as the other side's. */
  readonly suggested?: readonly OfficeChoice[];
  /** What sharing it means, and what not. */
  readonly shareNote?: string;
  /** What everybody would read; drawn once that is chosen. */
  readonly preview: ReactNode;
  /** Saves it; a refusal is shown beside its field. */
  readonly onSave: (wanted: WantedAudience) => Promise<unknown>;
  readonly onClose: () => void;
}

export function AudienceDialog({ audience, owner, suggested = [], shareNote, preview, onSave, onClose }: AudienceDialogProps) {
  const { t } = useText();
  const action = useAction();
  const [visibility, setVisibility] = useState(audience.visibility);
  const [offices, setOffices] = useState(audience.visibility === 'private' ? suggested : audience.sharedWith);
  const save = async () => {
    const sharedWith = visibility === 'shared' ? offices.map(({ id }) => id) : [];
    if (await action.run(() => onSave({ visibility, sharedWith }))) onClose();
  };
  return (
    <FormDialog
      wide
      after
      title={t('evidence.who_may_read')}
      action={action}
      submit={t(visibility === audience.visibility ? 'evidence.save' : `evidence.decide_${visibility}`)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        name="visibility"
        label={t('evidence.seen_by')}
        options={visibilities.map((value) => ({ value, text: t(`evidence.audience_${value}`) }))}
        value={visibility}
        onChange={setVisibility}
      />
      {visibility === 'shared' && (
        <>
          {shareNote !== undefined && <p className="note">{shareNote}</p>}
          <OfficesField name="sharedWith" owner={owner} value={offices} onChange={setOffices} />
        </>
      )}
      {visibility === 'public' && audience.visibility !== 'public' && (
        <section aria-label={t('evidence.becomes_public')}>
          <h3>{t('evidence.becomes_public')}</h3>
          {preview}
        </section>
      )}
    </FormDialog>
  );
}
