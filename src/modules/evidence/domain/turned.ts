// Attributes of one side of a tie, such as `a_level`: where the sides have changed places, they are said of the other one.

/** The same attribute of the other side; others stay as they are. */
export const turnedAttribute = (attribute: string): string =>
  attribute.startsWith('a_') ? `b_${attribute.slice(2)}` : attribute.startsWith('b_') ? `a_${attribute.slice(2)}` : attribute;
