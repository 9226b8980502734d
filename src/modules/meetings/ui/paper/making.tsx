// Papers to press: each is made, its progress told, and saved when it is done; it can be cancelled, and saved once more.
import { paperLanguages, type PaperLanguage } from '../../domain/paper/paper.ts';
import { useEffect, useRef, useState } from 'react';
import { troubleOf, type Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { saveFile } from '#design/save-file.ts';
import { writing } from '#kernel/language.ts';
import { fetchPaper, type FetchedPaper, type PaperAsked, type PaperProgress } from './fetch-paper.ts';

type Making =
  | { readonly at: 'nothing' }
  | { readonly at: 'making'; readonly progress: PaperProgress | null }
  | { readonly at: 'made'; readonly paper: FetchedPaper }
  | { readonly at: 'refused'; readonly trouble: Trouble };

type FetchOf<A> = (asked: A, signal: AbortSignal, onProgress: (progress: PaperProgress) => void) => Promise<FetchedPaper>;

export const usePaper = () => useFetched(fetchPaper);

/** One paper at a time; another press takes the place of the one before, and whoever leaves the page cancels it. */
export function useFetched<A>(fetchIt: FetchOf<A>) {
  const [making, setMaking] = useState<Making>({ at: 'nothing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const make = async (asked: A): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const set = (next: Making): void => {
      if (!mine.signal.aborted) setMaking(next);
    };
    set({ at: 'making', progress: null });
    try {
      const paper = await fetchIt(asked, mine.signal, (progress) => set({ at: 'making', progress }));
      if (!mine.signal.aborted) saveFile(paper.file.name, paper.file);
      set({ at: 'made', paper });
    } catch (fault) {
      set({ at: 'refused', trouble: troubleOf(fault) });
    }
  };
  const cancel = (): void => {
    running.current?.abort();
    setMaking({ at: 'nothing' });
  };
  return { making, make, cancel };
}

export function PaperState({ making, onCancel }: { readonly making: Making; readonly onCancel: () => void }) {
  const { t, language } = useText();
  switch (making.at) {
    case 'nothing':
      return null;
    case 'making': {
      const { progress } = making;
      const sentence = progress === null ? t('meetings.paper_begins') : t('meetings.paper_making', { ...progress });
      return (
        <Progress sentence={sentence} onCancel={onCancel} {...(progress === null ? {} : { value: progress.done, max: progress.of })} />
      );
    }
    case 'made': {
      const { file, unset } = making.paper;
      const heading = t('meetings.paper_made', { file: file.name });
      return (
        <Notice kind={unset.length === 0 ? 'plain' : 'draft'} heading={heading}>
          {unset.length > 0 && <p>{t('meetings.paper_unset_words', { words: unset.join(writing[language].enumeration) })}</p>}
          <Button kind="text" onPress={() => saveFile(file.name, file)}>
            {t('meetings.paper_save_again')}
          </Button>
        </Notice>
      );
    }
    case 'refused':
      return <TroubleNotice trouble={making.trouble} />;
  }
}

export function LanguageField({ value, onChange }: { readonly value: PaperLanguage; readonly onChange: (value: PaperLanguage) => void }) {
  const { t } = useText();
  const options = [
    { value: 'both' as const, text: t('meetings.paper_in_both') },
    ...paperLanguages.both.map((one) => ({ value: one, text: t(`design.language_${writing[one].suffix}`) })),
  ];
  return (
    <SelectField name="paper_language" label={t('meetings.paper_language_label')} value={value} onChange={onChange} options={options} />
  );
}

/** What one participant has of a kind, where it has one alone. */
const ownKinds = {
  agendas: 'meetings.agenda',
  badges: 'meetings.paper_own_badges',
  interpreters: 'meetings.paper_own_interpreter',
  overview: 'meetings.paper_kind_overview',
  tables: 'meetings.paper_kind_tables',
  fallback: 'meetings.paper_kind_fallback',
  floor: 'meetings.paper_kind_floor',
  programme: 'meetings.paper_kind_programme',
} as const;

/** The papers of a group or of one participant, as a row of buttons. */
interface PaperButtonsProps {
  readonly of: Omit<PaperAsked, 'paper'>;
  readonly papers: readonly PaperAsked['paper'][];
  /** Of somebody else: nothing is called "ours". */
  readonly isTheirs?: boolean;
}

export function PaperButtons({ of, papers, isTheirs = false }: PaperButtonsProps) {
  const { t } = useText();
  const [language, setLanguage] = useState<PaperLanguage>('both');
  const { making, make, cancel } = usePaper();
  return (
    <div className="after">
      <LanguageField value={language} onChange={setLanguage} />
      <Buttons>
        {papers.map((paper) => (
          <Button key={paper} onPress={() => void make({ ...of, paper, language })}>
            {t('meetings.paper_pdf', {
              paper: t(
                isTheirs || (of.interpreterId === undefined && of.participantId === undefined)
                  ? `meetings.paper_kind_${paper}`
                  : ownKinds[paper],
              ),
            })}
          </Button>
        ))}
      </Buttons>
      <PaperState making={making} onCancel={cancel} />
    </div>
  );
}
