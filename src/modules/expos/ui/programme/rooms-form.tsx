// The rooms of a programme, all of them in their order.
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { ProgrammeItemShown } from '../../contract/programme.ts';
import { exposApi, exposQueries } from '../client.ts';
import { CellField } from '../cell-field.tsx';
import { EntryTable, type EntryColumn } from '../entry-table.tsx';
import { wholeOf } from '../local-problems.ts';
import { lineOfText, textOfLine } from './item-draft.ts';

interface Room {
  readonly id: string;
  readonly name: ProgrammeItemShown['title'];
  readonly hall: string;
  readonly seats: number | null;
}

interface RoomDraft {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly hall: string;
  readonly seats: string;
}

const cells = ['name', 'hall', 'seats'] as const;

export function RoomsForm({
  edition,
  rooms,
  onClose,
}: {
  readonly edition: Edition;
  readonly rooms: readonly Room[];
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const [drafts, setDrafts] = useState<readonly RoomDraft[]>(() =>
    rooms.map(({ id, name, hall, seats }) => ({ key: id, id, name: lineOfText(name), hall, seats: seats === null ? '' : String(seats) })),
  );
  const add = () => setDrafts([...drafts, { key: `new-${crypto.randomUUID()}`, id: null, name: '', hall: '', seats: '' }]);
  const save = async () => {
    const sent = drafts.map(({ id, name, hall, seats }) => ({
      ...(id === null ? {} : { id }),
      ...{ name: textOfLine(name), hall, seats: seats.trim() === '' ? null : wholeOf(seats) },
    }));
    const done = await action.run(() =>
      exposApi.replaceProgrammeRooms({ editionId: edition.id, rooms: sent }, { context: { ifMatch: edition.version } }),
    );
    await queryClient.invalidateQueries({ queryKey: exposQueries.key() });
    if (done) onClose();
  };
  const columns = cells.map((key): EntryColumn<RoomDraft> => ({
    head: t(`expos.room_${key}`),
    cell: (draft, at, set) => (
      <CellField {...bind(draft, set, `rooms.${at}.`)(key)} label={t('expos.of_row', { label: t(`expos.room_${key}`), number: at + 1 })} />
    ),
  }));
  return (
    <FormDialog wide title={t('expos.rooms')} action={action} submit={t('expos.save')} onSubmit={() => void save()} onClose={onClose}>
      <p className="note">{t('expos.item_lines_hint')}</p>
      {drafts.length > 0 && (
        <EntryTable
          caption={t('expos.rooms')}
          drafts={drafts}
          onChange={setDrafts}
          columns={columns}
          removeWords={(_, at) => t('expos.remove_room', { number: at + 1 })}
        />
      )}
      <Buttons after={drafts.length > 0}>
        <TextAction onPress={add}>{t('expos.add_room')}</TextAction>
      </Buttons>
    </FormDialog>
  );
}
