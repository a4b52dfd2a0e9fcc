import { lazy, Suspense, useState } from 'react';
import type { ReportDialogProps } from './LoadedDialog';

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
