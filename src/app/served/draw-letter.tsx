// Draws the page on which a letter is answered without scripts, from the parts of the page that runs them; nothing of it asks anything.
import { renderToStaticMarkup } from 'react-dom/server';
import { textsIn, type Reading } from '#client/language.ts';
import { addressIn } from '#kernel/page-address.ts';
import type { LetterShown } from '#modules/outcomes/contract/letter-page.ts';
import { LetterPage } from '#modules/outcomes/ui/follow-up/letter-page.tsx';
import { drawFor } from './reader.ts';

export interface LetterDrawing extends Reading {
  readonly letter: LetterShown;
}

function Whole({ letter, language }: LetterDrawing) {
  const product = textsIn(language)('design.product');
  return (
    <html lang={language} data-served="">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{product}</title>
        <link rel="stylesheet" href="/served.css" />
      </head>
      <body>
        <header className="bar">
          <div>
            <a className="word" href={addressIn(language, '/')}>
              {product}
            </a>
          </div>
        </header>
        <main className="page">
          <LetterPage letter={letter} />
        </main>
      </body>
    </html>
  );
}

/** The page's HTML; of its heading its title is made. */
export const drawLetter = (drawing: LetterDrawing): Promise<string> =>
  drawFor(drawing, () => {
    const html = renderToStaticMarkup(<Whole {...drawing} />);
    const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
    return `<!doctype html>${html.replace('<title>', () => `<title>${heading} – `)}`;
  });
