// Which papers prove a stage, told where its figures are entered: none is demanded, and a source that is one of them can be marked as it later.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { askedAt, evidenceItems } from '../../domain/evidence/checklist.ts';
import type { OutcomeKind } from '../../domain/outcome.ts';
import type { Stage } from '../../domain/stages.ts';
import { outcomesQueries } from '../client.ts';

/** What a thing of a checklist is called; of an office's own by its title. */
export function useItemWord(): (of: { readonly item: string; readonly title: string | null }) => string {
  const { t } = useText();
  return ({ item, title }) => {
    const known = evidenceItems.find((one) => one === item);
    return known === undefined ? (title ?? item) : t(`outcomes.ev_item_${known}`);
  };
}

interface PapersAskedProps {
  readonly kind: OutcomeKind;
  readonly stage: Stage;
  /** Whose own list is asked for besides. */
  readonly office: string;
}

export function PapersAsked({ kind, stage, office }: PapersAskedProps) {
  const { t } = useText();
  const formats = useFormats();
  const itemWord = useItemWord();
  const { data } = useQuery(outcomesQueries.getEvidenceList.queryOptions({ input: { officeId: office } }));
  const own = data?.items ?? [];
  const asked = askedAt(kind, stage, own);
  if (asked.length === 0) return null;
  return (
    <p className="note">
      {t('outcomes.ev_asked_here', {
        papers: formats.list(asked.map((item) => itemWord({ item, title: own.find(({ id }) => id === item)?.title ?? null }))),
      })}
    </p>
  );
}
