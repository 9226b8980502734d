// English texts of network.
export const en = {
  'network.path_to_itself': 'Choose two different cities.',
} as const;
