import { lazy, Suspense, useState } from 'react';

/** One dialog for *Report* and *Declare*. */
export interface ReportDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The entity it is opened from; picked in the dialog otherwise. */
  entityRef?: string;
  /** The closed incident, `INC-12`, that it happens again of. */
  recurrenceOf?: string;
}

const LoadedDialog = lazy(() =>
  import('./LoadedDialog').then(m => ({ default: m.LoadedDialog })),
);

/** Loads nothing before it is opened: it stands on every entity's page. */
export const ReportDialog = (props: ReportDialogProps) => {
  const [wasOpened, setWasOpened] = useState(false);
  if (props.isOpen && !wasOpened) {
    setWasOpened(true);
  }
  return wasOpened ? (
    <Suspense fallback={null}>
      <LoadedDialog {...props} />
    </Suspense>
  ) : null;
};
