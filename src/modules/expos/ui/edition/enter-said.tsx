// Entering what a source states of an edition, or of one of those who took part in it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { EnterDialog } from '#modules/evidence/ui/enter-dialog.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { ParticipantId } from '../../domain/edition.ts';
import { editionAttributes, editionForms, participationAttributes, participationForms, unitOf } from '../../domain/said-attributes.ts';
import { exposApi, exposQueries } from '../client.ts';

/** What is entered or corrected; a participant that is null is chosen first. */
export type Target =
  | { readonly kind: 'edition'; readonly corrected: StatementShape | null }
  | { readonly kind: 'participation'; readonly participantId: ParticipantId | null; readonly corrected: StatementShape | null };

interface EnterSaidProps {
  readonly edition: Edition;
  readonly office: string;
  readonly target: Target;
  readonly onClose: () => void;
}

export function EnterSaid(props: EnterSaidProps) {
  const { edition, office, target, onClose } = props;
  const { t } = useText();
  if (target.kind === 'participation') return <OnParticipant {...props} target={target} />;
  const known = editionAttributes.map((attribute) => ({
    ...{ attribute, name: t(`expos.said_${attribute}`), form: editionForms[attribute], unit: unitOf[attribute] },
  }));
  return (
    <EnterDialog
      {...{ office, known, onClose }}
      corrected={target.corrected}
      queryKey={exposQueries.key()}
      enter={(entry, context) => exposApi.enterEditionStatements({ editionId: edition.id, office, entries: [entry] }, { context })}
    />
  );
}

/** So many are offered to choose from; of a larger directory the first by code. */
const MOST = 200;

function OnParticipant({
  edition,
  office,
  target,
  onClose,
}: EnterSaidProps & { readonly target: Target & { readonly kind: 'participation' } }) {
  const { t } = useText();
  const naming = useNaming();
  const [chosen, setChosen] = useState(target.participantId);
  const { data } = useQuery(exposQueries.listDirectory.queryOptions({ input: { editionId: edition.id, limit: MOST } }));
  const listed = data?.entries ?? [];
  const participantId = chosen ?? listed[0]?.participantId;
  const known = participationAttributes.map((attribute) => ({
    ...{ attribute, name: t(`expos.said_${attribute}`), form: participationForms[attribute], unit: unitOf[attribute] },
  }));
  if (participantId === undefined) return null;
  return (
    <EnterDialog
      {...{ office, known, onClose }}
      corrected={target.corrected}
      queryKey={exposQueries.key()}
      enter={(entry, context) =>
        exposApi.enterParticipationStatements({ editionId: edition.id, participantId, office, entries: [entry] }, { context })
      }
    >
      {target.participantId === null && (
        <SelectField
          name="participantId"
          label={t('expos.said_of_whom')}
          value={participantId}
          onChange={setChosen}
          options={listed.map(({ participantId: id, code, name }) => ({ value: id, text: `${code} ${naming(name)}` }))}
        />
      )}
    </EnterDialog>
  );
}
