// Our side's word on an agreed item with what proves it: where it is said, and the paper itself.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { Named } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { PaperField, type StoredPaper } from '#modules/evidence/ui/source-fields.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { itemStates, type ItemState } from '../../domain/happenings.ts';
import type { Side } from '../../domain/tie.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { sentSource, SourceChoice, type ChosenSource } from '#modules/evidence/ui/source-choice.tsx';

interface StateDialogProps {
  readonly tie: Tie;
  readonly office: string;
  readonly side: Side;
  readonly item: AgreementShown['items'][number];
  readonly onClose: () => void;
}

export function StateDialog({ office, side, item, onClose }: StateDialogProps) {
  const { t } = useText();
  const before = item.evidence[side];
  const [state, setState] = useState<ItemState | null>(item.states[side]);
  const [source, setSource] = useState<ChosenSource>(null);
  const [paper, setPaper] = useState<StoredPaper | null>(before?.document ?? null);
  const save = async (idempotencyKey: string) => {
    if (state === null) return;
    const said = { itemId: item.id, office, state, documentId: paper?.id ?? null, ...sentSource(source) };
    await tiesApi.sayItemState(said, { context: { idempotencyKey } });
  };
  return (
    <EntryDialog title={t('ties.say_with_evidence')} onSave={save} onClose={onClose}>
      <p>
        <Named text={item.text} quiet />
      </p>
      <ChoiceField
        name="state"
        label={t('ties.our_word')}
        value={state ?? ''}
        options={itemStates.map((one) => ({ value: one, text: t(`ties.item_${one}`) }))}
        onChange={(chosen) => setState(itemStates.find((one) => one === chosen) ?? null)}
      />
      <Doubt name="state" message={state === null ? t('ties.choose_state') : undefined} />
      <PaperField name="documentId" label={t('ties.evidence_paper')} office={office} value={paper} onChange={setPaper} />
      <SourceChoice name="source" office={office} before={before?.source ?? null} value={source} onChange={setSource} />
      <Note>{t('ties.state_note')}</Note>
    </EntryDialog>
  );
}
