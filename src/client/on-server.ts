// Where a page is drawn: on the server, to be sent whole and read without a script, or in the browser.
export const isDrawnOnServer = typeof document === 'undefined';
