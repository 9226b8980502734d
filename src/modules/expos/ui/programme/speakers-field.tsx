// Speakers of an item: name, post and office as at that day, and their rank; each a row.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { useNaming } from '#design/named.tsx';
import { exposQueries } from '../client.ts';
import { CellField, CellSelect } from '../cell-field.tsx';
import { EntryTable, type EntryColumn } from '../entry-table.tsx';
import type { SpeakerDraft } from './item-draft.ts';

interface SpeakersFieldProps {
  readonly editionId: string;
  readonly value: readonly SpeakerDraft[];
  readonly onChange: (value: readonly SpeakerDraft[]) => void;
}

const cells = ['rank', 'name', 'post', 'office', 'topic', 'email'] as const;

export function SpeakersField({ editionId, value, onChange }: SpeakersFieldProps) {
  const { t } = useText();
  const naming = useNaming();
  const participants = useQuery(exposQueries.listParticipants.queryOptions({ input: { editionId, limit: 200 } })).data?.entries ?? [];
  const choices = [
    { value: '', text: t('expos.none') },
    ...participants.map(({ id, code, name }) => ({ value: String(id), text: `${code} ${naming(name)}` })),
  ];
  const add = () =>
    onChange([
      ...value,
      {
        key: `new-${crypto.randomUUID()}`,
        rank: String(value.length + 1),
        name: '',
        post: '',
        office: '',
        topic: '',
        email: '',
        participantId: '',
      },
    ]);
  const label = (key: string, at: number): string => t('expos.of_row', { label: key, number: at + 1 });
  const columns: readonly EntryColumn<SpeakerDraft>[] = [
    ...cells.map((key): EntryColumn<SpeakerDraft> => ({
      head: t(`expos.speaker_${key}`),
      cell: (draft, at, set) => <CellField {...bind(draft, set, `speakers.${at}.`)(key)} label={label(t(`expos.speaker_${key}`), at)} />,
    })),
    {
      head: t('expos.speaker_participant'),
      cell: (draft, at, set) => (
        <CellSelect
          {...bind(draft, set, `speakers.${at}.`)('participantId')}
          label={label(t('expos.speaker_participant'), at)}
          options={choices}
        />
      ),
    },
  ];
  return (
    <fieldset>
      <legend className="lbl">{t('expos.speakers')}</legend>
      <p className="note">{t('expos.speakers_hint')}</p>
      {value.length > 0 && (
        <EntryTable
          caption={t('expos.speakers')}
          className="datatable stack entry wordy fewcolumns"
          drafts={value}
          removeWords={(_, at) => t('expos.remove_speaker', { number: at + 1 })}
          {...{ columns, onChange }}
        />
      )}
      <Buttons after={value.length > 0}>
        <TextAction onPress={add}>{t('expos.add_speaker')}</TextAction>
      </Buttons>
    </fieldset>
  );
}
