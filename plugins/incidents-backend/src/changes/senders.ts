/** Whoever tells of changes, as integration keys know them: one kind of sender, whatever its name. */
export const CHANGE_SENDERS = {
  id: 'changes',
  title: 'Changes',
  overloadStatus: 429,
} as const;
