// What an import would do, before it is done: how its rows were understood, what changes in the set, a few ties of each kind.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons, Refused } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Columns, Section, Sentence } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { changeKinds, type ChangeKind } from '../../domain/plan-import.ts';
import { importModes, type ImportMode } from '../../domain/set.ts';
import { referenceApi, referenceQueries } from '../client.ts';
import type { ReferenceImport, ReferenceSet } from '../places/answers.ts';
import { useChangeWords } from './change-words.ts';
import { decidedTiesOf, DifferingTies, type TieDecisions } from './differing-ties.tsx';
import { ImportSamples } from './samples.tsx';

interface ImportPreviewProps {
  readonly set: ReferenceSet;
  readonly one: ReferenceImport;
}

export function ImportPreview({ set, one }: ImportPreviewProps) {
  const { t } = useText();
  const formats = useFormats();
  const words = useChangeWords();
  const [decisions, setDecisions] = useState<TieDecisions>(new Map());
  const { counts } = one;
  if (counts === null) return null;
  const what = words(counts.changes);
  const toSee = Object.values(counts.problems).reduce((sum, count) => sum + count, 0);
  return (
    <Section title={t('reference.preview')}>
      <Sentence>{what === null ? t('reference.nothing_would_change') : t('reference.would_change', { what })}</Sentence>
      <Columns>
        <div className="c6">
          <Changes counts={counts} />
        </div>
        <div className="c6">
          <Understood counts={counts} />
        </div>
      </Columns>
      <ImportSamples samples={one.samples} />
      {toSee > 0 && (
        <p className="spaced">
          <a href="#findings">{t('reference.look_first', { count: toSee, number: formats.number(toSee) })}</a>
        </p>
      )}
      <DifferingTies one={one} decisions={decisions} onDecide={setDecisions} />
      <Decide set={set} one={one} counts={counts} decisions={decisions} nothing={what === null} />
    </Section>
  );
}

type Counts = NonNullable<ReferenceImport['counts']>;

function Changes({ counts: { changes } }: { readonly counts: Counts }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <DataTable<ChangeKind>
      caption={t('reference.changes')}
      keepColumns
      rows={changeKinds}
      rowKey={(kind) => kind}
      rowState={(kind) => (changes[kind] === 0 ? 'quiet' : undefined)}
      columns={[
        { key: 'kind', head: t('reference.ties'), naming: true, cell: (kind) => t(`reference.change_${kind}`) },
        { key: 'count', head: t('reference.how_many'), end: true, cell: (kind) => formats.number(changes[kind]) },
      ]}
    />
  );
}

function Understood({ counts }: { readonly counts: Counts }) {
  const { t } = useText();
  const formats = useFormats();
  const figures = ['rows', 'rowsLeftOut', 'ties', 'listedTwice', 'oneWay', 'placesMatched', 'placesAsWritten'] as const;
  return (
    <Facts
      entries={figures.map((figure) => ({ term: t(`reference.count_${figure}`), value: formats.number(counts[figure]), end: true }))}
    />
  );
}

interface DecideProps extends ImportPreviewProps {
  readonly counts: Counts;
  readonly decisions: TieDecisions;
  readonly nothing: boolean;
}

/** The decision: which rows, and that it be done; or that the file be read again, where somebody has answered since. */
function Decide({ set, one, counts, decisions, nothing }: DecideProps) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const [mode, setMode] = useState<ImportMode>('each');
  const change = (act: () => Promise<unknown>) => void keep(act);
  const { digest } = one;
  const importing = counts.changes.new + counts.changes.joined + counts.changes.changed;
  const label =
    importing > 0
      ? t('reference.import_count', { count: importing, number: formats.number(importing) })
      : nothing
        ? t('reference.import_unchanged')
        : t('reference.import_withdrawal', { gone: formats.number(counts.changes.gone) });
  const { open, keepTies, decidedTies } = decidedTiesOf(one, decisions);
  const cancel = (
    <Button kind="text" onPress={() => change(() => referenceApi.cancelReferenceImport({ importId: one.id }))}>
      {t('reference.drop_import')}
    </Button>
  );
  return (
    <>
      {counts.rowsLeftOut > 0 && digest !== null && !nothing && (
        <div className="noprint">
          <ChoiceField
            name="mode"
            label={t('reference.left_out_rows', { count: counts.rowsLeftOut, number: formats.number(counts.rowsLeftOut) })}
            options={importModes.map((one) => ({ value: one, text: t(`reference.mode_${one}`) }))}
            value={mode}
            onChange={setMode}
          />
        </div>
      )}
      <TroubleNotice trouble={action.trouble} />
      {set.isPublic && !nothing && <Notice kind="plain">{t('reference.set_is_public')}</Notice>}
      <Buttons after>
        {digest === null ? (
          <Button kind="go" busy={action.busy} onPress={() => change(() => referenceApi.repeatReferenceImport({ importId: one.id }))}>
            {t('reference.read_with_answers')}
          </Button>
        ) : open > 0 ? (
          <Refused reasons={[{ text: t('reference.differing_undecided', { count: open }) }]}>{label}</Refused>
        ) : (
          <Button
            kind="go"
            busy={action.busy}
            onPress={() => change(() => referenceApi.confirmReferenceImport({ importId: one.id, digest, mode, keepTies, decidedTies }))}
          >
            {label}
          </Button>
        )}
        {cancel}
      </Buttons>
    </>
  );
}
