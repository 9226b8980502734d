// A new milestone or indicator with what is planned; and how one stands, said for a side. What is left empty is not said.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, noDate } from '#design/fields/date-field.tsx';
import { Fields, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine, filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { Meant } from '#design/fields/meant.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { READ_AT_ONCE } from '#kernel/result.ts';
import { OpenHistory } from '#modules/evidence/ui/open-history.tsx';
import { ownSource, sourceOfDraft, SourceFields } from '#modules/evidence/ui/source-fields.tsx';
import type { MarkShown, ProjectPlan } from '../../contract/projects.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { attributesOf, milestoneStates, type MarkKind } from '../../domain/project/mark.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { CorrectMark } from './correct-mark.tsx';
import { blankFigure, FigureTyped, valueTyped } from './figure-typed.tsx';
import { useStateName } from './mark-said.tsx';

const blank = {
  planned: noDate,
  state: '' as '' | (typeof milestoneStates)[number],
  since: noDate,
  ...{ baseline: blankFigure, target: blankFigure, actual: blankFigure },
  of: noDate,
  saidBy: '',
  source: ownSource,
};
type Said = typeof blank;

/** What is sent of what was typed, in the order of the fields. */
function entriesOf(kind: MarkKind, said: Said) {
  const common = { saidBy: filledLine(said.saidBy), source: sourceOfDraft(said.source) };
  if (kind === 'milestone') {
    const { date } = said.planned;
    const since = said.since.date;
    return [
      ...(date === null ? [] : [{ attribute: 'planned', value: { type: 'date' as const, date }, ...common }]),
      ...(said.state === ''
        ? []
        : [{ attribute: 'state', value: { type: 'code' as const, code: said.state, ...(since === null ? {} : { since }) }, ...common }]),
    ];
  }
  const basis = said.of.date?.text;
  return attributesOf.indicator.flatMap((attribute) => {
    const value = valueTyped(said[attribute]);
    if (value === null) return [];
    return [
      { attribute, value: attribute === 'actual' && basis !== undefined ? { ...value, basis } : value, kind: 'count' as const, ...common },
    ];
  });
}

interface SaidFieldsProps {
  readonly kind: MarkKind;
  readonly office: string;
  readonly value: Said;
  readonly onChange: (value: Said) => void;
  /** Only what is planned: of something new. */
  readonly isNew?: boolean;
}

function SaidFields({ kind, office, value, onChange, isNew = false }: SaidFieldsProps) {
  const { t } = useText();
  const stateName = useStateName();
  const set = (change: Partial<Said>) => onChange({ ...value, ...change });
  // Problems come back at the place of the entry among those that are sent; what is empty has none, and a name of its own.
  const sent = entriesOf(kind, value);
  const at = (attribute: string): string => {
    const place = sent.findIndex((entry) => entry.attribute === attribute);
    return place < 0 ? `unsaid.${attribute}` : `entries.${place}.value`;
  };
  return (
    <>
      {kind === 'milestone' ? (
        <>
          <DateField
            name={`${at('planned')}.date`}
            label={t('outcomes.pj_planned')}
            optional
            value={value.planned}
            onChange={(planned) => set({ planned })}
          />
          {!isNew && (
            <>
              <ChoiceField
                name={`${at('state')}.code`}
                label={t('outcomes.pj_state')}
                options={[
                  { value: '' as const, text: t('outcomes.pj_state_keep') },
                  ...milestoneStates.map((state) => ({ value: state, text: stateName(state) })),
                ]}
                value={value.state}
                onChange={(state) => set({ state })}
              />
              {value.state !== '' && (
                <DateField
                  name={`${at('state')}.since`}
                  label={t('outcomes.pj_since')}
                  optional
                  value={value.since}
                  onChange={(since) => set({ since })}
                />
              )}
            </>
          )}
        </>
      ) : (
        <>
          {(['actual', 'target', 'baseline'] as const).map((attribute) => (
            <Fields key={attribute}>
              <FigureTyped
                name={at(attribute)}
                label={t(`outcomes.pj_${attribute}`)}
                value={value[attribute]}
                onChange={(figure) => set({ [attribute]: figure })}
              />
              {attribute === 'actual' && (
                <DateField
                  name={`${at('actual')}.basis`}
                  label={t('outcomes.pj_as_of')}
                  hint={t('outcomes.pj_as_of_hint')}
                  optional
                  value={value.of}
                  onChange={(of) => set({ of })}
                />
              )}
            </Fields>
          ))}
        </>
      )}
      <TextField
        name="entries.0.saidBy"
        label={t('evidence.said_by')}
        hint={t('outcomes.said_by_hint')}
        optional
        value={value.saidBy}
        onChange={(saidBy) => set({ saidBy })}
      />
      <SourceFields name="entries.0.source" office={office} value={value.source} onChange={(source) => set({ source })} />
    </>
  );
}

interface AddMarkProps {
  readonly outcome: Outcome;
  readonly kind: MarkKind;
  readonly onClose: () => void;
}

export function AddMarkDialog({ outcome, kind, onClose }: AddMarkProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [title, setTitle] = useState<Draft>({});
  const [unit, setUnit] = useState('');
  const [said, setSaid] = useState(blank);
  const add = () =>
    keep(
      (context) =>
        outcomesApi.addMark(
          {
            outcomeId: outcome.id,
            kind,
            title: filledText(title) ?? {},
            unit: filledLine(unit),
            entries: entriesOf(kind, said),
            confirmed: [READ_AT_ONCE],
          },
          { context },
        ),
      { said: t('outcomes.pj_added'), after: onClose },
    );
  const verb = t(`outcomes.pj_add_${kind}`);
  return (
    <FormDialog wide after title={verb} action={action} submit={verb} onSubmit={() => void add()} onClose={onClose}>
      <MultilingualField name="title" label={t('outcomes.what')} value={title} onChange={setTitle} />
      {kind === 'indicator' && (
        <TextField name="unit" label={t('outcomes.pj_unit')} hint={t('outcomes.pj_unit_hint')} optional value={unit} onChange={setUnit} />
      )}
      <SaidFields isNew {...{ kind }} office={outcome.office.id} value={said} onChange={setSaid} />
      <ReadAtOnce outcome={outcome} />
    </FormDialog>
  );
}

/** What is added to a project that others read is read by them at once: asked before. */
export function ReadAtOnce({ outcome: { visibility } }: { readonly outcome: Pick<Outcome, 'visibility'> }) {
  const { t } = useText();
  if (visibility === 'private') return null;
  return <Meant name="readAtOnce" label={t(`outcomes.pj_read_at_once_${visibility}`)} message={t('outcomes.pj_read_at_once_tick')} />;
}

interface SayProps {
  readonly outcome: Outcome;
  readonly plan: ProjectPlan;
  readonly mark: MarkShown;
  readonly office: string;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<unknown>;
}

export function SayDialog({ outcome, plan, mark, office, onClose, onChanged }: SayProps) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [said, setSaid] = useState(blank);
  const [isEmpty, setEmpty] = useState(false);
  const [draft, setDraft] = useState<{ readonly visibility: 'shared' | 'public' }>({ visibility: 'shared' });
  const [isCorrecting, setCorrecting] = useState(false);
  const isOwn = office === outcome.office.id;
  const of = { outcomeId: outcome.id, markId: mark.id };
  const say = async () => {
    const entries = entriesOf(mark.kind, said);
    setEmpty(entries.length === 0);
    if (entries.length === 0) return;
    await keep(
      (context) =>
        outcomesApi.enterMarkStatements({ ...of, office, entries, visibility: draft.visibility, confirmed: [READ_AT_ONCE] }, { context }),
      {
        said: t('outcomes.pj_said'),
        after: onClose,
      },
    );
  };
  if (isCorrecting) return <CorrectMark outcomeId={outcome.id} mark={mark} onClose={onClose} />;
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.pj_saying', { title: naming(mark.title) })}
      action={action}
      submit={t('outcomes.pj_save')}
      onSubmit={() => void say()}
      onClose={onClose}
      also={
        plan.mayEdit ? (
          <>
            <Button kind="text" onPress={() => setCorrecting(true)}>
              {t('outcomes.pj_correct')}
            </Button>
            <WithdrawMark {...of} onWithdrawn={onClose} />
          </>
        ) : undefined
      }
    >
      <p className="note">{t('outcomes.pj_say_note')}</p>
      <SaidFields kind={mark.kind} office={office} value={said} onChange={setSaid} />
      {isEmpty && <p className="err">{t('outcomes.pj_nothing_typed')}</p>}
      {isOwn || !plan.isPublic ? (
        <p className="note after">{isOwn ? t('outcomes.pj_say_own') : t('outcomes.pj_say_to', { office: naming(outcome.office.name) })}</p>
      ) : (
        <ChoiceField
          {...bind(draft, setDraft)('visibility')}
          label={t('outcomes.pj_say_other')}
          options={[
            { value: 'shared' as const, text: t('outcomes.pj_say_shared', { office: naming(outcome.office.name) }) },
            { value: 'public' as const, text: t('outcomes.pj_say_public') },
          ]}
        />
      )}
      {attributesOf[mark.kind]
        .filter((attribute) => mark.said.some((one) => one.attribute === attribute))
        .map((attribute) => (
          <History key={attribute} {...{ mark, attribute, office, onChanged }} />
        ))}
    </FormDialog>
  );
}

