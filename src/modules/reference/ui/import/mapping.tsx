// What each column of a file is taken for, with its first values; changeable, and what is missing said at once.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons, Refused, TextAction } from '#design/button.tsx';
import { ColumnMapping } from '#design/column-mapping.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Named } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Gap } from '#design/page.tsx';
import { citiesQueries } from '#modules/cities/ui/client.ts';
import { CityChooser } from '#modules/cities/ui/search/city-chooser.tsx';
import { missingIn, placeParts, sides, tieParts, type ColumnMeaning } from '../../domain/mapping.ts';
import { referenceApi, referenceQueries } from '../client.ts';
import type { Mapping, ReferenceImport } from '../places/answers.ts';
import { useCodeWords } from '../code-words.ts';
import { MappingReading } from './mapping-reading.tsx';

/** A mapping that somebody is changing, and the one that it began with; it outlives what happens to the import meanwhile. */
export interface MappingDraft {
  readonly mapping: Mapping;
  readonly base: Mapping;
}

const isSame = (one: Mapping, other: Mapping): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface ImportMappingProps {
  readonly one: ReferenceImport;
  readonly draft: MappingDraft | null;
  readonly onDraft: (draft: MappingDraft | null) => void;
}

export function ImportMapping({ one, draft, onDraft }: ImportMappingProps) {
  const { t } = useText();
  const words = useCodeWords();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const mapping = draft?.mapping ?? one.mapping;
  const set = (change: Partial<Mapping>) => onDraft({ mapping: { ...mapping, ...change }, base: draft?.base ?? one.mapping });
  const missing = missingIn(mapping);
  const isNew = !isSame(mapping, one.mapping);
  const isOvertaken = isNew && draft !== null && !isSame(draft.base, one.mapping);
  const read = () =>
    void keep(() => referenceApi.setReferenceMapping({ importId: one.id, mapping }, { context: { ifMatch: one.version } }), {
      after: () => onDraft(null),
    });
  return (
    <>
      {one.state === 'mapping' && missing.length > 0 && (
        <Notice kind="refused" heading={t('reference.say_columns_first')}>
          <ul>
            {missing.map((code) => (
              <li key={code}>{words(code)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Columns one={one} mapping={mapping} onChange={(columns) => set({ columns })} />
      <OwnCity mapping={mapping} onChange={(ownCity) => set({ ownCity })} />
      <MappingReading one={one} mapping={mapping} onChange={set} />
      {isOvertaken && (
        <Notice kind="refused" live heading={t('reference.columns_overtaken')}>
          {t('reference.columns_overtaken_note')}
        </Notice>
      )}
      {action.trouble !== null && !(isOvertaken && action.trouble.status === 412) && (
        <Notice kind="refused" live heading={action.trouble.message}>
          {action.trouble.problems.map(({ code, message }) => (
            <p key={code}>{message}</p>
          ))}
        </Notice>
      )}
      <Buttons after>
        {missing.length > 0 ? (
          <Refused heading={t('reference.cannot_read_yet')} reasons={missing.map((code) => ({ text: words(code) }))}>
            {t('reference.read_so')}
          </Refused>
        ) : (
          <Button kind={one.state === 'mapping' ? 'go' : 'plain'} busy={action.busy} onPress={read}>
            {t('reference.read_so')}
          </Button>
        )}
        {isNew && (
          <Button kind="text" onPress={() => onDraft(null)}>
            {t(isOvertaken ? 'reference.as_it_is_now' : 'reference.as_it_was')}
          </Button>
        )}
      </Buttons>
    </>
  );
}

type ColumnsProps = Pick<ImportMappingProps, 'one'> & {
  readonly mapping: Mapping;
  readonly onChange: (columns: Mapping['columns']) => void;
};

function Columns({ one, mapping, onChange }: ColumnsProps) {
  const { t } = useText();
  const { columns } = one.head;
  const meaningAt = (at: number) => mapping.columns[at] ?? ('ignored' as const);
  return (
    <ColumnMapping<ColumnMeaning>
      caption={t('reference.columns')}
      columns={columns.map(({ column, head, samples }, at) => ({
        name: head === null || head === '' ? column : t('reference.column_called', { column, head }),
        called: head === null || head === '' ? column : head,
        samples,
        meaning: meaningAt(at),
      }))}
      groups={[
        { options: [{ value: 'ignored', text: t('reference.meaning_ignored') }] },
        ...sides.map((side) => ({
          label: t(`reference.side_${side}`),
          options: placeParts.map((part) => ({
            value: `${side}_${part}` as const,
            text: t('reference.part_of_side', { side: t(`reference.side_${side}`), part: t(`reference.part_${part}`) }),
          })),
        })),
        { label: t('reference.tie'), options: tieParts.map((part) => ({ value: part, text: t(`reference.part_${part}`) })) },
      ]}
      onChoose={(at, chosen) => onChange(columns.map((_, where) => (where === at ? chosen : meaningAt(where))))}
    />
  );
}

/** The city whose partners a table lists, where no column says it. */
function OwnCity({ mapping, onChange }: { readonly mapping: Mapping; readonly onChange: (ownCity: string | null) => void }) {
  const { t } = useText();
  const formats = useFormats();
  const [choosing, setChoosing] = useState(false);
  const { data } = useQuery({
    ...citiesQueries.getCity.queryOptions({ input: { city: mapping.ownCity ?? '' } }),
    enabled: mapping.ownCity !== null,
  });
  const isNeeded = !mapping.columns.some((meaning) => /^a_(?:name|wikidata|geonames)$/.test(meaning));
  if (mapping.ownCity === null && !isNeeded) return null;
  return (
    <p className="spaced">
      {mapping.ownCity === null ? (
        <TextAction onPress={() => setChoosing(true)}>{t('reference.choose_own_city')}</TextAction>
      ) : (
        <>
          {t('reference.all_rows_of')}
          <Gap />
          <b>{data === undefined ? '…' : <Named text={data.name} quiet />}</b>
          <Gap />
          {data !== undefined && <span className="note">{t('design.in_brackets', { words: formats.countryName(data.country) })} </span>}
          <TextAction onPress={() => onChange(null)}>{t('reference.no_own_city')}</TextAction>
        </>
      )}
      {choosing && (
        <Dialog open wide onClose={() => setChoosing(false)} title={t('reference.choose_own_city')}>
          <CityChooser
            except={null}
            onChoose={({ cityId }) => {
              if (cityId === null) return;
              setChoosing(false);
              onChange(cityId);
            }}
          />
          <p className="note">{t('reference.own_city_hint')}</p>
        </Dialog>
      )}
    </p>
  );
}
