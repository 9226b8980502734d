// Who may read a statement: chosen, looked at as others would read it, then decided.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/choice.tsx';
import { Dialog } from '#design/dialog.tsx';
import { Form } from '#design/form.tsx';
import { useNaming } from '#design/named.tsx';
import { Skeleton } from '#design/waiting.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import type { StatementShape } from '../contract/shapes.ts';
import { visibilities } from '../domain/statement.ts';
import { Said } from './said.tsx';
import type { ValueProps } from './value.tsx';

export interface StatementDialogProps extends Pick<ValueProps, 'codeName'> {
  readonly statement: StatementShape;
  readonly onClose: () => void;
  /** Done: what the page shows is to be read anew. */
  readonly onDone: () => Promise<unknown>;
}

export function AudienceDialog({ statement, codeName, onClose, onDone }: StatementDialogProps) {
  const { t } = useText();
  const action = useAction();
  const [visibility, setVisibility] = useState(statement.visibility);
  const [offices, setOffices] = useState<readonly OfficeChoice[]>(statement.sharedWith);
  const { id: statementId, version: ifMatch } = statement;
  const save = async () => {
    const sharedWith = visibility === 'shared' ? offices.map(({ id }) => id) : [];
    const saved = await action.run(async () => {
      await api().evidence.setStatementAudience({ statementId, visibility, sharedWith }, { context: { ifMatch } });
      await onDone();
    });
    if (saved) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('evidence.who_may_read')}>
      <Form {...formTrouble(action)} onSubmit={() => void save()}>
        <ChoiceField
          name="visibility"
          label={t('evidence.seen_by')}
          options={visibilities.map((value) => ({ value, text: t(`evidence.audience_${value}`) }))}
          value={visibility}
          onChange={(chosen) => setVisibility(visibilities.find((value) => value === chosen) ?? 'private')}
        />
        {visibility === 'shared' && <Offices without={statement.office.id} value={offices} onChange={setOffices} />}
        {visibility === 'public' && <Preview statementId={statementId} codeName={codeName} />}
        <Buttons>
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

interface OfficesProps {
  readonly without: string;
  readonly value: readonly OfficeChoice[];
  readonly onChange: (value: readonly OfficeChoice[]) => void;
}

function Offices({ without, value, onChange }: OfficesProps) {
  const { t } = useText();
  const naming = useNaming();
  return (
    <>
      {value.length > 0 && (
        <ul aria-label={t('evidence.offices')}>
          {value.map(({ id, name }) => (
            <li key={id}>
              {naming(name)}{' '}
              <TextAction
                aria-label={t('evidence.remove_office', { name: naming(name) })}
                onPress={() => onChange(value.filter((other) => other.id !== id))}
              >
                {t('evidence.paper_remove')}
              </TextAction>
            </li>
          ))}
        </ul>
      )}
      <OfficeField
        key={value.length}
        name="sharedWith"
        label={t('evidence.offices')}
        none={t('evidence.choose_office')}
        value={null}
        without={[without, ...value.map(({ id }) => id)]}
        onChange={(office) => (office === null ? undefined : onChange([...value, office]))}
      />
    </>
  );
}

/** The statement as everybody would read it, and what opens with it. */
function Preview({ statementId, codeName }: { readonly statementId: string } & Pick<ValueProps, 'codeName'>) {
  const { t } = useText();
  const formats = useFormats();
  const { data, error } = useQuery(queries().evidence.previewStatementAudience.queryOptions({ input: { statementId }, staleTime: 0 }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <p className="note">{t('evidence.preview')}</p>
      <Said statement={data.statement} codeName={codeName} open />
      {data.opens.length > 0 && (
        <p className="note after">{t('evidence.opens', { parts: formats.list(data.opens.map((part) => t(`evidence.part_${part}`))) })}</p>
      )}
    </>
  );
}
