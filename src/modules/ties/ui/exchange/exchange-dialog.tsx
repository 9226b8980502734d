// Entering or correcting a visit, an event or a programme.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, OptionalSelect, TextareaField, TextField } from '#design/fields/field.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { ExchangeShown, Tie } from '../../contract/shapes.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import { exchangeKinds, levels, type ExchangeKind, type Level } from '../../domain/happenings.ts';
import type { BegunFrom } from '../../domain/match.ts';
import type { Side } from '../../domain/tie.ts';
import { tiesApi } from '../client.ts';
import { DomainChoice } from './domain-choice.tsx';
import { EntryDialog } from '../entry-dialog.tsx';
import { ExchangeNotesFields, sentNotes, useStandingNotes, type NotesDraft } from './exchange-notes.tsx';
import { firstSource, sentSource, SourceChoice, type ChosenSource } from '#modules/evidence/ui/source-choice.tsx';
import { useTypedDate } from '../typed-date.ts';

interface Draft {
  readonly kind: ExchangeKind;
  readonly domains: readonly Domain[];
  readonly title: MultilingualText;
  readonly starts: TypedDate;
  readonly ends: TypedDate;
  readonly fromSide: Side | null;
  readonly level: Level | null;
  readonly ledBy: string;
  readonly people: string;
  readonly note: string;
  readonly source: ChosenSource;
}

interface ExchangeDialogProps {
  readonly tie: Tie;
  readonly office: string;
  /** null for a new one. */
  readonly exchange: ExchangeShown | null;
  /** What is filled in of a new one. */
  readonly first?: Partial<Pick<Draft, 'kind' | 'domains' | 'title' | 'note'>>;
  /** The match from which it is begun. */
  readonly begunFrom?: BegunFrom;
  readonly onClose: () => void;
}

const draftOf = (typed: ReturnType<typeof useTypedDate>, exchange: ExchangeShown | null): Draft => ({
  kind: exchange?.kind ?? 'visit',
  domains: exchange?.domains ?? [],
  title: exchange?.title ?? {},
  starts: typed(exchange?.starts ?? null),
  ends: typed(exchange?.ends ?? null),
  fromSide: exchange?.fromSide ?? null,
  level: exchange?.level ?? null,
  ledBy: exchange?.ledBy ?? '',
  people: exchange?.people?.toString() ?? '',
  note: exchange?.note ?? '',
  source: firstSource(exchange === null),
});

const sentOf = (draft: Draft) => ({
  kind: draft.kind,
  domains: [...draft.domains],
  title: filledText(draft.title) ?? {},
  starts: draft.starts.date,
  ends: draft.ends.date,
  fromSide: draft.fromSide,
  level: draft.level,
  ledBy: filledLine(draft.ledBy),
  people: draft.people.trim() === '' ? null : Number(draft.people),
  note: filledLine(draft.note),
  ...sentSource(draft.source),
});

