const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in HTML and XML, in attributes too. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const tagged = /<\s*[/!]?\s*[a-z][^<]*>|<\s*script|javascript\s*:/iu;

/** Whether a text has a tag of HTML, or an address that runs: nothing that belongs into plain words. */
export const hasMarkup = (text: string): boolean => tagged.test(text);
