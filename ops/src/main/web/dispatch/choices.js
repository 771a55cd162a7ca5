/** Why a centre does not take an incident. */
export const CAUSES = ['wrong-zone', 'duplicate', 'no-unit', 'not-police', 'conflict-of-interest'];

/** How an incident ended; told back to whoever acted. */
export const OUTCOMES = [
  'patrol-met-her-safe',
  'patrol-met-her-hurt',
  'suspect-arrested',
  'suspect-left',
  'brought-to-safety',
  'nobody-found',
  'no-danger-found',
];

/** Why somebody looks at a hidden number; the server knows the same. */
export const NUMBER_REASONS = ['as-agreed', 'locate', 'patrol-at-the-door', 'interpreter', 'other'];