export function ExchangeDialog({ tie, office, exchange: opened, first, begunFrom, onClose }: ExchangeDialogProps) {
  const { t } = useText();
  const typed = useTypedDate();
  // As it stands now: somebody else may have changed it since it was opened.
  const exchange = tie.exchanges.find(({ id }) => id === opened?.id) ?? opened;
  const [draft, setDraft] = useState(() => ({ ...draftOf(typed, exchange), ...first }));
  const [notes, setNotes] = useState<NotesDraft | null>(null);
  const standingNotes = useStandingNotes({ office, exchangeId: exchange?.id ?? null, wanted: notes !== null });
  const notesSince = notes === null || standingNotes === undefined ? 0 : Math.max(0, standingNotes.version - notes.version);
  const saveFacts = (idempotencyKey: string) =>
    exchange === null
      ? tiesApi.addExchange({ ...sentOf(draft), begunFrom, tieId: tie.id, office }, { context: { idempotencyKey } })
      : tiesApi.updateExchange({ ...sentOf(draft), exchangeId: exchange.id }, { context: { ifMatch: exchange.version } });
  const save = async (idempotencyKey: string) => {
    const saveNotes = async (exchangeId: string) => {
      if (notes === null) return;
      const ifMatch = Math.max(standingNotes?.version ?? 0, notes.version);
      const { version } = await tiesApi.setExchangeNotes({ exchangeId, office, ...sentNotes(notes) }, { context: { ifMatch } });
      // Refused after it, the facts are saved once more: these are one's own by then.
      setNotes({ ...notes, version });
    };
    // Of one on record they come first: refused after it, they would leave it at another version than the one that was seen.
    if (exchange !== null) await saveNotes(exchange.id);
    const saved = await saveFacts(idempotencyKey);
    if (exchange === null) await saveNotes(saved.id);
    return saved;
  };
  const undo = ({ id, version }: ExchangeShown) =>
    exchange === null
      ? tiesApi.withdrawExchange({ exchangeId: id, confirmed: ['kernel.read_by_others'] }, { context: { ifMatch: version } })
      : tiesApi.updateExchange({ ...sentOf(draftOf(typed, exchange)), exchangeId: id }, { context: { ifMatch: version } });
  // What was noted besides, and a source that took another's place, would stay.
  const isWhole = exchange === null || (notes === null && Object.keys(sentSource(draft.source)).length === 0);
  const withdraw =
    exchange === null
      ? undefined
      : () =>
          tiesApi.withdrawExchange(
            { exchangeId: exchange.id, confirmed: ['kernel.read_by_others'] },
            { context: { ifMatch: exchange.version } },
          );
  return (
    <EntryDialog
      title={t(exchange === null ? 'ties.add_exchange' : 'ties.edit_exchange')}
      onSave={save}
      undo={isWhole ? undo : undefined}
      onWithdraw={withdraw}
      onClose={onClose}
      versions={
        exchange === null
          ? undefined
          : {
              typed: { draft, notes },
              version: exchange.version + notesSince,
              standing: { draft: draftOf(typed, exchange), notes: null },
              onShow: (shown) => {
                setDraft(shown.draft);
                setNotes(shown.notes);
              },
            }
      }
    >
      <ExchangeFields tie={tie} draft={draft} onChange={setDraft} />
      <SourceChoice {...bind(draft, setDraft)('source')} office={office} before={exchange?.source ?? null} />
      <ExchangeNotesFields office={office} exchangeId={exchange?.id ?? null} value={notes} onChange={setNotes} />
    </EntryDialog>
  );
}

function ExchangeFields({ tie, draft, onChange }: { readonly tie: Tie; readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useText();
  const naming = useNaming();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const field = bind(draft, onChange);
  return (
    <>
      <ChoiceField
        {...field('kind')}
        label={t('ties.kind')}
        options={exchangeKinds.map((kind) => ({ value: kind, text: t(`ties.kind_${kind}`) }))}
      />
      <MultilingualField {...field('title')} label={t('ties.what')} />
      <Fields>
        <DateField {...field('starts')} label={t('ties.when')} />
        <DateField {...field('ends')} label={t('ties.ends')} optional />
      </Fields>
      <DomainChoice
        name="domains"
        value={draft.domains}
        onChange={(chosen) => set({ domains: domains.filter((domain) => chosen.includes(domain)) })}
      />
      <Fields>
        <OptionalSelect
          {...field('fromSide')}
          label={t('ties.who_travels')}
          optional={draft.kind !== 'visit'}
          none={t(draft.kind === 'visit' ? 'ties.choose' : 'ties.nobody_travels')}
          options={(['a', 'b'] as const).map((side) => ({ value: side, text: naming(tie.cities[side].name) }))}
        />
        <OptionalSelect
          {...field('level')}
          label={t('ties.level')}
          optional
          none={t('ties.not_stated')}
          options={levels.map((level) => ({ value: level, text: t(`ties.level_${level}`) }))}
        />
      </Fields>
      <Fields>
        <TextField {...field('ledBy')} label={t('ties.led_by')} optional />
        <TextField {...field('people')} type="number" label={t('ties.people_count')} optional />
      </Fields>
      <TextareaField {...field('note')} label={t('ties.note')} optional rows={2} />
    </>
  );
}
