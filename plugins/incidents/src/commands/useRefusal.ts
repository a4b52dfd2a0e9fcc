import { useState } from 'react';
import { InvalidField, reasonOf } from '../api/errors';

interface Refusal {
  /** Undefined where it is about the whole. */
  field?: string;
  text: string;
}

/** What was refused in a form, and where it is shown. */
export function useRefusal() {
  const [refusal, setRefusal] = useState<Refusal>();
  return {
    /** A refusal that belongs to none of the fields shown. */
    problemBeside: (fields: readonly string[]) =>
      refusal && !(refusal.field && fields.includes(refusal.field))
        ? refusal.text
        : undefined,
    problemOf: (field: string) =>
      refusal?.field === field ? refusal.text : undefined,
    /** The properties that show a field's error beneath it. */
    field: (name: string) => ({
      name,
      validationBehavior: 'aria' as const,
      validate: () => (refusal?.field === name ? refusal.text : null),
    }),
    /** Refuses before anything is sent. */
    refuse: (field: string, text: string) => setRefusal({ field, text }),
    /** Shows what the backend has refused. */
    learn: (error: unknown) =>
      setRefusal(
        error instanceof InvalidField
          ? { field: error.field, text: error.message }
          : { text: reasonOf(error) },
      ),
    refuseWhole: (text: string) => setRefusal({ text }),
    forget: () => setRefusal(undefined),
  };
}