function History({
  mark,
  attribute,
  office,
  onChanged,
}: Pick<SayProps, 'mark' | 'office' | 'onChanged'> & { readonly attribute: HistoryOf }) {
  const { t } = useText();
  const stateName = useStateName();
  return (
    <>
      <p className="note after">{t('outcomes.pj_history_of', { what: t(`outcomes.pj_${attribute}`) })}</p>
      <OpenHistory
        subject={{ kind: mark.kind, id: mark.id }}
        attribute={attribute}
        caption={t(`outcomes.pj_${attribute}`)}
        codeName={stateName}
        office={office}
        onChanged={onChanged}
      />
    </>
  );
}
type HistoryOf = (typeof attributesOf)[MarkKind][number];

interface WithdrawProps {
  readonly outcomeId: Parameters<typeof outcomesApi.withdrawMark>[0]['outcomeId'];
  readonly markId: Parameters<typeof outcomesApi.withdrawMark>[0]['markId'];
  readonly onWithdrawn: () => void;
}

function WithdrawMark({ outcomeId, markId, onWithdrawn }: WithdrawProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { keep } = useKeeping(outcomesQueries.key());
  const withdraw = () =>
    keep(() => outcomesApi.withdrawMark({ outcomeId, markId, confirmed: ['kernel.read_by_others'] }), {
      said: t('outcomes.pj_withdrawn'),
      after: onWithdrawn,
    });
  return (
    <>
      <Button kind="text" onPress={() => setAsking(true)}>
        {t('outcomes.pj_withdraw')}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('outcomes.pj_withdraw')}
        confirmText={t('outcomes.pj_withdraw')}
        onConfirm={() => void withdraw()}
      >
        <p>{t('outcomes.pj_withdraw_text')}</p>
      </Confirm>
    </>
  );
}
