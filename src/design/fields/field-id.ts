// The ids of a form's inputs. A dialog opens above a page whose form may have fields of the same names: a label must not point at the one below.
import { createContext, useContext } from 'react';

/** What the ids begin with, here. */
const FieldIds = createContext('field');
export { FieldIds };

/** Makes the id of the input for a path: the same for the field and for the link in the list of problems. */
export function useFieldId(): (name: string) => string {
  const place = useContext(FieldIds);
  return (name) => `${place}-${name.replaceAll('.', '-')}`;
}

/** What the ids begin with in a dialog that opens here. */
export const useFieldIdsWithin = (): string => `${useContext(FieldIds)}-above`;
