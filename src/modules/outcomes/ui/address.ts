// What the address of the form says: the tie of which something is entered.
export const newOutcomeSearch = (search: Readonly<Record<string, unknown>>): { readonly tie?: string } =>
  typeof search['tie'] === 'string' ? { tie: search['tie'] } : {};
