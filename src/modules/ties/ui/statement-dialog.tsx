// Entering what is said: the attribute, the value, and a source that needs no key at all for our own records.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { noDate } from '#design/fields/date-field.tsx';
import { filledLine, filledText } from '#design/fields/multilingual-field.tsx';
import { Note } from '#design/page.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { isQuoted } from '#modules/evidence/domain/statement.ts';
import { KindField, kindOfDraft } from '#modules/evidence/ui/kind-field.tsx';
import type { Tie } from '../contract/shapes.ts';
import { ownWords, type TieAttribute, tieAttributes } from '../domain/attributes.ts';
import { tiesApi } from './client.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { firstSource, sentSource, SourceChoice } from '#modules/evidence/ui/source-choice.tsx';
import { blank, OWN, valueOf, ValueFields, type Draft } from './value-fields.tsx';
import { useTypedDate } from './typed-date.ts';
import { useAttributeName } from './words.tsx';

/** Blank, or as the statement says that is corrected. */
function useDraft(corrected: StatementShape | null, about: TieAttribute | undefined) {
  const typed = useTypedDate();
  return useState<Draft>(() => {
    if (corrected === null) return { ...blank, attribute: about ?? blank.attribute };
    const { attribute, value, kind, saidBy } = corrected;
    const known = tieAttributes.find((one) => one === attribute) ?? blank.attribute;
    return {
      ...blank,
      ...{ attribute: known, kind, saidBy: saidBy ?? '' },
      ...(value.type === 'date' ? { date: typed(value.date) } : {}),
      ...(value.type === 'code' ? { code: value.code, date: value.since === undefined ? noDate : typed(value.since) } : {}),
      ...(value.type === 'text' ? { text: value.text } : {}),
      ...(value.type === 'count' ? { count: value.count, qualifier: value.qualifier } : {}),
    };
  });
}

/** Our own word that stands: a status and its reason follow what we said before, they do not stand beside it. */
function replacedBy({ attribute, reason }: Draft, tie: Tie, office: string) {
  const ofOurs = (asked: TieAttribute) =>
    tie.statements
      .filter((said) => said.attribute === asked && said.office.id === office && said.withdrawn === null)
      .filter(({ id }) => !tie.statements.some(({ supersedes }) => supersedes === id))
      .toSorted((x, y) => (x.id < y.id ? 1 : -1))
      .find((said) => !isQuoted(said))?.id ?? null;
  return {
    said: attribute === 'status' || attribute === 'status_reason' ? ofOurs(attribute) : null,
    reason: reason.trim() === '' ? null : ofOurs('status_reason'),
  };
}

interface StatementDialogProps {
  readonly tie: Tie;
  readonly office: string;
  /** What we said so far; null for something new beside it. */
  readonly corrected: StatementShape | null;
  /** Of what something new is said; it can be changed. */
  readonly about?: TieAttribute | undefined;
  readonly onClose: () => void;
}

export function StatementDialog({ tie, office, corrected, about, onClose }: StatementDialogProps) {
  const { t, language } = useText();
  const attributeName = useAttributeName();
  const [draft, setDraft] = useDraft(corrected, about);
  const [source, setSource] = useState(() => firstSource(corrected === null));
  const words = Object.values(draft.text).map(({ text }) => text);
  const kind = { chosen: draft.kind, words: words.join(' '), isFigure: draft.attribute === 'projects', source };
  const isOwn = ownWords.includes(draft.attribute);
  const [classKey] = useState(() => crypto.randomUUID());
  const addClass = async (): Promise<Draft> => {
    const { code } = await tiesApi.addTieClass(
      { office, name: filledText(draft.className) ?? {} },
      { context: { idempotencyKey: classKey } },
    );
    return { ...draft, code };
  };
  const save = async (idempotencyKey: string) => {
    const said = draft.attribute === 'class' && draft.code === OWN ? await addClass() : draft;
    const replaced = replacedBy(said, tie, office);
    const entry = {
      attribute: said.attribute,
      value: valueOf(said),
      kind: isOwn ? ('fact' as const) : kindOfDraft(kind),
      saidBy: filledLine(said.saidBy),
      supersedes: corrected?.id ?? replaced.said,
      ...(source === null && corrected !== null ? { source: { sourceId: corrected.source.id } } : sentSource(source)),
    };
    // Why it stands so is the office's own business, whoever comes to read the status.
    const reason = {
      attribute: 'status_reason' as const,
      value: { type: 'text' as const, text: { [language]: { text: said.reason.trim(), origin: 'human' as const } } },
      supersedes: replaced.reason,
    };
    const entries = said.attribute === 'status' && said.reason.trim() !== '' ? [entry, reason] : [entry];
    await tiesApi.enterTieStatements({ tieId: tie.id, office, entries }, { context: { idempotencyKey } });
  };
  const attribute = attributeName(draft.attribute, tie.cities);
  return (
    <EntryDialog
      title={corrected === null ? t('ties.enter_statement') : t('ties.correct_statement', { attribute })}
      onSave={save}
      onClose={onClose}
    >
      <ValueFields tie={tie} draft={draft} isNew={corrected === null} onChange={setDraft} />
      {!isOwn && <KindField draft={kind} onChange={(chosen) => setDraft({ ...draft, kind: chosen })} />}
      <SourceChoice name="entries.0.source" office={office} before={corrected?.source ?? null} value={source} onChange={setSource} />
      <Note>{t(wordsOnReaders(corrected))}</Note>
    </EntryDialog>
  );
}

/** Who reads it from now on. */
const wordsOnReaders = (corrected: StatementShape | null) => {
  if (corrected === null || corrected.visibility === 'private') return 'ties.statement_private';
  return corrected.visibility === 'public' ? 'ties.cell_was_public' : 'ties.cell_was_shared';
};
