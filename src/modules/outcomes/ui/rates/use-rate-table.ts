// A table of rates that is being brought in: what stands there, how it is to be read, and how the server reads it now.
import { useEffect, useState } from 'react';
import { useAction } from '#client/use-action.ts';
import type { RateReadingShown } from '../../contract/rates.ts';
import type { RateMeaning } from '../../domain/rates/columns.ts';
import type { RateAnswer } from '../../domain/rates/read-table.ts';
import type { RateDirection, RateMeasure, RatePeriod } from '../../domain/rates/table.ts';
import { outcomesApi } from '../client.ts';
import type { SheetFile } from '../sheet/use-sheet.ts';

interface HowRead {
  readonly columns: readonly RateMeaning[];
  readonly period: RatePeriod | null;
  readonly base: string;
  readonly answers: readonly RateAnswer[];
}

interface RateFacts {
  readonly direction: RateDirection | '';
  readonly measure: RateMeasure | '';
  readonly name: string;
  readonly replaces: string;
}

const unread: HowRead = { columns: [], period: null, base: '', answers: [] };
const unsaid: RateFacts = { direction: '', measure: '', name: '', replaces: '' };

/** While somebody types or answers, it is read anew a moment later. */
const PAUSE_MS = 300;

export function useRateTable(officeId: string) {
  const action = useAction();
  const [text, setText] = useState('');
  const [file, setFile] = useState<SheetFile | null>(null);
  const [how, setHow] = useState(unread);
  const [facts, setFacts] = useState(unsaid);
  const [reading, setReading] = useState<RateReadingShown | null>(null);
  const { run } = action;
  const asked = {
    ...{ officeId, text, columns: [...how.columns], order: null, period: how.period, base: how.base === '' ? null : how.base },
    answers: [...how.answers],
  };
  useEffect(() => {
    if (text.trim() === '') return setReading(null);
    const timer = setTimeout(() => void run(async () => setReading(await outcomesApi.previewRateTable(asked))), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, how, officeId, run]);
  const take = (read: string, from: typeof file) => {
    setText(read);
    setFile(from);
    setHow({ ...unread, base: how.base });
    if (from !== null && facts.name === '') setFacts({ ...facts, name: from.file.name.replace(/\.[^.]+$/, '').slice(0, 200) });
  };
  const readFile = (chosen: File, sheet?: string) =>
    void run(async () => {
      const read = await outcomesApi.readRateFile({ officeId, file: chosen, ...(sheet === undefined ? {} : { sheet }) });
      take(read.text, { file: chosen, sheets: read.sheets, sheet: read.sheet });
    });
  const answer = (given: RateAnswer) =>
    setHow((before) => ({
      ...before,
      answers: [
        ...before.answers.filter(({ about, of }) => about !== given.about || of !== given.of),
        ...(given.choice === '' ? [] : [given]),
      ],
    }));
  return { action, text, file, how, setHow, facts, setFacts, reading, take, readFile, answer, asked };
}
export type BeingRead = ReturnType<typeof useRateTable>;
