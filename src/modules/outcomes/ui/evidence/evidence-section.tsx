// The papers that prove an outcome, stage by stage, for the office that keeps it: held, expired or missing, and checked by a second person.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { DateField, isDoubtful, noDate } from '#design/fields/date-field.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { AsWritten } from '#design/named.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { markedTitle } from '#kernel/written-language.ts';
import { Paper, SourceName } from '#modules/evidence/ui/said.tsx';
import { ownSource, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { EvidenceShown } from '../../contract/evidence.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { isSigned } from '../../domain/evidence/checklist.ts';
import { useStageWord } from '../words.tsx';
import { useItemWord } from './papers-asked.tsx';

type StageShown = EvidenceShown['stages'][number];
type Item = StageShown['items'][number];
type Mark = NonNullable<Item['mark']>;

interface Asked {
  readonly stage: StageShown['stage'];
  readonly item: Item;
}

export function EvidenceSection({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const word = useStageWord();
  const [adding, setAdding] = useState<Asked | null>(null);
  const [changing, setChanging] = useState<StageShown['stage'] | null>(null);
  const { data } = useQuery(outcomesQueries.getOutcomeEvidence.queryOptions({ input: { outcomeId: outcome.id } }));
  if (data === undefined || outcome.figures.length === 0) return null;
  const last = outcome.figures.at(-1)?.stage ?? null;
  return (
    <Section title={t('outcomes.ev_title')} aside={t('outcomes.ev_note')}>
      {data.stages.length === 0 && <Note>{t('outcomes.ev_none')}</Note>}
      {data.stages.map((shown) => (
        <OfStage key={shown.stage} {...{ outcome, shown, data }} onAdd={(item) => setAdding({ stage: shown.stage, item })} />
      ))}
      {!data.hasSecondPerson && data.stages.length > 0 && <p className="note after">{t('outcomes.ev_alone')}</p>}
      {data.mayEdit && last !== null && (
        <Buttons after>
          <TextAction onPress={() => setChanging(last)}>{t('outcomes.ev_own')}</TextAction>
        </Buttons>
      )}
      {adding !== null && <AddDialog outcome={outcome} asked={adding} onClose={() => setAdding(null)} />}
      {changing !== null && (
        <OwnList {...{ outcome, data }} stage={changing} stageWord={word(changing)} onClose={() => setChanging(null)} />
      )}
    </Section>
  );
}

interface OfStageProps {
  readonly outcome: Outcome;
  readonly shown: StageShown;
  readonly data: EvidenceShown;
  readonly onAdd: (item: Item) => void;
}

function OfStage({ outcome, shown: { stage, covered, items }, data, onAdd }: OfStageProps) {
  const { t } = useText();
  const word = useStageWord();
  const itemWord = useItemWord();
  const caption = t('outcomes.ev_covered', { stage: word(stage, outcome), covered, of: items.length });
  return (
    <DataTable
      showCaption
      caption={caption}
      rows={items}
      rowKey={({ item }) => item}
      rowState={({ state }) => (state === 'expired' ? 'flag' : undefined)}
      columns={[
        {
          ...{ key: 'item', head: t('outcomes.ev_item'), naming: true },
          cell: (item) => (item.title === null ? itemWord(item) : <AsWritten text={itemWord(item)} />),
        },
        { key: 'state', head: t('outcomes.ev_state'), cell: (item) => <State item={item} hasSecondPerson={data.hasSecondPerson} /> },
        {
          ...{ key: 'steps', head: t('evidence.actions'), silent: true, end: true },
          cell: (item) => data.mayEdit && <Steps outcome={outcome} item={item} onAdd={() => onAdd(item)} />,
        },
      ]}
    />
  );
}

/** That a paper was withdrawn, by the name that its source has elsewhere. */
function useWasWithdrawn() {
  const { t, language } = useText();
  const formats = useFormats();
  return ({ source, at }: NonNullable<Item['withdrawn']>): string => {
    const day = formats.date(at, ownZone(), 'table');
    if (source === null) return t('outcomes.ev_was_withdrawn_unnamed', { day });
    if (source.title === '') return t('outcomes.ev_was_withdrawn', { paper: t(`evidence.class_${source.class}`), day });
    const title = markedTitle(source.title, language);
    // 《…》 are marks of their own.
    const paper = title.startsWith('《') ? title : t('outcomes.ev_titled', { title });
    return t('outcomes.ev_was_withdrawn', { paper, day });
  };
}

function State({ item: { state, mark, withdrawn }, hasSecondPerson }: { readonly item: Item; readonly hasSecondPerson: boolean }) {
  const { t } = useText();
  const formats = useFormats();
  const wasWithdrawn = useWasWithdrawn();
  const told = [
    ...(withdrawn === null ? [] : [wasWithdrawn(withdrawn)]),
    ...(mark === null || mark.validUntil === null
      ? []
      : [t(state === 'expired' ? 'outcomes.ev_was_until' : 'outcomes.ev_until', { day: formats.day(mark.validUntil, 'table') })]),
    ...(mark === null || state === 'expired'
      ? []
      : mark.checkedAt !== null
        ? [t('outcomes.ev_checked', { day: formats.date(mark.checkedAt, ownZone(), 'table') })]
        : hasSecondPerson
          ? [t('outcomes.ev_unchecked')]
          : []),
  ];
  return (
    <>
      <b>{t(`outcomes.ev_${state}`)}</b> {mark?.source != null && <SourceName source={mark.source} />}{' '}
      {mark?.source?.document != null && <Paper document={mark.source.document} />}
      {told.length > 0 && <small>{told.join(' · ')}</small>}
    </>
  );
}

function Steps({
  outcome: { id: outcomeId },
  item,
  onAdd,
}: {
  readonly outcome: Outcome;
  readonly item: Item;
  readonly onAdd: () => void;
}) {
  const { t } = useText();
  const { state, mark, withdrawn } = item;
  const itemWord = useItemWord();
  const { keep, trouble } = useKeeping(outcomesQueries.key());
  /** Every line has the same steps: who hears them hears of which line each is. */
  const named = (action: string) => ({ 'aria-label': t('outcomes.ev_step_of', { action, item: itemWord(item) }), children: action });
  const [asks, setAsks] = useState(false);
  const restore = (markId: Mark['id']) => outcomesApi.restoreEvidence({ outcomeId, markId });
  const withdraw = ({ id: markId }: Mark) => {
    setAsks(false);
    void keep(() => outcomesApi.withdrawEvidence({ outcomeId, markId }), {
      said: t('outcomes.ev_withdrawn'),
      undo: () => restore(markId),
    });
  };
  return (
    <>
      <Buttons>
        {state !== 'held' && <TextAction {...named(t(state === 'expired' ? 'outcomes.ev_renew' : 'outcomes.ev_add'))} onPress={onAdd} />}
        {mark !== null && state === 'held' && mark.checkedAt === null && !mark.isOwn && (
          <TextAction
            {...named(t('outcomes.ev_check'))}
            onPress={() =>
              void keep(() => outcomesApi.checkEvidence({ outcomeId, markId: mark.id }), { said: t('outcomes.ev_said_checked') })
            }
          />
        )}
        {withdrawn !== null && (
          <TextAction
            {...named(t('outcomes.ev_restore'))}
            onPress={() => void keep(() => restore(withdrawn.id), { said: t('outcomes.ev_restored') })}
          />
        )}
        {mark !== null && <TextAction {...named(t('outcomes.ev_withdraw'))} onPress={() => setAsks(true)} />}
      </Buttons>
      {mark !== null && (
        <Confirm
          open={asks}
          onClose={() => setAsks(false)}
          title={t('outcomes.ev_withdraw_ask', { item: itemWord(item) })}
          confirmText={t('outcomes.ev_withdraw')}
          onConfirm={() => withdraw(mark)}
        >
          <p>
            {mark.source !== null && <SourceName source={mark.source} />}{' '}
            {mark.source?.document != null && <Paper document={mark.source.document} />}
          </p>
          <p>{t('outcomes.ev_withdraw_means')}</p>
        </Confirm>
      )}
      <TroubleNotice trouble={trouble} />
    </>
  );
}

function AddDialog({
  outcome,
  asked: { stage, item },
  onClose,
}: {
  readonly outcome: Outcome;
  readonly asked: Asked;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const itemWord = useItemWord();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  // The paper that the stage cites already is the one that is meant most often.
  const cited = outcome.entries.findLast(
    ({ stage: of, source: by }) => of === stage && (by?.class === 'signed_paper' || by?.document != null),
  );
  const [source, setSource] = useState<SourceDraft>(
    cited?.source == null
      ? { ...ownSource, origin: 'new', class: isSigned(item.item) ? 'signed_paper' : '' }
      : { ...ownSource, origin: 'known', sourceId: cited.source.id },
  );
  const [until, setUntil] = useState(noDate);
  const validUntil = until.date === null ? null : until.date.text;
  // The last day of validity is a day: a month or about then is neither kept as one nor passed over.
  const isRough = until.date !== null && (until.date.text.length < 10 || until.date.qualifier !== 'exact');
  const isPast = !isRough && validUntil !== null && validUntil < dayOf(Date.now(), ownZone());
  const add = () => {
    const paper = sourceOfDraft(source) ?? { class: 'own_records' as const };
    return keep(
      (context) => outcomesApi.markEvidence({ outcomeId: outcome.id, stage, item: item.item, source: paper, validUntil }, { context }),
      {
        said: t('outcomes.ev_added'),
        after: onClose,
      },
    );
  };
  return (
    <FormDialog
      wide
      after
      keepTyped
      title={t('outcomes.ev_add_title', { item: itemWord(item) })}
      action={action}
      submit={t('outcomes.ev_add')}
      onSubmit={() => void (isDoubtful(until) ? undefined : add())}
      onClose={onClose}
    >
      <SourceFields name="source" office={outcome.office.id} value={source} onChange={setSource} />
      <Doubt name="validUntil" message={isRough ? t('outcomes.ev_day_needed') : undefined} />
      <DateField
        name="validUntil"
        label={t('outcomes.ev_valid_until')}
        hint={t(isPast ? 'outcomes.ev_valid_past' : 'outcomes.ev_valid_hint')}
        optional
        value={until}
        onChange={setUntil}
      />
    </FormDialog>
  );
}

/** What the office asks for besides, of this kind at this stage: a line each. */
function OwnList({
  outcome: { kind, office },
  data,
  stage,
  stageWord,
  onClose,
}: {
  readonly outcome: Outcome;
  readonly data: EvidenceShown;
  readonly stage: StageShown['stage'];
  readonly stageWord: string;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const isHere = (one: EvidenceShown['own'][number]): boolean => one.kind === kind && one.stage === stage;
  const here = data.own.filter(isHere);
  const [lines, setLines] = useState(here.map(({ title }) => title).join('\n'));
  const [ifMatch] = useState(data.ownVersion);
  const save = () => {
    const titles = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
    const items = titles.map((title) => ({ id: here.find((one) => one.title === title)?.id ?? crypto.randomUUID(), kind, stage, title }));
    const input = { officeId: office.id, items: [...data.own.filter((one) => !isHere(one)), ...items] };
    return keep(() => outcomesApi.setEvidenceList(input, { context: { ifMatch } }), { said: t('outcomes.ev_own_saved'), after: onClose });
  };
  return (
    <FormDialog
      title={t('outcomes.ev_own_title')}
      action={action}
      submit={t('outcomes.ev_own_save')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Note>{t('outcomes.ev_own_note', { kind: t(`outcomes.kind_${kind}`), stage: stageWord })}</Note>
      <TextareaField name="items" label={t('outcomes.ev_own_lines')} rows={4} value={lines} onChange={setLines} />
    </FormDialog>
  );
}
