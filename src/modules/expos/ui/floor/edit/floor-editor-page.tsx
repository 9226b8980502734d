// /editions/$slug/setup/floor: the table of rectangles with the plan that is drawn from it, each changed by the other; kept as a whole.
import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import { useText } from '#client/language.ts';
import { sameValue } from '#client/merge-changes.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { FieldProblems } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import { saveText } from '#design/save-file.ts';
import type { Problem } from '#kernel/result.ts';
import type { Edition } from '../../../contract/edition.ts';
import { exposApi, exposQueries } from '../../client.ts';
import { useSentences } from '../../local-problems.ts';
import { useSetupEdition } from '../../setup-page.tsx';
import { draftOfFloor, draftProblems, sentOfFloor, type FloorDraft, type FloorTable, type SentFloor } from './floor-draft.ts';
import { HallsEditor, WalksEditor } from './halls-editor.tsx';
import { FloorProblems } from './problems.tsx';
import { ReadDialog } from './read-dialog.tsx';
import { RectanglesEditor } from './rectangles-editor.tsx';
import { writeTable } from './table-text.ts';
import { useHistory } from './use-history.ts';

export function FloorEditorPage() {
  const edition = useSetupEdition();
  const table = useRead(exposQueries.getFloorTable.queryOptions({ input: { editionId: edition.id } }));
  return table === undefined ? <Skeleton lines={10} /> : <FloorEditor edition={edition} table={table} />;
}

const sentOnly = ({ halls, walks, rectangles }: SentFloor): SentFloor => ({ halls, walks, rectangles });
const sentOf = (draft: FloorDraft): SentFloor => sentOnly(sentOfFloor(draft));

function useFloorSave({ id: editionId }: Edition, table: FloorTable, onSaved: (saved: FloorTable) => void) {
  const { t } = useText();
  return useVersioned<FloorTable, { readonly floor: SentFloor }>({
    queryKey: exposQueries.key(),
    thing: table,
    // Through a draft and back, so that what is compared has one form.
    draftOf: (read) => ({ floor: read === null ? { halls: [], walks: [], rectangles: [] } : sentOf(draftOfFloor(read)) }),
    words: [
      {
        key: 'floor',
        label: t('expos.floor'),
        show: ({ floor }) => t('expos.floor_list', { halls: floor.halls.length, count: floor.rectangles.length }),
      },
    ],
    read: () => exposApi.getFloorTable({ editionId }),
    write: async ({ floor }, context) => {
      const { halls, walks, rectangles } = floor ?? { halls: [], walks: [], rectangles: [] };
      const sent = {
        ...{ editionId, halls: [...halls], walks: [...walks] },
        rectangles: rectangles.map((one) => ({ ...one, name: one.name === null ? null : { ...one.name } })),
      };
      const saved = await exposApi.replaceFloorTable(sent, { context });
      onSaved(saved);
      return saved;
    },
    said: ({ rectangles }) => {
      const count = (kind: string) => new Set(rectangles.flatMap((one) => (one.kind === kind ? [one.code] : []))).size;
      return t('expos.floor_saved', {
        stands: t('expos.stand_count', { count: count('stand') }),
        tables: t('expos.table_count', { count: count('table') }),
      });
    },
  });
}

function FloorEditor({ edition, table }: { readonly edition: Edition; readonly table: FloorTable }) {
  const fieldId = useFieldId();
  const { t, language } = useText();
  const edited = useHistory(() => draftOfFloor(table));
  const { now: draft, change, undo, redo, begin } = edited;
  const form = useFloorSave(edition, table, (saved) => begin(draftOfFloor(saved)));
  const [hallKey, setHallKey] = useState(draft.halls[0]?.key ?? '');
  const [row, setRow] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const [wasRefused, setRefused] = useState(false);
  // Thousands of rectangles are checked while one types on.
  const checked = useDeferredValue(draft);
  const { placeable } = table;
  const problems = useMemo((): readonly Problem[] => draftProblems(checked, placeable), [checked, placeable]);
  const sent = useMemo(() => sentOf(checked), [checked]);
  const isChanged = !sameValue(sent, form.base.floor);
  const hall = draft.halls.find(({ key }) => key === hallKey) ?? draft.halls[0];
  const save = () => {
    const found = draftProblems(draft, placeable);
    setRefused(found.length > 0);
    if (found.length === 0) form.save({ floor: sentOf(draft) });
  };
  const goTo = (key: string) => {
    const rectangle = draft.rectangles.find((one) => one.key === key);
    if (rectangle !== undefined) setHallKey(rectangle.hall);
    setRow(key);
  };
  const goToField = (name: string, inHall: string | undefined) => {
    if (inHall !== undefined) setHallKey(inHall);
    // The field may come with its hall only.
    requestAnimationFrame(() => document.getElementById(fieldId(name))?.focus());
  };
  const sentences = useSentences();
  const ofFields = sentences(problems.filter(({ path: [part] }) => part !== 'rectangles'));
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    const step = event.shiftKey ? redo : undo;
    event.preventDefault();
    step?.();
  };
  const editing = { draft, change, placeable, problems };
  return (
    <KeepTyped isChanged={isChanged}>
      <div onKeyDown={onKey}>
        <Note>{t('expos.floor_text')}</Note>
        <TroubleNotice trouble={form.trouble} />
        <FloorProblems {...{ draft, problems, goTo, goToField }} isAsked={wasRefused} />
        <FieldProblems problems={ofFields}>
          <HallsEditor {...editing} />
        </FieldProblems>
        {hall !== undefined && (
          <>
            {draft.halls.length > 1 && (
              <FieldProblems problems={ofFields}>
                <WalksEditor {...editing} hall={hall} />
              </FieldProblems>
            )}
            <RectanglesEditor {...editing} {...{ hall, row, setRow }} onHall={setHallKey} />
          </>
        )}
        <Section title={t('expos.save_floor')}>
          {isChanged && <Notice>{t('expos.floor_not_saved')}</Notice>}
          <Buttons after>
            <Button kind="go" busy={form.busy} aria-disabled={!isChanged} onPress={() => (isChanged ? save() : undefined)}>
              {t('expos.save_floor')}
            </Button>
            <Button aria-disabled={undo === null} onPress={() => undo?.()}>
              {t('expos.undo_step')}
            </Button>
            <Button aria-disabled={redo === null} onPress={() => redo?.()}>
              {t('expos.redo_step')}
            </Button>
            <Button onPress={() => setReading(true)}>{t('expos.floor_read')}</Button>
            {draft.rectangles.length > 0 && (
              <Button onPress={() => saveText(`${edition.slug}-floor-plan.csv`, 'text/csv', writeTable(draft, language))}>
                {t('expos.floor_take')}
              </Button>
            )}
            {isChanged && <TextAction onPress={() => change(draftOfFloor(form.base.floor))}>{t('expos.discard')}</TextAction>}
          </Buttons>
        </Section>
        {isReading && <ReadDialog draft={draft} onTaken={(next) => change(next)} onClose={() => setReading(false)} />}
        <TwoValues clash={form.clash} />
      </div>
    </KeepTyped>
  );
}
