// What the one who goes has to say besides the register: a paragraph, and lines that stand nowhere else.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { Section } from '#design/page.tsx';
import type { Answer } from '../../contract.ts';
import type { HandoverShown } from '../../contract/handover.ts';
import { isFarOff, typedParts, type TypedPart } from '../../domain/handover/lines.ts';
import { deskApi } from '../client.ts';

interface OwnLinesProps {
  readonly handover: HandoverShown;
  readonly members: Answer<'getHandover'>['members'];
  readonly officeId: string;
}

interface DraftLine {
  readonly id: string;
  readonly part: TypedPart;
  readonly head: string;
  readonly text: string;
  readonly due: string;
}

/** Who is no longer here is chosen no longer either. */
const chosen = (person: HandoverShown['to']): string => (person?.isHere ? person.account : '');

export function OwnLines({ handover, members, officeId }: OwnLinesProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const [facts, setFacts] = useState({
    toAccount: chosen(handover.to),
    restAccount: chosen(handover.rest),
    startsOn: handover.startsOn,
    words: handover.words ?? '',
  });
  const [lines, setLines] = useState<readonly DraftLine[]>(handover.typed.map(({ due, ...line }) => ({ ...line, due: due?.text ?? '' })));
  const formats = useFormats();
  const [asks, setAsks] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const set = (change: Partial<typeof facts>) => {
    setFacts({ ...facts, ...change });
    setChanged(true);
  };
  const put = (changed: readonly DraftLine[]) => {
    setLines(changed);
    setChanged(true);
  };
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  const save = () =>
    void keep(
      async () => {
        const typed = lines
          .filter(({ head, text }) => head.trim() !== '' || text.trim() !== '')
          .map(({ due, ...line }) => ({ ...line, due: due.trim() === '' ? null : { text: due.trim() } }));
        const sent = {
          toAccount: orNull(facts.toAccount),
          restAccount: orNull(facts.restAccount),
          startsOn: facts.startsOn,
          words: orNull(facts.words),
          typed,
        };
        const kept = await deskApi.setHandover({ officeId, handoverId: handover.id, ...sent }, { context: { ifMatch: handover.version } });
        setChanged(false);
        return kept;
      },
      { said: t('desk.handover_saved') },
    );
  const isAsked = facts.startsOn !== handover.startsOn && isFarOff(facts.startsOn, new Date(Date.now()).toISOString().slice(0, 10));
  const people = members.map(({ account, name }) => ({ value: account, text: name ?? '' }));
  const successors = [{ value: '', text: t('desk.handover_to_none') }, ...people.filter(({ value }) => value !== handover.from.account)];
  const owners = [{ value: '', text: t('desk.handover_finish_owner') }, ...people];
  return (
    <Section title={t('desk.handover_edit')} aside={t('desk.handover_edit_note')}>
      <KeepTyped isChanged={isChanged}>
        <Form {...formTrouble(action)} onSubmit={() => (isAsked ? setAsks(true) : save())}>
          <Fields>
            <SelectField
              name="toAccount"
              label={t('desk.handover_to')}
              hint={t('desk.handover_to_hint')}
              value={facts.toAccount}
              onChange={(toAccount) => set({ toAccount })}
              options={successors}
            />
            <SelectField
              name="restAccount"
              label={t('desk.handover_rest')}
              value={facts.restAccount}
              onChange={(restAccount) => set({ restAccount })}
              options={owners}
            />
            <TextField
              name="startsOn"
              type="date"
              label={t('desk.handover_first_day')}
              value={facts.startsOn}
              onChange={(startsOn) => set({ startsOn })}
            />
          </Fields>
          <TextareaField
            name="words"
            label={t('desk.handover_paragraph')}
            optional
            rows={3}
            value={facts.words}
            onChange={(words) => set({ words })}
          />
          {typedParts.map((part) => (
            <PartLines key={part} part={part} lines={lines} onChange={put} />
          ))}
          <Buttons after>
            <Button type="submit" busy={action.busy}>
              {t('desk.handover_save')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        title={t('desk.handover_far_ask', { date: asks ? formats.day(facts.startsOn) : '' })}
        confirmText={t('desk.handover_far_save')}
        onConfirm={() => {
          setAsks(false);
          save();
        }}
      >
        <p>{t('desk.handover_far_means')}</p>
      </Confirm>
    </Section>
  );
}

interface PartLinesProps {
  readonly part: TypedPart;
  readonly lines: readonly DraftLine[];
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

function PartLines({ part, lines, onChange }: PartLinesProps) {
  const { t } = useText();
  const put = (id: string, change: Partial<DraftLine>) => onChange(lines.map((line) => (line.id === id ? { ...line, ...change } : line)));
  return (
    <fieldset className="points">
      <legend>{t(`desk.handover_part_${part}`)}</legend>
      {lines.map((line, at) =>
        line.part !== part ? null : (
          <div key={line.id} className="ownline">
            <TextField
              name={`typed.${String(at)}.head`}
              label={t('desk.handover_line_head')}
              value={line.head}
              onChange={(head) => put(line.id, { head })}
            />
            <TextField
              name={`typed.${String(at)}.text`}
              label={t('desk.handover_line_text')}
              value={line.text}
              onChange={(text) => put(line.id, { text })}
            />
            {(part === 'promised' || part === 'owed') && (
              <TextField
                name={`typed.${String(at)}.due.text`}
                label={t('desk.handover_line_due')}
                placeholder="2027-03"
                short
                value={line.due}
                onChange={(due) => put(line.id, { due })}
              />
            )}
            <Button kind="text" onPress={() => onChange(lines.filter(({ id }) => id !== line.id))}>
              {t('desk.handover_remove')}
            </Button>
          </div>
        ),
      )}
      <Button kind="text" onPress={() => onChange([...lines, { id: crypto.randomUUID(), part, head: '', text: '', due: '' }])}>
        {t('desk.handover_add')}
      </Button>
    </fieldset>
  );
}
