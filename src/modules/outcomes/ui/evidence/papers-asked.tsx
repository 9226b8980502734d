// Which papers prove a stage, told where its figures are entered: none is demanded, and a source that is one of them can be marked as it later.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { askedAt, evidenceItems } from '../../domain/evidence/checklist.ts';
import type { OutcomeKind } from '../../domain/outcome.ts';
import type { Stage } from '../../domain/stages.ts';

/** What a thing of a checklist is called; of an office's own by its title. */
export function useItemWord(): (of: { readonly item: string; readonly title: string | null }) => string {
  const { t } = useText();
  return ({ item, title }) => {
    const known = evidenceItems.find((one) => one === item);
    return known === undefined ? (title ?? item) : t(`outcomes.ev_item_${known}`);
  };
}

export function PapersAsked({ kind, stage }: { readonly kind: OutcomeKind; readonly stage: Stage }) {
  const { t } = useText();
  const formats = useFormats();
  const itemWord = useItemWord();
  const asked = askedAt(kind, stage, []);
  if (asked.length === 0) return null;
  return (
    <p className="note">{t('outcomes.ev_asked_here', { papers: formats.list(asked.map((item) => itemWord({ item, title: null }))) })}</p>
  );
}
