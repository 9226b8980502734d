// What the office keeps of a visit or event for itself: cost and who paid, gifts, talking points.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { Fields, TextareaField, TextField } from '#design/fields/field.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Note } from '#design/page.tsx';
import type { ExchangeNotes, KeptNotes } from '../../contract/exchange-notes.ts';
import { tiesQueries } from '../client.ts';

/** As it is typed. */
export interface NotesDraft {
  readonly cost: string;
  readonly currency: string;
  readonly paidBy: string;
  readonly gifts: string;
  readonly talkingPoints: string;
  /** Of those that it began with; 0: none. */
  readonly version: number;
}

const draftOf = (notes: KeptNotes | undefined): NotesDraft => ({
  version: notes?.version ?? 0,
  cost: notes?.cost?.value ?? '',
  currency: notes?.cost?.currency ?? '',
  paidBy: notes?.paidBy ?? '',
  gifts: notes?.gifts ?? '',
  talkingPoints: notes?.talkingPoints ?? '',
});

/** As sent. */
export function sentNotes({ cost, currency, ...draft }: NotesDraft): ExchangeNotes {
  const value = typedValue(cost, currency.trim().toUpperCase());
  return {
    cost: value === null ? null : { value, currency: currency.trim().toUpperCase() },
    paidBy: filledLine(draft.paidBy),
    gifts: filledLine(draft.gifts),
    talkingPoints: filledLine(draft.talkingPoints),
  };
}

interface StandingNotes {
  readonly office: string;
  readonly exchangeId: string | null;
  readonly wanted: boolean;
}

/** The notes as they stand now; undefined until they are read, and of an exchange that is new. */
export const useStandingNotes = ({ office, exchangeId, wanted }: StandingNotes): KeptNotes | undefined =>
  useQuery(
    tiesQueries.getExchangeNotes.queryOptions({ input: { exchangeId: exchangeId ?? '', office }, enabled: wanted && exchangeId !== null }),
  ).data;

interface ExchangeNotesFieldsProps {
  readonly office: string;
  /** null for a new one. */
  readonly exchangeId: string | null;
  /** null: untouched. */
  readonly value: NotesDraft | null;
  readonly onChange: (value: NotesDraft) => void;
}

export function ExchangeNotesFields({ office, exchangeId, value, onChange }: ExchangeNotesFieldsProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const data = useStandingNotes({ office, exchangeId, wanted: open });
  const isKnown = exchangeId === null || data !== undefined;
  return (
    <details className="under" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ties.own_notes')}</summary>
      <Note>
        {t('ties.own_notes_text')} <VisibilityMark visibility="private" />
      </Note>
      {isKnown && <NoteFields value={value ?? draftOf(data)} onChange={onChange} />}
    </details>
  );
}

function NoteFields({ value, onChange }: { readonly value: NotesDraft; readonly onChange: (value: NotesDraft) => void }) {
  const { t } = useText();
  const set = (change: Partial<NotesDraft>) => onChange({ ...value, ...change });
  const field = bind(value, onChange);
  return (
    <>
      <Fields>
        <AmountField
          name="cost.value"
          label={t('ties.cost')}
          optional
          value={value.cost}
          currency={value.currency.trim().toUpperCase()}
          onChange={(cost, read) => {
            const { currency } = saidBeside(read, value.currency.trim().toUpperCase());
            set({ cost, ...(currency === undefined ? {} : { currency }) });
          }}
        />
        <CurrencyField
          name="cost.currency"
          label={t('ties.cost_currency')}
          value={value.currency.trim().toUpperCase()}
          onChange={(currency) => set({ currency })}
        />
      </Fields>
      <TextField {...field('paidBy')} label={t('ties.paid_by')} optional />
      <TextareaField {...field('gifts')} label={t('ties.gifts')} optional rows={2} />
      <TextareaField {...field('talkingPoints')} label={t('ties.talking_points')} optional rows={3} />
    </>
  );
}
