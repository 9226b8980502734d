// What differs in what the other side of a tie says: another value of a statement, another state of an item, another day of an exchange; and what a third party says.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { DateField, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { TextareaField, TextField } from '#design/fields/field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useFormats } from '#client/formats.ts';
import { useNaming } from '#design/named.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { itemStates, type ItemState } from '#modules/ties/domain/happenings.ts';
import { decideOn, sayOfExchange, useListedItem, useListedWord } from '#modules/ties/ui/answer-listed.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { blank, OWN, ValueFields, valueOf } from '#modules/ties/ui/value-fields.tsx';
import type { AnswerEntry } from '../../contract/answers.ts';
import { Differing, DifferingHead, DiffersFrame } from './differs-frame.tsx';

type Of<K extends AnswerEntry['kind']> = Extract<AnswerEntry, { kind: K }>;

interface DiffersProps<K extends AnswerEntry['kind']> {
  readonly entry: Of<K>;
  readonly office: string;
  /** What is answered. */
  readonly name: string;
  readonly onClose: () => void;
}

export function DiffersWord({ entry: { tieId, attribute }, office, name, onClose }: DiffersProps<'said'>) {
  const { t } = useText();
  const { differ, ...action } = useListedWord({ tieId, office, attribute });
  const [draft, setDraft] = useState({ ...blank, attribute });
  const { data: tie } = useQuery(tiesQueries.getTie.queryOptions({ input: { tie: tieId } }));
  if (tie === undefined) return <Skeleton lines={3} />;
  // A class of one's own is added on the page of the tie.
  const isMissing = draft.code === OWN;
  return (
    <DiffersFrame label={name} action={action} onSend={() => differ(valueOf(draft))} onClose={onClose}>
      <ValueFields tie={tie} draft={draft} isNew={false} isAnswer onChange={setDraft} />
      <Doubt name="entries.0.value.code" message={isMissing ? t('desk.own_class_elsewhere') : undefined} />
    </DiffersFrame>
  );
}

export function DiffersItem({ entry: { itemId, state: theirs }, office, name, onClose }: DiffersProps<'item'>) {
  const { t } = useText();
  const { say, ...action } = useListedItem({ itemId, office });
  const [state, setState] = useState<ItemState | null>(null);
  // Of what they have only entered as agreed, it is asked first whether it was.
  const known: readonly ItemState[] = theirs === null ? ['not_agreed', ...itemStates.filter((one) => one !== 'not_agreed')] : itemStates;
  const others = known.filter((one) => one !== (theirs ?? 'open') && one !== 'cannot_say');
  return (
    <DiffersFrame label={name} action={action} onSend={() => (state === null ? Promise.resolve(false) : say(state))} onClose={onClose}>
      <ChoiceField
        name="state"
        label={t('ties.our_word')}
        value={state ?? ''}
        options={others.map((one) => ({ value: one, text: t(`ties.item_${one}`) }))}
        onChange={(chosen) => setState(others.find((one) => one === chosen) ?? null)}
      />
      <Doubt name="state" message={state === null ? t('ties.choose_state') : undefined} />
    </DiffersFrame>
  );
}

export function DiffersExchange({ entry: { exchangeId, starts }, office, name, onClose }: DiffersProps<'exchange'>) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping();
  const [isOtherDay, setOtherDay] = useState(false);
  const [isNever, setNever] = useState(false);
  const [day, setDay] = useState<TypedDate>(noDate);
  const [note, setNote] = useState('');
  const send = () =>
    keep(
      () =>
        sayOfExchange({
          ...{ exchangeId, office, verdict: 'differs', happened: !isNever, note: filledLine(note) },
          starts: isOtherDay && !isNever ? day.date : null,
        }),
      { said: t('desk.answer_sent'), undo: () => sayOfExchange({ exchangeId, office, verdict: null }) },
    );
  return (
    <DiffersFrame label={name} action={action} onSend={send} onClose={onClose}>
      <div className="contra">
        <DifferingHead />
        {!isNever && (
          <Differing
            label={t('desk.day_of_it')}
            theirs={formats.spelt(formats.flexDate(starts, 'table'))}
            isTicked={isOtherDay}
            onTick={setOtherDay}
          >
            <Doubt name="starts" message={day.date === null ? t('desk.differing_needed') : undefined} />
            <DateField name="starts" label={t('desk.day_of_it')} value={day} onChange={setDay} />
          </Differing>
        )}
        <Differing label={t('desk.it_happened')} theirs={t('desk.it_did')} isTicked={isNever} onTick={setNever}>
          {t('desk.it_did_not')}
        </Differing>
      </div>
      <Doubt name="note" message={isOtherDay || isNever || note.trim() !== '' ? undefined : t('ties.difference_missing')} />
      <TextField name="note" label={t('outcomes.note')} optional value={note} onChange={setNote} />
    </DiffersFrame>
  );
}

interface DiffersThingProps extends Pick<DiffersProps<'third'>, 'office' | 'onClose'> {
  readonly tieId: string;
  readonly thing: { readonly id: string; readonly name: string; readonly office: { readonly name: MultilingualText } };
}

/** What a third party says of our tie is left, with what it was instead. */
export function DiffersThing({ tieId, thing, office, onClose }: DiffersThingProps) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const [words, setWords] = useState('');
  const decide = (takesUp: false | null, differs?: string) =>
    decideOn({ tieId, thingId: thing.id, office, takesUp, ...(differs === undefined ? {} : { differs }) });
  const send = () => keep(() => decide(false, words.trim()), { said: t('desk.answer_sent'), undo: () => decide(null) });
  return (
    <DiffersFrame label={thing.name} action={action} onSend={send} onClose={onClose}>
      <Doubt name="differs" message={words.trim() === '' ? t('desk.differing_needed') : undefined} />
      <TextareaField
        name="differs"
        label={t('desk.what_it_was')}
        hint={t('desk.what_it_was_hint', { office: naming(thing.office.name) })}
        rows={2}
        value={words}
        onChange={setWords}
      />
    </DiffersFrame>
  );
}
