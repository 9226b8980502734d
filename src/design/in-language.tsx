// A part of a page as readers of one language see it, whatever the language of the page.
import { useEffect, useState, type ReactNode } from 'react';
import { LanguageHere, needTextsIn } from '#client/language.ts';
import type { Language } from '#kernel/language.ts';
import { Skeleton } from './notices/waiting.tsx';

export function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const [ready, setReady] = useState<Language | null>(null);
  useEffect(() => {
    void needTextsIn(language).then(() => setReady(language));
  }, [language]);
  if (ready !== language) return <Skeleton lines={3} />;
  return (
    <LanguageHere value={language}>
      <div lang={language}>{children}</div>
    </LanguageHere>
  );
}
