// Which of the dialogs of an outcome's page is open.
import type { EntryShown } from '../contract/shapes.ts';

export type Opened = 'edit' | 'entry' | 'rate' | 'answer' | 'statement' | { readonly reverse: EntryShown } | null;
