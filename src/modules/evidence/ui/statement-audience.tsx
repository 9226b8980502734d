// Who may read a statement: as everybody would read it, and what opens with it.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { StatementShape } from '../contract/shapes.ts';
import { AudienceDialog, type WantedAudience } from './audience-dialog.tsx';
import { evidenceApi, evidenceQueries } from './client.ts';
import { Said } from './said.tsx';
import { TakenOff } from './taken-off.tsx';
import type { ValueProps } from './value.tsx';

export interface StatementDialogProps extends Pick<ValueProps, 'codeName'> {
  readonly statement: StatementShape;
  readonly onClose: () => void;
  /** Done: what the page shows is to be read anew. */
  readonly onDone: () => Promise<unknown>;
}

export function StatementAudience({ statement, codeName, onClose, onDone }: StatementDialogProps) {
  const { id: statementId, version: ifMatch } = statement;
  const save = async (wanted: WantedAudience) => {
    await evidenceApi.setStatementAudience({ statementId, ...wanted, confirmed: ['evidence.takes_off_cited'] }, { context: { ifMatch } });
    await onDone();
  };
  return (
    <AudienceDialog
      audience={statement}
      owner={statement.office.id}
      preview={<Preview statementId={statementId} codeName={codeName} />}
      onSave={save}
      onClose={onClose}
    />
  );
}

function Preview({ statementId, codeName }: { readonly statementId: string } & Pick<ValueProps, 'codeName'>) {
  const { t } = useText();
  const formats = useFormats();
  const { data, error } = useQuery(evidenceQueries.previewStatementAudience.queryOptions({ input: { statementId }, staleTime: 0 }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <p className="note">{t('evidence.preview')}</p>
      <Said statement={data.statement} codeName={codeName} open />
      <TakenOff statements={data.takesOff} codeName={codeName} />
      {data.opens.length > 0 && (
        <p className="note after">{t('evidence.opens', { parts: formats.list(data.opens.map((part) => t(`evidence.part_${part}`))) })}</p>
      )}
    </>
  );
}
