// A list that is being brought in: what stands there, how it is to be read, and how the server reads it now.
import { useEffect, useState } from 'react';
import { useAction } from '#client/use-action.ts';
import type { DayOrder } from '#reading/dates.ts';
import type { SheetReadingShown } from '../../contract/sheets.ts';
import type { SheetAnswer } from '../../domain/sheet/answers.ts';
import type { SheetMeaning } from '../../domain/sheet/columns.ts';
import { outcomesApi } from '../client.ts';

export interface SheetFile {
  readonly file: File;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

interface HowRead {
  readonly columns: readonly SheetMeaning[];
  readonly order: DayOrder | null;
  readonly answers: readonly SheetAnswer[];
}

const unread: HowRead = { columns: [], order: null, answers: [] };

/** While somebody types or answers, it is read anew a moment later. */
const PAUSE_MS = 300;

export function useSheet(officeId: string) {
  const action = useAction();
  const [text, setText] = useState('');
  const [file, setFile] = useState<SheetFile | null>(null);
  const [how, setHow] = useState(unread);
  const [reading, setReading] = useState<SheetReadingShown | null>(null);
  const { run } = action;
  useEffect(() => {
    if (text.trim() === '') return setReading(null);
    const { columns, order, answers } = how;
    const input = { officeId, text, columns: [...columns], order, answers: [...answers] };
    const timer = setTimeout(() => void run(async () => setReading(await outcomesApi.previewOutcomeSheet(input))), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, how, officeId, run]);
  const take = (read: string, from: SheetFile | null) => {
    setText(read);
    setFile(from);
    setHow(unread);
  };
  const readFile = (chosen: File, sheet?: string) =>
    void run(async () => {
      const read = await outcomesApi.readOutcomeFile({ officeId, file: chosen, ...(sheet === undefined ? {} : { sheet }) });
      take(read.text, { file: chosen, sheets: read.sheets, sheet: read.sheet });
    });
  const answer = (given: SheetAnswer) =>
    setHow((before) => ({
      ...before,
      answers: [
        ...before.answers.filter(({ about, of }) => about !== given.about || of !== given.of),
        ...(given.choice === '' ? [] : [given]),
      ],
    }));
  return { action, text, file, how, reading, take, readFile, answer, setHow };
}
