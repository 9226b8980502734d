// How the rows of a file are read: its sheet, its heads, directions, dates, and whether it is the whole set.
import { languages } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { CheckField, Fields, OptionalSelect, SelectField } from '#design/fields/field.tsx';
import type { Mapping, ReferenceImport } from '../places/answers.ts';

const languagesOfLists = [...languages, ...'zh-Hant de fr es it pt nl pl ru uk tr ja ko ar'.split(' ')];
const orders = ['day_first', 'month_first'] as const;

interface MappingReadingProps {
  readonly one: ReferenceImport;
  readonly mapping: Mapping;
  readonly onChange: (change: Partial<Mapping>) => void;
}

export function MappingReading({ one, mapping, onChange }: MappingReadingProps) {
  const { t } = useText();
  const formats = useFormats();
  const named = new Set([...languagesOfLists, mapping.language]);
  const hasDates = mapping.columns.some((meaning) => meaning === 'since' || meaning === 'until');
  return (
    <div className="spaced">
      <Fields>
        {one.head.sheets.length > 1 && (
          <SelectField
            name="sheet"
            label={t('reference.sheet')}
            options={one.head.sheets.map((sheet) => ({ value: sheet, text: sheet }))}
            value={mapping.sheet ?? one.head.sheets[0] ?? ''}
            onChange={(sheet) => onChange({ sheet })}
          />
        )}
        <SelectField
          name="language"
          label={t('reference.names_language')}
          options={[...named].map((tag) => ({ value: tag, text: formats.languageName(tag) }))}
          value={mapping.language}
          onChange={(language) => onChange({ language })}
        />
        {hasDates && (
          <OptionalSelect
            name="order"
            label={t('reference.day_order')}
            none={t('reference.order_unsaid')}
            options={orders.map((order) => ({ value: order, text: t(`reference.order_${order}`) }))}
            value={mapping.order}
            onChange={(order) => onChange({ order })}
          />
        )}
      </Fields>
      {one.format !== 'sparql' && (
        <CheckField
          name="hasHeads"
          label={t('reference.has_heads')}
          checked={mapping.hasHeads}
          onChange={(hasHeads) => onChange({ hasHeads })}
        />
      )}
      <CheckField
        name="directed"
        label={t('reference.directed')}
        hint={t('reference.directed_hint')}
        checked={mapping.directed}
        onChange={(directed) => onChange({ directed })}
      />
      <CheckField
        name="whole"
        label={t('reference.whole')}
        hint={t('reference.whole_hint')}
        checked={mapping.whole}
        onChange={(whole) => onChange({ whole })}
      />
    </div>
  );
}
