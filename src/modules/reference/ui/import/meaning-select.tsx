// What one column is taken for: the city, its partner, the tie, or nothing.
import { useText } from '#client/language.ts';
import { columnMeanings, placeParts, sides, tieParts, type ColumnMeaning } from '../../domain/mapping.ts';

interface MeaningSelectProps {
  readonly label: string;
  readonly value: ColumnMeaning;
  readonly onChange: (value: ColumnMeaning) => void;
}

export function MeaningSelect({ label, value, onChange }: MeaningSelectProps) {
  const { t } = useText();
  return (
    <select
      className="in"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(columnMeanings.find((meaning) => meaning === event.target.value) ?? 'ignored')}
    >
      <option value="ignored">{t('reference.meaning_ignored')}</option>
      {sides.map((side) => (
        <optgroup key={side} label={t(`reference.side_${side}`)}>
          {placeParts.map((part) => (
            <option key={part} value={`${side}_${part}`}>
              {t('reference.part_of_side', { side: t(`reference.side_${side}`), part: t(`reference.part_${part}`) })}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={t('reference.tie')}>
        {tieParts.map((part) => (
          <option key={part} value={part}>
            {t(`reference.part_${part}`)}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
