// All that is wrong with the plan at once, each with the row that it is in; thousands of rows are not in sight together.
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { Problem } from '#kernel/result.ts';
import { useHallWords } from '../../places/hall-words.ts';
import { useSentences } from '../../local-problems.ts';
import type { FloorDraft, RectangleDraft } from './floor-draft.ts';

const SHOWN = 30;

interface FloorProblemsProps {
  readonly draft: FloorDraft;
  readonly problems: readonly Problem[];
  /** Saving was asked for and refused: takes the focus. */
  readonly isAsked: boolean;
  readonly goTo: (rectangle: string) => void;
  /** To a field of a hall or of the way between two; the hall in which it is shown. */
  readonly goToField: (name: string, hall: string | undefined) => void;
}

/** What a row is called: by its code or name, else by its kind. */
export function useRowWords(): (rectangle: RectangleDraft) => string {
  const { t, language } = useText();
  return ({ kind, code, name }) => {
    const called = code.trim() === '' ? name[language].trim() || Object.values(name).join(' ').trim() : code.trim();
    return `${t(`expos.rectangle_${kind}`)} ${called}`.trim();
  };
}

export function FloorProblems({ draft, problems, isAsked, goTo, goToField }: FloorProblemsProps) {
  const { t } = useText();
  const sentences = useSentences();
  const hallWords = useHallWords();
  const rowWords = useRowWords();
  const said = problems.length === 0 ? [] : sentences(problems.slice(0, SHOWN));
  if (problems.length === 0) return null;
  const named = (key: string | undefined): string => hallWords(codes.get(key ?? '') ?? '');
  const fieldWords = ([part, at]: Problem['path']): string => {
    if (part !== 'walks') return hallWords(draft.halls[Number(at)]?.code ?? '');
    const [from, to] = String(at).split('-');
    return t('expos.walk_between', { from: named(from), to: named(to) });
  };
  const codes = new Map(draft.halls.map(({ key, code }) => [key, code]));
  return (
    <Notice key={String(isAsked)} kind="refused" taking={isAsked} heading={t('expos.floor_problems', { count: problems.length })}>
      {t('expos.floor_problems_text')}
      <ul>
        {said.map(({ path, message }, at) => {
          const [part, index] = path;
          const rectangle = part === 'rectangles' ? draft.rectangles[Number(index)] : undefined;
          return (
            <li key={at}>
              {rectangle === undefined ? (
                <>
                  <TextAction onPress={() => goToField(path.join('.'), part === 'walks' ? String(index).split('-')[0] : undefined)}>
                    {fieldWords(path)}
                  </TextAction>{' '}
                </>
              ) : (
                <>
                  <TextAction onPress={() => goTo(rectangle.key)}>
                    {t('expos.floor_problem_in', { hall: hallWords(codes.get(rectangle.hall) ?? ''), what: rowWords(rectangle) })}
                  </TextAction>{' '}
                </>
              )}
              {message}
            </li>
          );
        })}
        {problems.length > SHOWN && <li>…</li>}
      </ul>
    </Notice>
  );
}
