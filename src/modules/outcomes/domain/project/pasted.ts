// Milestones as a list has them: a line each, what it is and by when, in whichever order. What is not understood is told and not entered.
import type { FlexDate } from '#kernel/flex-date.ts';
import { readDate } from '#reading/cells.ts';
import { splitPaste } from '#reading/clipboard.ts';
import { headTable } from '#reading/heads.ts';

export interface PastedMilestone {
  /** Its line in the list, from 1. */
  readonly line: number;
  readonly title: string;
  /** Null where no day is written: it is not planned for any. */
  readonly planned: FlexDate | null;
  /** Why it cannot be entered; `cell`: what was not understood. */
  readonly problem: {
    readonly code: 'outcomes.pasted_no_title' | 'outcomes.pasted_date_unclear' | 'outcomes.pasted_too_long';
    readonly cell: string;
  } | null;
}

const heads = headTable<'title' | 'date'>({
  title: 'milestone|milestones|title|what|name|节点|里程碑|名称|事项',
  date: 'date|day|planned|due|by|when|deadline|日期|计划日期|时间|期限|截止日期',
});

const longestTitle = 300;
const looksDated = (cell: string): boolean => /\d/.test(cell) && readDate(cell, {}).state !== 'blank';

/** The cells with something in them; a line of heads is none of the list. */
export function readMilestones(text: string): readonly PastedMilestone[] {
  return splitPaste(text).flatMap(({ number: line, cells }): readonly PastedMilestone[] => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length === 0 || filled.every((cell) => heads(cell) !== null)) return [];
    const read = filled.map((cell) => ({ cell, date: filled.length > 1 && looksDated(cell) ? readDate(cell, {}) : null }));
    const dated = read.find(({ date }) => date?.state === 'read');
    // Where no cell is a day, the last one with a digit that stands beside a title was meant as one.
    const unclear = dated === undefined ? read.slice(1).findLast(({ date }) => date !== null && date.state !== 'read') : undefined;
    const title = read
      .filter((one) => one !== dated && one !== unclear)
      .map(({ cell }) => cell)
      .join(', ');
    const planned = dated?.date?.state === 'read' ? dated.date.value : null;
    const problem =
      title === ''
        ? ({ code: 'outcomes.pasted_no_title', cell: filled[0] ?? '' } as const)
        : title.length > longestTitle
          ? ({ code: 'outcomes.pasted_too_long', cell: title.slice(0, 60) } as const)
          : unclear === undefined
            ? null
            : ({ code: 'outcomes.pasted_date_unclear', cell: unclear.cell } as const);
    return [{ line, title, planned, problem }];
  });
}
