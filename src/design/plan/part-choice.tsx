// Which part of the tables a grid shows, where it does not show all of them.
import { useText } from '#client/language.ts';
import { SelectField } from '../fields/field.tsx';
import { partName, type TablePart } from './table-part.ts';

export function PartChoice({ name, of }: { readonly name: string; readonly of: TablePart }) {
  const { t } = useText();
  if (of.parts.length < 2) return null;
  return (
    <SelectField
      name={name}
      label={t('design.tables_part')}
      value={String(of.part)}
      onChange={(value) => of.pick(Number(value))}
      options={of.parts.map((part, at) => ({ value: String(at), text: partName(part) }))}
    />
  );
}
