// Addresses that name their language, as those of readers do: the router knows pages without it, and links keep it.
import { addressIn, readAddress } from '#kernel/page-address.ts';
import { addressedLanguage, currentLanguage } from './language.ts';
import { isDrawnOnServer } from './on-server.ts';

/** Whether links say in which language they are read: all that are drawn on the server; in the browser, where the page was come to by such an address. */
export const linksNameLanguage = isDrawnOnServer || addressedLanguage() !== null;

export const byLanguage = {
  input: ({ url }: { readonly url: URL }): URL => {
    url.pathname = readAddress(url.pathname).path;
    return url;
  },
  output: ({ url }: { readonly url: URL }): URL => {
    if (linksNameLanguage) url.pathname = addressIn(currentLanguage(), url.pathname);
    return url;
  },
};
