import {
  createContext,
  lazy,
  type PropsWithChildren,
  Suspense,
  useContext,
  useMemo,
  useState,
} from 'react';
import type { ActionOccasion } from './occasion';

const ActionDialog = lazy(() =>
  import('./ActionDialog').then(m => ({ default: m.ActionDialog })),
);

interface ActionDialogs {
  /** Asks what is to be done about an incident, and proposes it. */
  open: (occasion: ActionOccasion) => void;
}

const ActionDialogContext = createContext<ActionDialogs | undefined>(undefined);

/** Holds the one dialog that proposes an action item; loads it when it is first asked for. */
export const ActionDialogProvider = (props: PropsWithChildren<{}>) => {
  const [occasion, setOccasion] = useState<ActionOccasion>();
  const dialogs = useMemo(() => ({ open: setOccasion }), []);
  return (
    <ActionDialogContext.Provider value={dialogs}>
      {props.children}
      {occasion && (
        <Suspense fallback={null}>
          <ActionDialog
            occasion={occasion}
            onClose={() => setOccasion(undefined)}
          />
        </Suspense>
      )}
    </ActionDialogContext.Provider>
  );
};

export function useActionDialog(): ActionDialogs {
  const dialogs = useContext(ActionDialogContext);
  if (!dialogs) {
    throw new Error('useActionDialog needs an ActionDialogProvider around it');
  }
  return dialogs;
}
