/** Where a place is known by its code alone: tables are numbered, stands have codes with a letter. */
export const isTableNumber = (code: string): boolean => /^\d+$/.test(code);
