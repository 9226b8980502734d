// Our own points of a briefing: typed in rows, kept for our office alone.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Section } from '#design/page.tsx';
import type { BriefingShown } from '../../contract/briefing.ts';
import { mostPoints, pointKinds, type BriefingPoint, type PointKind } from '../../domain/briefing/points.ts';
import { deskApi } from '../client.ts';

interface OwnPointsProps {
  readonly briefing: BriefingShown;
  readonly on: { readonly officeId: string; readonly tie: string; readonly exchangeId?: string };
}

type Draft = Record<PointKind, readonly BriefingPoint[]>;

const isFilled = ({ head, text }: BriefingPoint): boolean => head.trim() !== '' || text.trim() !== '';

export function OwnPoints({ briefing, on }: OwnPointsProps) {
  const { t } = useText();
  const [draft, setDraft] = useState<Draft>(briefing.points);
  const [addressee, setAddressee] = useState(briefing.addressee ?? '');
  const [isChanged, setChanged] = useState(false);
  const { keep, ...action } = useKeeping();
  const set = (kind: PointKind, points: readonly BriefingPoint[]) => {
    setDraft({ ...draft, [kind]: points });
    setChanged(true);
  };
  const sent = (kind: PointKind) => draft[kind].filter(isFilled).map(({ head, text }) => ({ head, text }));
  const save = () =>
    void keep(
      async () => {
        const points = { raise: sent('raise'), never: sent('never'), asked: sent('asked'), day: sent('day'), call: sent('call') };
        const kept = await deskApi.setBriefing(
          { ...on, addressee: addressee.trim() === '' ? null : addressee, points },
          { context: { ifMatch: briefing.version } },
        );
        setChanged(false);
        return kept;
      },
      { said: t('desk.briefing_saved') },
    );
  return (
    <Section title={t('desk.briefing_own')} aside={t('desk.briefing_own_note')}>
      <KeepTyped isChanged={isChanged}>
        <Form {...formTrouble(action)} onSubmit={save}>
          <TextField
            name="addressee"
            label={t('desk.briefing_addressee')}
            hint={t('desk.briefing_addressee_hint')}
            optional
            value={addressee}
            onChange={(value) => {
              setAddressee(value);
              setChanged(true);
            }}
          />
          {pointKinds.map((kind) => (
            <PointRows key={kind} kind={kind} points={draft[kind]} onChange={(points) => set(kind, points)} />
          ))}
          <Buttons after>
            <Button type="submit" busy={action.busy}>
              {t('desk.briefing_save')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
    </Section>
  );
}

interface PointRowsProps {
  readonly kind: PointKind;
  readonly points: readonly BriefingPoint[];
  readonly onChange: (points: readonly BriefingPoint[]) => void;
}

function PointRows({ kind, points, onChange }: PointRowsProps) {
  const { t } = useText();
  const put = (at: number, change: Partial<BriefingPoint>) =>
    onChange(points.map((point, place) => (place === at ? { ...point, ...change } : point)));
  return (
    <fieldset className="points">
      <legend>{t(`desk.briefing_edit_${kind}`)}</legend>
      {points.map(({ head, text }, at) => (
        <div key={at} className="point">
          <TextField
            name={`points.${kind}.${String(at)}.head`}
            label={t(`desk.briefing_head_${kind}`)}
            value={head}
            onChange={(value) => put(at, { head: value })}
          />
          <TextareaField
            name={`points.${kind}.${String(at)}.text`}
            label={t(`desk.briefing_text_${kind}`)}
            rows={2}
            value={text}
            onChange={(value) => put(at, { text: value })}
          />
          <Button kind="text" onPress={() => onChange(points.filter((_, place) => place !== at))}>
            {t('desk.briefing_remove')}
          </Button>
        </div>
      ))}
      {points.length < mostPoints[kind] && (
        <Button kind="text" onPress={() => onChange([...points, { head: '', text: '' }])}>
          {t('desk.briefing_add')}
        </Button>
      )}
    </fieldset>
  );
}
